"""Unpack an original: its items in their order, and every part that was not taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from reportedly.collect import archive, email, feed, telegram
from reportedly.collect.extract import PARSER_FAULTS
from reportedly.collect.limits import LIMITS, Limits
from reportedly.collect.sniff import sniff
from reportedly.collect.states import EMPTY
from reportedly.errors import CollectError, RefusedError
from reportedly.model.ident import digest
from reportedly.model.report import (
    NOTHING_GIVEN,
    Given,
    Item,
    Original,
    Refused,
    ReportState,
    Unpacked,
)

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Part:
    """Bytes on their way: the names they go by, and how many containers they lie in."""

    data: bytes
    names: tuple[str, ...]
    depth: int


@dataclass(slots=True)
class _Unpacking:
    """One original being unpacked."""

    original: Original
    limits: Limits
    budget: archive.Budget
    items: dict[str, Item] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)

    def take(
        self, part: _Part, format_: str, hints: Given = NOTHING_GIVEN, title: str = ""
    ) -> None:
        """Add an item; the same bytes a second time only add a name."""
        sha256 = digest(part.data)
        known = self.items.get(sha256)
        if known is not None:
            self.items[sha256] = replace(known, names=tuple(sorted({*known.names, *part.names})))
            return
        self.items[sha256] = Item(
            sha256=sha256,
            original=self.original.sha256,
            names=part.names,
            format=format_,
            data=part.data,
            given=self.original.given,
            hints=hints,
            title=title,
            received=self.original.received,
        )

    def refuse(self, part: _Part, state: ReportState, reason: str) -> None:
        """Name a part that is not taken."""
        name = part.names[0] if part.names else self.original.sha256[:12]
        known = (
            digest(part.data) if part.data else digest(f"{self.original.sha256}!/{name}".encode())
        )
        sha256 = self.original.sha256 if part.depth == 0 else known
        self.refused.append(Refused(name, state, reason, sha256))


def unpack(original: Original, limits: Limits = LIMITS) -> Unpacked:
    """What an original holds: one item for a plain file; members, posts, items, attachments for others.

    Never raises on any bytes: what cannot be taken is in ``refused`` with its reason.
    """
    work = _Unpacking(original, limits, archive.Budget.of(limits))
    part = _Part(original.data, tuple(sorted(original.names)), 0)
    if len(original.data) > limits.file_bytes:
        work.refuse(
            part,
            ReportState.REFUSED,
            f"The file is larger than {limits.file_bytes:,} bytes. "
            "Cut it into parts and add the part that tells the story.",
        )
        return Unpacked("unknown", (), False, tuple(work.refused))
    format_ = _open(work, part)
    container = format_ in _CONTAINERS and (format_ != "email" or len(work.items) != 1)
    return Unpacked(format_, tuple(work.items.values()), container, tuple(work.refused))


def _open(work: _Unpacking, part: _Part) -> str:
    """Take a part apart, or take it whole; returns its format."""
    if not part.data:
        work.refuse(part, ReportState.UNREADABLE, EMPTY)
        return "unknown"
    name = part.names[0] if part.names else ""
    kind = sniff(part.data, name, work.limits)
    if kind.reason:
        work.refuse(part, ReportState.UNREADABLE, kind.reason)
        return kind.format
    opener = _CONTAINERS.get(kind.format)
    if opener is None:
        work.take(part, kind.format)
        return kind.format
    if part.depth >= work.limits.nesting and kind.format != "email":
        work.refuse(
            part,
            ReportState.REFUSED,
            f"The file lies in more than {work.limits.nesting} archives inside each other. "
            "Unpack them yourself and add the files.",
        )
        return kind.format
    try:
        opener(work, part)
    except RefusedError as error:
        work.refuse(part, ReportState.REFUSED, reason_of(error))
    except CollectError as error:
        work.refuse(part, ReportState.UNREADABLE, reason_of(error))
    except PARSER_FAULTS as error:
        # A damaged file found a way through a parser that its own errors do not cover.
        fault = CollectError(f"The file could not be taken apart ({type(error).__name__}: {error})")
        work.refuse(part, ReportState.UNREADABLE, reason_of(fault))
    return kind.format


def reason_of(error: CollectError) -> str:
    """An error as the sentences of a report's reason: what happened, and what to do."""
    what, remedy = error.what.rstrip("."), error.remedy.rstrip(".")
    return f"{what[:1].upper()}{what[1:]}. {remedy[:1].upper()}{remedy[1:]}."


def _inner(part: _Part, name: str) -> tuple[str, ...]:
    return tuple(sorted(f"{outer}!/{name}" for outer in part.names))


def _numbered(part: _Part, number: str) -> tuple[str, ...]:
    return tuple(sorted(f"{outer}#{number}" for outer in part.names))


def _open_zip(work: _Unpacking, part: _Part) -> None:
    for member in archive.members(part.data, work.limits, work.budget):
        inner = _Part(member.data, _inner(part, member.name), part.depth + 1)
        if member.state is not None:
            work.refuse(inner, member.state, member.reason)
        else:
            _open(work, inner)


def _open_telegram(work: _Unpacking, part: _Part) -> None:
    for post in _bounded(telegram.posts(part.data), work):
        inner = _Part(post.data, _numbered(part, post.number), part.depth + 1)
        if post.data:
            work.take(inner, "telegram", Given(outlet=post.channel, published=post.date))
        else:
            work.refuse(
                inner,
                ReportState.HOLLOW,
                f"The post has no text, only {post.media}. Look at it in Telegram, and add what it "
                "says as a text file if it tells of the story.",
            )


def _open_feed(work: _Unpacking, part: _Part) -> None:
    for number, (entry, data) in enumerate(_bounded(feed.entries(part.data), work), 1):
        inner = _Part(data, _numbered(part, str(number)), part.depth + 1)
        hints = Given(outlet=entry.feed, url=entry.link, published=entry.date, author=entry.author)
        work.take(inner, "rss", hints, entry.title)


def _open_mail(work: _Unpacking, part: _Part) -> None:
    message = email.parse(part.data)
    work.take(part, "email")
    for attached in _bounded(email.attachments(message), work):
        inner = _Part(attached.data, _inner(part, attached.name), part.depth + 1)
        if part.depth >= work.limits.nesting:
            work.refuse(
                inner,
                ReportState.REFUSED,
                f"The attachment lies in more than {work.limits.nesting} containers inside each "
                "other. Save it yourself and add the file.",
            )
        elif len(attached.data) > work.budget.unpacked:
            work.refuse(inner, ReportState.REFUSED, _ALTOGETHER)
        else:
            work.budget.unpacked -= len(attached.data)
            _open(work, inner)


_ALTOGETHER = (
    "The attachments are larger than what is unpacked of one file. "
    "Save them yourself and add the files that tell the story."
)


def _bounded(parts: Iterator[_T], work: _Unpacking) -> Iterator[_T]:
    """The parts, refused as a whole where there are more than the limit."""
    taken = list(parts)
    if len(taken) > work.budget.members:
        raise RefusedError(
            f"The file holds {len(taken):,} parts, more than the {work.budget.members:,} that are taken",
            remedy="export a shorter span of time and add that",
        )
    work.budget.members -= len(taken)
    return iter(taken)


_CONTAINERS: dict[str, Callable[[_Unpacking, _Part], None]] = {
    "zip": _open_zip,
    "telegram": _open_telegram,
    "rss": _open_feed,
    "email": _open_mail,
}

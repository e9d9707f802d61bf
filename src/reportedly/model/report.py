"""A report: one published item as captured, with its immutable text and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.span import Span
from reportedly.model.value import UNKNOWN_TIME, TimeRange


class ReportState(StrEnum):
    """How an input ended. Every input ends in exactly one of these."""

    READ = "read"
    DUPLICATE = "duplicate"
    HOLLOW = "hollow"
    UNREADABLE = "unreadable"
    REFUSED = "refused"
    UNREAD_LANGUAGE = "unread_language"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Given:
    """What the user states about a received file. It outranks every guess; empty means not stated.

    ``published`` and ``captured`` are EDTF: a date, a month, a year, or an interval ``a/b``.
    """

    outlet: str = ""
    url: str = ""
    published: str = ""
    captured: str = ""
    author: str = ""
    note: str = ""


NOTHING_GIVEN = Given()


@dataclass(frozen=True, slots=True)
class Original:
    """Bytes as received, with the names they came under and what was stated about them.

    Attributes:
        sha256: Of ``data``.
        names: Every file name it came under, sorted.
        data: The bytes.
        given: What the user stated, receipts merged (the latest statement of a field wins).
        received: Day of the first receipt, ISO 8601: nothing in it was published later.
    """

    sha256: str
    names: tuple[str, ...]
    data: bytes
    given: Given
    received: str


@dataclass(frozen=True, slots=True)
class Item:
    """One published item cut out of an original, still as bytes.

    Attributes:
        sha256: Of ``data``; the id of the report it becomes.
        original: SHA-256 of the sealed original.
        names: Names it came under; the part of a container is named as in `Report.names`.
        format: As in `Report.format`, told from the content, never from the extension alone.
        data: The bytes of the item: the member, or the canonical form of the feed item or post.
        given: What the user stated about the original.
        hints: What the container says about the item (feed item's date, channel's name...): weaker
            than ``given``, stronger than guesses.
        title: Headline the container gives it.
        received: Day of the first receipt, ISO 8601.
    """

    sha256: str
    original: str
    names: tuple[str, ...]
    format: str
    data: bytes
    given: Given = NOTHING_GIVEN
    hints: Given = NOTHING_GIVEN
    title: str = ""
    received: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A part of an original that could not or must not be taken out."""

    name: str
    state: ReportState
    reason: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What an original holds.

    Attributes:
        format: Of the original itself: zip, rss, telegram, email, html...
        items: The items, in the order of the container; one for a plain file.
        container: Whether it can hold several items.
        refused: Parts, or the whole, that were not taken: (name, reason). Each becomes a report in
            state ``refused`` or ``unreadable``.
    """

    format: str
    items: tuple[Item, ...]
    container: bool = False
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class OffsetRun:
    """``length`` code points of the kept text that stand at ``full`` in the full text."""

    kept: int
    full: int
    length: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a date, a name or a link is believed: the rule, and the words it rests on.

    Attributes:
        rule: Short name of the rule, listed in ``docs/reference/evidence.md``.
        words: The words, or the metadata value, as found; empty where the rule needs none.
        span: Where in the report's kept text the words stand, if they stand there.
    """

    rule: str
    words: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published: a range, and the evidence for it, strongest first."""

    earliest: str | None = None
    latest: str | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def time(self) -> TimeRange:
        """The range alone."""
        return TimeRange(self.earliest, self.latest)


NEVER_DATED = Published()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of the full visible text that is not in the kept text.

    Attributes:
        id: ``lo-...``.
        report: Report id.
        span: Into the report's ``full_text``.
        rule: Why it was left out (``docs/reference/left-out.md`` lists the rules).
    """

    id: str
    report: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Report:
    """One published item as captured.

    Attributes:
        id: SHA-256 of the item's bytes (of the member for an archive, of the canonical item for a
            feed or a channel export).
        original: SHA-256 of the sealed original that holds it; several if it came in several.
        names: Every name it came under, sorted; a part of a container is ``box.zip!/a.html``,
            ``feed.xml#2`` (item number from 1) or ``result.json#1234`` (message id).
        format: html, text, markdown, pdf, docx, email, telegram, rss, or unknown.
        state: How the input ended.
        reason: Why it is not `read`; empty for `read`.
        duplicate_of: Id of the report it repeats, if the state is `duplicate`.
        outlet: Who published it; ``unnamed outlet (file)`` where nobody knows.
        outlet_evidence: Why.
        author: Byline, empty if none.
        title: Headline, empty if none.
        url: Address, empty if unknown.
        language: ISO 639-1, ``und`` if it cannot be told.
        published: When.
        captured: When the capture was made, as stated or found.
        full_text: The whole visible text, immutable.
        text: The kept text, normalised; every span but those of `LeftOut` points into it.
        offsets: Runs that join ``text`` to ``full_text``, in order, non-overlapping.
        evidence: How the rest was come by: the encoding, the byline, the tool that saved a page.
    """

    id: str
    original: tuple[str, ...]
    names: tuple[str, ...]
    format: str
    state: ReportState
    reason: str = ""
    duplicate_of: str | None = None
    outlet: str = ""
    outlet_evidence: Evidence | None = None
    author: str = ""
    title: str = ""
    url: str = ""
    language: str = "und"
    published: Published = NEVER_DATED
    captured: TimeRange = UNKNOWN_TIME
    full_text: str = ""
    text: str = ""
    offsets: tuple[OffsetRun, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def name(self) -> str:
        """The first name it came under."""
        return self.names[0] if self.names else self.id[:12]

    @property
    def heading(self) -> str:
        """What to call it in a list: its headline, else the name of its file without the folders."""
        return self.title or self.name.rstrip("/").rpartition("/")[2] or self.name


@dataclass(frozen=True, slots=True)
class Collected:
    """What `collect` makes of one item: the report, and everything it left out of its text."""

    report: Report
    left_out: tuple[LeftOut, ...] = ()

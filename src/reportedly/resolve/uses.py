"""A mention with its words taken apart: what `resolve` works on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from reportedly.model.statement import EntityKind, Mention, MentionForm
from reportedly.resolve.wording import Wording, roles_of, wording

NAMED = frozenset({MentionForm.NAME, MentionForm.ALIAS, MentionForm.ACRONYM})

_FAMILIES = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANIZATION: "body",
    EntityKind.GROUP: "body",
    EntityKind.PLACE: "place",
    EntityKind.NATIONALITY: "nationality",
    EntityKind.EVENT: "event",
    EntityKind.UNKNOWN: "",
}


@dataclass(frozen=True, slots=True)
class Use:
    """One name where a report uses it.

    Attributes:
        mention: The mention.
        family: person, body (organizations and groups are not told apart), place, nationality,
            event; empty if unknown.
        wording: Its words, taken apart.
        key: The folded name: without titles for a person, without an article for anything else.
        text: The name as written, with the owner that tells it from others of its kind ("Ossaria's
            Foreign Ministry").
        roles: Offices and ranks that stand with it.
        id: Mention id.
        place: Where it stands: report, code point, and its id where two stand at one place.
    """

    mention: Mention
    family: str
    wording: Wording
    key: str
    text: str
    roles: frozenset[str]
    id: str
    place: tuple[str, int, str]


def family(kind: EntityKind) -> str:
    """The group of kinds that a name's kind may be mistaken within."""
    return _FAMILIES[kind]


def uses_of(mentions: Iterable[Mention], text: str = "") -> list[Use]:
    """The names among the mentions, in the order of their reports and texts.

    Args:
        mentions: Of one report, or of several where ``text`` is not given.
        text: The report's text, which tells whose ministry it is.
    """
    named = sorted(
        (mention for mention in mentions if mention.form in NAMED),
        key=lambda item: (item.report, item.span.start, item.id),
    )
    uses: list[Use] = []
    before: Mention | None = None
    for mention in named:
        words = mention.span.text
        if before is not None and text and _owns(text, before, mention):
            words = text[before.span.start : mention.span.end]
        use = _use(mention, words)
        if use.key:
            uses.append(use)
        before = mention
    return uses


_OWNER = re.compile(r"['’]s? ")


def _owns(text: str, owner: Mention, body: Mention) -> bool:
    """Whether a body is told from others of its kind by the name before it: a country's ministry.

    "Tarrant's Office" needs its owner too; "Tarrant's Harbour Office" has a name of its own.
    """
    if family(body.kind) != "body" or not _OWNER.fullmatch(text, owner.span.end, body.span.start):
        return False
    own = wording(body.span.text)
    if not own.heads or own.initials:
        return False
    if owner.kind is EntityKind.PERSON:
        return not own.distinct
    return len(own.distinct) < 2 and owner.kind in (EntityKind.PLACE, EntityKind.UNKNOWN)


def _use(mention: Mention, text: str) -> Use:
    words, kind = wording(text), family(mention.kind)
    key = " ".join(words.words if kind == "person" else words.whole)
    roles = words.roles | roles_of(mention.role) if mention.role else words.roles
    place = (mention.report, mention.span.start, mention.id)
    return Use(mention, kind, words, key, text, roles, mention.id, place)


def merged(uses: Iterable[Use], top: Callable[[str], str]) -> list[tuple[Use, tuple[str, ...]]]:
    """One use for all of one name that a report joins, with the ids of all: what other reports need.

    Args:
        uses: By place.
        top: The set a mention id is in.
    """
    groups: dict[tuple[str, str, str, str], list[Use]] = {}
    for use in uses:
        place = (use.mention.report, top(use.id), use.family, use.key)
        groups.setdefault(place, []).append(use)
    found: list[tuple[Use, tuple[str, ...]]] = []
    for same in groups.values():
        first = same[0]
        if any(use.roles - first.roles for use in same):
            first = replace(first, roles=frozenset().union(*(use.roles for use in same)))
        found.append((first, tuple(use.id for use in same)))
    return found

"""A mention with its words taken apart: what `resolve` works on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model.statement import EntityKind, Mention, MentionForm
from reportedly.resolve.wording import Wording, wording

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
    """

    mention: Mention
    family: str
    wording: Wording
    key: str

    @property
    def id(self) -> str:
        """Mention id."""
        return self.mention.id

    @property
    def place(self) -> tuple[str, int, str]:
        """Where it stands: report, code point, and its id where two stand at one place."""
        return (self.mention.report, self.mention.span.start, self.mention.id)


def family(kind: EntityKind) -> str:
    """The group of kinds that a name's kind may be mistaken within."""
    return _FAMILIES[kind]


def uses_of(mentions: Iterable[Mention]) -> list[Use]:
    """The names among the mentions, in the order of their reports and texts."""
    found = [_use(mention) for mention in mentions if mention.form in NAMED]
    return sorted((use for use in found if use.key), key=lambda use: use.place)


def _use(mention: Mention) -> Use:
    words, kind = wording(mention.span.text), family(mention.kind)
    return Use(mention, kind, words, " ".join(words.words if kind == "person" else words.whole))

"""Whom the case protects: every name of each person at risk, and the pseudonym they leave under."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model.decision import Act, Anchor, Decision, DecisionState
from reportedly.model.entity import Entity
from reportedly.model.ledger import Ledger
from reportedly.model.statement import EntityKind, MentionForm
from reportedly.text.anchor import locate
from reportedly.text.normalise import fold

NAMED = frozenset({MentionForm.NAME, MentionForm.ALIAS, MentionForm.ACRONYM})
"""Forms that name somebody; what describes them ("the driver") is other people's as well."""

PERSONAL = frozenset({EntityKind.PERSON, EntityKind.UNKNOWN})

DEFAULTS = ("Person", "Somebody", "Protected")
"""First word of the pseudonyms that nobody chose: the first that is no part of a protected name."""


@dataclass(frozen=True, slots=True)
class Protected:
    """One person who must not leave the case under their own name.

    Attributes:
        names: Every name, as typed or as written in the reports; the first as typed.
        pseudonym: What stands in their place.
        personal: Whether the last word of a name alone gives the person away, as a surname does;
            false for organizations and places.
    """

    names: tuple[str, ...]
    pseudonym: str
    personal: bool = True


def protected(ledger: Ledger) -> tuple[Protected, ...]:
    """The people whom standing `protect` decisions mark, in the order of the log.

    Several decisions on one person (a name here, a nickname there) are one: they share a name, an
    entity or a pseudonym. The first pseudonym that somebody chose counts; without one they become
    ``Person 1``, ``Person 2``.
    """
    known = _Known(ledger)
    marks: list[_Mark] = []
    for row in ledger.decisions:
        if row.decision.act is Act.PROTECT and row.state is DecisionState.STANDING:
            marks = _joined(marks, known.mark(row.decision))
    taken = {fold(word) for mark in marks for name in mark.names for word in name.split()}
    default = next((word for word in DEFAULTS if fold(word) not in taken), DEFAULTS[-1])
    found: list[Protected] = []
    for mark in marks:
        number = len(found) + 1
        pseudonym = mark.pseudonym or f"{default} {number}"
        names = tuple(dict.fromkeys(mark.names))
        found.append(Protected(names, pseudonym, mark.personal))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Mark:
    """What one or several decisions say of one person."""

    names: tuple[str, ...]
    entities: frozenset[str]
    pseudonym: str
    personal: bool

    def alike(self, other: _Mark) -> bool:
        """Whether both mark one person."""
        same_name = {fold(name) for name in self.names} & {fold(name) for name in other.names}
        chosen = self.pseudonym and fold(self.pseudonym) == fold(other.pseudonym)
        return bool(same_name or chosen or self.entities & other.entities)


def _joined(marks: Iterable[_Mark], new: _Mark) -> list[_Mark]:
    """The marks with one more, which may join several; each stays where it first stood."""
    apart: list[_Mark] = []
    place: int | None = None
    whole = new
    for mark in marks:
        if not mark.alike(new):
            apart.append(mark)
            continue
        place = len(apart) if place is None else place
        earlier = mark if whole is new else whole
        later = new if whole is new else mark
        whole = _Mark(
            (*earlier.names, *later.names),
            earlier.entities | later.entities,
            earlier.pseudonym or later.pseudonym,
            earlier.personal or later.personal,
        )
    apart.insert(len(apart) if place is None else place, whole)
    return apart


class _Known:
    """Finds the entity that a decision speaks of, and its names."""

    def __init__(self, ledger: Ledger) -> None:
        self._texts = {row.id: row.text for row in ledger.reports}
        self._entities = {row.id: row for row in ledger.entities}
        self._mentions = ledger.mentions
        self._words: dict[str, list[str]] = {}
        for mention in ledger.mentions:
            if mention.entity and mention.form in NAMED:
                self._words.setdefault(mention.entity, []).append(mention.span.text)

    def mark(self, decision: Decision) -> _Mark:
        entities = self._of(decision)
        names = [decision.field]
        if not entities:
            names += [target.quote for target in decision.targets]
        for entity in entities:
            names += [entity.name, *entity.aliases, *self._words.get(entity.id, ())]
        kept = [name.strip() for name in names if _names(name)]
        typed = decision.field.strip()
        return _Mark(
            tuple(dict.fromkeys([typed, *kept] if typed else kept)),
            frozenset(entity.id for entity in entities),
            decision.value.strip(),
            not entities or any(entity.kind in PERSONAL for entity in entities),
        )

    def _of(self, decision: Decision) -> tuple[Entity, ...]:
        """The entities of the anchored mentions; failing that, the one entity so named."""
        anchored = {found for target in decision.targets for found in self._anchored(target)}
        if anchored:
            return tuple(self._entities[each] for each in sorted(anchored))
        wanted = fold(decision.field)
        found = [row for row in self._entities.values() if fold(row.name) == wanted]
        if not found:
            found = [
                row
                for row in self._entities.values()
                if row.kind in PERSONAL and wanted in {fold(name) for name in row.aliases}
            ]
        return tuple(found)

    def _anchored(self, target: Anchor) -> set[str]:
        span = locate(self._texts.get(target.report, ""), target)
        if span is None:
            return set()
        here = [
            mention
            for mention in self._mentions
            if mention.report == target.report and mention.entity in self._entities
        ]
        exact = {m.entity for m in here if m.span == span and m.entity}
        return exact or {m.entity for m in here if m.span.contains(span) and m.entity}


def _names(words: str) -> bool:
    """Whether the words can be a name: they hold a letter, and some letter is not a small one."""
    letters = [char for char in words if char.isalpha()]
    return bool(letters) and not all(char.islower() for char in letters)

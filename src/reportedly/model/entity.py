"""Whom and what the names stand for, and why two names were joined."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.statement import EntityKind


@dataclass(frozen=True, slots=True)
class Join:
    """Why two mentions were taken for one entity.

    Attributes:
        a: Mention id.
        b: Mention id.
        rule: same_name, stated_alias, acronym, surname_in_report, title, call_sign,
            transliteration, initials, decision.
        words: The words the join rests on, empty if the names alone.
        decision: Decision id, if a person made it.
    """

    a: str
    b: str
    rule: str
    words: str = ""
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """The actor, place or unit that names stand for.

    Attributes:
        id: ``en-...``, hashed from its earliest mention's words and kind, so it outlives new reports
            as far as it can.
        name: The fullest name in use.
        kind: Person, organization, group, place...
        aliases: Every other name, sorted.
        mentions: Mention ids, sorted by report and place.
        joins: Why they are one.
        maybe: Ids of entities it might be the same as, where two fit and neither was chosen.
    """

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    joins: tuple[Join, ...] = ()
    maybe: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """What `resolve` makes of all names: the entities, and the entity id of each mention id."""

    entities: tuple[Entity, ...]
    of_mention: dict[str, str]

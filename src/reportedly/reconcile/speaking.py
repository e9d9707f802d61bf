"""Who speaks for whom: people whom the accounts call a body's spokesperson, commander or leader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportedly.model.entity import Entity
from reportedly.model.statement import Claim, EntityKind
from reportedly.reconcile.compare import tidy

_SPEAKING = frozenset(
    (
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "commander",
        "leader",
        "head",
        "chief",
        "chairman",
        "chairwoman",
        "director",
        "founder",
    )
)
"""Roles in which what a person states is taken for what the body states."""

LONGEST_NAME = 8
"""Words of a body's name that is looked for in a role."""


def speaks_for(claims: Iterable[Claim], entities: Mapping[str, Entity]) -> dict[str, str]:
    """Entity id of a person -> entity id of the one body that the roles given name.

    Args:
        claims: All claims of the case; the roles among them are read.
        entities: By entity id.
    """
    named: dict[str, set[str]] = {}
    for entity in entities.values():
        if entity.kind in (EntityKind.GROUP, EntityKind.ORGANIZATION):
            for name in (entity.name, *entity.aliases):
                named.setdefault(tidy(name), set()).add(entity.id)
    found: dict[str, set[str]] = {}
    for claim in claims:
        if claim.measure == "role" and claim.subject:
            found.setdefault(claim.subject, set()).update(_bodies(claim.value.text or "", named))
    return {person: bodies.pop() for person, bodies in sorted(found.items()) if len(bodies) == 1}


def _bodies(role: str, named: Mapping[str, set[str]]) -> set[str]:
    """The bodies a role names, if it is one that speaks for them."""
    words = tidy(role).split()
    if not _SPEAKING & set(words) or words[0] in ("former", "ex", "deputy"):
        return set()
    bodies: set[str] = set()
    for first in range(len(words)):
        for end in range(first + 1, min(len(words), first + LONGEST_NAME) + 1):
            known = named.get(" ".join(words[first:end]), set())
            bodies |= known if len(known) == 1 else set()
    return bodies

"""Who speaks for whom, as the accounts say."""

from __future__ import annotations

import pytest

from reportedly.model.entity import Entity
from reportedly.model.statement import EntityKind
from reportedly.model.value import Value, ValueKind
from reportedly.reconcile import speaks_for
from tests.reconcile.reconcile_case import Story

ENTITIES = {
    "en-front": Entity("en-front", "Free Highlands Front", EntityKind.GROUP, ("FHF",)),
    "en-column": Entity("en-column", "Highland Column", EntityKind.GROUP),
    "en-Heron": Entity("en-Heron", "Heron", EntityKind.PERSON),
}


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (("leader of the Free Highlands Front",), {"en-Heron": "en-front"}),
        (("FHF spokeswoman",), {"en-Heron": "en-front"}),
        (("baker of the Free Highlands Front",), {}),
        (("former leader of the Free Highlands Front",), {}),
        (("leader of the FHF", "commander of the Highland Column"), {}),
        (("commander",), {}),
    ],
)
def test_a_person_speaks_for_the_one_body_the_roles_name(
    roles: tuple[str, ...], expected: dict[str, str]
) -> None:
    story = Story(measure="role", subject="Heron")
    for role in roles:
        story.says("Wire", Value(ValueKind.TEXT, text=role))
    assert speaks_for(story.claims, ENTITIES) == expected

"""Which report each report goes back to, however few of them were compared with each other."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from reportedly.model.lineage import Derivation, DerivationKind, Direction
from reportedly.model.report import Evidence, Report
from reportedly.trace.descent import descend
from tests.trace import lineage_story as story

TRIMMED = "\n\n".join((story.LEAD, story.CAUSE, story.DRIVER, story.TOWN))


def papers(count: int, *, edited: bool = False, trimmed: bool = False) -> list[Report]:
    """One story in many papers on different days; ids tell nothing of the order."""
    days = list(range(count))
    random.Random(7).shuffle(days)  # noqa: S311
    items = []
    for number, day in enumerate(days):
        text = TRIMMED if trimmed and number % 3 == 1 else story.wire()
        if edited:
            text = (
                f"By writer{number} of desk{number * 7}\n\n{text}\n\nPaper{number * 3} house{day}."
            )
        when = f"2031-{1 + day // 28:02}-{1 + day % 28:02}"
        items.append(story.report(f"{number:03}", text, f"Paper {day}", (when, when)))
    return items


@pytest.mark.parametrize(("edited", "trimmed"), [(False, False), (True, False), (True, True)])
def test_papers_that_ran_one_story_go_back_to_the_earliest(edited: bool, trimmed: bool) -> None:
    items = papers(130, edited=edited, trimmed=trimmed)
    _, (origin,) = story.traced(items)
    assert len(origin.reports) == len(items)
    assert origin.name == "Paper 0"


def row(
    child: Report, parent: Report, shares: tuple[float, float], direction: Direction, rule: str
) -> Derivation:
    return Derivation(
        id=f"dv-{child.id}{parent.id}",
        child=child.id,
        parent=parent.id,
        parent_name=parent.outlet,
        kind=DerivationKind.EDITED,
        direction=direction,
        evidence=(Evidence(rule),),
        share_child=shares[0],
        share_parent=shares[1],
    )


def on(day: int, name: str) -> Report:
    when = f"2031-05-{day:02}"
    return story.report(name, name, f"Paper {name}", (when, when))


def test_a_part_compared_with_a_later_copy_alone_goes_back_to_the_earlier_text() -> None:
    first, part, copy = on(1, "a"), on(2, "b"), on(3, "c")
    rows = [
        row(copy, first, (0.95, 0.95), Direction.FROM_A, "published_earlier"),
        row(copy, part, (0.6, 1.0), Direction.FROM_A, "published_earlier"),
    ]
    found = descend({item.id: item for item in (first, part, copy)}, rows)
    assert set(found.roots.values()) == {"a"}
    assert found.links["b"].parent == "c"


def test_of_two_that_may_go_back_to_each_other_what_surely_does_is_no_root() -> None:
    one, other = story.report("a", "a"), story.report("b", "b")
    rows = [
        row(one, other, (1.0, 0.6), Direction.FROM_A, "cut_from_the_end"),
        row(other, one, (0.6, 1.0), Direction.UNDETERMINED, "undetermined"),
    ]
    assert set(descend({"a": one, "b": other}, rows).roots.values()) == {"b"}


def test_what_the_copies_name_as_their_source_is_the_root_even_without_a_date() -> None:
    wire, early, late = story.report("w", "w", "Karst Wire"), on(1, "a"), on(2, "b")
    rows = [
        row(early, wire, (1.0, 1.0), Direction.FROM_A, "credit"),
        row(late, early, (1.0, 1.0), Direction.FROM_A, "published_earlier"),
    ]
    found = descend({item.id: item for item in (wire, early, late)}, rows)
    assert set(found.roots.values()) == {"w"}


def test_a_chain_of_many_parts_is_followed_to_its_end() -> None:
    items = {f"{number:05}": story.report(f"{number:05}", "x") for number in range(20_000)}
    names = sorted(items)
    rows = [
        row(items[child], items[parent], (0.6, 0.3), Direction.FROM_A, "published_earlier")
        for parent, child in pairwise(names)
    ]
    assert set(descend(items, rows).roots.values()) == {names[0]}

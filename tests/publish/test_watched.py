"""A page that is remembered is the page that would be made: whatever changes in the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from reportedly.casefile import Case
from reportedly.model.canonical import Digests
from reportedly.model.ledger import Ledger
from reportedly.publish import Made, Site
from reportedly.publish.watched import Rows, Watch
from tests.strategies import ledgers


def keys(ledger: Ledger, remembered: dict[str, Made] | None = None) -> dict[str, str]:
    return {page.path: page.key for page in Site(ledger, "test", remembered).plan()}


def made(ledger: Ledger) -> dict[str, Made]:
    site = Site(ledger, "test")
    site.plan()
    return site.made


@pytest.fixture(scope="module")
def ledger(demo_case: Path) -> Ledger:
    return Case.open(demo_case).ledger()


CHANGES: dict[str, Callable[[Ledger], Ledger]] = {
    "the title of the case": lambda old: replace(old, title="Another title"),
    "the outlet of a report": lambda old: replace(
        old, reports=(replace(old.reports[0], outlet="The Other Herald"), *old.reports[1:])
    ),
    "the name of an actor": lambda old: replace(
        old, entities=(replace(old.entities[0], name="Somebody Else"), *old.entities[1:])
    ),
    "the text of a question": lambda old: replace(
        old, questions=(replace(old.questions[0], text="Was it so?"), *old.questions[1:])
    ),
    "the letter of an origin": lambda old: replace(
        old, origins=(replace(old.origins[0], letter="QQ"), *old.origins[1:])
    ),
    "a derivation gone": lambda old: replace(old, derivations=old.derivations[1:]),
    "a question gone": lambda old: replace(old, questions=old.questions[1:]),
    "furniture gone": lambda old: replace(old, left_out=old.left_out[1:]),
    "a detail gone": lambda old: replace(old, details=old.details[1:]),
    "who is meant by a claim": lambda old: replace(
        old, claims=(replace(old.claims[0], origin=None), *old.claims[1:])
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_memory_gives_the_pages_that_are_made_afresh(
    ledger: Ledger, change: str
) -> None:
    changed = CHANGES[change](ledger)
    fresh = keys(changed)
    assert fresh != keys(ledger)
    assert keys(changed, made(ledger)) == fresh


@given(ledgers(), ledgers())
@settings(max_examples=20)
def test_the_memory_of_another_ledger_changes_no_page(one: Ledger, other: Ledger) -> None:
    assert keys(other, made(one)) == keys(other)


def test_a_page_whose_rows_all_stand_is_not_made_again(ledger: Ledger) -> None:
    marked = {path: replace(page, key="remembered") for path, page in made(ledger).items()}
    found = keys(ledger, marked)
    assert marked
    assert all(found[f"{path}.html"] == "remembered" for path in marked)


def test_a_page_that_looked_in_vain_is_made_again_once_there_is_something() -> None:
    watch = Watch(Digests())
    rows = Rows("rows", {"a": 1}, watch)
    _, asked = watch.over(lambda: rows.get("b"))
    later = Watch(Digests())
    Rows("rows", {"a": 1, "b": 2}, later)
    assert watch.seen(asked, ()) != later.seen(asked, ())


def test_a_page_of_one_thing_must_not_go_through_a_whole_table() -> None:
    watch = Watch(Digests())
    rows = Rows("rows", {"a": 1}, watch)
    assert list(rows) == ["a"]
    with pytest.raises(RuntimeError, match="goes through all of rows"):
        watch.over(lambda: list(rows))

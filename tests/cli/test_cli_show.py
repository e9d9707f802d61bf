"""What `show` prints is for a person: a row in words, and an empty list as such."""

from __future__ import annotations

from pathlib import Path

from tests.cli.small_case import find, fine


def test_an_entity_is_shown_with_its_names_the_reason_of_each_join_and_what_it_says(
    small_case: Path,
) -> None:
    vik = find(small_case, "entity", '"Jonas Vik"')
    shown = fine("show", small_case, "entity", vik).out
    assert shown.startswith("Jonas Vik\nperson, named ")
    assert "Jonas Vik = J. Vik: initials" in shown
    assert "denies “denied”" in shown
    assert "{" not in shown


def test_the_outlets_are_listed_with_how_many_reports_each_published(small_case: Path) -> None:
    shown = fine("show", small_case, "outlet").out
    assert "Osk Evening Post" in shown
    assert "not judged" in shown


def test_an_empty_list_says_so(small_case: Path) -> None:
    assert fine("show", small_case, "decision").out == "Decisions: none\n"

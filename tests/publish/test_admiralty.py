"""Credibility follows from the grade and the origins, and is never the number for not knowing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from reportedly.model.finding import Grade
from reportedly.publish import ledger_json
from reportedly.publish.admiralty import credibility
from tests.publish import story


@pytest.mark.parametrize(
    ("grade", "origins", "number"),
    [
        (Grade.CONFIRMED, 2, 1),
        (Grade.CONFIRMED, 1, 2),
        (Grade.FAIR, 2, 2),
        (Grade.WEAK, 1, None),
        (Grade.CONTESTED, 3, None),
        (Grade.DISCOUNTED, 1, 5),
    ],
)
def test_credibility_is_what_the_table_says(grade: Grade, origins: int, number: int | None) -> None:
    asked = story.RESCUED
    answer = replace(asked.answers[0], origins=tuple(f"or-{n:016x}" for n in range(origins)))
    finding = replace(asked.finding, grade=grade)
    assert credibility(replace(asked, answers=(answer,), finding=finding)) == number


def test_the_file_has_a_number_from_one_to_five_or_nothing() -> None:
    whole = json.loads(ledger_json(story.ledger()))
    assert {row["finding"]["credibility"] for row in whole["questions"]} <= {1, 2, 5, None}
    assert {row["name"]: row["reliability"] for row in whole["outlets"]} == {
        "Sound Wire": "B",
        "Halvorn Post": None,
        "Coast Gazette": "F",
    }

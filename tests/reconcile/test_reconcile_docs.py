"""The reference of measures and grades says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from reportedly.model.finding import Agreement, Grade
from reportedly.model.measure import MEASURES
from reportedly.reconcile.standing import RULES

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"


def rows(page: str) -> list[list[str]]:
    text = (REFERENCE / page).read_text(encoding="utf-8")
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if re.match(r"\| [a-z_]", line)
    ]


def test_every_measure_is_documented_in_the_order_of_the_code() -> None:
    documented = [row for row in rows("measures.md") if row[0] != "measure"]
    assert [row[0] for row in documented] == list(MEASURES)
    assert [row[1] for row in documented] == [one.kind.value for one in MEASURES.values()]
    assert [row[2] for row in documented] == [one.means for one in MEASURES.values()]


def test_every_grade_agreement_and_rule_is_documented() -> None:
    names = {row[0] for row in rows("grades.md")}
    assert {grade.value for grade in Grade} <= names
    assert {agreement.value for agreement in Agreement} <= names
    assert set(RULES) <= names

"""The reference tells every rule and every table the code reads by."""

from __future__ import annotations

from pathlib import Path

from reportedly.text.dates import RULES as TIME_RULES
from reportedly.text.numbers import RULES as COUNT_RULES
from reportedly.text.numbers import VAGUE
from reportedly.text.units import FAMILIES, STRENGTH

PAGE = (Path(__file__).parents[2] / "docs/reference/details.md").read_text("utf-8")


def test_every_rule_is_in_the_reference() -> None:
    assert [rule for rule in (*COUNT_RULES, *TIME_RULES) if f"`{rule}`" not in PAGE] == []


def test_every_unit_family_is_in_the_reference() -> None:
    assert [family for family in FAMILIES if f"`{family}`" not in PAGE] == []


def test_the_tables_of_the_reference_are_the_ones_in_use() -> None:
    rows = [line.strip("| ").split(" | ") for line in PAGE.split("\n") if line.startswith("| ")]
    told = {
        word.strip(): tuple(int(cell.replace(",", "")) for cell in row[1:3])
        for row in reversed(rows)
        if len(row) == 3 and row[1].replace(",", "").isdigit()
        for word in row[0].split(",")
    }
    for word, ends in {**VAGUE, **STRENGTH}.items():
        named = {"couple": "a couple", "few": "a few", "handful": "a handful"}.get(word, word)
        assert told[named] == ends

"""The tables hold every row: exactly for programs, harmlessly for spreadsheets."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.casefile import Case
from reportedly.model.entity import Entity
from reportedly.model.ledger import Ledger
from reportedly.model.statement import EntityKind
from reportedly.publish import tables
from reportedly.publish.tables import harmless, written
from tests.strategies import ledgers, texts

NAMES = (
    "reports",
    "attributions",
    "claims",
    "questions",
    "derivations",
    "entities",
    "origins",
    "outlets",
    "left_out",
)


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_there_is_an_exact_and_a_spreadsheet_table_of_everything(demo_case: Path) -> None:
    ledger = Case.open(demo_case).ledger()
    found = dict(tables(ledger))
    assert sorted(found) == sorted(
        f"tables/{form}/{name}.csv" for form in ("exact", "spreadsheet") for name in NAMES
    )
    for path, data in found.items():
        head, *rows = read(data)
        assert len(rows) == len(getattr(ledger, Path(path).stem))
        assert {len(row) for row in rows} <= {len(head)}
        assert len({*head}) == len(head)
        assert data.startswith("\ufeff".encode()) == ("spreadsheet" in path)


@given(ledgers(most=2))
@settings(max_examples=15)
def test_the_exact_tables_have_the_very_characters(ledger: Ledger) -> None:
    found = {path: read(data)[1:] for path, data in tables(ledger)}
    assert [row[1] for row in found["tables/exact/entities.csv"]] == [
        row.name for row in ledger.entities
    ]
    assert [row[-1] for row in found["tables/exact/left_out.csv"]] == [
        row.span.text for row in ledger.left_out
    ]
    assert [row[-1] for row in found["tables/exact/reports.csv"]] == [
        row.text for row in ledger.reports
    ]


@given(ledgers(most=1))
@settings(max_examples=15)
def test_no_cell_of_a_spreadsheet_table_begins_a_formula_or_steers_a_reader(ledger: Ledger) -> None:
    for path, data in tables(ledger):
        if "spreadsheet" in path:
            for cell in (cell for row in read(data) for cell in row):
                assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
                assert not {*"\x00\x1b\r\t\u202e\u200b\u2066"} & {*cell}


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("  =1+1", "'  =1+1"),
        ("\u200b=1+1", "'⟨U+200B⟩=1+1"),
        ("＝1", "'＝1"),
        ("-12", "'-12"),
        ("\tcmd", "'␉cmd"),
        ("\rcmd", "'␍cmd"),
        ("twelve", "twelve"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(cell: str, shown: str) -> None:
    assert harmless(cell) == shown


def test_a_cell_too_long_for_a_spreadsheet_says_that_it_was_cut() -> None:
    shown = harmless("a" * 40_000)
    assert len(shown) == 32_767
    assert shown.endswith("exact table has all of it⟩")


@given(st.lists(st.tuples(texts, texts), max_size=4))
def test_rows_are_read_back_as_they_were_written(rows: list[tuple[str, str]]) -> None:
    data = written(rows, str)
    assert list(map(tuple, csv.reader(io.StringIO(data, newline="")))) == rows
    assert not data or data.endswith("\r\n")


def test_a_name_that_is_a_formula_stays_a_name() -> None:
    entity = Entity("en-" + "0" * 16, "=HYPERLINK(1)", EntityKind.PERSON)
    found = dict(tables(Ledger("a", "b", "c", entities=(entity,))))
    assert read(found["tables/exact/entities.csv"])[1][1] == "=HYPERLINK(1)"
    assert read(found["tables/spreadsheet/entities.csv"])[1][1] == "'=HYPERLINK(1)"

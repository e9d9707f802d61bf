"""The ledger in its database."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.casefile import Case, tables
from reportedly.casefile.search import quoted
from reportedly.casefile.site import SiteFile
from reportedly.casefile.store import Store
from reportedly.casefile.tables import TABLES
from reportedly.errors import CaseError, IntegrityError, UsageError
from reportedly.model.ledger import Ledger
from tests.casefile.samples import pages, render, small_ledger, small_report
from tests.strategies import characters, ledgers


def fresh(factory: pytest.TempPathFactory) -> Store:
    return Store(factory.mktemp("store") / "ledger.sqlite")


@pytest.mark.parametrize("name", [b"caf\xe9", b"50%41 ?#", "Справа".encode()])
def test_a_case_may_lie_in_a_folder_of_any_name(tmp_path: Path, name: bytes) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    folder.mkdir()
    store = Store(folder / "ledger.sqlite")
    store.write(small_ledger(), [], {})
    assert store.load() == small_ledger()
    assert [path.name for path in folder.iterdir()] == ["ledger.sqlite"]


@given(ledgers())
@settings(max_examples=30)
def test_a_ledger_is_read_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, ledger: Ledger
) -> None:
    store = fresh(tmp_path_factory)
    store.write(ledger, [], {})
    assert store.load() == ledger


@given(ledgers(), ledgers())
@settings(max_examples=30)
def test_a_ledger_over_another_is_the_ledger_alone(
    tmp_path_factory: pytest.TempPathFactory, one: Ledger, other: Ledger
) -> None:
    straight, winding = fresh(tmp_path_factory), fresh(tmp_path_factory)
    straight.write(one, [], {})
    for ledger in (other, one):
        winding.write(ledger, [], {})
    assert winding.write(one, [], {}) == 0
    assert winding.load() == one
    assert winding.dump() == straight.dump()
    assert winding.search("e") == straight.search("e")


@given(ledgers())
@settings(max_examples=20)
def test_every_row_is_found_by_its_id(
    tmp_path_factory: pytest.TempPathFactory, ledger: Ledger
) -> None:
    store = fresh(tmp_path_factory)
    store.write(ledger, [], {})
    for table in TABLES:
        for placed in table.placed(ledger):
            assert placed.row in [
                row for found in store.find(placed.id) for row in of_table(store, found.kind)
            ]


def of_table(store: Store, kind: str) -> tuple[object, ...]:
    return store.rows(next(table for table in TABLES if table.name == kind))


def test_adding_a_report_touches_its_rows_only(case: Case) -> None:
    case.store.write(small_ledger(40), [], {})
    assert case.store.write(small_ledger(41), [], {}) == 4


def test_rows_are_filtered_by_their_columns(full_case: Case) -> None:
    report = small_report(1)
    (said,) = full_case.store.rows(tables.ATTRIBUTIONS, report=report.id, cue="says")
    assert said.report == report.id
    assert full_case.store.rows(tables.ATTRIBUTIONS, cue="denies") == ()
    with pytest.raises(KeyError):
        full_case.store.rows(tables.ATTRIBUTIONS, colour="red")


def test_the_beginning_of_an_id_finds_its_row(full_case: Case) -> None:
    report = small_report(2)
    assert full_case.store.row(report.id[:9]) == report
    assert full_case.store.row(report.id) == report


@pytest.mark.parametrize(("beginning", "says"), [("at-", "several"), ("", "no line"), ("%", "no")])
def test_an_id_that_fits_no_row_or_several_is_told(
    full_case: Case, beginning: str, says: str
) -> None:
    with pytest.raises(UsageError, match=says):
        full_case.store.row(beginning)


def test_search_finds_reports_attributions_and_names_without_case_or_accents(case: Case) -> None:
    ledger = small_ledger(3, "Señora Ivić denies it.")
    case.store.write(ledger, [], {})
    assert {hit.kind for hit in case.store.search("SENORA ivic")} == {"reports"}
    (hit,) = case.store.search("1 sank", limit=1)
    assert [piece for piece, searched in hit.excerpt if searched]
    assert {hit.kind for hit in case.store.search("harbour")} == {"reports", "attributions"}
    assert {hit.id for hit in case.store.search("barg*")} >= {row.id for row in ledger.reports}


def test_search_forgets_what_is_no_longer_there(case: Case) -> None:
    case.store.write(small_ledger(3, "zebra"), [], {})
    assert case.store.search("zebra")
    case.store.write(small_ledger(3), [], {})
    assert case.store.search("zebra") == ()


@given(st.text(characters, max_size=30) | st.sampled_from(['"', "a OR b", "NEAR(", "x*y*", "-a:b"]))
@settings(max_examples=60)
def test_no_words_are_an_operator_of_search(
    tmp_path_factory: pytest.TempPathFactory, words: str
) -> None:
    store = Store(tmp_path_factory.getbasetemp() / "searched.sqlite")
    if not store.exists:
        store.write(small_ledger(), [], {})
    assert isinstance(store.search(words), tuple)


def test_plain_words_are_quoted_and_marks_left_out() -> None:
    assert quoted('the "bridge" explo* --') == '"the" """bridge""" "explo"*'


def test_the_shelf_keeps_what_is_put(case: Case) -> None:
    shelf = case.store.shelf()
    assert shelf.get("a") is None
    shelf.put("a", b"\0one")
    assert shelf.get("a") == b"\0one"
    shelf.put("a", b"two")
    shelf.flush()
    assert Case.open(case.path).store.shelf().get("a") == b"two"


def test_a_build_forgets_results_it_did_not_ask_for(case: Case) -> None:
    ledger = small_ledger()
    for key in ("old", "both"):
        case.store.shelf().put(key, b"x")
    case.commit(ledger, pages(ledger), render)
    case.store.shelf().get("both")
    case.commit(ledger, pages(ledger), render)
    shelf = Case.open(case.path).store.shelf()
    assert (shelf.get("old"), shelf.get("both")) == (None, b"x")
    shelf.close()


def test_the_shelf_gives_many_at_once_whether_written_or_waiting(case: Case) -> None:
    shelf = case.store.shelf()
    for number in range(1200):
        shelf.put(f"key {number}", b"%d" % number)
    shelf.flush()
    shelf.put("key 7", b"later")
    found = shelf.many([f"key {number}" for number in range(0, 1300, 7)])
    assert found.pop("key 7") == b"later"
    assert found == {f"key {n}": b"%d" % n for n in range(0, 1200, 7) if n != 7}


def test_the_shelf_is_no_part_of_the_dump(full_case: Case) -> None:
    before = full_case.store.dump()
    full_case.store.shelf().put("a", b"x")
    full_case.store.shelf().flush()
    assert full_case.store.dump() == before


def test_a_shelf_before_the_first_build_is_no_ledger(case: Case) -> None:
    case.store.shelf().put("a", b"x")
    case.store.shelf().flush()
    assert not case.store.exists
    with pytest.raises(IntegrityError, match="no whole build"):
        case.ledger()


def test_what_is_no_database_is_told(case: Case) -> None:
    case.store.path.write_bytes(b"This is not a database, it is a sentence." * 100)
    with pytest.raises(IntegrityError, match="not a database") as caught:
        case.ledger()
    assert "delete this file" in caught.value.remedy


def test_a_database_of_another_version_is_made_anew(full_case: Case) -> None:
    with sqlite3.connect(full_case.store.path) as connection:
        connection.execute("UPDATE meta SET value = 'older' WHERE key = 'shape'")
        connection.execute("CREATE TABLE stranger (x)")
    connection.close()
    with pytest.raises(CaseError, match="another version"):
        full_case.ledger()
    ledger = small_ledger()
    full_case.commit(ledger, pages(ledger), render)
    assert full_case.ledger() == ledger


def test_files_are_listed_with_what_they_were_made_from(case: Case) -> None:
    file = SiteFile("index.html", "key", "0" * 64, 12)
    case.store.write(small_ledger(), [file], {})
    assert case.store.files() == {"index.html": file}
    case.store.write(small_ledger(), [replace(file, size=13)], {})
    assert case.store.files()["index.html"].size == 13


def test_a_path_with_odd_characters_holds_a_ledger(tmp_path: Path) -> None:
    folder = tmp_path / "a ?#%20&é"
    folder.mkdir()
    store = Store(folder / "ledger.sqlite")
    store.write(small_ledger(), [], {})
    assert store.load() == small_ledger()

"""A ledger and its site become those of the case together, or not at all."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.casefile import Case
from reportedly.casefile.receive import receive
from reportedly.casefile.verify import Severity, verify
from reportedly.errors import CaseError, SpanDriftError
from reportedly.model.canonical import encode
from reportedly.model.ledger import Ledger
from reportedly.model.report import NOTHING_GIVEN
from tests.casefile.children import child
from tests.casefile.samples import (
    AT,
    BY,
    LATER,
    SamplePage,
    drifted,
    pages,
    render,
    small_ledger,
)

POINTS = 40


def site(case: Case) -> dict[str, bytes]:
    folder = case.path / "site"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def planned(ledger: Ledger) -> dict[str, bytes]:
    return {page.path: page.data for page in pages(ledger)}


def damage(case: Case) -> list[str]:
    return [p.what for p in verify(case).problems if p.severity is Severity.DAMAGE]


def test_what_is_committed_is_read_back(case: Case) -> None:
    ledger = small_ledger()
    done = case.commit(ledger, pages(ledger), render)
    assert Case.open(case.path).ledger() == ledger
    assert site(case) == planned(ledger)
    assert (done.rows, done.written, done.removed) == (12, 5, 0)


def test_the_same_again_writes_nothing(full_case: Case) -> None:
    ledger = small_ledger()
    before = {path: path.stat().st_mtime_ns for path in full_case.path.rglob("*.html")}
    done = full_case.commit(ledger, pages(ledger), render)
    assert (done.rows, done.written, done.removed) == (0, 0, 0)
    assert {path: path.stat().st_mtime_ns for path in full_case.path.rglob("*.html")} == before


def test_a_page_whose_key_stands_is_not_rendered_again(full_case: Case) -> None:
    rendered: Counter[str] = Counter()

    def counting(page: SamplePage) -> bytes:
        rendered[page.path] += 1
        return page.data

    ledger = small_ledger(4)
    done = full_case.commit(ledger, pages(ledger), counting)
    new = {f"report/{row.id[:12]}.html" for row in ledger.reports}
    old = {f"report/{row.id[:12]}.html" for row in small_ledger().reports}
    assert set(rendered) == {"ledger.json", "index.html", *(new - old)}
    assert (done.rows, done.written) == (4, 3)


def test_a_page_somebody_deleted_is_rendered_again(full_case: Case) -> None:
    (full_case.path / "site" / "index.html").unlink()
    ledger = small_ledger()
    full_case.commit(ledger, pages(ledger), render)
    assert site(full_case) == planned(ledger)


def test_pages_no_longer_wanted_go_and_what_a_person_put_there_stays(full_case: Case) -> None:
    (full_case.path / "site" / "mine.txt").write_bytes(b"a note")
    ledger = small_ledger(2)
    done = full_case.commit(ledger, pages(ledger), render)
    assert done.removed == 1
    assert site(full_case) == {**planned(ledger), "mine.txt": b"a note"}


def test_pages_of_a_lost_ledger_do_not_outlive_it(full_case: Case) -> None:
    full_case.store.path.unlink()
    ledger = small_ledger(2)
    done = full_case.commit(ledger, pages(ledger), render)
    assert done.removed == 1
    assert site(full_case) == planned(ledger)


def test_a_ledger_with_a_span_that_reads_otherwise_is_not_written(full_case: Case) -> None:
    before = (full_case.ledger(), site(full_case))
    wrong = drifted(small_ledger())
    with pytest.raises(SpanDriftError, match="reads"):
        full_case.commit(wrong, pages(wrong), render)
    assert (full_case.ledger(), site(full_case)) == before
    assert not full_case.site.unfinished


def test_a_page_that_cannot_be_rendered_leaves_all_as_it_was(full_case: Case) -> None:
    before = (full_case.ledger(), site(full_case))

    def refuse(page: SamplePage) -> bytes:
        raise KeyError(page.path)

    ledger = small_ledger(5)
    with pytest.raises(KeyError):
        full_case.commit(ledger, pages(ledger), refuse)
    assert (full_case.ledger(), site(full_case)) == before


@pytest.mark.parametrize("path", ["../out", "/etc/out", "a/../../out", "a//b", "a\\b", "", "."])
def test_no_page_leaves_the_site(case: Case, path: str) -> None:
    ledger = small_ledger()
    with pytest.raises(ValueError, match="not a path inside the site"):
        case.commit(ledger, [SamplePage(path, "", b"x")], render)
    assert not case.store.exists


def test_a_ledger_out_of_order_is_a_bug(case: Case) -> None:
    ledger = small_ledger()
    with pytest.raises(ValueError, match="reports is not in canonical order"):
        case.commit(replace(ledger, reports=ledger.reports[::-1]), [], render)


def test_two_rows_of_one_id_are_a_bug(case: Case) -> None:
    ledger = small_ledger()
    twice = (ledger.attributions[0], *ledger.attributions)
    with pytest.raises(ValueError, match="two rows of attributions"):
        case.commit(replace(ledger, attributions=twice), [], render)


def test_a_build_killed_at_any_moment_leaves_the_old_ledger_or_the_new(full_case: Case) -> None:
    old, new = small_ledger(), small_ledger(30, "Since then nothing was heard.")
    assert int(child("dying", "commit", str(full_case.path), str(POINTS))) == POINTS
    outcomes: Counter[int] = Counter()
    for point in range(POINTS):
        case = Case.open(full_case.path.with_name(f"killed-{point}"))
        found = case.ledger()
        assert found in (old, new)
        assert site(case) == planned(found)
        assert not case.site.unfinished
        assert damage(case) == []
        outcomes[len(found.reports)] += 1
        case.commit(new, pages(new, keyed=False), render)
        assert (case.ledger(), site(case)) == (new, planned(new))
    assert set(outcomes) == {3, 30}


def test_a_writer_killed_with_half_its_pages_on_the_disk_leaves_the_old_ledger(
    full_case: Case,
) -> None:
    child("spilling", str(full_case.path))
    assert full_case.path.joinpath("ledger.sqlite-journal").stat().st_size > 0
    case = Case.open(full_case.path)
    assert case.ledger() == small_ledger()
    assert damage(case) == []
    assert case.store.shelf().get("half") is None


def test_receiving_killed_at_any_moment_loses_nothing(case: Case, inbox: Path) -> None:
    assert int(child("dying", "receive", str(case.path), str(POINTS))) == POINTS
    for point in range(POINTS):
        killed = Case.open(case.path.with_name(f"killed-{point}"))
        assert damage(killed) == []
        receive(killed, [inbox], NOTHING_GIVEN, by=BY, at=LATER)
        assert len(list(killed.originals())) == 3
        remaining = [problem.what for problem in verify(killed).problems]
        assert remaining == ["the case has no ledger yet, or it was deleted"]


def test_a_full_disk_leaves_the_old_ledger(full_case: Case) -> None:
    before = (full_case.ledger(), site(full_case))
    said = child("limited", str(full_case.path), "commit")
    assert said.startswith("CaseError: ")
    assert (full_case.ledger(), site(full_case)) == before
    assert damage(full_case) == []


def test_a_second_writer_is_told_who_is_writing(full_case: Case) -> None:
    other = Case.open(full_case.path)
    ledger = small_ledger()
    with full_case.lock(), full_case.lock():
        with pytest.raises(CaseError, match="is writing this case"):
            other.commit(ledger, pages(ledger), render)
        assert other.ledger() == ledger
    other.commit(ledger, pages(ledger), render)


def test_deleting_the_ledger_loses_nothing(full_case: Case) -> None:
    ledger = small_ledger()
    before = (full_case.store.dump(), site(full_case))
    (full_case.path / "ledger.sqlite").unlink()
    with pytest.raises(CaseError, match="no ledger yet"):
        full_case.ledger()
    full_case.commit(ledger, pages(ledger), render)
    assert (full_case.store.dump(), site(full_case)) == before


def test_the_way_to_a_ledger_leaves_no_trace_in_its_dump(case: Case, tmp_path: Path) -> None:
    straight, ledger = case, small_ledger(6)
    straight.commit(ledger, pages(ledger), render)
    winding = Case.create(tmp_path / "winding", "The barges", at=LATER, by="Bo")
    for many in (2, 9, 4, 6):
        step = small_ledger(many)
        winding.commit(step, pages(step), render)
    assert winding.store.dump() == straight.store.dump()
    assert encode(winding.ledger()) == encode(ledger)


def test_a_case_moved_elsewhere_is_the_same_case(full_case: Case, tmp_path: Path) -> None:
    moved = Case.open(Path(shutil.move(full_case.path, tmp_path / "elsewhere")))
    assert moved.ledger() == small_ledger()
    assert verify(moved).problems == ()
    assert moved.receipts()[0].received == AT[:10]

"""What verify names, and how gravely."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.casefile import Case
from reportedly.casefile.receive import receive
from reportedly.casefile.verify import Checked, Problem, Severity, verify
from reportedly.model.custody import CustodyAct
from reportedly.model.ident import digest
from reportedly.model.report import NOTHING_GIVEN
from tests.casefile.samples import AT, BY, LATER, SALT, note, pages, render, small_ledger


def found(case: Case) -> list[tuple[str, str, str]]:
    return [(p.severity.value, p.what, p.where) for p in verify(case).problems]


def only(case: Case) -> Problem:
    (problem,) = verify(case).problems
    assert problem.remedy
    return problem


def test_a_whole_case_has_no_problems(full_case: Case) -> None:
    checked = verify(full_case)
    assert checked.problems == ()
    assert checked.originals == 3
    assert checked.custody == full_case.custody.head()
    assert checked.custody.hash in checked.summary
    assert checked.decisions.hash in checked.summary


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A case that tests damage and mend again."""
    folder = tmp_path_factory.mktemp("lasting")
    case = Case.create(folder / "case", "The barges", at=AT, by=BY, salt=SALT)
    for number in range(3):
        (folder / f"{number}.txt").write_bytes(f"Barge {number} sank, Roke said.\n".encode())
        receive(case, [folder / f"{number}.txt"], NOTHING_GIVEN, by=BY, at=AT)
        case.decisions.append(note(f"on barge {number}"))
    return case


def with_flipped_bit(path: Path, bit: int, look: Callable[[], Checked]) -> Checked:
    """What ``look`` sees while one bit of ``path`` is flipped."""
    whole = path.read_bytes()
    hurt = bytearray(whole)
    hurt[bit // 8] ^= 1 << bit % 8
    path.chmod(0o644)
    path.write_bytes(hurt)
    try:
        return look()
    finally:
        path.write_bytes(whole)
        path.chmod(0o444)


@given(chance=st.randoms(use_true_random=False))
def test_one_flipped_bit_in_an_original_is_named(lasting: Case, chance: random.Random) -> None:
    path = lasting.sealed.path(chance.choice(list(lasting.sealed.names())))
    bit = chance.randrange(path.stat().st_size * 8)
    checked = with_flipped_bit(path, bit, lambda: verify(Case.open(lasting.path)))
    assert [p.where for p in checked.problems if p.severity is Severity.DAMAGE] == [str(path)]


@given(chance=st.randoms(use_true_random=False), log=st.sampled_from(["custody", "decisions"]))
def test_one_flipped_bit_in_a_log_is_named_with_its_line(
    lasting: Case, chance: random.Random, log: str
) -> None:
    path = lasting.path / f"{log}.jsonl"
    whole = path.read_bytes()
    bit = chance.randrange(len(whole) * 8)
    line = whole[: bit // 8].count(b"\n") + 1
    checked = with_flipped_bit(path, bit, lambda: verify(Case.open(lasting.path)))
    damage = [p for p in checked.problems if p.severity is Severity.DAMAGE]
    assert damage[0].where == f"{path}:{line}"
    assert f"line {line} of {log}.jsonl" in damage[0].what


def test_a_missing_original_is_damage_and_its_receipt_is_named(full_case: Case) -> None:
    path = full_case.sealed.path(full_case.receipts()[0].sha256)
    path.unlink()
    problem = only(full_case)
    assert problem.severity is Severity.DAMAGE
    assert problem.where == str(path)
    assert "of custody.jsonl received" in problem.what


def test_an_original_without_a_receipt_is_a_finding(full_case: Case) -> None:
    data = b"sealed, and then the power went"
    path = full_case.sealed.path(digest(data))
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    path.chmod(0o444)
    assert only(full_case).severity is Severity.FINDING


def test_an_original_that_may_be_written_is_a_finding(full_case: Case) -> None:
    path = full_case.sealed.path(full_case.receipts()[0].sha256)
    path.chmod(0o644)
    problem = only(full_case)
    assert (problem.severity, problem.remedy) == (Severity.FINDING, f"chmod 0444 {path}")


def test_what_is_no_original_is_listed(full_case: Case) -> None:
    (full_case.path / "originals" / "notes.txt").write_bytes(b"x")
    (full_case.path / "originals" / "ab").mkdir(exist_ok=True)
    (full_case.path / "originals" / "ab" / ("cd" * 32)).symlink_to("/etc/hostname")
    assert [(severity, what) for severity, what, _ in found(full_case)] == [
        ("finding", "this is no original: nothing was received under this name")
    ] * 2


def test_a_missing_ledger_is_a_finding(full_case: Case) -> None:
    full_case.store.path.unlink()
    assert only(full_case).severity is Severity.FINDING


def test_a_ledger_older_than_a_receipt_a_decision_or_a_setting_is_a_finding(
    full_case: Case,
) -> None:
    full_case.decisions.append(note("The bridge is meant."))
    problem = only(full_case)
    assert problem.severity is Severity.FINDING
    assert "out of date" in problem.what


def test_a_changed_setting_makes_the_ledger_out_of_date(full_case: Case) -> None:
    settings = full_case.path / "case.toml"
    settings.write_text(settings.read_text().replace('"UTC"', '"Europe/Madrid"'))
    assert "out of date" in only(Case.open(full_case.path)).what


def test_an_act_that_changes_nothing_leaves_the_ledger_up_to_date(full_case: Case) -> None:
    full_case.record(CustodyAct.EXPORTED, at=LATER, by=BY, detail="csv")
    assert verify(full_case).problems == ()


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("UPDATE reports SET payload = replace(payload, 'sank', 'rose')", "was changed"),
        ("UPDATE attributions SET cue = 'denies'", "filed under"),
        ("UPDATE mentions SET id = 'mn-other' || id", "filed under"),
        ("DELETE FROM attributions", "removed from the ledger"),
    ],
)
def test_a_changed_row_of_the_ledger_is_damage(full_case: Case, sql: str, says: str) -> None:
    with sqlite3.connect(full_case.store.path) as connection:
        connection.execute(sql)
    connection.close()
    problems = verify(full_case).problems
    assert says in problems[0].what
    assert {problem.severity for problem in problems} == {Severity.DAMAGE}
    assert "reportedly build" in problems[0].remedy


def test_a_ledger_that_is_no_database_is_damage(full_case: Case) -> None:
    full_case.store.path.write_bytes(b"x" * 5000)
    assert only(full_case).severity is Severity.DAMAGE


@given(chance=st.randoms(use_true_random=False))
def test_no_flipped_bit_in_the_database_makes_verify_fall_over(
    tmp_path_factory: pytest.TempPathFactory, chance: random.Random
) -> None:
    folder = tmp_path_factory.getbasetemp() / "flipped"
    if not folder.exists():
        made = Case.create(folder, "The barges", at=AT, by=BY, salt=SALT)
        ledger = small_ledger()
        made.commit(ledger, pages(ledger), render)
    path = folder / "ledger.sqlite"
    bit = chance.randrange(path.stat().st_size * 8)
    checked = with_flipped_bit(path, bit, lambda: verify(Case.open(folder)))
    assert all(problem.remedy for problem in checked.problems)


def test_an_edited_page_is_damage_and_a_missing_one_a_finding(full_case: Case) -> None:
    (full_case.path / "site" / "ledger.json").write_bytes(b"{}")
    (full_case.path / "site" / "index.html").unlink()
    assert [(severity, what) for severity, what, _ in found(full_case)] == [
        ("damage", "a page was changed after it was written"),
        ("finding", "a page is missing"),
    ]


def test_a_reading_that_cannot_be_read_is_a_finding(full_case: Case) -> None:
    full_case.readings.put(digest(b"text"), b'{"report":"abc"}')
    assert verify(full_case).problems == ()
    full_case.readings.path(digest(b"text")).write_bytes(b"")
    assert only(full_case).severity is Severity.FINDING


def test_a_machine_that_reads_otherwise_is_a_finding(full_case: Case) -> None:
    assert verify(full_case, small_ledger()).problems == ()
    (problem,) = verify(full_case, small_ledger(3, "And more.")).problems
    assert problem.severity is Severity.FINDING
    assert "3 statements differently" in problem.what


def test_logs_older_than_the_ledger_are_damage(full_case: Case) -> None:
    full_case.record(CustodyAct.READ, at=LATER, by=BY)
    ledger = small_ledger()
    full_case.commit(ledger, pages(ledger), render)
    log = full_case.custody.log.path
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:-1]))
    problem = only(full_case)
    assert problem.severity is Severity.DAMAGE
    assert "the ledger was built when it had 5" in problem.what


def test_damage_stands_before_findings_and_one_check_stops_no_other(full_case: Case) -> None:
    first, second, _ = full_case.receipts()
    full_case.sealed.path(first.sha256).chmod(0o644)
    full_case.sealed.path(second.sha256).unlink()
    log = full_case.custody.log.path
    log.write_bytes(log.read_bytes().replace(b"herald", b"gazett"))
    full_case.store.path.unlink()
    severities = [severity for severity, _, _ in found(full_case)]
    assert severities == ["damage", "finding", "finding"]

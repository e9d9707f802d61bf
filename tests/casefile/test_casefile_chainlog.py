"""Logs to which lines are only added."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.casefile import Case
from reportedly.casefile.chainlog import ChainLog, Head
from reportedly.casefile.verify import Severity, verify
from reportedly.errors import CaseError, IntegrityError, UsageError
from reportedly.model.custody import CustodyAct, CustodyLine
from reportedly.model.decision import Act, Decision
from tests.casefile.children import child, start
from tests.casefile.samples import AT, BY, LATER, SALT, note
from tests.strategies import decisions


def logs(folder: Path) -> tuple[ChainLog, ChainLog]:
    one, other = folder / "one.jsonl", folder / "other.jsonl"
    one.touch()
    other.touch()
    return ChainLog(one, one), ChainLog(other, one)


def test_what_is_appended_is_read_in_its_order(tmp_path: Path) -> None:
    one, other = logs(tmp_path)
    one.append([b'"a"', b'"b"'], other)
    one.append([b'"c"'], other)
    assert [json.loads(entry)["line"] for entry in one.read().entries] == ["a", "b", "c"]


def test_an_empty_log_has_the_first_head(tmp_path: Path) -> None:
    one, _ = logs(tmp_path)
    assert one.read().head == Head(0, "0" * 64)


def test_anyone_can_check_a_line_with_plain_sha_256(tmp_path: Path) -> None:
    one, other = logs(tmp_path)
    one.append([b'"a"', b'"b"'], other)
    for line in one.path.read_bytes().splitlines():
        entry, _, _ = line.removeprefix(b'{"entry":').rpartition(b',"hash":')
        row = json.loads(line)
        assert hashlib.sha256(row["prev"].encode() + entry).hexdigest() == row["hash"]


def test_each_log_notes_how_far_the_other_had_come(tmp_path: Path) -> None:
    one, other = logs(tmp_path)
    head = other.append([b'"x"'], one).head
    entry = json.loads(one.append([b'"a"'], other).entries[-1])
    assert entry["beside"] == {"hash": head.hash, "lines": 1}


def rewritten(path: Path, *order: int) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[number] for number in order))


@pytest.mark.parametrize(
    ("order", "line"),
    [((1, 2, 3), 1), ((0, 2, 3), 2), ((0, 2, 1, 3), 2), ((0, 1, 1, 2, 3), 3), ((3,), 1)],
)
def test_a_missing_a_moved_and_a_doubled_line_are_named(
    tmp_path: Path, order: tuple[int, ...], line: int
) -> None:
    one, other = logs(tmp_path)
    one.append([b'"a"', b'"b"', b'"c"', b'"d"'], other)
    rewritten(one.path, *order)
    with pytest.raises(IntegrityError, match=rf"line {line} of one.jsonl") as caught:
        one.read()
    assert caught.value.where == f"{one.path}:{line}"


def test_nothing_is_added_to_a_damaged_log(tmp_path: Path) -> None:
    one, other = logs(tmp_path)
    one.append([b'"a"', b'"b"'], other)
    rewritten(one.path, 1, 0)
    before = one.path.read_bytes()
    with pytest.raises(IntegrityError):
        one.append([b'"c"'], other)
    assert one.path.read_bytes() == before


def test_nothing_is_added_beside_a_damaged_log(tmp_path: Path) -> None:
    one, other = logs(tmp_path)
    other.append([b'"a"', b'"b"'], one)
    rewritten(other.path, 1, 0)
    with pytest.raises(IntegrityError, match=r"other\.jsonl"):
        one.append([b'"c"'], other)
    assert one.path.read_bytes() == b""


@given(cut=st.integers(1, 200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_torn_last_line_is_named_and_its_remedy_works(tmp_path: Path, cut: int) -> None:
    one, other = logs(tmp_path)
    one.path.write_bytes(b"")
    one.append([b'"a"', b'"b"'], other)
    whole = one.path.read_bytes()
    first = whole.index(b"\n") + 1
    one.path.write_bytes(whole[: max(first + 1, len(whole) - cut)])
    with pytest.raises(IntegrityError, match=r"line 2 of one\.jsonl, the last, is torn") as caught:
        one.read()
    if cut == 1:
        assert "printf" in caught.value.remedy
        one.path.write_bytes(one.path.read_bytes() + b"\n")
        assert len(one.read().entries) == 2
    else:
        assert f"truncate -s {first} " in caught.value.remedy
        one.path.write_bytes(one.path.read_bytes()[:first])
        assert len(one.read().entries) == 1


def test_a_missing_log_is_an_integrity_error(case: Case) -> None:
    case.decisions.log.path.unlink()
    with pytest.raises(IntegrityError, match="missing"):
        case.decisions.all()
    with pytest.raises(IntegrityError, match="missing"):
        case.custody.append([CustodyLine(CustodyAct.READ, AT, BY)])


def test_a_full_disk_leaves_the_log_as_it_was(case: Case) -> None:
    before = case.custody.log.path.read_bytes()
    assert child("limited", str(case.path), "log").startswith("CaseError: the disk is full")
    assert case.custody.log.path.read_bytes() == before


def test_two_processes_appending_at_once_lose_nothing(case: Case) -> None:
    running = [start("appending", str(case.path), name, "40") for name in ("Ada", "Bo")]
    for process in running:
        process.communicate()
        assert process.returncode == 0
    made = case.decisions.all()
    for name in ("Ada", "Bo"):
        mine = [decision.value for decision in made if decision.by == name]
        assert mine == [f"note {number}" for number in range(40)]
    assert len(case.custody.all()) == 1 + 2 * 40
    assert not verify(case).damaged


@given(st.lists(decisions, max_size=6))
def test_decisions_come_back_as_they_were_made(
    tmp_path_factory: pytest.TempPathFactory, made: list[Decision]
) -> None:
    folder = tmp_path_factory.mktemp("case")
    case = Case.create(folder, "x", at=AT, by=BY, salt=SALT)
    written = [case.decisions.append(decision) for decision in made]
    assert case.decisions.all() == tuple(written)
    assert len({decision.id for decision in written}) == len(written)
    bare = [Decision("", *(getattr(d, f) for f in FIELDS)) for d in written]
    assert bare == made


FIELDS = ("act", "by", "at", "why", "targets", "field", "value", "of")


def test_the_same_decision_has_the_same_id_in_another_case(tmp_path: Path) -> None:
    cases = [Case.create(tmp_path / name, name, at=AT, by=BY) for name in ("one", "other")]
    cases[1].record(CustodyAct.READ, at=AT, by=BY)
    first, second = (case.decisions.append(note("The bridge is not in dispute.")) for case in cases)
    assert first == second


def test_the_very_same_decision_twice_has_two_ids(case: Case) -> None:
    assert case.decisions.append(note("again")).id != case.decisions.append(note("again")).id


def test_words_that_are_no_unicode_are_kept_readable(case: Case) -> None:
    assert case.decisions.append(note("caf\udce9 \ud800")).value == r"caf\udce9 \ud800"
    assert case.decisions.append(note("caf\udce9")).value == r"caf\xe9"


def test_undoing_what_was_never_decided_is_refused(case: Case) -> None:
    with pytest.raises(UsageError, match="dc-none"):
        case.decisions.append(Decision("", Act.UNDO, BY, AT, of=("dc-none",)))
    assert case.decisions.all() == ()


def test_a_time_without_seconds_or_zone_is_a_bug(case: Case) -> None:
    with pytest.raises(ValueError, match="moment"):
        case.decisions.append(note("x", at="2031-05-22"))


def test_an_act_this_version_does_not_know_is_told(case: Case) -> None:
    line = b'{"act":"teleported","at":"2031-05-22T23:40:00Z","by":"x"}'
    case.custody.log.append([line], case.decisions.log)
    with pytest.raises(CaseError, match=r"line 2 of custody\.jsonl"):
        case.custody.all()


def test_cutting_the_end_off_one_log_is_told_by_the_other(case: Case) -> None:
    case.decisions.append(note("one"))
    case.decisions.append(note("two"))
    case.record(CustodyAct.READ, at=LATER, by=BY)
    rewritten(case.decisions.log.path, 0)
    case.decisions.append(note("three"))
    (problem,) = [p for p in verify(case).problems if p.severity is Severity.DAMAGE]
    assert "decisions.jsonl has lost lines" in problem.what
    assert "line 2 of custody.jsonl" in problem.what


def test_cutting_the_end_off_the_custody_log_is_told_by_the_decisions(case: Case) -> None:
    case.record(CustodyAct.READ, at=LATER, by=BY)
    case.decisions.append(note("one"))
    rewritten(case.custody.log.path, 0)
    (problem,) = [p for p in verify(case).problems if p.severity is Severity.DAMAGE]
    assert "custody.jsonl has lost lines" in problem.what

"""What people decide outlives rebuilds and better readers, and can be taken back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.build.addressing import Addresses
from reportedly.build.readers import Reader, reader_of
from reportedly.casefile import Case
from reportedly.model.decision import Act, Decision, DecisionState
from reportedly.model.ledger import Ledger
from reportedly.model.report import Report, ReportState
from reportedly.model.settings import Settings
from reportedly.model.statement import AttributionKind, EntityKind, Reading, ReviewState
from tests.cases import AT, BY, built, take_in, written_ledger


def decide(
    case: Case, act: Act, *rows: str, field: str = "", value: str = "", of: tuple[str, ...] = ()
) -> Decision:
    """Append a decision on rows of the ledger as it stands."""
    addresses = Addresses(case.ledger())
    targets = tuple(addresses.of(row) for row in rows)
    with case.lock():
        return case.decisions.append(
            Decision("", act, BY, AT, "a test", targets, field=field, value=value, of=of)
        )


def without_decisions(case: Case) -> dict[str, object]:
    """The written ledger but for the list of decisions and the counts, theirs among them."""
    rows: dict[str, object] = json.loads(written_ledger(case))
    del rows["decisions"], rows["counts"]
    return rows


def said(ledger: Ledger, kind: AttributionKind = AttributionKind.DIRECT) -> str:
    """An attribution with a source, of a kind, that can be decided about."""
    return next(row.id for row in ledger.attributions if row.kind is kind and row.source)


def two_people(ledger: Ledger) -> tuple[str, str]:
    """Two persons the ledger keeps apart."""
    people = [row.id for row in ledger.entities if row.kind is EntityKind.PERSON]
    return people[0], people[1]


def a_question(ledger: Ledger) -> str:
    """A question with the most claims."""
    return max(ledger.questions, key=lambda row: (len(row.claims), row.id)).id


ACTS: dict[str, Callable[[Case, Ledger], Decision]] = {
    "reject": lambda case, ledger: decide(case, Act.REJECT, said(ledger)),
    "accept": lambda case, ledger: decide(case, Act.ACCEPT, said(ledger)),
    "correct": lambda case, ledger: decide(
        case, Act.CORRECT, said(ledger), field="stance", value="doubts"
    ),
    "correct a report": lambda case, ledger: decide(
        case, Act.CORRECT, ledger.reports[0].id, field="outlet", value="Another Paper"
    ),
    "same": lambda case, ledger: decide(case, Act.SAME, *two_people(ledger)),
    "rename": lambda case, ledger: decide(
        case, Act.RENAME, a_question(ledger), value="How bad was it?"
    ),
    "grade": lambda case, ledger: decide(case, Act.GRADE, a_question(ledger), value="weak"),
    "note": lambda case, ledger: decide(case, Act.NOTE, a_question(ledger), value="Ask again."),
    "withdraw": lambda case, ledger: decide(
        case,
        Act.WITHDRAW,
        next(row.id for row in ledger.reports if row.state is ReportState.READ),
    ),
}


@pytest.mark.parametrize("name", ACTS)
def test_a_decision_changes_the_ledger_and_undo_brings_it_back(name: str, a_copy: Case) -> None:
    before = without_decisions(a_copy)
    made = ACTS[name](a_copy, a_copy.ledger())
    became = built(a_copy).decisions[-1]
    assert (became.decision.id, became.state) == (made.id, DecisionState.STANDING), became.why
    assert without_decisions(a_copy) != before
    decide(a_copy, Act.UNDO, of=(made.id,))
    states = [row.state for row in built(a_copy).decisions]
    assert states == [DecisionState.UNDONE, DecisionState.STANDING]
    assert without_decisions(a_copy) == before


def decided(case: Case) -> Case:
    """A case with one decision of most kinds, built after the last only."""
    ledger = case.ledger()
    for act in ACTS.values():
        act(case, ledger)
    built(case)
    return case


def test_replaying_the_log_gives_the_same_ledger(a_copy: Case) -> None:
    decided(a_copy)
    before, rows = written_ledger(a_copy), a_copy.store.dump()
    (a_copy.path / "ledger.sqlite").unlink()
    shutil.rmtree(a_copy.path / "readings")
    shutil.rmtree(a_copy.path / "site")
    again = Case.open(a_copy.path)
    built(again)
    assert written_ledger(again) == before
    assert again.store.dump() == rows


def test_decisions_applied_one_by_one_give_the_ledger_of_all_at_once(
    a_copy: Case, tmp_path: Path
) -> None:
    other = Case.open(Path(shutil.copytree(a_copy.path, tmp_path / "other")))
    ledger = a_copy.ledger()
    for act in list(ACTS.values())[:5]:
        act(a_copy, ledger)
        built(a_copy)
        act(other, ledger)
    built(other)
    assert written_ledger(a_copy) == written_ledger(other)


def test_decisions_hold_when_reports_are_added_afterwards(a_copy: Case, tmp_path: Path) -> None:
    rejected = said(a_copy.ledger())
    decide(a_copy, Act.REJECT, rejected)
    joined = two_people(a_copy.ledger())
    decide(a_copy, Act.SAME, *joined)
    later = tmp_path / "later.txt"
    later.write_text("Ada Moll said that nine people died on the pier.", encoding="utf-8")
    take_in(a_copy, [later])
    ledger = built(a_copy)
    assert {row.state for row in ledger.decisions} == {DecisionState.STANDING}
    state = next(row.state for row in ledger.attributions if row.id == rejected)
    assert state is ReviewState.REJECTED


def direct_only(report: Report, settings: Settings) -> Reading:
    """Another reader: it reads what stands in quotation marks and nothing else, under its own ids."""
    reading = reader_of(settings, Path()).read(report, settings)
    kept = tuple(
        replace(row, id=f"{row.id}-d", inside=None)
        for row in reading.attributions
        if row.kind is AttributionKind.DIRECT
    )
    ids = {row.id.removesuffix("-d"): row.id for row in kept}
    claims = tuple(
        replace(row, attribution=ids[row.attribution])
        for row in reading.claims
        if row.attribution in ids
    )
    return replace(reading, attributions=kept, claims=claims)


def test_decisions_made_with_one_reader_are_anchored_or_listed_with_another(
    a_copy: Case,
) -> None:
    ledger = a_copy.ledger()
    found = decide(a_copy, Act.REJECT, said(ledger, AttributionKind.DIRECT))
    lost = decide(a_copy, Act.REJECT, said(ledger, AttributionKind.INDIRECT))
    joined = decide(a_copy, Act.SAME, *two_people(ledger))
    built(a_copy)
    before = written_ledger(a_copy)

    other = built(a_copy, reader=Reader("direct only", direct_only))
    states = {row.decision.id: row for row in other.decisions}
    assert list(states) == [found.id, lost.id, joined.id]
    assert states[found.id].state is DecisionState.STANDING
    assert states[joined.id].state is DecisionState.STANDING
    assert states[lost.id].state is DecisionState.ORPHANED
    assert states[lost.id].why
    assert [row.kind for row in other.attributions if row.state is ReviewState.REJECTED] == [
        AttributionKind.DIRECT
    ]

    built(a_copy)
    assert written_ledger(a_copy) == before


def test_a_decision_on_words_that_went_is_orphaned_and_never_moved(a_copy: Case) -> None:
    ledger = a_copy.ledger()
    made = decide(a_copy, Act.REJECT, said(ledger))
    target = made.targets[0]
    drifted = replace(target, quote=f"{target.quote} indeed")
    with a_copy.lock():
        a_copy.decisions.append(replace(made, id="", targets=(drifted,)))
    states = [row.state for row in built(a_copy).decisions]
    assert states == [DecisionState.STANDING, DecisionState.ORPHANED]

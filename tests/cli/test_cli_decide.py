"""Every act of the closed list does something that can be seen, and undo takes all of it back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.casefile import Case
from reportedly.model.decision import Act
from reportedly.model.ledger import Ledger
from reportedly.model.report import Given
from tests.cases import built, command, new_case, take_in, write_files
from tests.cli.small_case import find, fine, rows

ROWS = {
    "TOLD": ("claim", '"killed"', "14 people"),
    "OTHER": ("claim", '"killed"', "At least nine"),
    "SAID": ("attribution", "14 people"),
    "TOLL": ("question", "How many people were killed"),
    "HURT": ("question", "How many people were injured"),
    "POST": ("report", "Osk Evening Post"),
    "TRIBUNE": ("report", "North Tribune"),
    "VIK": ("entity", '"Jonas Vik"'),
    "HOLM": ("entity", '"Marit Holm"'),
}
"""How each row that the acts below speak of is found, in whatever id it has."""

ACTS = [
    ("accept", "TOLD"),
    ("reject", "TOLD"),
    ("reject", "SAID"),
    ("correct", "TOLD", "--field", "value", "--to", "13"),
    ("correct", "SAID", "--field", "stance", "--to", "denies"),
    ("correct", "TRIBUNE", "--field", "outlet", "--to", "Northern Tribune"),
    ("correct", "TRIBUNE", "--field", "published", "--to", "2031-05-24"),
    ("add", "POST", "--words", "The Harbour Union was founded in March 2024"),
    ("same", "VIK", "HOLM"),
    ("different", "FULL", "SHORT"),
    ("split", "TOLL", "TOLD"),
    ("merge", "TOLL", "HURT"),
    ("rename", "TOLL", "How many died on the ferry?"),
    ("grade", "TOLL", "contested"),
    ("note", "TOLL", "Ask the coast guard."),
    ("protect", "Marit Holm", "--as", "Witness 1"),
    ("withdraw", "TRIBUNE"),
]


@pytest.fixture(scope="session")
def known(small_case: Path) -> dict[str, str]:
    """The ids of the rows, and of two names of one man."""
    found = {name: find(small_case, *where) for name, where in ROWS.items()}
    called = {row.span.text: row.id for row in Case.open(small_case).ledger().mentions}
    return found | {"FULL": called["Jonas Vik"], "SHORT": called["J. Vik"]}


def seen(case: Path) -> tuple[Ledger, object]:
    """What the case holds and what leaves it, but for the log of decisions."""
    shown = json.loads((case / "site/ledger.json").read_bytes())
    del shown["decisions"], shown["counts"]["decisions"]
    return replace(Case.open(case).ledger(), decisions=()), shown


def state(case: Path, id: str) -> str:
    (row,) = (row for row in Case.open(case).ledger().decisions if row.decision.id == id)
    return row.state.value


def decide(case: Path, *words: str) -> str:
    """Decide, and give the id of the decision."""
    return fine("decide", case, *words).out.strip()


@pytest.mark.parametrize("act", ACTS, ids=lambda act: " ".join(act[:4]))
def test_an_act_can_be_seen_and_its_undo_leaves_no_trace_but_the_log(
    case: Path, known: dict[str, str], act: Sequence[str]
) -> None:
    before = seen(case)
    id = decide(case, "--by", "ida", *(known.get(word, word) for word in act))
    assert state(case, id) == "standing"
    assert seen(case) != before
    undo = decide(case, "undo", id)
    assert (state(case, id), state(case, undo)) == ("undone", "standing")
    assert seen(case) == before


def test_every_act_of_the_closed_list_is_tried() -> None:
    alone = {"adjudicate", "undo"}
    assert {act[0] for act in ACTS} | alone == {act.value for act in Act}


def test_adjudicating_lets_one_of_two_stand_and_can_be_taken_back(
    case: Path, known: dict[str, str]
) -> None:
    told = known["TOLD"]
    first = decide(case, "--by", "ida", "accept", told)
    accepted = seen(case)
    second = decide(case, "--by", "jon", "reject", told)
    assert (state(case, first), state(case, second)) == ("superseded", "standing")
    rejected = seen(case)
    settled = decide(case, "adjudicate", first, second, "--keep", first)
    assert (state(case, first), state(case, second)) == ("standing", "undone")
    assert seen(case) == accepted
    decide(case, "undo", settled)
    assert seen(case) == rejected


def test_an_undo_can_be_undone(case: Path, known: dict[str, str]) -> None:
    corrected = decide(case, "correct", known["TOLD"], "--field", "value", "--to", "13")
    after = seen(case)
    taken_back = decide(case, "undo", corrected)
    decide(case, "undo", taken_back)
    assert state(case, corrected) == "standing"
    assert seen(case) == after


@pytest.mark.parametrize("where", ["before the case", "behind it", "behind the act"])
def test_who_and_why_may_stand_anywhere(case: Path, known: dict[str, str], where: str) -> None:
    told, place = known["TOLD"], str(case)
    shared = ["--by", "ida", "--why=heard it", "--no-build"]
    orders = {
        "before the case": [*shared, place, "accept", told],
        "behind it": [place, *shared, "accept", told],
        "behind the act": [place, "accept", *shared[:2], told, *shared[2:]],
    }
    fine("decide", *orders[where])
    (decision,) = Case.open(case).decisions.all()
    assert (decision.by, decision.why) == ("ida", "heard it")


def test_a_text_that_looks_like_an_option_can_be_given_behind_two_dashes(
    case: Path, known: dict[str, str]
) -> None:
    decide(case, "--no-build", "note", known["TOLL"], "--", "--why")
    assert [row.value for row in Case.open(case).decisions.all()] == ["--why"]


def test_a_beginning_of_an_id_is_enough_and_one_that_fits_several_is_not(
    case: Path, known: dict[str, str]
) -> None:
    told = known["TOLD"]
    decide(case, "--no-build", "accept", told[:11])
    ended = command("decide", case, "accept", "cl-")
    assert (ended.code, "begin with 'cl-'" in ended.err) == (2, True)
    assert len(Case.open(case).decisions.all()) == 1


@pytest.mark.parametrize(
    ("act", "fit"),
    [
        (("accept", "TOLL"), "an attribution or a claim"),
        (("same", "TOLL", "HURT"), "a name or an entity"),
        (("split", "TOLD", "TOLD"), "a question"),
        (("split", "TOLL", "SAID"), "a claim"),
        (("merge", "TOLL", "TOLD"), "a question"),
        (("rename", "VIK", "Jon Vik"), "a question"),
        (("withdraw", "TOLL"), "a report"),
        (("add", "TOLL", "--words", "x"), "a report"),
        (("correct", "VIK", "--field", "value", "--to", "x"), "a report"),
    ],
    ids=lambda row: row if isinstance(row, str) else " ".join(row[:2]),
)
def test_an_act_is_refused_on_a_row_it_is_not_for(
    case: Path, known: dict[str, str], act: Sequence[str], fit: str
) -> None:
    ended = command("decide", case, *(known.get(word, word) for word in act))
    assert (ended.code, fit in ended.err) == (2, True), ended.err
    assert Case.open(case).decisions.all() == ()


def test_splitting_takes_out_the_claims_that_are_named_and_no_other(
    case: Path, known: dict[str, str]
) -> None:
    held = {str(row["id"]): row["claims"] for row in rows(case, "question")}
    decide(case, "split", known["TOLL"], known["TOLD"])
    now = [row["claims"] for row in rows(case, "question")]
    assert [known["TOLD"]] in now
    rest = held[known["TOLL"]]
    assert isinstance(rest, list)
    assert [claim for claim in rest if claim != known["TOLD"]] in now


def test_a_claim_of_another_question_or_all_claims_cannot_be_split_off(
    case: Path, known: dict[str, str]
) -> None:
    ended = command("decide", case, "split", known["HURT"], known["TOLD"])
    assert (ended.code, "does not stand in this question" in ended.err) == (2, True), ended.err
    ended = command("decide", case, "split", known["TOLL"], known["TOLD"], known["OTHER"])
    assert (ended.code, "nothing would be left" in ended.err) == (2, True), ended.err


def test_an_outlet_that_no_text_names_cannot_be_joined_by_its_words(
    case: Path, known: dict[str, str]
) -> None:
    ended = command("decide", case, "same", find(case, "entity", '"North Tribune"'), known["VIK"])
    assert (ended.code, "no text names North Tribune" in ended.err) == (2, True), ended.err


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        ("TOLD", "value", "a great many lanterns"),
        ("TOLD", "stance", "says no"),
        ("TOLD", "source", "the mayor"),
        ("SAID", "cue_kind", "claims"),
        ("SAID", "value", "13"),
        ("TRIBUNE", "published", "June the 2nd"),
        ("TRIBUNE", "language", "en"),
    ],
)
def test_a_correction_that_is_none_does_not_enter_the_log(
    case: Path, known: dict[str, str], row: str, field: str, value: str
) -> None:
    ended = command("decide", case, "correct", known[row], "--field", field, "--to", value)
    assert (ended.code, "do:" in ended.err) == (2, True), ended.out + ended.err
    assert Case.open(case).decisions.all() == ()


def test_a_decision_on_what_somebody_changed_meanwhile_is_orphaned_and_says_so(
    case: Path, known: dict[str, str]
) -> None:
    decide(case, "--no-build", "correct", known["TOLD"], "--field", "value", "--to", "13")
    ended = command("decide", case, "accept", known["TOLD"])
    assert ended.code == 1, ended.out + ended.err
    assert "orphaned" in ended.err
    assert "1" in fine("show", case).out.rpartition("decisions whose words were not found")[2]


@pytest.mark.parametrize(
    "words",
    [
        ("protect", ""),
        ("protect", "…"),
        ("protect", "Marit Holm", "--as", "Mrs Holm"),
        ("note", "TOLL", " "),
        ("rename", "TOLL", "?"),
        ("add", "POST", "--words", ""),
    ],
    ids=" ".join,
)
def test_what_says_nothing_or_cannot_be_done_does_not_enter_the_log(
    case: Path, known: dict[str, str], words: Sequence[str]
) -> None:
    before = (case / "decisions.jsonl").read_bytes() if (case / "decisions.jsonl").exists() else b""
    ended = command("decide", case, "--no-build", *(known.get(word, word) for word in words))
    assert ended.code == 2
    assert "do:" in ended.err
    after = (case / "decisions.jsonl").read_bytes() if (case / "decisions.jsonl").exists() else b""
    assert after == before


def test_protecting_a_person_names_the_shorter_forms_that_stay(tmp_path: Path) -> None:
    text = "Marit Holm sells fish. “Nobody warned us,” Marit said. M. Holm is 51."
    (path,) = write_files(tmp_path / "files", {"post.txt": text})
    case = new_case(tmp_path / "case", "The ferry")
    take_in(case, [path], Given(outlet="Osk Evening Post", published="2031-05-22"))
    built(case)
    ended = fine("decide", tmp_path / "case", "protect", "Marit Holm", "--as", "Witness 1")
    assert "“Marit” once in 1 report." in ended.err
    assert "protect Marit --as 'Witness 1'" in ended.err
    again = fine("decide", tmp_path / "case", "protect", "Marit", "--as", "Witness 1")
    assert "Still to be read" not in again.err
    assert "Marit" not in (tmp_path / "case/site/ledger.json").read_text(encoding="utf-8")


def test_a_name_that_is_nowhere_is_protected_with_a_warning(case: Path) -> None:
    ended = fine("decide", case, "--no-build", "protect", "Marit Hulm")
    assert "stands in no report" in ended.err
    ended = fine("decide", case, "--no-build", "protect", "marit holm")
    assert "stands in no report" not in ended.err


def test_an_entity_is_addressed_by_its_own_name_and_not_by_an_alias(
    case: Path, known: dict[str, str]
) -> None:
    decide(case, "--no-build", "different", known["VIK"], known["HOLM"])
    (decision,) = Case.open(case).decisions.all()
    assert [target.quote for target in decision.targets] == ["Jonas Vik", "Marit Holm"]

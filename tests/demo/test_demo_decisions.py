"""The decisions the tutorial shows do on the demo story what the key says they do."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from eval.floors import KEY
from eval.key_rows import DecisionKey, bare, read_key
from reportedly.casefile import Case
from reportedly.model.decision import DecisionState
from reportedly.model.ledger import Ledger
from reportedly.model.statement import Claim, Mention, ReviewState
from tests.cases import command

DECISIONS = read_key(KEY).decision_demo


def shown(act: str) -> list[DecisionKey]:
    return [row for row in DECISIONS if row.act == act]


@pytest.fixture
def case(demo_case: Path, tmp_path: Path) -> Case:
    return Case.open(Path(shutil.copytree(demo_case, tmp_path / "case")))


def report_id(ledger: Ledger, name: str) -> str:
    return next(row.id for row in ledger.reports if any(bare(each) == name for each in row.names))


def mention(ledger: Ledger, report: str, words: str) -> Mention:
    id = report_id(ledger, report)
    near = (row for row in ledger.mentions if row.report == id and row.span.text in words)
    return max(near, key=lambda row: (len(row.span.text), -row.span.start))


def claim(ledger: Ledger, report: str, words: str) -> Claim:
    id = report_id(ledger, report)
    place = next(row.text for row in ledger.reports if row.id == id).index(words)
    return next(
        row
        for row in ledger.claims
        if row.report == id and place <= row.words.start < place + len(words)
    )


def left_the_case(case: Case, folder: Path) -> Iterator[tuple[str, str]]:
    """Every file that leaves the case: the site, and each export."""
    for form in ("json", "csv", "html"):
        ended = command("export", case.path, "--format", form, "--to", folder / form)
        assert ended.code == 0, ended.err
    for root in (case.path / "site", folder):
        for path in sorted(root.rglob("*")):
            if path.is_file():
                yield str(path.relative_to(root)), path.read_bytes().decode("utf-8", "replace")


@pytest.mark.parametrize("row", shown("protect"), ids=lambda row: row.name)
def test_a_protected_person_is_in_nothing_that_leaves(
    row: DecisionKey, case: Case, tmp_path: Path
) -> None:
    words = [row.name] + (["--as", row.pseudonym] if row.pseudonym else [])
    ended = command("decide", case.path, "--by", "tester", "protect", *words)
    assert ended.code == 0, ended.out + ended.err
    # A nickname of a hard row must be named to the command as well; the tests of publish do so.
    gone = [word for word in row.must_vanish if not row.hard or word in row.name]
    pattern = re.compile(
        r"\b(?:" + "|".join(re.escape(word) for word in gone) + r")\b", re.IGNORECASE
    )
    for name, text in left_the_case(case, tmp_path / "out"):
        found = pattern.search(text)
        assert found is None, f"{name}: {text[max(0, found.start() - 60) : found.end() + 20]!r}"
        assert pattern.search(name) is None
    if row.pseudonym:
        assert row.pseudonym in (case.path / "site" / "ledger.json").read_text(encoding="utf-8")
    kept = [entity.name for entity in Case.open(case.path).ledger().entities]
    assert row.name in kept, "the case itself must still know who it is"


@pytest.mark.parametrize("row", shown("same"), ids=lambda row: row.a_words)
def test_two_names_that_are_said_to_be_one_are_one(row: DecisionKey, case: Case) -> None:
    one, other = names(case, row)
    ended = command("decide", case.path, "same", one, other)
    assert ended.code == 0, ended.out + ended.err
    ledger = Case.open(case.path).ledger()
    entities = {each.id: each.entity for each in ledger.mentions}
    assert entities[one] == entities[other]
    assert [each.state for each in ledger.decisions] == [DecisionState.STANDING]


@pytest.mark.parametrize("row", shown("different"), ids=lambda row: row.a_words)
def test_two_names_that_are_said_to_differ_are_two(row: DecisionKey, case: Case) -> None:
    one, other = names(case, row)
    ended = command("decide", case.path, "different", one, other)
    assert ended.code == 0, ended.out + ended.err
    entities = {each.id: each.entity for each in Case.open(case.path).ledger().mentions}
    assert entities[one] != entities[other]


def names(case: Case, row: DecisionKey) -> tuple[str, str]:
    ledger = case.ledger()
    one = mention(ledger, row.a_report, row.a_words)
    return one.id, mention(ledger, row.b_report, row.b_words).id


@pytest.mark.parametrize("row", shown("correct"), ids=lambda row: row.words)
def test_a_corrected_figure_is_the_figure(row: DecisionKey, case: Case) -> None:
    wrong = claim(case.ledger(), row.report, row.words)
    ended = command("decide", case.path, "correct", wrong.id, "--field", "value", "--to", row.value)
    assert ended.code == 0, ended.out + ended.err
    right = next(each for each in Case.open(case.path).ledger().claims if each.words == wrong.words)
    assert (right.state, right.value.low) == (ReviewState.CORRECTED, 4)

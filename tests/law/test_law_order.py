"""The ledger depends on what came in, not on the order, the company, the workers or what is cached."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.casefile import Case
from reportedly.model.ledger import Ledger
from reportedly.model.statement import Attribution, Mention
from tests.cases import built, new_case, take_in, write_files, written_ledger
from tests.law.story import TITLE, story_files

WHO = ("Ada Moll", "the Harbour Office", "a dock worker", "Mayor Tilda Brandt")
WHAT = (
    "nine people died on the pier",
    "at least 12 boats burned on 3 May",
    "the Gull Brigade set the fire",
    "nobody had been warned",
)
SENTENCES = st.one_of(
    st.builds("{} said that {}.".format, st.sampled_from(WHO), st.sampled_from(WHAT)),
    st.builds("“{},” said {}.".format, st.sampled_from(WHAT), st.sampled_from(WHO)),
    st.builds("{} denied that {}.".format, st.sampled_from(WHO), st.sampled_from(WHAT)),
    st.builds("The Gull reported that {}, citing {}.".format, *map(st.sampled_from, (WHAT, WHO))),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=5).map(" ".join)


def made(folder: Path, texts: list[str], order: list[int], *, build_between: bool = False) -> Case:
    """A case of ``texts``, taken in one by one in the given order."""
    case = new_case(folder / "case", "Generated")
    for number in order:
        take_in(case, write_files(folder / "in", {f"{number:02}.txt": texts[number]}))
        if build_between:
            built(case)
    built(case)
    return case


@settings(max_examples=2)
@given(st.data())
def test_texts_taken_in_in_any_order_give_the_same_ledger(data: st.DataObject) -> None:
    texts = data.draw(st.lists(TEXTS, min_size=2, max_size=4, unique=True))
    order = data.draw(st.permutations(range(len(texts))))
    with TemporaryDirectory() as folder:
        straight = made(Path(folder) / "a", texts, list(range(len(texts))))
        turned = made(Path(folder) / "b", texts, order)
        assert written_ledger(turned) == written_ledger(straight)
        assert turned.store.dump() == straight.store.dump()


def test_files_added_one_by_one_between_builds_give_the_ledger_of_one_build(
    small_case: Path, tmp_path: Path
) -> None:
    case = new_case(tmp_path / "case", TITLE)
    for number, path in enumerate(reversed(story_files())):
        take_in(case, [path])
        if number % 2 == 0:
            built(case)
    whole = Case.open(small_case)
    assert written_ledger(case) == written_ledger(whole)
    assert case.store.dump() == whole.store.dump()


def test_two_workers_give_the_ledger_of_one(tmp_path: Path) -> None:
    texts = {
        f"{n:02}.txt": f"{WHO[n % 4]} said that {WHAT[n // 4 % 4]}. Note {n}." for n in range(20)
    }
    paths = write_files(tmp_path / "in", texts)
    ledgers = []
    for workers in (1, 2):
        case = new_case(tmp_path / f"case{workers}", "Generated")
        take_in(case, paths)
        built(case, workers)
        ledgers.append((written_ledger(case), case.store.dump()))
    assert ledgers[0] == ledgers[1]


def test_a_report_read_alone_is_read_as_in_company(small_case: Path, tmp_path: Path) -> None:
    together = Case.open(small_case).ledger()
    for number, path in enumerate(story_files()[:3]):
        case = new_case(tmp_path / f"{number}", "Alone")
        take_in(case, [path])
        alone = built(case)
        ids = {report.id for report in alone.reports}
        assert own_rows(alone, ids) == own_rows(together, ids)
        assert own_rows(alone, ids)["attributions"]


def own_rows(ledger: Ledger, reports: set[str]) -> dict[str, list[object]]:
    """What a ledger says of some reports without looking at any other: nobody's name resolved."""
    return {
        "reports": [row for row in ledger.reports if row.id in reports],
        "left_out": [row for row in ledger.left_out if row.report in reports],
        "attributions": [_unlinked(row) for row in ledger.attributions if row.report in reports],
        "mentions": [_nobody(row) for row in ledger.mentions if row.report in reports],
        "details": [row for row in ledger.details if row.report in reports],
        "credits": [row for row in ledger.credits if row.report in reports],
        "claims": [
            (row.id, row.span, row.words, row.measure, row.as_of, row.stance, row.modality)
            for row in ledger.claims
            if row.report in reports
        ],
    }


def _unlinked(row: Attribution) -> Attribution:
    source = row.source and replace(row.source, name="", entity=None)
    chain = tuple(replace(link, name="", entity=None) for link in row.chain)
    return replace(row, source=source, chain=chain)


def _nobody(row: Mention) -> Mention:
    return replace(row, entity=None)


def test_the_ledger_comes_back_when_everything_derived_is_deleted(a_copy: Case) -> None:
    before, rows = written_ledger(a_copy), a_copy.store.dump()
    (a_copy.path / "ledger.sqlite").unlink()
    shutil.rmtree(a_copy.path / "readings")
    shutil.rmtree(a_copy.path / "site")
    again = Case.open(a_copy.path)
    built(again)
    assert written_ledger(again) == before
    assert again.store.dump() == rows


def test_a_case_can_be_moved_and_built_again_elsewhere(a_copy: Case, tmp_path: Path) -> None:
    before = written_ledger(a_copy)
    moved = Case.open(a_copy.path.rename(tmp_path / "elsewhere with a space"))
    (moved.path / "ledger.sqlite").unlink()
    built(moved)
    assert written_ledger(moved) == before

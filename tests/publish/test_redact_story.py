"""On the demo story: the people its key asks to protect leave under pseudonyms, everybody else stays."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from reportedly.build.addressing import Addresses
from reportedly.casefile import Case
from reportedly.casefile.spans import check_spans
from reportedly.casefile.tables import TABLES
from reportedly.model.decision import Act, Decision, DecisionState, Replayed
from reportedly.model.ledger import Ledger
from reportedly.model.report import Report
from reportedly.publish import Protected, ledger_json, protected, redact, tables
from reportedly.publish.redact_closed import FIELDS, closed
from tests.cases import AT, BY, built, site

SALT = "5" * 64
LOADER = "Tomas Ildray"


@pytest.fixture(scope="module")
def demo(demo_case: Path) -> Ledger:
    return Case.open(demo_case).ledger()


def entity(ledger: Ledger, name: str) -> str:
    return next(row.id for row in ledger.entities if row.name == name)


def protecting(
    ledger: Ledger, *people: tuple[str, str, str], state: DecisionState = DecisionState.STANDING
) -> Ledger:
    """The ledger with `protect` decisions: entity id or nothing, name as typed, pseudonym."""
    addresses = Addresses(ledger)
    rows = [
        Replayed(
            Decision(
                f"dc-{number:016x}",
                Act.PROTECT,
                BY,
                AT,
                "the reason tells who it is",
                (addresses.of(row),) if row else (),
                typed,
                pseudonym,
            ),
            state,
        )
        for number, (row, typed, pseudonym) in enumerate(people)
    ]
    return replace(ledger, decisions=(*ledger.decisions, *rows))


# --- who is protected ------------------------------------------------------------------------------


def test_a_protected_entity_brings_all_its_names(demo: Ledger) -> None:
    (found,) = protected(protecting(demo, (entity(demo, LOADER), LOADER, "Witness 1")))
    assert found.names[0] == LOADER
    assert "Ildray" in found.names
    assert found.pseudonym == "Witness 1"


def test_the_decision_speaks_of_words_so_it_finds_an_entity_that_was_renamed(demo: Ledger) -> None:
    marked = protecting(demo, (entity(demo, LOADER), "the loader", "Witness 1"))
    (found,) = protected(marked)
    assert {LOADER, "the loader"} <= {*found.names}


def test_a_nickname_under_the_same_pseudonym_is_the_same_person(demo: Ledger) -> None:
    marked = protecting(demo, ("", LOADER, "Witness 1"), ("", "Tomo", "Witness 1"))
    (found,) = protected(marked)
    assert {LOADER, "Ildray", "Tomo"} <= {*found.names}


def test_without_a_pseudonym_people_are_numbered_in_the_order_of_the_log(demo: Ledger) -> None:
    marked = protecting(demo, ("", "Hanne Quill", ""), ("", LOADER, ""))
    assert [each.pseudonym for each in protected(marked)] == ["Person 1", "Person 2"]
    named = protecting(demo, ("", "Ada Person", ""))
    assert [each.pseudonym for each in protected(named)] == ["Somebody 1"]


def test_a_protection_taken_back_protects_nobody(demo: Ledger) -> None:
    marked = protecting(demo, ("", LOADER, ""), state=DecisionState.UNDONE)
    assert protected(marked) == ()
    assert protected(demo) == ()


# --- what leaves -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pair(demo: Ledger) -> tuple[Ledger, Ledger]:
    """The ledger with both people of the key marked, and what leaves of it."""
    marked = protecting(
        demo,
        (entity(demo, LOADER), LOADER, "Witness 1"),
        ("", "Tomo", "Witness 1"),
        ("", "Hanne Quill", ""),
    )
    return marked, redact(marked, protected(marked), SALT)


MUST_VANISH = ("ildray", "tomo ", "tomo.", "tomo,", "tomas", "quill", "the reason tells")


def test_nothing_that_the_key_wants_gone_is_left(pair: tuple[Ledger, Ledger]) -> None:
    outputs = [ledger_json(pair[1]), *(data for _, data in tables(pair[1]))]
    for data in outputs:
        text = data.decode().casefold()
        assert not [word for word in MUST_VANISH if word in text]


def test_every_span_reads_what_it_says_and_every_run_joins_equal_words(
    pair: tuple[Ledger, Ledger],
) -> None:
    shown = pair[1]
    reports = {row.id: row for row in shown.reports}
    for table in TABLES:
        check_spans(getattr(shown, table.name), reports)
    for report in shown.reports:
        for run in report.offsets:
            kept = report.text[run.kept : run.kept + run.length]
            full = report.full_text[run.full : run.full + run.length]
            assert kept.split() == full.split()


def named(ledger: Ledger, shown: Ledger) -> list[tuple[Report, Report]]:
    """The reports that changed, with what leaves of them, by name."""
    after = {row.names: row for row in shown.reports}
    pairs = [(row, after[row.names]) for row in ledger.reports]
    return [(old, new) for old, new in pairs if old.text != new.text]


def test_the_hash_and_address_of_a_source_that_names_them_do_not_leave(
    pair: tuple[Ledger, Ledger],
) -> None:
    ledger, shown = pair
    changed = named(ledger, shown)
    assert len(changed) == 5
    written = ledger_json(shown).decode()
    for old, new in changed:
        assert old.id not in written
        assert not [original for original in old.original if original in written]
        assert new.url == ""
        assert len(new.id) == 64


def test_reports_that_name_nobody_protected_can_still_be_checked_by_their_hash(
    pair: tuple[Ledger, Ledger],
) -> None:
    ledger, shown = pair
    kept = {row.id for row in ledger.reports} & {row.id for row in shown.reports}
    assert len(kept) == 12
    before = {row.id: row for row in ledger.reports}
    for report in shown.reports:
        if report.id in kept:
            assert report.text == before[report.id].text
            assert report.url == before[report.id].url


def test_all_rows_are_there_and_hang_together(pair: tuple[Ledger, Ledger]) -> None:
    ledger, shown = pair
    for field in fields(ledger):
        rows = getattr(ledger, field.name)
        if isinstance(rows, tuple):
            assert len(getattr(shown, field.name)) == len(rows)
    entities = {row.id for row in shown.entities}
    claims = {row.id for row in shown.claims}
    mentions = {row.id for row in shown.mentions}
    for said in shown.attributions:
        assert said.source is None or said.source.entity in {None, *entities}
    for question in shown.questions:
        assert {*question.claims} <= claims
        assert question.subject in {None, *entities}
    for each in shown.entities:
        assert {*each.mentions} <= mentions
    loader = next(row for row in shown.entities if row.name == "Witness 1")
    assert loader.aliases == ()
    assert loader.id != entity(ledger, LOADER)


def test_a_decision_to_protect_leaves_without_words_reason_or_name(
    pair: tuple[Ledger, Ledger],
) -> None:
    ledger, shown = pair
    assert [row.decision.value for row in shown.decisions] == ["Witness 1", "Witness 1", "Person 2"]
    for row in shown.decisions:
        assert row.decision.targets == ()
        assert row.decision.why == ""
    assert not {r.decision.id for r in shown.decisions} & {r.decision.id for r in ledger.decisions}


def test_decisions_on_other_words_still_find_them(demo: Ledger) -> None:
    herald = next(row for row in demo.mentions if row.span.text == "Ildray")
    addresses = Addresses(demo)
    near = addresses.of(herald.id)
    judged = Decision("dc-" + "a" * 16, Act.NOTE, BY, AT, "", (near,), value="Ildray said it")
    marked = protecting(demo, ("", LOADER, "Witness 1"))
    marked = replace(
        marked, decisions=(*marked.decisions, Replayed(judged, DecisionState.STANDING))
    )
    shown = redact(marked, protected(marked), SALT)
    (target,) = shown.decisions[-1].decision.targets
    report = next(row for row in shown.reports if row.id == target.report)
    assert target.prefix + target.quote + target.suffix in report.text
    assert target.quote == "Witness 1"
    assert shown.decisions[-1].decision.value == "Witness 1 said it"


def test_a_person_called_like_a_rule_takes_no_rule_with_them(demo: Ledger) -> None:
    people = (Protected(("Ada Given", "Fair Encoding"), "Person 1"),)
    shown = redact(demo, people, SALT)
    assert {e.rule for r in shown.reports for e in r.evidence} == {
        e.rule for r in demo.reports for e in r.evidence
    }
    assert sorted(row.finding.grade for row in shown.questions) == sorted(
        row.finding.grade for row in demo.questions
    )


def words_in(row: object, field: str) -> Iterable[tuple[str, str]]:
    """Every string of a noun with the field it stands in."""
    if isinstance(row, str):
        yield field, str(row)
    elif isinstance(row, tuple):
        for each in row:
            yield from words_in(each, field)
    elif is_dataclass(row):
        for each in fields(row):
            yield from words_in(getattr(row, each.name), each.name)


RULED = FIELDS - {"act", "unit", "letter", "schema", "population", "role", "value", "field"}


def test_every_closed_word_the_demo_uses_is_known_as_one(demo: Ledger) -> None:
    # What an outlet is stands in the words of whoever keeps the case.
    ruled = replace(demo, outlets=())
    used = {pair for pair in words_in(ruled, "") if pair[0] in RULED and pair[1]}
    assert not [pair for pair in sorted(used) if not closed(*pair)]


# --- the case on disk ------------------------------------------------------------------------------


def test_no_file_of_the_site_names_them_and_undo_brings_the_very_same_site_back(
    demo_case: Path, tmp_path: Path
) -> None:
    shutil.copytree(demo_case, tmp_path / "case")
    case = Case.open(tmp_path / "case")
    before = site(case)
    made = []
    for typed in (LOADER, "Tomo"):
        with case.lock():
            made.append(
                case.decisions.append(
                    Decision("", Act.PROTECT, BY, AT, "he is watched", field=typed, value="W 1")
                )
            )
    built(case)
    during = site(case)
    assert during["ledger.json"] != before["ledger.json"]
    for path, data in during.items():
        shown = f"{path} {data.decode(errors='replace')}".casefold()
        assert "ildray" not in shown
        assert "tomas" not in shown
    with case.lock():
        case.decisions.append(Decision("", Act.UNDO, BY, AT, of=tuple(row.id for row in made)))
    built(case)
    after = site(case)
    assert {path for path in after if "decision" not in path} >= {
        path for path in before if "decision" not in path
    }
    assert "ildray" in after["ledger.json"].decode().casefold()

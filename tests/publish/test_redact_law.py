"""Whatever a ledger holds, no protected name leaves it, and every span still reads what it says."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.casefile.spans import check_spans
from reportedly.casefile.tables import TABLES
from reportedly.errors import RedactionError
from reportedly.model.ledger import Ledger
from reportedly.publish import Protected, ledger_json, redact, tables
from tests.publish.planting import plant
from tests.strategies import ledgers

SALT = "0" * 64
NAMES = ("Quorrel Vexmund", "Zazu Bix")
PEOPLE = (Protected(NAMES, "Witness 1"),)
FORMS = (
    "Quorrel Vexmund",
    "QUORREL VEXMUND",
    "Quorrel\u00a0Vexmund",
    "Quorrel\nVexmund",
    "Quor\u00adrel Vex\u00admund",
    "Quorrel Vex\u200bmund",
    "Quórrel Véxmund’s",
    "Quo\u0301rrel Vexmund",
    "Vexmund",
    "Vexmund's",
    "Vex-\nmund",
    "Q. Vexmund",
    "Vexmund, Quorrel",
    "Quorrel J. Vexmund",
    "quorrel-vexmund.html",
    "https://example.org/2031/quorrel_vexmund?by=quorrel%20vexmund",
    "quorrel.vexmund@mail.example",
    "quorrelvexmund84",
    "qvexmund",
    "#FreeVexmund",
    "#freevexmund",
    "anti-Vexmund",
    "Ｖｅｘｍｕｎｄ",
    "Zazu Bix",
)
NEEDLES = ("vexmund", "quorrel", "zazu")


SEEDS = st.integers(0, 2**32)


def planted_in(ledger: Ledger, seed: int) -> Ledger:
    return plant(ledger, FORMS, random.Random(seed))  # noqa: S311


def squeezed(text: str) -> str:
    """Only the letters, without accents: what nobody can hide a name from."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in plain if char.isalpha())


def assert_spans(ledger: Ledger) -> None:
    reports = {row.id: row for row in ledger.reports}
    for table in TABLES:
        check_spans(getattr(ledger, table.name), reports)


@given(ledgers(most=2), SEEDS)
@settings(max_examples=40)
def test_a_name_planted_in_every_string_leaves_by_no_output(ledger: Ledger, seed: int) -> None:
    planted = planted_in(ledger, seed)
    assert_spans(planted)
    shown = redact(planted, PEOPLE, SALT)
    assert_spans(shown)
    outputs = [ledger_json(shown).decode(), *(data.decode() for _, data in tables(shown))]
    for written in outputs:
        letters = squeezed(written)
        assert not [needle for needle in NEEDLES if needle in letters]


@given(ledgers(most=2), SEEDS)
@settings(max_examples=20)
def test_what_is_redacted_stays_in_order_loses_no_row_and_points_at_what_it_did(
    ledger: Ledger, seed: int
) -> None:
    shown = redact(planted_in(ledger, seed), PEOPLE, SALT)
    for name in ("reports", "entities", "questions", "derivations"):
        ids = [row.id for row in getattr(shown, name)]
        assert ids == sorted(ids)
    known = {row.id for row in shown.reports}
    for name in ("left_out", "attributions", "mentions", "details", "credits", "claims"):
        reports = [row.report for row in getattr(shown, name)]
        assert reports == sorted(reports)
        assert {*reports} <= known
        assert len(reports) == len(getattr(ledger, name))
    for derived in shown.derivations:
        assert {derived.child, derived.parent} <= known


@given(ledgers(most=1))
@settings(max_examples=10)
def test_with_nobody_protected_the_very_same_ledger_leaves(ledger: Ledger) -> None:
    assert redact(ledger, (), SALT) is ledger


@given(ledgers(most=2), SEEDS)
@settings(max_examples=20)
def test_no_id_of_a_row_that_held_the_name_can_be_computed_without_the_salt(
    ledger: Ledger, seed: int
) -> None:
    planted = planted_in(ledger, seed)
    one, other = redact(planted, PEOPLE, SALT), redact(planted, PEOPLE, "1" * 64)
    for name in ("reports", "attributions", "mentions", "claims", "entities", "questions"):
        old = {row.id for row in getattr(planted, name)}
        for shown in (one, other):
            new = {row.id for row in getattr(shown, name)}
            assert not old & new
            assert len(new) == len(old)
        assert not {row.id for row in getattr(one, name)} & {r.id for r in getattr(other, name)}
    assert ledger_json(redact(planted, PEOPLE, SALT)) == ledger_json(one)


@given(ledgers(most=2))
@settings(max_examples=15)
def test_a_ledger_without_the_name_keeps_its_words(ledger: Ledger) -> None:
    shown = redact(ledger, PEOPLE, SALT)
    assert sorted(row.text for row in shown.reports) == sorted(row.text for row in ledger.reports)
    assert sorted(row.name for row in shown.entities) == sorted(row.name for row in ledger.entities)
    assert sorted(row.span for row in shown.claims) == sorted(row.span for row in ledger.claims)


def test_without_a_salt_nothing_leaves() -> None:
    with pytest.raises(RedactionError):
        redact(Ledger("", "", ""), PEOPLE, "")


def test_a_pseudonym_that_holds_the_name_is_refused_without_repeating_it() -> None:
    people = (replace(PEOPLE[0], pseudonym="Mr Vexmund"),)
    with pytest.raises(RedactionError) as refused:
        redact(Ledger("", "", ""), people, SALT)
    assert "vexmund" not in str(refused.value).casefold()

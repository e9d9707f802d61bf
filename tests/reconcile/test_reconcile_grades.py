"""Each grade and each agreement, in the words of the trade."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reportedly.model.finding import Agreement, Grade
from reportedly.model.report import ReportState
from reportedly.model.statement import Claim, Modality, ReviewState, Stance
from reportedly.model.value import TimeRange, Value, ValueKind
from tests.reconcile.reconcile_case import (
    Story,
    about,
    at_least,
    between,
    count,
    party,
    some,
    up_to,
    when,
    yes,
)


def test_one_origin_alone_is_weak_and_single() -> None:
    story = Story()
    story.says("Wire", count(12))
    finding = story.finding()
    assert (finding.grade, finding.agreement) == (Grade.WEAK, Agreement.SINGLE)
    assert finding.label == "12"
    assert finding.raises == ("A second origin independent of A (Wire).",)


def test_two_origins_with_one_value_are_fair_and_the_same() -> None:
    story = Story()
    story.says("Wire", count(12))
    story.says("Herald", count(12))
    finding = story.finding()
    assert (finding.grade, finding.agreement) == (Grade.FAIR, Agreement.SAME)
    assert finding.why[0] == "Two origins give 12: A (Wire) and B (Herald)."


def test_a_copy_does_not_corroborate_its_original() -> None:
    story = Story()
    story.says("Wire", count(12))
    story.says("Herald", count(12), origin="Wire")
    finding = story.finding()
    assert (finding.grade, finding.agreement) == (Grade.WEAK, Agreement.SINGLE)
    assert [item.rule for item in finding.excluded] == ["copy"]


def test_two_reporters_who_hear_one_spokeswoman_are_one_voice() -> None:
    story = Story()
    story.says("Wire", count(12), by="Ministry")
    story.says("Herald", count(12), by="Ministry")
    finding = story.finding()
    assert finding.grade is Grade.WEAK
    assert "on the word of one source, Ministry" in " ".join(finding.why)


def test_two_sources_in_two_origins_are_two_voices() -> None:
    story = Story()
    story.says("Wire", count(12), by="Ministry")
    story.says("Herald", count(12), by="Ministry")
    story.says("Herald", count(12), by="Hospital")
    assert story.finding().grade is Grade.FAIR


def test_two_exclusive_figures_are_contested_and_the_lower_is_shown() -> None:
    story = Story()
    story.says("Wire", count(12))
    story.says("Herald", count(17))
    finding = story.finding()
    assert (finding.grade, finding.agreement) == (Grade.CONTESTED, Agreement.CONTRADICTORY)
    assert finding.best == count(12)
    assert (finding.low, finding.high) == (count(12), count(17))
    assert finding.label == "12, of 12 to 17"
    assert finding.flags.how_many


def test_a_lead_of_two_origins_settles_it() -> None:
    story = Story()
    for outlet in ("Wire", "Herald", "Courier"):
        story.says(outlet, count(12))
    story.says("Gazette", count(17))
    finding = story.finding()
    assert (finding.grade, finding.agreement) == (Grade.FAIR, Agreement.CONTRADICTORY)
    assert finding.best == count(12)


def test_a_lead_of_one_origin_does_not() -> None:
    story = Story()
    story.says("Wire", count(17))
    story.says("Herald", count(17))
    story.says("Gazette", count(12))
    finding = story.finding()
    assert finding.grade is Grade.CONTESTED
    assert finding.best == count(17)
    assert finding.raises == ("One more independent origin for 17.",)


@pytest.mark.parametrize(
    "vague", [some(24, 99), at_least(10), up_to(60), about(39), between(30, 50)]
)
def test_a_vague_word_that_allows_the_best_value_is_compatible(vague: object) -> None:
    story = Story()
    story.says("Wire", count(40))
    story.says("Herald", vague)
    finding = story.finding()
    assert (finding.grade, finding.agreement) == (Grade.FAIR, Agreement.COMPATIBLE)
    assert finding.best == count(40)


def test_at_least_bounds_the_low_end_only() -> None:
    story = Story()
    story.says("Wire", at_least(4))
    finding = story.finding()
    assert finding.low == count(4)
    assert finding.high is None
    assert finding.label == "at least 4"


def test_up_to_bounds_the_high_end_only() -> None:
    story = Story()
    story.says("Wire", up_to(4))
    finding = story.finding()
    assert finding.low is None
    assert finding.high == count(4)


def test_vague_words_do_not_widen_figures() -> None:
    story = Story()
    story.says("Wire", count(5))
    story.says("Herald", some(3, 9))
    finding = story.finding()
    assert (finding.low, finding.high) == (count(5), count(5))


def test_a_toll_that_rose_has_changed() -> None:
    story = Story()
    story.says("Wire", at_least(4), day="2031-05-17", by="Ministry")
    story.says("Herald", count(7), day="2031-05-18", by="Ministry")
    story.says("Wire", count(9), day="2031-05-19", by="Fire service", update=True, origin="wire-2")
    story.says("Monitor", count(11), day="2031-05-22", update=True)
    story.says("Gazette", count(11), day="2031-05-31", by="Mayor")
    finding = story.finding()
    assert (finding.grade, finding.agreement) == (Grade.FAIR, Agreement.CHANGED)
    assert (finding.low, finding.best, finding.high) == (count(11), count(11), count(11))
    assert {item.rule for item in finding.excluded} == {"superseded"}


def test_growth_without_words_of_change_is_still_no_contradiction() -> None:
    story = Story()
    story.says("Wire", count(4), day="2031-05-17")
    story.says("Herald", count(9), day="2031-05-20")
    finding = story.finding()
    assert finding.agreement is Agreement.CHANGED
    assert finding.best == count(9)


def test_a_toll_that_falls_without_a_correction_is_a_contradiction() -> None:
    story = Story()
    story.says("Wire", count(9), day="2031-05-17")
    story.says("Herald", count(4), day="2031-05-20")
    assert story.finding().agreement is Agreement.CONTRADICTORY


def test_a_strength_may_move_either_way() -> None:
    story = Story(measure="strength", subject="Front")
    story.says("Wire", count(900), day="2031-05-17")
    story.says("Herald", count(400), day="2031-06-20")
    assert story.finding().agreement is Agreement.CHANGED


def test_strengths_not_known_to_be_of_one_time_are_read_as_a_change() -> None:
    story = Story(measure="strength", subject="Front")
    story.says("Wire", count(100), day="2031-05-17")
    story.says("Herald", count(900), day="2031-05-17")
    assert story.finding().agreement is Agreement.CONTRADICTORY
    story.claims[0] = replace(story.claims[0], as_of=TimeRange("2028-02-27", "2031-05-17"))
    finding = story.finding()
    assert finding.agreement is Agreement.CHANGED
    assert any("Read as a change" in reason for reason in finding.why)


def test_two_roles_that_may_both_be_held_do_not_vouch_for_each_other() -> None:
    story = Story(measure="role", subject="Askeld")
    story.says("Wire", Value(ValueKind.TEXT, text="former teacher"))
    story.says("Herald", Value(ValueKind.TEXT, text="chess champion"))
    finding = story.finding()
    assert finding.agreement is Agreement.COMPATIBLE
    assert finding.grade is Grade.WEAK


def test_a_correction_replaces_the_figure_and_its_copies() -> None:
    story = Story()
    story.says("Wire", count(14), day="2031-05-17")
    story.says("Radio", count(14), day="2031-05-17", origin="Wire")
    story.says(
        "Wire", count(40), day="2031-05-18", update=True, supersedes=count(14), origin="Wire"
    )
    finding = story.finding()
    assert finding.best == count(40)
    assert [item.rule for item in finding.excluded] == ["superseded", "superseded"]
    assert finding.agreement is Agreement.CHANGED


def test_a_late_copy_does_not_bring_back_an_old_figure() -> None:
    story = Story()
    story.says("Wire", count(4), day="2031-05-17", by="Ministry")
    story.says("Herald", count(7), day="2031-05-18", by="Ministry")
    story.says("Radio", count(4), day="2031-05-20", by="Ministry", origin="Wire")
    finding = story.finding()
    assert finding.best == count(7)
    assert finding.agreement is Agreement.CHANGED


def test_a_claim_that_its_only_holder_took_back_is_discounted() -> None:
    story = Story(measure="arrested")
    story.says("Wire", count(3), day="2031-05-17", by="Ministry")
    story.says("Radio", count(3), day="2031-05-17", by="Ministry", origin="Wire")
    story.says("Herald", count(0), day="2031-05-18", by="Ministry", update=True)
    finding = story.finding()
    assert finding.grade is Grade.DISCOUNTED
    assert finding.best is None
    assert finding.label == "taken back"


def test_a_withdrawn_report_takes_its_claims_with_it() -> None:
    story = Story()
    story.says("Wire", count(3), state=ReportState.WITHDRAWN)
    finding = story.finding()
    assert finding.grade is Grade.DISCOUNTED
    assert [item.rule for item in finding.excluded] == ["withdrawn"]


def test_the_party_whose_own_fact_it_is_confirms_it() -> None:
    story = Story(measure="strength", subject="Front")
    story.says("Wire", count(150), by="Front")
    finding = story.finding()
    assert finding.grade is Grade.CONFIRMED
    assert finding.why[0].startswith("Front, whose own fact it is, states it, in A (Wire)")
    assert finding.raises == ()


def test_whoever_speaks_for_the_party_confirms_it_too() -> None:
    story = Story(measure="strength", subject="Front")
    story.says("Wire", count(150), by="Heron")
    assert story.finding().grade is Grade.WEAK
    assert story.finding(speaks_for={"en-Heron": "en-Front"}).grade is Grade.CONFIRMED


def test_nobody_confirms_the_other_sides_dead() -> None:
    story = Story(measure="losses", subject="Front")
    story.says("Wire", count(80), by="Ministry")
    assert story.finding().grade is Grade.WEAK


def test_a_contradicted_own_figure_is_not_confirmed() -> None:
    story = Story(measure="losses", subject="Front")
    story.says("Wire", count(2), by="Front")
    story.says("Herald", count(80), by="Ministry")
    finding = story.finding()
    assert finding.grade is Grade.CONTESTED
    assert finding.flags.how_many


def test_an_admission_confirms_who_did_it() -> None:
    story = Story(measure="responsible")
    story.says("Wire", party("Front"), by="Ministry")
    story.says("Herald", party("Front"), by="Front")
    finding = story.finding()
    assert (finding.grade, finding.agreement) == (Grade.CONFIRMED, Agreement.SAME)


def test_a_denied_accusation_is_denied_and_contested() -> None:
    story = Story(measure="responsible")
    story.says("Wire", party("Front"), by="Ministry")
    story.says("Wire", party("Front", did=False), by="Front")
    finding = story.finding()
    assert (finding.grade, finding.agreement) == (Grade.CONTESTED, Agreement.DENIED)
    assert finding.flags.who
    assert "Front denies it." in finding.why


def test_competing_accusations_are_contested_whoever_leads() -> None:
    story = Story(measure="responsible")
    for outlet in ("Wire", "Herald", "Courier", "Gazette"):
        story.says(outlet, party("Front"))
    story.says("Radio", party("Border Service"), by="Front")
    finding = story.finding()
    assert (finding.grade, finding.agreement) == (Grade.CONTESTED, Agreement.CONTRADICTORY)
    assert finding.flags.who
    assert not finding.flags.how_many


def test_a_tie_between_parties_has_no_best() -> None:
    story = Story(measure="responsible")
    story.says("Wire", party("Front"))
    story.says("Herald", party("Border Service"))
    finding = story.finding()
    assert finding.best is None
    assert finding.label == "two answers"


def test_said_and_denied_is_denied() -> None:
    story = Story(measure="asserted")
    story.says("Wire", yes("the colonel gave the order"), by="Official")
    story.says("Wire", yes("the colonel gave the order"), by="Service", stance=Stance.DENIES)
    finding = story.finding()
    assert (finding.grade, finding.agreement) == (Grade.CONTESTED, Agreement.DENIED)
    assert finding.best is None


def test_said_and_said_otherwise_is_contradictory() -> None:
    story = Story(measure="asserted")
    story.says("Wire", yes("the fighting went on"), by="Front")
    story.says("Wire", replace(yes("the fighting went on"), polarity=False), by="Ministry")
    assert story.finding().agreement is Agreement.CONTRADICTORY


def test_a_day_inside_a_month_is_compatible_with_it() -> None:
    story = Story(measure="founded", subject="Front")
    story.says("Wire", when("2031-05-22", "2031-05-22"))
    story.says("Herald", when("2031-05-01", "2031-05-31"))
    finding = story.finding()
    assert (finding.grade, finding.agreement) == (Grade.FAIR, Agreement.COMPATIBLE)
    assert finding.label == "22 May 2031"
    assert (finding.low, finding.high) == (
        when("2031-05-22", "2031-05-22"),
        when("2031-05-22", "2031-05-22"),
    )


def test_two_days_are_shown_from_first_to_last() -> None:
    story = Story(measure="founded", subject="Front")
    story.says("Wire", when("2031-05-22", "2031-05-22"))
    story.says("Herald", when("2031-05-23", "2031-05-23"))
    finding = story.finding()
    assert (finding.grade, finding.agreement) == (Grade.CONTESTED, Agreement.CONTRADICTORY)
    assert finding.label == "22 to 23 May 2031"


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda claim: replace(claim, modality=Modality.FUTURE), "future"),
        (lambda claim: replace(claim, modality=Modality.POSSIBLE), "not_firm"),
        (lambda claim: replace(claim, modality=Modality.ASKED), "questioned"),
        (lambda claim: replace(claim, stance=Stance.DOUBTS), "not_firm"),
        (lambda claim: replace(claim, stance=Stance.NONE), "questioned"),
        (lambda claim: replace(claim, state=ReviewState.REJECTED), "rejected"),
    ],
)
def test_what_is_not_firmly_said_does_not_count_and_says_so(
    change: Callable[[Claim], Claim], rule: str
) -> None:
    story = Story()
    story.says("Wire", count(12))
    story.claims.append(change(story.says("Herald", count(500))))
    del story.claims[1]
    finding = story.finding()
    assert finding.best == count(12)
    assert [item.rule for item in finding.excluded] == [rule]
    assert finding.excluded[0].why.endswith(".")


def test_a_denied_figure_that_nobody_gives_is_shown_as_denied() -> None:
    story = Story()
    story.says("Wire", count(12), by="Ministry", stance=Stance.DENIES)
    finding = story.finding()
    assert finding.best is None
    assert finding.agreement is Agreement.DENIED
    assert [item.rule for item in finding.excluded] == ["denied_only"]


def test_a_denied_figure_that_somebody_gives_is_contested() -> None:
    story = Story()
    story.says("Wire", count(12), by="Front")
    story.says("Herald", count(12), by="Ministry", stance=Stance.DENIES)
    finding = story.finding()
    assert (finding.grade, finding.agreement) == (Grade.CONTESTED, Agreement.DENIED)


@pytest.mark.parametrize(
    ("first", "second", "agreement"),
    [
        (("2031-05-17", 49), ("2032-02-01", 50), Agreement.CHANGED),
        (("2031-05-17", 41), ("2031-05-26", 43), Agreement.CONTRADICTORY),
        (("2031-05-17", 50), ("2031-06-26", 49), Agreement.CONTRADICTORY),
    ],
)
def test_an_age_grows_by_one_a_year(
    first: tuple[str, int], second: tuple[str, int], agreement: Agreement
) -> None:
    story = Story(measure="age", subject="Heron")
    story.says("Wire", count(first[1]), day=first[0])
    story.says("Herald", count(second[1]), day=second[0])
    assert story.finding().agreement is agreement

"""The comparison with the key is fair and strict, shown on a key and a ledger of a few lines."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from eval.floors import below, lowered_silently, lowering, raised
from eval.key import compare, misattributed, scores, told
from eval.key_rows import (
    AttributionKey,
    ClaimKey,
    DerivationKey,
    EntityKey,
    Item,
    Key,
    NotDerivedKey,
    QuestionKey,
    ReportKey,
    WordsKey,
)
from eval.ledger_view import (
    Attribution,
    Claim,
    Cue,
    Derivation,
    Entity,
    Finding,
    Holder,
    LedgerView,
    LeftOut,
    Origin,
    Published,
    Question,
    Report,
    Source,
    Span,
    Value,
)
from eval.wording import alike, fold

TEXT = "Nine people died on the pier, the Harbour Office said. “We saw twelve,” Ada Moll said."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def source(words: str, entity: str) -> Source:
    at = span(words)
    return Source(at.start, at.end, at.text, words, entity)


KEY = Key(
    report=(
        ReportKey(
            name="pier.txt",
            state="read",
            outlet="The Gull",
            published=("2031-05-01", "2031-05-01"),
            origin_group="gull",
        ),
        ReportKey(name="copy.txt", state="read", origin_group="gull"),
    ),
    furniture=(WordsKey(report="pier.txt", words="Read also: tides"),),
    kept=(WordsKey(report="pier.txt", words="on the pier"),),
    entity=(
        EntityKey(
            name="Harbour Office",
            kind="organization",
            aliases=("the Office",),
            must_not_include=("Ada Moll",),
        ),
    ),
    attribution=(
        AttributionKey(
            report="pier.txt",
            source="the Harbour Office",
            content="Nine people died on the",
            cue="said",
            entity="Harbour Office",
            kind="indirect",
            cue_kind="says",
            stance="affirms",
            distance="none",
            modality="certain",
            chain=("The Gull", "Harbour Office"),
        ),
        AttributionKey(report="pier.txt", source="Ada Moll", content="We saw twelve", hard=True),
    ),
    question=(
        QuestionKey(
            id="dead",
            kind="how_many",
            about="How many died?",
            low=9,
            best=9,
            high=12,
            agreement="contradictory",
            grade="contested",
            flags={"how_many": True},
            claims=(
                ClaimKey(report="pier.txt", words="Nine people died"),
                ClaimKey(report="pier.txt", words="twelve"),
            ),
        ),
    ),
    derivation=(
        DerivationKey(child="copy.txt", parent="pier.txt", kind="verbatim", direction="from_a"),
    ),
    not_derived=(NotDerivedKey(a="copy.txt", b="other.txt"),),
    decision_demo=(),
)

LEDGER = LedgerView(
    reports=(
        Report(
            "r1",
            "read",
            names=("story/pier.txt",),
            outlet="the Gull",
            text=TEXT,
            published=Published("2031-05-01T08:00", "2031-05-01"),
        ),
        Report("r2", "read", names=("copy.txt",), text=TEXT),
        Report("r3", "read", names=("other.txt",), text="Nothing."),
    ),
    attributions=(
        Attribution(
            "at-1",
            "r1",
            "indirect",
            source("Harbour Office", "en-1"),
            Cue("said", "says"),
            (span("Nine people died on the pier"),),
            (Holder("The Gull"), Holder("Harbour Office", "en-1")),
            "affirms",
            "none",
            "certain",
        ),
    ),
    entities=(Entity("en-1", "Harbour Office", "organization", ("Office",)),),
    claims=(
        Claim("cl-1", "r1", span(TEXT[:53]), span("Nine"), Value("count", 9, 9)),
        Claim("cl-2", "r1", span("We saw twelve"), span("twelve"), Value("count", 12, 12)),
    ),
    questions=(
        Question(
            "qu-1",
            "How many?",
            "how_many",
            ("cl-1", "cl-2"),
            Finding(
                "contradictory", "contested", Value("count", 9, 9), None, Value("count", 12, 12)
            ),
        ),
    ),
    derivations=(Derivation("r1", "r2", "verbatim", "from_b"),),
    origins=(Origin("or-1", "A", ("r1", "r2")),),
    left_out=(LeftOut("r1", Span(0, 17, "Read  also:\ntides")),),
)


def compared(ledger: LedgerView) -> dict[str, Item]:
    return {item.pin: item for item in compare(KEY, ledger)}


def test_what_the_ledger_says_is_hit_and_what_it_lacks_is_missed() -> None:
    missed = {pin for pin, item in compared(LEDGER).items() if not item.hit}
    assert missed == {
        "said: pier.txt | Ada Moll | We saw twelve",
        "said_whole: pier.txt | Ada Moll | We saw twelve",
        "finding: dead | best",
        "finding: dead | flag how_many",
    }


def test_marked_items_are_counted_apart() -> None:
    said = next(score for score in scores(compare(KEY, LEDGER)) if score.section == "said")
    assert (said.hit, said.total, said.hard_hit, said.hard_total) == (1, 1, 0, 1)


def test_a_missed_item_says_what_the_ledger_has_instead() -> None:
    assert "finding: missed\n  dead | best\n      has: nothing" in told(compare(KEY, LEDGER))


def test_a_wrong_speaker_is_no_hit_however_right_the_words_are() -> None:
    wrong = replace(LEDGER.attributions[0], source=source("Ada Moll", "en-2"))
    items = compared(replace(LEDGER, attributions=(wrong,)))
    item = items["said: pier.txt | the Harbour Office | Nine people died on the"]
    assert not item.hit
    assert "Ada Moll" in item.instead


RIGHT = LEDGER.attributions[0]


def test_a_speaker_nobody_resolved_is_not_wrong_and_another_one_is() -> None:
    nobody = replace(RIGHT, source=Source(0, 4, "Harbour Office", "Harbour Office", None))
    other = replace(RIGHT, source=Source(0, 4, "the Office", "Ada Moll", "en-2"))
    moll = Entity("en-2", "Ada Moll", "person")
    for said, count in ((RIGHT, 0), (nobody, 0), (other, 1)):
        ledger = replace(LEDGER, attributions=(said,), entities=(*LEDGER.entities, moll))
        assert len(misattributed(KEY, ledger)) == count


@pytest.mark.parametrize(
    "wrong",
    [
        replace(RIGHT, stance="denies"),
        replace(RIGHT, distance="claimed"),
        replace(RIGHT, modality="possible"),
        replace(RIGHT, kind="direct"),
        replace(RIGHT, cue=Cue("said", "denies")),
        replace(RIGHT, cue=None),
        replace(RIGHT, chain=(Holder("The Gull"),)),
    ],
)
def test_one_wrong_field_spoils_the_whole_but_not_the_find(wrong: Attribution) -> None:
    items = compared(replace(LEDGER, attributions=(wrong,)))
    name = "pier.txt | the Harbour Office | Nine people died on the"
    assert items[f"said: {name}"].hit
    assert not items[f"said_whole: {name}"].hit


def test_two_actors_in_one_are_not_apart() -> None:
    both = replace(LEDGER.entities[0], aliases=("Office", "Ada Moll"))
    items = compared(replace(LEDGER, entities=(both,)))
    assert not items["apart: Harbour Office | Ada Moll"].hit


def test_a_copy_between_two_who_copied_nobody_is_missed() -> None:
    copied = Derivation("r2", "r3", "verbatim", "undetermined")
    shared = Derivation("r2", "r3", "quotation", "common_upstream")
    pin = "not_derived: copy.txt | other.txt"
    assert not compared(replace(LEDGER, derivations=(copied,)))[pin].hit
    assert compared(replace(LEDGER, derivations=(shared,)))[pin].hit


def test_furniture_must_be_listed_and_not_only_gone() -> None:
    items = compared(replace(LEDGER, left_out=()))
    assert not items["furniture: pier.txt | Read also: tides"].hit


def test_a_question_answers_one_question_of_the_key_at_most() -> None:
    rival = QuestionKey(
        id="seen",
        kind="how_many",
        about="How many were seen?",
        claims=(ClaimKey(report="pier.txt", words="We saw twelve"),),
    )
    twice = msgspec.structs.replace(KEY, question=(*KEY.question, rival))
    items = {item.pin: item.hit for item in compare(twice, LEDGER)}
    assert items["question: dead"]
    assert not items["question: seen"]


def test_names_are_compared_without_case_article_title_or_possessive() -> None:
    assert fold("The so-called Lanternmen") == fold("“Lanternmen”")
    assert fold("Col. Sten Varro") == fold("Sten Varro’s")
    assert alike("Hanne Quill, who keeps a kiosk", "Quill")
    assert not alike("the ministry", "the mayor")


def test_floors_go_up_by_themselves_and_down_only_with_a_reason() -> None:
    floors = {"said": 0.5, "kept": 1.0}
    assert raised({"said": 0.6, "kept": 0.9, "origin": 0.2}, floors) == {
        "said": 0.6,
        "kept": 1.0,
        "origin": 0.2,
    }
    assert list(below({"said": 0.6, "kept": 0.9}, floors)) == ["kept"]
    lower = {"said": 0.5, "kept": 0.9}
    line = lowering("kept", 1.0, 0.9)
    assert lowered_silently(floors, lower, "") == ["kept"]
    assert lowered_silently(floors, lower, f"{line}\n") == ["kept"]
    assert lowered_silently(floors, lower, f"{line}the key asks for more\n") == []
    assert lowered_silently(floors, {"said": 0.5}, "") == ["kept"]

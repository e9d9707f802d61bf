"""How chains are matched with the nested sources of MPQA."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from eval.chains import (
    HALVES,
    ChainScores,
    by_nearest,
    by_reader,
    cause,
    half_of,
    measure,
    same_chain,
    table,
)
from eval.mpqa_corpus import Rows, Target, nested, read_mpqa
from eval.readers import CASE, finder_named, report_of
from reportedly.read import read

ROWS = """{
  "context": "\\\\t\\\\nVELA -- Ina Roke said that the mayor denied the theft. \\\\n\\\\t\\\\n\\\\t\\\\n It rained.",
  "extract": [
    {"text": "VELA -- Ina Roke said that the mayor denied the theft.", "question": "the theft",
     "answer": ["w", "Roke", "the mayor"]},
    {"text": "VELA -- Ina Roke said that the mayor denied the theft.", "question": "the theft",
     "answer": ["w", "Roke"]},
    {"text": "It rained.", "question": "It", "answer": ["w"]},
    {"text": "VELA -- Ina Roke said that the mayor denied the theft.", "question": "t",
     "answer": ["w"]}
  ]
}"""


def article() -> tuple[str, tuple[Target, ...], int]:
    """The one small article: its text, its targets, the rows left out."""
    made, left_out = nested("a", msgspec.json.decode(ROWS, type=Rows))
    return made.text, made.targets, left_out


def test_the_escapes_of_the_corpus_are_undone_and_paragraphs_kept_apart() -> None:
    text, targets, left_out = article()
    assert text == "VELA -- Ina Roke said that the mayor denied the theft.\n\nIt rained."
    assert [text[slice(*target.place)] for target in targets] == ["the theft", "It"]
    assert left_out == 1


def test_one_target_held_through_two_chains_is_asked_once() -> None:
    _, (theft, rain), _ = article()
    assert theft.chains == (("Roke",), ("Roke", "the mayor"))
    assert (theft.depth, rain.depth) == (3, 1)


def test_the_reader_answers_with_the_chain_of_the_smallest_content() -> None:
    text, (theft, rain), _ = article()
    reading = read(report_of("a", text), CASE, None, finder_named("rules"))
    assert by_reader(reading, theft) == ("Ina Roke", "the mayor")
    assert by_nearest(reading, theft) == ("Ina Roke",)
    assert by_reader(reading, rain) == by_nearest(reading, rain) == ()


def test_chains_are_the_same_if_as_long_and_of_the_same_names() -> None:
    assert same_chain(("Ina Roke", "mayor"), ("Roke", "the mayor"))
    assert same_chain(("Minister I. Roke",), ("Ina Roke",))
    assert not same_chain(("the mayor",), ("the ministry",))
    assert not same_chain(("Roke",), ("Roke", "the mayor"))


def test_any_of_several_chains_is_right() -> None:
    scores = ChainScores()
    target = Target((0, 1), (0, 1), (("Roke",), ("Roke", "the mayor")))
    scores.add(("Roke",), target)
    scores.add(("Lind",), target)
    assert (scores.whole[2].right, scores.whole[2].of) == (1, 2)
    assert (scores.depth[2].right, scores.speaker[2].right) == (2, 1)


def test_halves_are_told_by_the_last_digit_of_the_name() -> None:
    assert [half_of(name) for name in ("20020104/20.34.26-10452", "20020104/20.34.26-10453")] == [
        *HALVES
    ]


SIGNED = "VELA, May 3 (Corren Wire) -- Ina Roke told the Ordane Herald that the mayor was late."


def test_a_wire_and_whoever_was_told_are_no_holders_of_the_corpus() -> None:
    reading = read(report_of("a", SIGNED), CASE, None, finder_named("rules"))
    at = SIGNED.index("the mayor")
    target = Target((at, at + 9), (0, len(SIGNED)), (("Ina Roke",),))
    assert len(reading.attributions[0].chain) == 4
    assert by_reader(reading, target) == ("Ina Roke",)


@pytest.mark.parametrize(
    ("given", "gold", "why"),
    [
        (("Ina Roke",), ("Roke",), None),
        ((), ("Roke",), "target in no content"),
        (("Roke",), ("Roke", "the mayor"), "too short: inner holder missing"),
        (("the mayor",), ("Roke", "the mayor"), "too short: outer holder missing"),
        (("Lind",), ("Roke", "the mayor"), "too short, and another name"),
        (("Roke", "the mayor"), ("Roke",), "too long"),
        (("He",), ("Roke",), "as long: pronoun not resolved"),
        (("Lind",), ("Roke",), "as long: first holder another"),
        (("Roke", "Lind"), ("Roke", "the mayor"), "as long: inner holder another"),
    ],
)
def test_a_wrong_chain_has_one_cause(
    given: tuple[str, ...], gold: tuple[str, ...], why: str | None
) -> None:
    text, (theft, _), _ = article()
    reading = read(report_of("a", text), CASE, None, finder_named("rules"))
    assert cause(reading, Target(theft.place, theft.sentence, (gold,)), given) == why


@pytest.mark.corpora
def test_the_table_of_chains_by_rule(corpora: Path, summary: Callable[[str, str], None]) -> None:
    corpus = read_mpqa(corpora / "data/mpqa-nested/mpqa_nested.json")
    halves = measure(corpus.articles, finder_named("rules"))
    summary("Chains on MPQA", table(corpus, halves))
    for half in halves.values():
        assert half.scores["writer"].whole[0].share == 1
        assert half.scores["reader"].whole[0].share > 0.88

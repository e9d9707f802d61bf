"""The measures of the reader, on texts small enough to count by hand."""

from __future__ import annotations

import pytest

from eval.attribution_scores import (
    ROLES,
    best_fit,
    kind_of,
    related,
    said_scores,
    span_scores,
    together,
)
from eval.said import Article, Said, Stretch, plain

TEXT = "Roke said: “It rained. It poured.” Lind agreed that it “poured” all day.\n\n“And so on,” he said."


def at(words: str, text: str = TEXT) -> Stretch:
    """Where the words stand first."""
    return text.index(words), text.index(words) + len(words)


def said(source: str, cue: str, *content: str) -> Said:
    """An attribution of `TEXT` by its words."""
    return Said(
        (at(source),) if source else (), (at(cue),) if cue else (), tuple(at(c) for c in content)
    )


GOLD = (
    said("Roke", "said", "“It rained. It poured.”"),
    said("Lind", "agreed", "that it “poured” all day"),
    said("he", "said", "“And so on,”"),
)
ARTICLE = Article("a", TEXT, GOLD)


def test_what_is_drawn_as_in_gold_is_right_in_every_measure() -> None:
    spans, joined = span_scores([ARTICLE], [GOLD]), said_scores([ARTICLE], [GOLD])
    assert all(spans.exact[role].f1 == spans.token[role].f1 == 1 for role in ROLES)
    assert joined.relation.f1 == joined.loose.f1 == joined.precision.share == 1
    for shares in (joined.found, joined.speaker, joined.speaker_of_all):
        assert together(shares.values()).right == 3


def test_nothing_drawn_scores_nothing_and_divides_by_nothing() -> None:
    spans, joined = span_scores([ARTICLE], [()]), said_scores([ARTICLE], [()])
    assert spans.exact["cue"].f1 == joined.relation.f1 == joined.precision.share == 0
    assert together(joined.speaker_of_all.values()).of == 3
    assert together(joined.speaker.values()).of == 0


def test_a_quotation_is_the_same_with_its_marks_and_without() -> None:
    with_marks, without = at("“It rained. It poured.”"), at("It rained. It poured.")
    assert plain(TEXT, [with_marks]) == plain(TEXT, [without]) == (without,)


def test_stretches_are_joined_over_a_line_break_and_cut_where_a_paragraph_ends() -> None:
    text = "one\ntwo\n\nthree"
    assert plain(text, [(0, 3), (4, 7)]) == ((0, 7),)
    assert plain(text, [(0, 14)]) == ((0, 7), (9, 14))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("“It rained. It poured.”", "direct"),
        ("It rained", "direct"),
        ("that it “poured” all day", "mixed"),
        ("all day", "indirect"),
        ("And so on", "direct"),
        ("he said", "indirect"),
    ],
)
def test_the_kind_follows_from_how_much_stands_in_marks(content: str, kind: str) -> None:
    assert kind_of(TEXT, (at(content),)) == kind


def test_straight_marks_are_paired_within_the_paragraph() -> None:
    text = 'An open "mark.\n\nHe "said" so.'
    assert kind_of(text, (at("said", text),)) == "direct"
    assert kind_of(text, (at("so.", text),)) == "indirect"


def test_half_of_the_content_is_enough_to_be_found_and_less_is_not() -> None:
    half, less = said("Roke", "said", "It rained. I"), said("Roke", "said", "It rain")
    assert best_fit(GOLD[0], [half]) == half
    assert best_fit(GOLD[0], [less]) is None


def test_of_two_that_cover_the_content_the_closest_is_looked_at() -> None:
    gold = said("Roke", "said", "It rained. It poured.")
    wide, close = said("Lind", "agreed", TEXT), said("Roke", "said", "It rained. It poured")
    assert best_fit(gold, [close]) == close
    assert best_fit(gold, [wide, gold]) == gold


def test_a_speaker_is_wrong_where_another_or_none_is_named() -> None:
    other = said("Lind", "said", "It rained. It poured.")
    none = said("", "agreed", "that it “poured” all day")
    scores = said_scores([ARTICLE], [(other, none, GOLD[2])])
    assert (together(scores.speaker.values()).right, together(scores.speaker.values()).of) == (1, 3)


def test_an_invented_attribution_lowers_the_precision() -> None:
    scores = said_scores([ARTICLE], [(*GOLD, said("Roke", "said", "Lind agreed"))])
    assert (scores.precision.right, scores.precision.of) == (3, 4)


def test_one_prediction_makes_one_relation() -> None:
    twice = (GOLD[0], GOLD[0])
    assert related(twice[:1], twice) == related(twice, twice[:1]) == 1
    assert related([said("", "said", "“And so on,”")], [GOLD[2]]) == 0

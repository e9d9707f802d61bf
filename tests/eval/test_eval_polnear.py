"""PolNeAR as it is read, and the measures on the whole of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from eval.attribution_scores import ROLES, said_scores, span_scores, together
from eval.polnear import measure, measure_people, table
from eval.polnear_corpus import parsed, read_pairs, read_polnear
from eval.readers import READERS, finder_named, kept
from eval.said import Said

TEXT = "“It rained,” Roke said, “all day.” It was reported that it snowed."
ANNOTATIONS = """\
T1\tSource 13 17\tRoke
T2\tCue 18 22\tsaid
T3\tContent 0 12;24 34\t“It rained,” “all day.”
T4\tAttribution 18 22\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tCue 42 50\treported
T6\tContent 51 65\tthat it hailed
T7\tAttribution-no-source 42 50\treported
E2\tAttribution-no-source:T7 Content:T6 Cue:T5
T8\tDiscuss 0 12\t“It rained,”
"""


def test_an_attribution_may_be_in_pieces_and_may_lack_its_source() -> None:
    said, drifted = parsed(TEXT, ANNOTATIONS)
    assert said == (
        Said(((13, 17),), ((18, 22),), ((0, 12), (24, 34))),
        Said((), ((42, 50),), ((51, 65),)),
    )
    assert drifted == 1


def test_an_unknown_reader_is_named_with_those_there_are() -> None:
    with pytest.raises(KeyError, match="rules"):
        finder_named("nobody")


def test_a_text_keeps_its_length_when_its_spaces_are_made_plain() -> None:
    text = "a\u00a0b\u2009c\td\ne"
    assert kept(text) == "a b c d\ne"


@pytest.mark.corpora
def test_the_gold_attributions_score_full_marks_against_themselves(corpora: Path) -> None:
    articles = read_polnear(corpora / "data/polnear/dev").articles
    assert len(articles) == 84
    assert sum(len(article.said) for article in articles) == 2192
    gold = [article.said for article in articles]
    spans, joined = span_scores(articles, gold), said_scores(articles, gold)
    assert all(spans.exact[role].f1 == spans.token[role].f1 == 1 for role in ROLES)
    assert together(joined.found.values()).share == joined.relation.f1 == 1


@pytest.mark.corpora
def test_the_table_of_the_reader_by_rule(
    corpora: Path, summary: Callable[[str, str], None]
) -> None:
    assert "rules" in READERS
    polnear = corpora / "data/polnear"
    figures = measure(read_polnear(polnear / "dev").articles, finder_named("rules"))
    people = measure_people(read_pairs(polnear / "train") + read_pairs(polnear / "dev"))
    summary("The reader on PolNeAR dev", table("rules", figures, people))
    assert figures["found direct"] > 90
    assert figures["speaker direct+mixed"] > 85
    assert people["found direct"] > 95

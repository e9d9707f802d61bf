"""What any reader must keep, whatever finds its spans: rules, or a trained model."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.report import ReportState
from reportedly.model.statement import Reading
from reportedly.read import read
from reportedly.read.pieces import Piece, SpanFinder
from reportedly.read.spans import find
from tests.read.readings import CASE, report_of, ungrouped


def nothing(text: str) -> tuple[Piece, ...]:
    """A span-finder that finds nothing."""
    return ()


FINDERS = [find, ungrouped, nothing]
SENTENCES = [
    "Ina Roke, who runs the ward, said that seven people had been treated.",
    "“We saw smoke,” said a resident of Vela. “Then the roof went.”",
    "The ministry denied the report, but the Harbour Guard (HG) confirmed it.",
    "According to the Vela Herald, the mayor told it that the bridge was closed.",
    "His claims could not be independently confirmed.",
    "He added: “Nobody came.”",
    "The group vowed to return; she declined to comment.",
    "“It is over",
    "On 4 May officials said, in a statement, about 40 had reportedly left.",
    "",
]
WORDS = st.sampled_from(
    [
        "he", "she", "Ina", "Roke", "said", "says", "that", "“", "”", '"', "‘", "’", "(", ")", ",",
        ".", ":", ";", "—", "according", "to", "the", "who", "which", "denied", "told", "and", "but",
        "reportedly", "claimed", "responsibility", "for", "not", "could", "be", "confirmed", "\n\n",
        "\n", "his", "claim", "whose", "it", "was", "quoted", "by", "as", "saying", "Vela", "A", "١٢",
        "שלום", "👩‍🚒", "e\u0301", "\u202e", "\x00", "17", "in", "a", "statement", "put", "at",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(WORDS, max_size=60).map(" ".join),
    st.lists(st.sampled_from(SENTENCES), max_size=8).map(" ".join),
    st.lists(st.sampled_from(SENTENCES), max_size=8).map("\n\n".join),
)


@pytest.mark.parametrize("finder", FINDERS)
@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_whatever_the_text_the_reading_is_whole(finder: SpanFinder, text: str) -> None:
    report = report_of(text)
    reading = read(report, CASE, None, finder)
    spans_read_what_they_say(text, reading)
    content_stands_in_order(reading)
    chains_begin_with_the_outlet(reading)
    rows_point_at_rows_that_are_there(reading)


def spans_read_what_they_say(text: str, reading: Reading) -> None:
    for one in reading.attributions:
        for span in one.content:
            span.check(text)
        for part in (one.source, one.cue):
            if part is not None:
                part.span.check(text)
        for holder in one.chain:
            if holder.span is not None:
                holder.span.check(text)
    for mention in reading.mentions:
        mention.span.check(text)
    for detail in reading.details:
        detail.span.check(text)
    for credit in reading.credits:
        credit.span.check(text)


def content_stands_in_order(reading: Reading) -> None:
    for one in reading.attributions:
        assert one.content, "an attribution without content"
        ends = [span.end for span in one.content]
        starts = [span.start for span in one.content]
        assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    places = [(one.content[0].start, one.content[-1].end, one.id) for one in reading.attributions]
    assert places == sorted(places)


def chains_begin_with_the_outlet(reading: Reading) -> None:
    for one in reading.attributions:
        assert one.chain[0].name == "Vela Courier"
        assert one.chain[0].span is None
        assert all(link.span is not None for link in one.chain[1:])


def rows_point_at_rows_that_are_there(reading: Reading) -> None:
    attributions = {one.id: one for one in reading.attributions}
    mentions = {one.id: one for one in reading.mentions}
    assert len(attributions) == len(reading.attributions)
    assert len(mentions) == len(reading.mentions)
    for one in reading.attributions:
        assert one.inside is None or (one.inside in attributions and one.inside != one.id)
        if one.source is not None and one.source.mention is not None:
            assert one.source.mention in mentions
    for mention in reading.mentions:
        assert mention.refers is None or mention.refers in mentions
        assert mention.refers != mention.id
        assert set(mention.stated_alias) <= set(mentions)


@pytest.mark.parametrize("finder", FINDERS)
@settings(max_examples=40, deadline=None)
@given(texts=st.lists(TEXTS, min_size=2, max_size=4))
def test_reports_read_together_read_as_they_do_apart(finder: SpanFinder, texts: list[str]) -> None:
    reports = [report_of(text, report=f"r{at}") for at, text in enumerate(texts)]
    together = [read(report, CASE, None, finder) for report in reports]
    apart = [read(report, CASE, None, finder) for report in reversed(reports)]
    assert together == apart[::-1]


@pytest.mark.parametrize("state", [state for state in ReportState if state is not ReportState.READ])
def test_a_report_that_was_not_read_gives_an_empty_reading(state: ReportState) -> None:
    whole = report_of("Ina Roke said that it rained.")
    report = type(whole)(whole.id, whole.original, whole.names, "text", state, text=whole.text)
    assert read(report, CASE) == Reading("r1")


STRETCHES = {
    "plain": "Ina Roke said that the bridge fell and the mayor denied it. ",
    "no stop": "he said that the bridge fell and the mayor denied it ",
    "paragraphs": "“It is gone,” Ina Roke said. “All of it.” The group said it will return.\n\n",
    "open quotation": "“He said ",
    "straight marks": '" said He ',
    "commas": "a, ",
    "relative clauses": "the man who said that ",
    "colons": "He said:\n\n",
    "open paragraphs": "“Go on\n\n",
    "bare quotations": "“Go on now and see.” ",
    "descriptions": "The official said it rained. A senior official said it snowed. ",
    "names": "Ina Roke of Vela, head of the ward, said Bo Lind ",
    "brackets": "(X) (",
}


@pytest.mark.parametrize("stretch", STRETCHES)
def test_work_grows_with_the_text_and_no_faster(stretch: str) -> None:
    unit = STRETCHES[stretch]

    def steps(size: int) -> int:
        text = unit * (size // len(unit))
        return calls(lambda: read(report_of(text), CASE))

    # From the length on at which a sentence is cut into rows: below it, work may grow faster.
    assert steps(16_000) < 5 * steps(4_000)


def calls(work: Callable[[], object]) -> int:
    """How many functions are called: a measure of work that no clock disturbs."""
    count = 0

    def tick(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count

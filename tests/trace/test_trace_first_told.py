"""Which origin first had the words that reports share."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.lineage import Passage
from reportedly.model.span import Span
from reportedly.trace.first_told import Shared, first_told
from tests.trace import lineage_story as story


def shared(
    child: tuple[str, str], parent: tuple[str, str], words: str, *, taken: bool = True
) -> Shared:
    passage = Passage(child=story.span(child[1], words), parent=story.span(parent[1], words))
    return Shared(child[0], parent[0], passage, taken)


def own_origins(reports: list[str]) -> tuple[dict[str, str], dict[str, int]]:
    return {name: f"or-{name}" for name in reports}, {f"or-{n}": i for i, n in enumerate(reports)}


def test_ten_thousand_copies_in_a_chain_go_back_to_the_first() -> None:
    names = [f"{number:05}" for number in range(10_000)]
    rows = [shared((b, story.CAUSE), (a, story.CAUSE), story.CAUSE) for a, b in pairwise(names)]
    told = first_told(rows, *own_origins(names))
    words = story.span(story.CAUSE, "sent it to a laboratory")
    assert {told.at(name, words) for name in names} == {"or-00000"}


def test_every_report_compared_with_every_other_costs_no_walk_over_all_of_them() -> None:
    names = [f"{number:03}" for number in range(120)]
    rows = [
        shared((b, story.TOWN), (a, story.TOWN), story.TOWN, taken=False)
        for place, a in enumerate(names)
        for b in names[place + 1 :]
    ]
    told = first_told(rows, *own_origins(names))
    words = story.span(story.TOWN, "Some forty families")
    assert {told.at(name, words) for name in names for _ in range(50)} == {"or-000"}


def test_a_sentence_put_together_from_two_reports_does_not_make_them_one() -> None:
    first, second = "the bridge fell in at noon", "nobody had inspected it for years"
    mixed = f"Officials admit that {first}, and {second}, which the mayor denies."
    one, two = f"One saw that {first}.", f"Another heard that {second}."
    rows = [
        shared(("c", mixed), ("a", one), first),
        shared(("c", mixed), ("b", two), second),
    ]
    told = first_told(rows, *own_origins(["a", "b", "c"]))
    assert told.at("c", story.span(mixed, "the bridge fell")) == "or-a"
    assert told.at("c", story.span(mixed, "nobody had inspected")) == "or-b"
    assert told.at("a", story.span(one, first)) == "or-a"
    assert told.at("b", story.span(two, second)) == "or-b"
    assert told.at("c", story.span(mixed, "the mayor denies")) is None


def test_edited_words_are_found_in_their_place() -> None:
    edited = story.CAUSE.replace("cracked", "broken").replace("looked at", "examined")
    passage = Passage(
        child=Span(0, len(edited), edited), parent=Span(0, len(story.CAUSE), story.CAUSE)
    )
    told = first_told([Shared("b", "a", passage, True)], *own_origins(["a", "b"]))
    assert told.at("b", story.span(edited, "a broken fishplate")) == "or-a"


def test_where_nothing_is_shared_there_is_nothing_to_tell() -> None:
    told = first_told([], {}, {})
    assert told.at("a", Span(0, 3, "one")) is None


@given(st.text(".,;\n ab–。", min_size=1, max_size=300), st.integers(0, 40), st.integers(1, 40))
@settings(deadline=None)
def test_any_copied_words_go_back_to_where_they_were_copied_from(
    text: str, start: int, size: int
) -> None:
    copied = Passage(child=Span(0, len(text), text), parent=Span(0, len(text), text))
    rows = [Shared("b", "a", copied, True)]
    words = text[start : start + size]
    told = first_told(rows, *own_origins(["a", "b"]))
    if words:
        assert told.at("b", Span(start, start + len(words), words)) == "or-a"

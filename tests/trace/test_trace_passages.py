"""What two reports share, found word by word and sentence by sentence."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.lineage import Passage
from reportedly.trace.passages import compare
from tests.trace import lineage_story as story


def shared(left: str, right: str) -> tuple[Passage, ...]:
    matches = compare(story.report("a", left), story.report("b", right))
    return tuple(match.passage(left, right) for match in matches)


def test_a_verbatim_copy_is_one_passage_whatever_its_quotation_marks() -> None:
    text = f"{story.LEAD}\n\n{story.SPEECH} she said. {story.CAUSE}"
    (passage,) = shared(text, text.replace("“", '"').replace("”", '"').upper())
    assert passage.parent.text == text.removesuffix(".")


def test_a_passage_embedded_in_other_text_is_cut_at_its_ends() -> None:
    (passage,) = shared(story.wire(), f"{story.OWN}\n\n{story.CAUSE}\n\n{story.ELSEWHERE}")
    assert passage.child.text == story.CAUSE.removesuffix(".")
    assert passage.parent.text == passage.child.text


def test_reordered_passages_are_each_found() -> None:
    right = "\n\n".join((story.PRICE, story.OWN, story.LEAD, story.ELSEWHERE, story.DRIVER))
    found = shared(story.wire(), right)
    assert [p.child.text.split()[0] for p in found] == ["Grain", "A", "The"]
    assert [p.parent.start for p in found] != sorted(p.parent.start for p in found)


def test_a_lightly_edited_passage_is_one_with_its_edits_inside() -> None:
    edited = story.CAUSE.replace("cracked", "broken").replace("looked at", "examined")
    (passage,) = shared(f"{story.OWN}\n\n{story.CAUSE}", f"{story.ELSEWHERE}\n\n{edited}")
    assert passage.child.text == edited.removesuffix(".")
    assert passage.parent.text == story.CAUSE.removesuffix(".")


def test_rewritten_sentences_in_a_row_are_a_passage() -> None:
    (passage,) = shared(story.wire(), story.REWRITTEN)
    assert passage.parent.text.startswith("Inspectors found")
    assert "forty families" in passage.child.text
    assert "sheep" not in passage.child.text
    assert "football" not in passage.child.text


SUMMARY = (
    "A fertiliser train jumped the rails near Pellworth and blocked the line to the harbours. "
    "Inspectors sent a cracked fishplate to a laboratory. The driver broke a wrist and refused "
    "hospital. Forty families left their houses over the smell. Grain merchants expect prices to "
    "climb, as lorries carry a tenth of what the railway moves."
)


def long_story() -> str:
    """The wire story with much between its paragraphs that no summary would keep."""
    between = story.OWN.split("\n\n") + story.ELSEWHERE.split("\n\n")
    own = story.wire().split("\n\n")
    return "\n\n".join(part for pair in zip(own, [*between, ""], strict=True) for part in pair)


def test_a_summary_is_one_passage_with_the_whole_of_what_it_sums_up() -> None:
    text = long_story()
    (passage,) = shared(text, SUMMARY)
    assert (passage.parent.start, passage.child.start) == (0, 0)
    assert passage.parent.text == text.removesuffix("\n\n").removesuffix(".")
    assert passage.child.text == SUMMARY.removesuffix(".")
    (turned,) = shared(SUMMARY, text)
    assert (turned.child, turned.parent) == (passage.parent, passage.child)


def test_words_put_in_another_order_are_found() -> None:
    whole = f"{story.CAUSE} {story.DRIVER}"
    turned = " ".join(reversed(whole.replace(".", "").split()))
    (passage,) = shared(f"{story.OWN}\n\n{whole}", f"{story.ELSEWHERE}\n\n{turned}.")
    assert passage.parent.text == whole.removesuffix(".")
    assert passage.child.text == turned


def test_of_two_places_that_have_a_passage_the_one_that_has_more_of_it_is_the_one() -> None:
    half = " ".join(story.CAUSE.split()[:14])
    (passage,) = shared(f"{half}.\n\n{story.OWN}\n\n{story.CAUSE}", story.CAUSE)
    assert passage.parent.text == story.CAUSE.removesuffix(".")


@pytest.mark.parametrize(
    "formula",
    [
        "the railway company said on Tuesday night that it would",
        "President Ilka Brandt of the Northern League of Free Towns and Harbours",
        "could not be independently confirmed",
    ],
)
def test_a_formula_or_a_long_name_is_no_passage(formula: str) -> None:
    left = f"{story.OWN} In the end {formula} came up."
    assert shared(left, f"{story.ELSEWHERE} Over coffee {formula} was named.") == ()


def test_unrelated_texts_share_nothing() -> None:
    assert shared(story.OWN, story.ELSEWHERE) == ()


def test_text_without_spaces_between_words_is_compared_by_characters() -> None:
    sentence = "检查员在第三节车厢旁边发现了一块破裂的鱼尾板并把它送到首都的实验室"
    (passage,) = shared(f"今天天气很好。{sentence}。", f"我们昨天去了海边吃饭。{sentence}。")
    assert passage.child.text == sentence


def test_repetition_and_gigantic_words_do_not_hang() -> None:
    assert shared("ha " * 30_000, "ha " * 29_000 + "ho " * 5_000) is not None
    assert shared("x" * 2_000_000, "y" * 2_000_000) == ()
    assert shared("a b " * 20_000, "b a " * 20_001) is not None


_SENTENCES = st.lists(
    st.sampled_from([story.LEAD, story.CAUSE, story.DRIVER, story.TOWN, story.OWN, story.SPEECH]),
    max_size=6,
)


@given(_SENTENCES, _SENTENCES)
@settings(deadline=None, max_examples=60)
def test_every_passage_reads_what_the_texts_say_and_none_overlap(
    left: list[str], right: list[str]
) -> None:
    a, b = story.report("a", "\n\n".join(left)), story.report("b", "\n\n".join(right))
    found = [match.passage(a.text, b.text) for match in compare(a, b)]
    for passage in found:
        passage.parent.check(a.text)
        passage.child.check(b.text)
    for before, after in pairwise(found):
        assert before.child.end <= after.child.start


@given(st.text(max_size=200), st.text(max_size=200))
@settings(deadline=None, max_examples=60)
def test_any_two_texts_can_be_compared(left: str, right: str) -> None:
    for passage in shared(left, right):
        passage.parent.check(left)
        passage.child.check(right)

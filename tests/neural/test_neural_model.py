"""A model finds what its words say, whatever the text, and the same on every reading."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import UsageError
from reportedly.neural import Found, Link, Model
from tests.neural import tiny

TINY = Model.load(tiny.files())
NASTY = (
    "\ud800",
    "\x00",
    "👩‍👩‍👧",
    "ﷺ",
    "אבג דהו",
    "é́́",
    "“",
    "”",
    '"',
    "\u202e",
    "\n\n",
    "\n",
    "x" * 200,
    "漢字",
    "the mayor said rain rains",
    "\u00ad",
    "\ufeff",
)


def kinds(found: Found, head: str = "attribution") -> list[tuple[str, int, int]]:
    return [(one.kind, one.start, one.end) for one in found.of(head)]


# --- what it finds -------------------------------------------------------------------------------


def test_each_stretch_has_its_kind_and_its_place_in_the_text() -> None:
    text = "Plain. The Mayor said rain rains rains."
    found = TINY.read(text)
    assert [(one.kind, text[one.start : one.end]) for one in found.of("attribution")] == [
        ("source", "The Mayor"),
        ("cue", "said"),
        ("content", "rain rains rains"),
    ]


def test_a_word_of_several_pieces_is_marked_whole() -> None:
    text = "plain rainly plain"
    (content,) = TINY.read(text).of("attribution")
    assert text[content.start : content.end] == "rainly"


def test_a_stretch_ends_with_its_paragraph() -> None:
    found = TINY.read("rain rains\n\nrain rains")
    assert [(start, end) for _, start, end in kinds(found)] == [(0, 10), (12, 22)]


def test_how_sure_the_model_is_comes_with_each_stretch() -> None:
    (name,) = TINY.read("plain clerk plain").of("names")
    assert name.kind == "person"
    assert 0.9 < name.probability < 1


def test_a_head_that_the_model_lacks_marks_nothing() -> None:
    assert TINY.read("the mayor said rain").of("nested") == ()


def test_an_inside_without_a_beginning_is_never_given() -> None:
    assert TINY.read("plain mayor plain\n\nmayor").of("attribution") == ()


# --- links ---------------------------------------------------------------------------------------


def test_a_cue_is_linked_to_its_source_the_likeliest_first() -> None:
    found = TINY.read("the mayor plain clerk said rain")
    answers = found.links["source"]
    assert [(link.of, link.to) for link in answers] == [(2, 1), (2, 0), (2, None)]
    assert sum(link.probability for link in answers) == pytest.approx(1)


def test_a_cue_may_have_no_source() -> None:
    best = TINY.read("clerk denied rain").links["source"][0]
    assert best == Link(1, None, best.probability)


def test_a_source_before_the_seam_is_found_from_behind_it() -> None:
    text = "plain " * 12 + "clerk said rain"
    found = TINY.read(text)
    best = found.links["source"][0]
    assert (best.of, best.to) == (1, 0)


def test_only_the_likeliest_answers_are_kept() -> None:
    model = Model.load(tiny.files(labels=tiny.labels(longest=64)))
    answers = model.read("clerk plain " * 9 + "said rain").links["source"]
    assert len(answers) == 4
    assert [one.probability for one in answers] == sorted(
        (one.probability for one in answers), reverse=True
    )


# --- what is asked -------------------------------------------------------------------------------


@pytest.mark.parametrize("heads", [{"attribution"}, {"names"}, {"nested"}, set()])
def test_what_is_asked_for_is_answered_the_same_whatever_else_is(heads: set[str]) -> None:
    text = "the mayor said rain. clerk denied rain rains " * 3
    every, some = TINY.read(text), TINY.read(text, heads)
    assert some.marked == {name: every.of(name) for name in every.marked if name in heads}
    assert some.links == ({"source": every.links["source"]} if "attribution" in heads else {})
    assert some.words == every.words
    assert some.certainties == ()


# --- certainty -----------------------------------------------------------------------------------


def test_the_certainty_of_an_event_is_that_of_its_word() -> None:
    found = TINY.read("plain rain. Plain rains")
    assert (found.certainty(6), found.certainty(8), found.certainty(18)) == (2.5, 2.5, -1.5)


def test_nobody_is_certain_of_a_text_without_words() -> None:
    assert TINY.read("").certainty(0) is None


# --- long texts ----------------------------------------------------------------------------------


@given(
    before=st.integers(0, 60),
    length=st.integers(1, 80),
    after=st.integers(0, 60),
    blank=st.booleans(),
)
@settings(max_examples=40)
def test_no_statement_is_lost_or_cut_at_a_seam(
    before: int, length: int, after: int, blank: bool
) -> None:
    gap = "\n\n" if blank else " "
    statement = " ".join(["the", "mayor", "said", "rain", *["rains"] * length])
    text = "plain " * before + statement + " ." + gap + "plain " * after
    start = text.index("rain")
    assert kinds(TINY.read(text))[-1] == ("content", start, start + len("rain" + " rains" * length))


def test_a_paragraph_of_ten_thousand_words_is_read_to_the_end() -> None:
    found = TINY.read("plain clerk said rain " * 2500)
    assert len(found.of("names")) == 2500
    assert len(found.of("attribution")) == 7500
    assert len({link.of for link in found.links["source"]}) == 2500


def test_reading_takes_time_in_step_with_the_length() -> None:
    model = Model.load(tiny.files(labels=tiny.labels(longest=64)))

    def seconds(times: int, part: str) -> float:
        began = time.process_time()
        model.read(part * times)
        return time.process_time() - began

    for part in ("the mayor said rain rains . ", "clerk said\n\n", "plain", "“ said ‘ "):
        seconds(100, part)
        small = min(seconds(200, part) for _ in range(3))
        large = min(seconds(1600, part) for _ in range(2))
        assert large < 8 * small * 3 + 0.05, part


# --- the same again ------------------------------------------------------------------------------


def test_what_was_read_before_changes_nothing() -> None:
    texts = ["the mayor said rain", "clerk denied rain rains " * 30, "", "plain"]
    forward = [TINY.read(text) for text in texts]
    backward = [TINY.read(text) for text in reversed(texts)]
    assert forward == backward[::-1]


def test_two_models_of_the_same_files_read_the_same() -> None:
    text = "the mayor said rain. clerk denied rain rains"
    assert Model.load(tiny.files()).read(text) == TINY.read(text)


@given(st.lists(st.sampled_from(NASTY) | st.text(max_size=8), max_size=12).map(" ".join))
@settings(max_examples=120)
def test_no_text_makes_it_fail(text: str) -> None:
    found = TINY.read(text)
    for marked in found.marked.values():
        for one, following in pairwise(marked):
            assert one.end <= following.start
        assert all(0 <= one.start < one.end <= len(text) for one in marked)
        assert all(0 <= one.probability <= 1 for one in marked)
    assert len(found.certainties) == len(found.words)


# --- its files -----------------------------------------------------------------------------------


def test_another_file_is_another_model() -> None:
    whole = tiny.files()
    others = [
        replace(whole, graph=b"1"),
        replace(whole, tokenizer=b"1"),
        replace(whole, labels=b"1"),
        replace(whole, words=b"1"),
        replace(whole, graph=whole.labels, labels=whole.graph),
    ]
    assert len({files.digest() for files in [whole, *others]}) == 6
    assert TINY.digest == whole.digest()


@pytest.mark.parametrize(
    "inputs",
    [
        ("input_ids",),
        ("input_ids", "attention_mask", "token_type_ids"),
        ("input_ids", "attention_mask", "shape", "quoted"),
    ],
)
def test_a_graph_is_given_what_it_asks_for(inputs: tuple[str, ...]) -> None:
    text = "the mayor said rain"
    model = Model.load(tiny.files(graph=tiny.graph(inputs)))
    assert model.read(text) == TINY.read(text)


def test_a_graph_that_takes_word_vectors_is_given_those_of_the_table() -> None:
    text = "the mayor said rain. clerk denied rain rains"
    model = Model.load(
        tiny.files(graph=tiny.graph(("embeds", "attention_mask")), words=tiny.words())
    )
    assert model.read(text) == TINY.read(text)


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"labels": b"{"}, "labels of the model"),
        ({"labels": b'{"heads": {}, "colour": 1}'}, "colour"),
        (
            {"labels": tiny.labels(heads={"names": {"output": "names", "labels": ["O", "I-x"]}})},
            "I-x",
        ),
        ({"labels": tiny.labels(heads={"names": {"output": "names", "labels": ["O"]}})}, "link"),
        ({"labels": tiny.labels(longest=4)}, "window"),
        (
            {
                "labels": tiny.labels(
                    heads={"attribution": {"output": "names", "labels": tiny.LABELS}}
                )
            },
            "another shape",
        ),
        ({"graph": b"no graph"}, "cannot be opened"),
        ({"graph": tiny.graph(leave_out="certainty")}, "certainty"),
        ({"graph": tiny.graph(("embeds",))}, "embeddings.npz"),
        ({"graph": tiny.graph(("input_ids", "mood"))}, "mood"),
        ({"tokenizer": b"{}"}, "tokenizer"),
        ({"words": b"no table"}, "table of word vectors"),
    ],
)
def test_files_that_are_not_of_the_form_are_named(changes: dict[str, bytes], what: str) -> None:
    with pytest.raises(UsageError, match=what):
        Model.load(tiny.files(**changes))


def test_the_runtime_of_the_models_leaves_no_file_and_tells_nobody(tmp_path: Path) -> None:
    code = "from tests.neural import tiny; from reportedly.neural import Model; Model.load(tiny.files())"
    # Without the names that a runtime takes for a test of its own, which is told to nobody either.
    bare = {"HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", code], check=True, env=bare)
    assert list(tmp_path.rglob("*")) == []


def test_the_runtime_is_not_loaded_before_a_model_is() -> None:
    code = (
        "import sys, reportedly.neural\n"
        "print(sorted({'onnxruntime', 'tokenizers'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"

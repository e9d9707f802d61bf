"""The kept text and what was left out add up, on whatever bytes come."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.collect import collect, unpack
from reportedly.collect.extract import Cut, Extract, Line
from reportedly.collect.keep import compose_kept
from reportedly.collect.limits import LIMITS
from reportedly.collect.plain import plain_lines
from reportedly.collect.rules import EVIDENCE, LEFT_OUT
from reportedly.errors import CollectError
from reportedly.model.report import Item, ReportState
from tests.collect.making import CASE, PROSE, all_of, check_law, original, page, paragraphs

FORMATS = ("html", "text", "markdown", "pdf", "docx", "email", "telegram", "rss")
LINES = st.lists(
    st.one_of(
        st.sampled_from(PROSE),
        st.sampled_from(
            [
                "By Ina Roke",
                "Related posts",
                "Read also: Six held after the raid on the quay",
                "© 2031 Harbour Courier",
                "Photo: Ana Lund",
                "* * *",
                "Leave a comment",
                "12 May 2031, 14:30",
                "1",
            ]
        ),
        st.text(max_size=80),
        st.just(""),
    ),
    max_size=14,
)


def check_all(data: bytes, name: str) -> None:
    made = all_of(data, name)
    assert made
    for each in made:
        check_law(each.report, each.left_out)
        assert {row.rule for row in each.left_out} <= LEFT_OUT.keys()
        assert {proof.rule for proof in each.report.published.evidence} <= EVIDENCE.keys()
        assert {proof.rule for proof in each.report.evidence} <= EVIDENCE.keys()
        assert each.report.outlet
        assert (each.report.reason == "") == (each.report.state is ReportState.READ)


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n"]), st.sampled_from(["a.txt", "a.md"]))
def test_every_visible_code_point_of_a_text_is_kept_or_listed(
    lines: list[str], end: str, name: str
) -> None:
    check_all(end.join(lines).encode("utf-8", "replace"), name)


@given(
    LINES, st.lists(st.sampled_from(["div", "p", "li", "aside", "td", "footer", "b"]), max_size=14)
)
def test_every_visible_code_point_of_a_page_is_kept_or_listed(
    lines: list[str], tags: list[str]
) -> None:
    tags += ["p"] * (len(lines) - len(tags))
    body = "".join(f"<{tag}>{line}</{tag}>" for tag, line in zip(tags, lines, strict=False))
    check_all(
        page(f"<h1>The mill at Harrow Bridge</h1>{body}").encode("utf-8", "replace"), "a.html"
    )


@given(st.binary(max_size=600), st.sampled_from(["", "x.md", "x.json", "x.html"]))
def test_any_bytes_end_in_a_named_state(data: bytes, name: str) -> None:
    check_all(data, name)


@given(
    st.sampled_from(
        [
            b"%PDF-1.4\n",
            b"PK\x03\x04",
            b"<html><body><p>",
            b"<?xml version='1.0'?><rss><channel><item><title>",
            b"From: a\nTo: b\nSubject: c\n\n",
            b'{"name":"c","type":"x","messages":[',
            b"---\ntitle: a\n---\n",
            b"\xff\xfe",
        ]
    ),
    st.binary(max_size=400),
)
def test_bytes_that_begin_like_a_format_end_in_a_named_state(head: bytes, tail: bytes) -> None:
    check_all(head + tail, "x")


@pytest.mark.parametrize("format_", FORMATS)
@given(data=st.binary(max_size=300))
@settings(max_examples=25)
def test_a_reader_given_the_wrong_bytes_makes_a_report_of_it(format_: str, data: bytes) -> None:
    item = Item("a" * 64, "b" * 64, ("x",), format_, data)
    made = collect(item, CASE)
    assert made.report.id == item.sha256
    check_law(made.report, made.left_out)


@given(st.text(max_size=300), st.data())
def test_composing_keeps_the_law_for_any_rules_and_cuts(text: str, data: st.DataObject) -> None:
    lines = plain_lines(text)
    rules = [data.draw(st.sampled_from([None, None, "links"])) for _ in lines]
    cuts = [
        Cut(at, at + 1, "line_end_hyphen")
        for line in lines
        for at in [line.end - 1]
        if data.draw(st.booleans())
    ]
    kept = compose_kept(Extract(text, lines, tuple(cuts)), rules)
    for run in kept.offsets:
        assert run.length > 0
    covered = bytearray(len(text))
    for run in kept.offsets:
        covered[run.full : run.full + run.length] = b"\1" * run.length
    for cut in kept.left:
        covered[cut.start : cut.end] = b"\1" * (cut.end - cut.start)
    assert all(covered[at] or char.isspace() for at, char in enumerate(text))


@given(st.text(max_size=400))
def test_the_lines_of_a_text_hold_all_its_visible_code_points(text: str) -> None:
    lines = plain_lines(text)
    inside = bytearray(len(text))
    for line in lines:
        assert text[line.start : line.end].strip() == text[line.start : line.end] != ""
        inside[line.start : line.end] = b"\1" * (line.end - line.start)
    assert all(inside[at] or char.isspace() for at, char in enumerate(text))
    assert [line.start for line in lines] == sorted(line.start for line in lines)


def test_the_same_bytes_give_the_same_report_under_any_order_of_names() -> None:
    text = "\n\n".join(PROSE)
    once, again = all_of(text, "a.txt"), all_of(text, "a.txt")
    assert once == again


def test_unpacking_and_collecting_depend_on_the_item_alone() -> None:
    message = {"id": 1, "type": "message", "date": "2031-05-01T10:00:00", "text": PROSE[0]}
    export = {"name": "Quay", "type": "public_channel", "id": 7, "messages": [message]}
    other = dict(export, messages=[message, dict(message, id=2, text=PROSE[1])])
    first = unpack(original(json.dumps(export), "result.json")).items[0]
    second = unpack(original(json.dumps(other), "result.json")).items[0]
    assert first.sha256 == second.sha256
    assert collect(first, CASE).report.text == collect(second, CASE).report.text


def test_a_line_wrapped_in_the_middle_of_a_sentence_is_joined_with_a_space() -> None:
    text = "One line that is\nbroken"
    lines = (Line(0, 16, 0), Line(17, 23, 0, wrapped=True))
    kept = compose_kept(Extract(text, lines), [None, None])
    assert kept.text == "One line that is broken"
    assert [(run.kept, run.full, run.length) for run in kept.offsets] == [(0, 0, 23)]


def test_a_text_riddled_with_invisible_characters_is_not_a_text() -> None:
    text = "a\u200b" * 100_002
    with pytest.raises(CollectError, match="invisible"):
        compose_kept(Extract(text, plain_lines(text)), [None])


def test_a_text_beyond_the_limit_is_refused_and_says_what_to_do() -> None:
    small = type(LIMITS)(text_characters=50)
    made = all_of(PROSE[0], limits=small)[0].report
    assert made.state is ReportState.REFUSED
    assert "50 characters" in made.reason
    assert made.reason.endswith(".")


def test_a_page_beyond_the_limit_is_refused() -> None:
    small = type(LIMITS)(text_characters=50)
    made = all_of(page(paragraphs(*PROSE)), limits=small)[0].report
    assert made.state is ReportState.REFUSED

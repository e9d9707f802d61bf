"""Two captures of one address, and what changed between them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.report import Report
from reportedly.model.span import Span
from reportedly.model.value import TimeRange
from reportedly.trace.versions import address_key, changes, versions
from tests.trace import lineage_story as story


def capture(
    name: str, text: str, day: str | None, url: str = "https://www.echo.example/a"
) -> Report:
    return replace(story.report(name, text), url=url, captured=TimeRange(day, day))


def words(span: Span | None) -> str:
    return span.text if span else ""


def changed(before: str, after: str) -> list[tuple[str, str]]:
    return [(words(item.before), words(item.after)) for item in changes(before, after)]


def test_a_figure_that_was_changed_without_a_word_is_shown() -> None:
    later = story.TOWN.replace("forty families", "four hundred families")
    (version,) = versions(
        [capture("b", later, "2031-05-03"), capture("a", story.TOWN, "2031-05-02")]
    )
    assert (version.earlier, version.later) == ("a", "b")
    assert [(words(c.before), words(c.after)) for c in version.changes] == [
        ("forty", "four hundred")
    ]
    for change in version.changes:
        assert change.after is not None
        change.after.check(later)


def test_what_was_added_and_what_was_cut_have_their_places() -> None:
    assert changed("It rained. It was cold.", "It rained hard. It was cold.") == [("", "hard")]
    assert changed("He, she said, lied.", "He lied.") == [(", she said,", "")]


def test_a_sentence_moved_is_cut_in_one_place_and_added_in_the_other() -> None:
    before, after = f"{story.CAUSE} {story.TOWN}", f"{story.TOWN} {story.CAUSE}"
    first, second = changed(before, after)
    assert {first[0] == "", second[0] == ""} == {True, False}
    cut, added = first[0] + second[0], first[1] + second[1]
    assert cut.strip(". ") == added.strip(". ")


def test_captures_that_are_equal_or_of_unknown_order_are_no_versions() -> None:
    later = story.TOWN.replace("forty", "fifty")
    assert (
        versions([capture("a", story.TOWN, "2031-05-02"), capture("b", story.TOWN, "2031-05-03")])
        == ()
    )
    assert versions([capture("a", story.TOWN, None), capture("b", later, "2031-05-03")]) == ()
    assert (
        versions([capture("a", story.TOWN, "2031-05-02"), capture("b", later, "2031-05-02")]) == ()
    )
    elsewhere = capture("b", later, "2031-05-03", "https://echo.example/b")
    assert versions([capture("a", story.TOWN, "2031-05-02"), elsewhere]) == ()


def test_one_page_has_one_address_however_it_was_reached() -> None:
    for url in (
        "http://echo.example/a",
        "https://m.echo.example/a/",
        "https://Echo.example/a?ref=x#top",
    ):
        assert address_key(url) == address_key("https://www.echo.example/a")
    assert address_key("https://echo.example/A") != address_key("https://echo.example/a")


_WORDS = st.lists(st.sampled_from(["one", "two", "three", "four", ",", "."]), max_size=30).map(
    " ".join
)


@given(_WORDS, _WORDS)
def test_the_changes_turn_one_text_into_the_other(before: str, after: str) -> None:
    made, at = [], 0
    for change in changes(before, after):
        made.append(before[at : change.at])
        made.append(f" {words(change.after)} ")
        at = change.before.end if change.before else change.at
    made.append(before[at:])
    assert "".join("".join(made).split()) == "".join(after.split())


def test_repetition_takes_no_longer_than_its_length() -> None:
    assert changed("ha " * 60_000, "ha " * 59_000 + "ho")
    many = " ".join(f"w{n}" for n in range(40_000))
    assert changed(many, " ".join(reversed(many.split())))

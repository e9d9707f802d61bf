"""How pages look and print, on a story written by hand: sizes, focus, paper, scripts, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from reportedly.model.ledger import Ledger
from reportedly.publish import Site
from tests.browser.conftest import Watch
from tests.publish import crowds, story

pytestmark = pytest.mark.browser


def written(ledger: Ledger, folder: Path) -> Path:
    """The site of a ledger, on disk."""
    site = Site(ledger, code="test")
    for planned in site.plan():
        target = folder / planned.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(site.render(planned))
    return folder


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(story.ledger(), tmp_path_factory.mktemp("ferry"))


@pytest.fixture
def page(chromium: Browser, watch: Watch) -> Iterator[Page]:
    """A page of a phone."""
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    yield watch.on(context.new_page())
    context.close()


def test_no_word_is_set_smaller_than_twelve_pixels(page: Page, ferry: Path) -> None:
    small = {}
    for path in sorted(ferry.rglob("*.html")):
        page.goto(path.as_uri())
        size = page.evaluate(
            """Math.min(...[...document.querySelectorAll('main *, footer *')]
                 .filter(node => node.checkVisibility() && node.textContent.trim())
                 .map(node => parseFloat(getComputedStyle(node).fontSize)))"""
        )
        if size < 12:
            small[path.name] = size
    assert small == {}


def test_whatever_has_the_focus_shows_it(page: Page, ferry: Path) -> None:
    page.goto((ferry / "questions" / f"{story.RESCUED.id}.html").as_uri())
    for _ in range(60):
        page.keyboard.press("Tab")
        name, outline = page.evaluate(
            "[document.activeElement.tagName, getComputedStyle(document.activeElement).outlineStyle]"
        )
        if name == "BODY":
            break
        assert outline == "solid"


def test_forty_answers_and_two_hundred_marks_fit_a_phone(page: Page, tmp_path: Path) -> None:
    for name, ledger in (
        ("answers", crowds.many_answers(40)),
        ("marks", crowds.many_marks(200, line=" ")),
        ("copies", crowds.chain_of_copies(25)),
        ("line", crowds.one_report("x" * 50_000)),
    ):
        for path in sorted(written(ledger, tmp_path / name).rglob("*.html")):
            page.goto(path.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, f"{name} {path}"


def test_the_words_of_the_figure_keep_their_size_on_a_phone(page: Page, ferry: Path) -> None:
    page.goto((ferry / "questions" / f"{story.RESCUED.id}.html").as_uri())
    heights = page.evaluate(
        "[...document.querySelectorAll('.range text')].map(n => n.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= 12


def test_a_passage_runs_in_the_direction_of_its_script(page: Page, ferry: Path) -> None:
    page.goto((ferry / "reports" / f"{story.RADIO.id[:16]}.html").as_uri())
    found = page.evaluate(
        "[...document.querySelectorAll('article > p')].map(n => getComputedStyle(n).direction)"
    )
    assert found == ["rtl", "ltr"]


def test_a_note_that_is_folded_away_opens_when_its_number_is_followed(
    page: Page, tmp_path: Path
) -> None:
    made = crowds.many_marks(30, line=" ")
    site = written(made, tmp_path)
    page.goto((site / "reports" / f"{made.reports[0].id[:16]}.html").as_uri())
    page.locator("a.ref").last.click()
    assert page.locator(".note").last.is_visible()


def test_paper_holds_the_words_and_not_the_way_around(page: Page, ferry: Path) -> None:
    page.emulate_media(media="print")
    page.goto((ferry / "questions" / f"{story.RESCUED.id}.html").as_uri())
    assert not page.locator("header nav").is_visible()
    assert page.locator("blockquote").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_pictures_are_taken_for_people_to_look_at(
    chromium: Browser, ferry: Path, tmp_path: Path, width: int, scheme: str
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    for path in sorted(ferry.rglob("*.html")):
        page.goto(path.as_uri())
        picture = tmp_path / f"{path.stem}-{width}-{scheme}.png"
        page.screenshot(path=picture, full_page=True)
        assert picture.read_bytes().startswith(b"\x89PNG")
    context.close()

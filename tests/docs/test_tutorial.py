"""The tutorial and every how-to do what they say: their commands run, their output is printed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.docs.following import DOCS, Reader

HOW_TO = sorted((DOCS / "how-to").glob("*.md"))


def test_the_tutorial_can_be_followed_word_for_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Reader(tmp_path).read(DOCS / "tutorial/demo.md")
    assert (tmp_path / "story/for-the-editor/index.html").is_file()


@pytest.mark.parametrize("page", HOW_TO, ids=lambda page: page.stem)
def test_a_recipe_works_on_the_case_of_the_tutorial(
    page: Path, demo_case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(demo_case.parent, tmp_path / "story")
    monkeypatch.chdir(tmp_path)
    Reader(tmp_path).read(page)


def test_a_page_that_quotes_what_is_not_printed_is_caught() -> None:
    reader = Reader(Path())
    printed = ["cl-0000000000000001  two", "three   four", "five"]
    shown = ("cl-0000000000000002 two", "[...]", "five")
    assert reader.compare(shown, printed) is None
    assert reader.ids == {"cl-0000000000000002": "cl-0000000000000001"}
    assert reader.compare(("[...]", "three [...]", "five"), printed) is None
    assert reader.compare(("[...]", "three", "[...]"), printed) == "three"
    assert reader.compare(("three four", "[...]"), printed) == "three four"
    assert reader.compare(("[...]", "three four"), printed) == "(and no more)"

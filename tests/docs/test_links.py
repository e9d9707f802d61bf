"""Every link between the pages leads somewhere, and the index leads to every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
LINK = re.compile(r"\[[^\]\[]+\]\((?!https?:)([^)\s]+)\)")


def bare(page: Path) -> str:
    """A page without its code."""
    text = re.sub(
        r"^ *```.*?^ *```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    return re.sub(r"`[^`\n]+`", "", text)


def links(page: Path) -> Iterator[tuple[str, Path, str]]:
    for link in LINK.findall(bare(page)):
        path, _, anchor = link.partition("#")
        yield link, (page.parent / path).resolve() if path else page, anchor


def anchors(page: Path) -> set[str]:
    """The names that a page's headings go by, made as GitHub makes them."""
    text = re.sub(
        r"^ *```.*?^ *```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    lost = [
        link
        for link, target, anchor in links(page)
        if not target.exists() or (anchor and anchor not in anchors(target))
    ]
    assert lost == []


def test_the_index_leads_to_every_page() -> None:
    linked = {target for _, target, _ in links(DOCS / "README.md")}
    pages = {
        page.resolve()
        for page in DOCS.rglob("*.md")
        if page.parent.name != "decisions" and page != DOCS / "README.md"
    }
    assert sorted(pages - linked) == []

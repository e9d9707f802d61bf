"""The reference of the site says what the code does."""

from __future__ import annotations

from pathlib import Path

from reportedly.publish import layout, lists, paging
from reportedly.publish.site import NAV
from tests.publish import story
from tests.publish.test_publish_pages import pages

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "site.md"


def test_every_page_of_the_header_is_described() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    for words, address, _ in NAV:
        assert f"| {words} | `{address}` |" in text


def test_the_limits_are_those_of_the_code() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    for limit in (
        f"| rows of a list | {paging.ROWS},",
        f"| reports on a page of what was left out | {lists.LEFT_OUT_REPORTS} |",
        f"| questions of one standing on the first page | {lists.FIRST},",
        f"| code points of a report's text | {layout.PAGE:,},",
    ):
        assert limit in text


def test_the_policy_is_that_of_the_pages() -> None:
    folded = " ".join(REFERENCE.read_text(encoding="utf-8").split())
    found = {
        page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        for page in pages(story.ledger()).values()
    }
    assert len(found) == 1
    assert f"`{found.pop()}`" in folded

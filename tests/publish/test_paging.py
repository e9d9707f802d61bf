"""A long list comes as pages that hardly move when a row is put in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.publish.paging import ROWS, paged

IDS = [f"row-{number}" for number in range(5000)]


@given(st.lists(st.text(max_size=4), max_size=900), st.integers(1, 300))
def test_every_row_stands_on_one_page_in_its_order(ids: list[str], most: int) -> None:
    parts = paged("list", ids, most)
    assert [row for part in parts for row in part.ids] == ids
    assert all(len(part.ids) <= most for part in parts)
    assert all(len(part.ids) * 2 >= most for part in parts[:-1])


def test_one_row_more_changes_a_page_or_two() -> None:
    before = {part.ids for part in paged("list", IDS)}
    for place in (0, 1234, 2500, 4999):
        after = {part.ids for part in paged("list", [*IDS[:place], "new", *IDS[place:]])}
        assert len(after - before) <= 3


def test_pages_are_numbered_and_linked() -> None:
    parts = paged("reports", IDS)
    assert [part.path for part in parts[:2]] == ["reports", "reports-2"]
    assert [link.href for link in parts[0].parts] == [f"{part.path}.html" for part in parts]
    assert len({part.parts for part in parts}) == 1


def test_a_short_list_is_one_page_without_links() -> None:
    (part,) = paged("reports", IDS[:ROWS])
    assert (part.path, part.ids, part.parts) == ("reports", tuple(IDS[:ROWS]), ())


def test_an_empty_list_is_an_empty_page() -> None:
    (part,) = paged("reports", ())
    assert (part.path, part.ids, part.parts) == ("reports", (), ())

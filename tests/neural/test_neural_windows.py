"""Windows: every piece is answered for once, with context, however the text is cut."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportedly.neural.windows import CONTEXT, windows

_PARAGRAPHS = st.lists(st.integers(1, 700), min_size=1, max_size=30)


def _ends(lengths: list[int]) -> list[int]:
    return [sum(lengths[: at + 1]) for at in range(len(lengths))]


@given(_PARAGRAPHS, st.sampled_from([16, 96, 254]), st.sampled_from([0, 8]))
def test_every_piece_is_answered_for_exactly_once_and_within_what_is_read(
    lengths: list[int], longest: int, context: int
) -> None:
    ends = _ends(lengths)
    found = list(windows(ends, longest, context))
    assert found[0].focus_start == 0
    assert found[-1].focus_end == ends[-1]
    assert all(a.focus_end == b.focus_start for a, b in pairwise(found))
    for window in found:
        assert window.start <= window.focus_start < window.focus_end <= window.end
        assert window.end - window.start <= longest


@given(_PARAGRAPHS)
def test_a_paragraph_that_fits_a_window_is_never_cut(lengths: list[int]) -> None:
    ends = _ends(lengths)
    starts = [0, *ends[:-1]]
    cuts = {window.focus_end for window in windows(ends)}
    for start, end in zip(starts, ends, strict=True):
        if end - start <= 254:
            assert not any(start < cut < end for cut in cuts)


def test_a_seam_within_a_long_paragraph_is_read_from_both_sides() -> None:
    first, second = list(windows([400]))[:2]
    assert first.end - first.focus_end == 32
    assert second.focus_start - second.start == CONTEXT


def test_no_text_has_no_windows() -> None:
    assert list(windows([])) == []


@given(st.integers(1, 400))
def test_the_number_of_windows_grows_with_the_text_and_no_faster(count: int) -> None:
    assert len(list(windows(_ends([50] * count)))) <= count

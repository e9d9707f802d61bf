"""Equal nouns, equal bytes, equal digests; what was digested once is not mistaken for another."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.canonical import Digests, encode
from reportedly.model.span import Span


@given(st.dictionaries(st.text(max_size=3), st.integers(-(2**60), 2**60)))
def test_the_order_of_keys_changes_nothing(shape: dict[str, int]) -> None:
    turned = dict(reversed(shape.items()))
    assert encode(shape) == encode(turned)
    assert Digests().of(shape) == Digests().of(turned)


def test_a_digest_is_that_of_the_canonical_form() -> None:
    span = Span(0, 3, "abc")
    digests = Digests()
    assert digests.of(span) == hashlib.sha256(encode(span)).digest()
    assert digests.of(span) == digests.of(Span(0, 3, "abc"))


def test_nouns_that_come_and_go_are_told_apart() -> None:
    digests = Digests()
    found = {digests.of(Span(number, number + 1, "a")) for number in range(1000)}
    assert len(found) == 1000


def test_several_are_told_by_their_order() -> None:
    digests = Digests()
    one, other = Span(0, 1, "a"), Span(1, 2, "b")
    assert digests.of_all([one, other]) != digests.of_all([other, one])
    assert digests.of_all([one]) != digests.of(one)
    assert digests.of_all([]) != digests.of_all([None])

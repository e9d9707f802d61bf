"""Laws of reading claims: spans read what they read, nothing hangs, nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.measure import MEASURES
from reportedly.model.settings import Settings
from reportedly.read import read
from tests.read.claims_case import claims_in, report

SENTENCES = (
    "At least four people were killed and 17 injured in an explosion at Sulvek on 17 May.",
    "The Interior Ministry accused the Free Highlands Front of planting the bomb.",
    "The Free Highlands Front denied any part in it.",
    "“We lost two fighters,” said Jorin Askeld, 41, who leads the Free Highlands Front.",
    "The death toll rose from four to nine on Friday.",
    "Nobody is in custody, and we withdraw the statement.",
    "The Free Highlands Front was founded in April 2021 and has about 400 fighters.",
    "No Osmerian soldier crossed the line, the ministry said.",
)
pieces = st.lists(
    st.one_of(st.sampled_from(SENTENCES), st.text(max_size=40)), min_size=1, max_size=8
).map("\n\n".join)


@settings(deadline=None, max_examples=60)
@given(pieces)
def test_every_claim_quotes_its_own_words(text: str) -> None:
    for claim in read(report(text), Settings("Case")).claims:
        claim.span.check(text)
        claim.words.check(text)
        assert claim.measure in MEASURES
        assert claim.holder


@settings(deadline=None, max_examples=60)
@given(pieces)
def test_claims_have_ids_of_their_own_and_stand_in_the_order_of_the_text(text: str) -> None:
    found = read(report(text), Settings("Case")).claims
    assert len({claim.id for claim in found}) == len(found)
    assert [claim.span.start for claim in found] == sorted(claim.span.start for claim in found)


@pytest.mark.parametrize(
    "text",
    [
        "12 " * 30_000,
        "killed " * 30_000,
        "(" * 20_000 + "12 people were killed",
        "“" * 5_000 + "twelve were killed",
        "12 people, " * 10_000 + "were killed",
        "The Free Highlands Front and " * 3_000 + "attacked it.",
        "\x00\u202e\u0301 12 were killed \U0001f525" * 2_000,
    ],
    ids=["numbers", "verbs", "brackets", "quotes", "commas", "names", "marks"],
)
def test_odd_and_long_text_neither_raises_nor_hangs(text: str) -> None:
    assert isinstance(claims_in(text), list)

"""The names of the rules and of a model together: who is believed about which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.span import Span
from reportedly.model.statement import EntityKind
from reportedly.read import find, joining, read
from reportedly.read.named import MarkedName, NameFinder, with_marked
from reportedly.read.pieces import Piece
from reportedly.text.names import names
from tests.read.readings import CASE, report_of

PERSON, ORG, GROUP, PLACE, NATION, UNKNOWN = (
    EntityKind.PERSON,
    EntityKind.ORGANIZATION,
    EntityKind.GROUP,
    EntityKind.PLACE,
    EntityKind.NATIONALITY,
    EntityKind.UNKNOWN,
)

Mark = tuple[str, EntityKind | None, float]


def marked(text: str, *marks: Mark) -> list[MarkedName]:
    """Marks by their words, each at its first place after the one before it."""
    found, at = [], 0
    for words, kind, chance in marks:
        at = text.index(words, at)
        found.append(MarkedName(Span.of(text, at, at + len(words)), kind, chance))
        at += len(words)
    return found


def told(text: str, *marks: Mark, firm: Sequence[str] = ()) -> list[tuple[str, EntityKind]]:
    joined = with_marked(text, names(text), marked(text, *marks), firm)
    return [(name.span.text, name.kind) for name in joined]


@pytest.mark.parametrize(
    ("text", "mark", "found"),
    [
        # Nothing tells the rules what it is.
        ("They read about Zuvex yesterday.", ("Zuvex", ORG, 0.4), ("Zuvex", ORG)),
        # Two plain words are a person's by their shape alone.
        ("A letter by Green Harbour came.", ("Green Harbour", ORG, 0.4), ("Green Harbour", ORG)),
        # The title says who it is, whatever the model thinks.
        ("Gen. Ina Roke spoke.", ("Ina Roke", PLACE, 0.2), ("Ina Roke", PERSON)),
        # Edges of the model, without article, title and compass.
        ("The report names the Zuvex of Vela today.", ("the Zuvex of Vela", ORG, 0.4),
         ("Zuvex of Vela", ORG)),
        ("They moved to western Vela.", ("western Vela", PLACE, 0.4), ("Vela", PLACE)),
    ],
)  # fmt: skip
def test_the_surer_word_counts(text: str, mark: Mark, found: tuple[str, EntityKind]) -> None:
    assert told(text, mark) == [found]


def test_a_model_that_is_hardly_sure_tells_no_kind() -> None:
    assert told("They read about Zuvex yesterday.", ("Zuvex", ORG, 0.01)) == [("Zuvex", UNKNOWN)]


def test_one_strange_word_is_no_person_unless_a_full_name_holds_it() -> None:
    text = "They like Zuvex again."
    assert told(text, ("Zuvex", PERSON, 0.2)) == [("Zuvex", UNKNOWN)]
    whole = "Ana Zuvex came. They like Zuvex again."
    assert told(whole, ("Ana Zuvex", PERSON, 0.5), ("Zuvex", PERSON, 0.2)) == [
        ("Ana Zuvex", PERSON),
        ("Zuvex", PERSON),
    ]


def test_a_place_by_the_words_beside_it_is_not_made_a_person() -> None:
    text = "Fires burned in Ossaria. Ossaria said nothing."
    assert told(text, ("Ossaria", PLACE, 0.1), ("Ossaria", PERSON, 0.7)) == [
        ("Ossaria", PLACE),
        ("Ossaria", PLACE),
    ]


def test_a_capital_that_the_model_does_not_see_makes_no_name() -> None:
    text = "They held a Workshop and met Ina Roke, a doctor."
    assert [name.span.text for name in names(text)] == ["Workshop", "Ina Roke"]
    assert told(text, ("Ina Roke", PERSON, 0.8)) == [("Ina Roke", PERSON)]


def test_a_nickname_that_the_model_does_not_see_stays_one() -> None:
    assert told("They fear the Schoolmaster most.") == [("Schoolmaster", UNKNOWN)]


def test_a_sum_of_money_holds_no_country() -> None:
    text = "It cost the US$5 paid."
    found = marked(text, ("US$5", None, 0.4))
    sums = [MarkedName(one.span, None, one.chance, priced=True) for one in found]
    assert with_marked(text, names(text), sums) == ()


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("He lives in Vela, Ossaria.", ("Vela, Ossaria", PLACE, 0.5)),
        ("It was Ossaria's Foreign Ministry.", ("Ossaria's Foreign Ministry", ORG, 0.5)),
        ("The Vela Volunteer Corps and the Free Hills Legion met.",
         ("Vela Volunteer Corps and the Free Hills Legion", GROUP, 0.5)),
        ("An American CIA plane.", ("American CIA", ORG, 0.2)),
    ],
)  # fmt: skip
def test_two_names_in_one_mark_stay_two(text: str, mark: Mark) -> None:
    ruled = [(name.span.text, name.kind) for name in names(text)]
    assert len(ruled) == 2
    assert told(text, mark) == ruled


def test_a_stated_alias_keeps_its_edges_and_its_owner() -> None:
    text = "The Free Hills Legion (FHL) denied it. The FHL left."
    ruled = names(text)
    joined = with_marked(
        text, ruled, marked(text, ("Free Hills", PLACE, 0.9), ("FHL", PERSON, 0.9))
    )
    assert [name.span for name in joined] == [name.span for name in ruled]
    assert joined[1].alias_of == joined[0].span
    assert {name.kind for name in joined} == {GROUP}


def test_what_the_case_lists_is_what_it_says() -> None:
    text = "The fire reached Zuvex Point."
    mark = ("Zuvex", ORG, 0.9)
    assert told(text, mark) == [("Zuvex", ORG)]
    assert [words for words, _ in told(text, mark, firm=["zuvex point"])] == ["Zuvex Point"]


def test_names_that_the_rules_do_not_see_are_added_where_the_model_is_sure() -> None:
    text = "the clinic of ina Roke and eZuvex stayed shut."
    assert ("eZuvex", ORG) in told(text, ("eZuvex", ORG, 0.05))
    assert told("the clinic at eVela shut.", ("eVela", PLACE, 0.05)) == []


def test_without_marks_the_names_are_those_of_the_rules() -> None:
    ruled = names("Gen. Ina Roke met the Workshop.")
    assert with_marked("Gen. Ina Roke met the Workshop.", ruled, None) == ruled


@dataclass(frozen=True)
class Marking:
    """A span-finder that finds nothing said, and marks the given words wherever they stand."""

    marks: tuple[Mark, ...]
    knows: bool = True

    def __call__(self, text: str) -> tuple[Piece, ...]:
        return ()

    def names(self, text: str) -> tuple[MarkedName, ...] | None:
        return tuple(marked(text, *self.marks)) if self.knows else None


def test_reading_uses_the_names_of_a_model_that_knows_some() -> None:
    report = report_of("They read about Zuvex yesterday.")
    marks = (("Zuvex", ORG, 0.4),)
    knowing = joining(find, Marking(marks))
    assert isinstance(knowing, NameFinder)
    assert [one.kind for one in read(report, CASE, None, knowing).mentions] == [ORG]
    for finder in (find, joining(find, find), joining(find, Marking(marks, knows=False))):
        assert [one.kind for one in read(report, CASE, None, finder).mentions] == [UNKNOWN]


WORDS = st.sampled_from(
    [
        "Ina", "Roke", "Gen.", "the", "The", "of", "Vela", ",", ".", "’s", "(", ")", "“", "”", "FHL",
        "Legion", "Ministry", "and", "St.", "US$5", "said", "Zuvex", "5",
    ]
)  # fmt: skip
KINDS = st.sampled_from([PERSON, ORG, GROUP, PLACE, NATION, None])


@settings(max_examples=200, deadline=None)
@given(
    words=st.lists(WORDS, min_size=1, max_size=30),
    cuts=st.lists(st.integers(0, 29), max_size=12, unique=True),
    kinds=st.lists(KINDS, min_size=12, max_size=12),
    chances=st.lists(st.sampled_from([0.0, 0.02, 0.06, 0.2, 0.9]), min_size=12, max_size=12),
)
def test_whatever_is_marked_the_names_stand_in_order_and_apart(
    words: list[str], cuts: list[int], kinds: list[EntityKind | None], chances: list[float]
) -> None:
    text = " ".join(words)
    starts = [sum(len(word) + 1 for word in words[:at]) for at in range(len(words))]
    edges = sorted({min(cut, len(words) - 1) for cut in cuts})
    marks = [
        MarkedName(Span.of(text, starts[low], starts[high] - 1), kind, chance)
        for (low, high), kind, chance in zip(pairwise(edges), kinds, chances, strict=False)
    ]
    found = with_marked(text, names(text), marks)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))
    for name in found:
        name.span.check(text)

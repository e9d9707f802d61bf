"""Reports of different events that share the phrases everybody writes, and those that share more."""

from __future__ import annotations

import random

from reportedly.model.lineage import DerivationKind
from reportedly.model.report import Report
from reportedly.trace.passages import compare
from tests.trace import lineage_story as story

TOWNS = (
    "Arlow", "Brenmere", "Castow", "Dunholt", "Elverby", "Farnock", "Gistle", "Hobrook",
    "Inchley", "Jarvale", "Kelmoor", "Lostock", "Mardle", "Nethergill",
)  # fmt: skip


def word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(3))


def filler(seed: int, sentences: int = 2) -> str:
    """Sentences of made-up words, which no other seed shares."""
    chance = random.Random(seed)  # noqa: S311
    return " ".join(
        " ".join(word(chance) for _ in range(16)).capitalize() + "." for _ in range(sentences)
    )


def formulas(town: str, number: int) -> list[str]:
    return [
        f"A clerk of the council, who wished to stay in the background, spoke of {number} missing.",
        f"The warden of {town} told a crowd at the gate that {number} beds had been made ready.",
        f"What had set off the landslide above {town} was still being looked into, firefighters said.",
    ]


def event(place: int, more: str = "") -> Report:
    """A report of an event of its own, with the phrases that all of them have."""
    said = formulas(TOWNS[place], 3 * place + 7)
    order = said[place % 3 :] + said[: place % 3]
    parts = [f"{line} {filler(100 * place + n)}" for n, line in enumerate(order)]
    return story.report(f"{place:02}", "\n\n".join([*parts, *([more] if more else [])]))


def test_unlike_text_between_phrases_that_two_reports_share_is_no_passage() -> None:
    one, other = event(0), event(3)
    for match in compare(one, other):
        assert match.child.last - match.child.first < 20
    rows, origins = story.traced([one, other])
    assert all(row.share_child < 0.35 for row in rows)
    assert len(origins) == 2


def test_phrases_of_many_unrelated_reports_are_no_derivation() -> None:
    items = [event(place) for place in range(len(TOWNS))]
    rows, origins = story.traced(items)
    assert rows == ()
    assert len(origins) == len(items)


def test_a_paragraph_that_two_of_them_share_is_still_found() -> None:
    items = [event(place, story.DRIVER if place in (2, 9) else "") for place in range(len(TOWNS))]
    rows, _ = story.traced(items)
    assert [(row.parent, row.child, row.kind) for row in rows] == [
        ("02", "09", DerivationKind.EMBEDDED)
    ]
    assert rows[0].passages[0].child.text == story.DRIVER.removesuffix(".")


def test_a_sentence_of_an_agency_in_many_reports_is_no_phrase_of_everybody() -> None:
    sentence = (
        "The dam at Upper Quell let go at 04.15 and swept 61 caravans into the Ness, Ina Holt said."
    )
    items = [event(place, sentence) for place in range(len(TOWNS))]
    rows, origins = story.traced(items)
    assert {name for row in rows for name in (row.parent, row.child)} == {r.id for r in items}
    assert len(origins) == len(items)


def test_a_long_paragraph_in_many_reports_is_no_phrase_of_everybody() -> None:
    items = [event(place, story.TOWN) for place in range(len(TOWNS))]
    rows, _ = story.traced(items)
    assert {name for row in rows for name in (row.parent, row.child)} == {r.id for r in items}

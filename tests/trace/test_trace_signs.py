"""What tells that two reports depend on each other, or which way, when nobody says so."""

from __future__ import annotations

from reportedly.model.lineage import DerivationKind, Direction
from reportedly.model.report import Report
from reportedly.model.statement import Detail, Reading
from reportedly.model.value import Approximator, Value, ValueKind
from tests.trace import lineage_story as story

_DAY = ("2031-05-01", "2031-05-01")


def counted(item: Report, words: str, number: int) -> Reading:
    span = story.span(item.text, words)
    value = Value(ValueKind.COUNT, number, number, "things", Approximator.EXACT)
    return Reading(item.id, details=(Detail(f"dt-{span.start}", item.id, span, value, "number"),))


def counting(name: str, words: str, number: int, around: str) -> tuple[Report, Reading]:
    item = story.report(name, f"{around} They counted {words} in the yard.", published=_DAY)
    return item, counted(item, words, number)


def test_an_odd_figure_of_the_same_thing_joins_two_reports_that_share_no_words() -> None:
    one, read_one = counting("a", "1,347 crates", 1347, story.OWN)
    two, read_two = counting("b", "1,347 crates", 1347, story.ELSEWHERE)
    (row,), origins = story.traced([one, two], {"a": read_one, "b": read_two})
    assert (row.kind, row.direction) == (DerivationKind.ODD_VALUE, Direction.UNDETERMINED)
    assert row.passages[0].child.text == row.passages[0].parent.text == "1,347 crates"
    assert len(origins) == 2


def test_a_round_figure_or_one_of_another_thing_joins_nobody() -> None:
    for first, second, number in (
        ("1,200 crates", "1,200 crates", 1200),
        ("17 crates", "17 crates", 17),
        ("1,347 crates", "1,347 sacks", 1347),
    ):
        one, read_one = counting("a", first, number, story.OWN)
        two, read_two = counting("b", second, number, story.ELSEWHERE)
        assert story.traced([one, two], {"a": read_one, "b": read_two})[0] == ()


def test_what_everybody_has_joins_nobody() -> None:
    texts = (story.OWN, story.ELSEWHERE, story.TOWN, story.PRICE)
    made = [
        counting(name, "1,347 crates", 1347, text) for name, text in zip("abcd", texts, strict=True)
    ]
    readings = {item.id: reading for item, reading in made}
    assert story.traced([item for item, _ in made], readings)[0] == ()


def test_a_passage_was_taken_from_where_it_fits() -> None:
    theirs = (
        f"{story.LEAD}\n\n{story.CAUSE}\n\n{story.DRIVER}\n\n{story.REWRITTEN}\n\n"
        + (
            "Wagons, rails and the laboratory's microscope will keep the railway's inspectors busy; "
            "the fishplate beside the wagon is what the laboratory in the capital will look at first."
        )
        * 2
    )
    ours = f"{story.OWN}\n\n{story.CAUSE}\n\n{story.ELSEWHERE}\n\n{story.SPEECH}"
    for one, other in (("a", "b"), ("b", "a")):
        items = [
            story.report(one, theirs, "Echo", _DAY),
            story.report(other, ours, "Mail", _DAY),
        ]
        (row,) = story.traced(items)[0]
        assert (row.parent, row.child, row.direction) == (one, other, Direction.FROM_A)
        assert row.evidence[0].rule == "fits_better"

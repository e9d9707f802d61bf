"""Derivations and origins of a wire story and its copies."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.lineage import Derivation, DerivationKind, Direction
from reportedly.model.report import Published, Report, ReportState
from reportedly.model.settings import OutletNote
from reportedly.model.span import Span
from reportedly.model.statement import Holder, Reading
from reportedly.trace.origins import originate
from reportedly.trace.outlets import outlet_key
from reportedly.trace.passage_origins import origin_of
from tests.trace import lineage_story as story

_MAY_1, _MAY_2, _MAY_3 = (("2031-05-0" + day, "2031-05-0" + day) for day in "123")


def wire(published: tuple[str, str] | None = _MAY_1) -> Report:
    return story.report("w", story.wire(), "Karst Wire", published)


def only(rows: tuple[Derivation, ...]) -> Derivation:
    (row,) = rows
    return row


def rules(row: Derivation) -> list[str]:
    return [item.rule for item in row.evidence]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{story.wire()}\n\n(Desk of the Courier)", DerivationKind.VERBATIM),
        (f"{story.LEAD}\n\n{story.CAUSE}\n\n{story.DRIVER}", DerivationKind.TRIMMED),
        (
            story.wire()
            .replace("jumped the rails", "derailed")
            .replace("because of the smell", "over fumes")
            .replace("within days", "this week"),
            DerivationKind.EDITED,
        ),
        (f"{story.OWN}\n\n{story.CAUSE}\n\n{story.ELSEWHERE}", DerivationKind.EMBEDDED),
        (story.REWRITTEN, DerivationKind.REWRITTEN),
    ],
)
def test_each_kind_of_copy_is_named_and_goes_back_to_the_earlier(
    text: str, kind: DerivationKind
) -> None:
    rows, _ = story.traced([wire(), story.report("c", text, "Courier", _MAY_2)])
    row = only(rows)
    assert (row.kind, row.parent, row.child) == (kind, "w", "c")
    assert row.direction is Direction.FROM_A
    assert rules(row)[0] == "published_earlier"


def test_without_a_sign_the_direction_is_left_open() -> None:
    rows, _ = story.traced(
        [wire(), story.report("c", f"{story.wire()}\n\nMore.", "Courier", _MAY_1)]
    )
    assert only(rows).direction is Direction.UNDETERMINED
    assert only(rows).parent == "c"


def test_a_text_that_lacks_the_end_was_cut() -> None:
    short = story.report("c", f"{story.LEAD}\n\n{story.CAUSE}\n\n{story.DRIVER}", "Courier", _MAY_1)
    row = only(story.traced([wire(), short])[0])
    assert (row.parent, row.kind) == ("w", DerivationKind.TRIMMED)
    assert rules(row)[0] == "cut_from_the_end"


def test_a_credit_decides_before_anything_else_and_shows_its_words() -> None:
    text = f"{story.wire()}\n\nKarst Wire reported all this."
    copy = story.report("c", text, "Courier", _MAY_1)
    reading = Reading("c", credits=(story.credit(copy, "Karst Wire", "Karst Wire reported"),))
    row = only(story.traced([wire(), copy], {"c": reading})[0])
    assert (row.parent, row.child, row.direction) == ("w", "c", Direction.FROM_A)
    assert row.evidence[0].rule == "credit"
    assert row.evidence[0].span == story.span(text, "Karst Wire reported")


def test_a_credit_to_what_came_out_later_decides_nothing() -> None:
    text = f"{story.wire()}\n\nKarst Wire reported all this."
    copy = story.report("c", text, "Courier", _MAY_1)
    reading = Reading("c", credits=(story.credit(copy, "Karst Wire", "Karst Wire reported"),))
    rows, _ = story.traced([wire(_MAY_3), copy], {"c": reading})
    assert {row.direction for row in rows} == {Direction.UNDETERMINED}


def test_an_agency_in_the_dateline_is_a_credit() -> None:
    copy = story.report("c", f"PELLWORTH (Karst Wire) - {story.wire()}", "Courier", _MAY_1)
    row = only(story.traced([wire(), copy])[0])
    assert (row.parent, rules(row)[0]) == ("w", "credit")


def test_two_copies_of_one_wire_did_not_copy_each_other() -> None:
    items = [
        wire(),
        story.report("c", story.wire(), "Courier", _MAY_2),
        story.report("d", f"{story.LEAD}\n\n{story.CAUSE}\n\n{story.DRIVER}", "Echo", _MAY_3),
    ]
    rows, origins = story.traced(items)
    between = only(tuple(row for row in rows if {row.child, row.parent} == {"c", "d"}))
    assert between.direction is Direction.COMMON_UPSTREAM
    assert rules(between)[0] == "shared_parent"
    assert [(o.letter, o.name, o.reports) for o in origins] == [
        ("A", "Karst Wire", ("w", "c", "d"))
    ]


def press() -> list[Report]:
    one = (
        f"{story.OWN}\n\n{story.SPEECH} Mayor Ina Holt told reporters at a press conference on "
        "Friday."
    )
    two = f"{story.ELSEWHERE}\n\nMayor Ina Holt told reporters on Friday: {story.SPEECH}"
    return [story.report("a", one, "Echo", _MAY_1), story.report("b", two, "Mail", _MAY_2)]


def test_two_reporters_at_one_press_conference_copied_nobody() -> None:
    rows, origins = story.traced(press())
    row = only(rows)
    assert row.kind is DerivationKind.QUOTATION
    assert row.direction is Direction.COMMON_UPSTREAM
    assert [origin.reports for origin in origins] == [("a",), ("b",)]


def test_who_quotes_a_statement_has_its_words_from_there() -> None:
    words = story.SPEECH.strip("“”,")
    statement = story.report("s", f"{story.ELSEWHERE}\n\n{words}.", "Town Hall", _MAY_1)
    rows, origins = story.traced([statement, press()[0]])
    row = only(rows)
    assert (row.kind, row.parent, row.child) == (DerivationKind.QUOTATION, "s", "a")
    assert (row.direction, rules(row)[0]) == (Direction.FROM_A, "quotes_its_words")
    assert [origin.reports for origin in origins] == [("a",), ("s",)]
    claim = story.span(press()[0].text, "nine polite replies")
    assert origin_of("a", claim, rows, origins) == origins[1].id


def test_between_an_agency_and_a_paper_of_one_day_the_agency_was_first() -> None:
    notes = (OutletNote("Karst Wire", kind="news agency"),)
    rows, _ = story.traced(
        [wire(), story.report("c", story.REWRITTEN, "Mail", _MAY_1)], notes=notes
    )
    assert (only(rows).parent, rules(only(rows))[0]) == ("w", "news_agency")


def test_of_several_reports_of_a_credited_outlet_the_one_with_the_words_is_meant() -> None:
    one = story.report("k", story.ELSEWHERE, "Karst Wire", _MAY_1)
    text = f"{story.OWN}\n\nKarst Wire reported a cracked fishplate beside a wagon."
    item = story.report("c", text, "Mail", _MAY_3)
    reading = Reading("c", credits=(story.credit(item, "Karst Wire", "Karst Wire reported"),))
    rows, _ = story.traced([one, wire(), item], {"c": reading})
    assert only(rows).parent == "w"
    assert "one_of_several" in rules(only(rows))


def test_a_copied_sentence_beside_a_shared_quotation_is_told_apart() -> None:
    one, two = press()
    two = story.report("b", f"{two.text}\n\n{story.CAUSE}", "Mail", _MAY_2)
    one = story.report("a", f"{story.CAUSE}\n\n{one.text}", "Echo", _MAY_1)
    rows, origins = story.traced([one, two])
    assert {row.kind for row in rows} == {DerivationKind.QUOTATION, DerivationKind.EMBEDDED}
    assert len(origins) == 2


def test_a_claim_goes_back_to_the_report_its_passage_was_taken_from() -> None:
    copy = story.report("c", f"{story.OWN}\n\n{story.CAUSE}\n\n{story.ELSEWHERE}", "Mail", _MAY_2)
    rows, origins = story.traced([wire(), copy])
    by_root = {origin.reports[0]: origin.id for origin in origins}
    taken = story.span(copy.text, "a cracked fishplate beside the third wagon")
    own = story.span(copy.text, "nineteen scarecrows")
    assert origin_of("c", taken, rows, origins) == by_root["w"]
    assert origin_of("c", own, rows, origins) == by_root["c"]
    assert (
        origin_of("w", story.span(story.wire(), "a cracked fishplate"), rows, origins)
        == by_root["w"]
    )


def test_a_passage_of_unknown_direction_counts_once() -> None:
    one = story.report("a", f"{story.OWN}\n\n{story.CAUSE}", "Echo", _MAY_1)
    two = story.report("b", f"{story.CAUSE}\n\n{story.ELSEWHERE}", "Mail", _MAY_1)
    rows, origins = story.traced([one, two])
    words = "a cracked fishplate beside the third wagon"
    assert len(origins) == 2
    assert origin_of("a", story.span(one.text, words), rows, origins) == origin_of(
        "b", story.span(two.text, words), rows, origins
    )


def absent() -> tuple[list[Report], dict[str, Reading]]:
    items, readings = [], {}
    for name, text, outlet in (("a", story.OWN, "Echo"), ("b", story.ELSEWHERE, "Mail")):
        item = story.report(name, f"{text} The Daily Lantern reported two arrests.", outlet, _MAY_1)
        items.append(item)
        readings[name] = Reading(
            name, credits=(story.credit(item, "The Daily Lantern", "The Daily Lantern reported"),)
        )
    return items, readings


def test_two_reports_that_rest_on_one_absent_outlet_count_once() -> None:
    items, readings = absent()
    rows, origins = story.traced(items, readings)
    assert [(row.kind, row.parent, row.parent_name) for row in rows] == [
        (DerivationKind.CREDIT, "", "The Daily Lantern")
    ] * 2
    assert [(o.name, o.reports) for o in origins] == [
        ("Echo", ("a",)),
        ("Mail", ("b",)),
        ("The Daily Lantern", ()),
    ]
    claims = []
    for item in items:
        where = story.span(item.text, "two arrests")
        chain = (
            Holder(item.outlet),
            Holder("Daily Lantern", span=story.span(item.text, "Daily Lantern")),
        )
        claims.append(origin_of(item.id, where, rows, origins, chain))
    assert claims == [origins[2].id] * 2


def test_a_report_that_rests_on_a_credit_as_a_whole_is_of_its_origin() -> None:
    item = story.report("a", f"The Daily Lantern says that {story.CAUSE}", "Echo", _MAY_1)
    words = story.attribution(item, story.CAUSE, "The Daily Lantern", "inspectors")
    reading = Reading(
        "a", (words,), credits=(story.credit(item, "The Daily Lantern", "The Daily Lantern says"),)
    )
    rows, origins = story.traced([item], {"a": reading})
    assert "rests_on" in rules(only(rows))
    assert [(o.name, o.reports) for o in origins] == [("The Daily Lantern", ("a",))]


def test_an_outlet_quoted_as_a_speaker_is_a_source_like_any_other() -> None:
    ministry = story.report("m", story.ELSEWHERE, "Ministry of Roads", _MAY_1)
    item = story.report(
        "a", f"{story.OWN} The Ministry of Roads put the dead at two.", "Echo", _MAY_2
    )
    words = story.attribution(item, "the dead at two", "Ministry of Roads", "Ministry of Roads")
    rows, origins = story.traced([ministry, item], {"a": Reading("a", (words,))})
    assert (only(rows).parent, only(rows).kind) == ("m", DerivationKind.CREDIT)
    chain = (Holder("Echo"), words.chain[1])
    assert origin_of("a", words.content[0], rows, origins, chain) == origins[0].id


def test_nobody_is_the_source_of_his_own_report() -> None:
    item = story.report("a", "Echo has learned that it rained.", "The Echo", _MAY_1)
    reading = Reading("a", credits=(story.credit(item, "Echo", "Echo has learned"),))
    assert story.traced([item], {"a": reading})[0] == ()


def test_names_of_an_outlet_are_one_and_parts_of_a_name_are_not_the_name() -> None:
    assert (
        outlet_key("the Lantern")
        == outlet_key("www.lantern.example")
        == outlet_key("Lantern newspaper")
    )
    assert outlet_key("Lantern.co.uk") == outlet_key("‘The Lantern’")
    assert outlet_key("Times") != outlet_key("Moscow Times")


def test_the_settings_say_which_names_mean_one_outlet() -> None:
    copy = story.report("c", f"{story.OWN} According to KW, it rained.", "Courier", _MAY_2)
    reading = Reading("c", credits=(story.credit(copy, "KW", "According to KW"),))
    notes = (OutletNote("Karst Wire", aliases=("KW", "karst.example"), wire=True),)
    assert only(story.traced([wire(), copy], {"c": reading}, notes)[0]).parent == "w"


def filler(n: int) -> str:
    """Ninety words that no other number's filler has."""
    return " ".join(f"{chr(97 + n)}{chr(97 + k % 26)}{chr(97 + k // 26)}zz." for k in range(90))


def test_chance_passages_never_chain_a_case_into_one_origin() -> None:
    parts = [story.LEAD, story.CAUSE, story.DRIVER, story.TOWN, story.PRICE]
    items = [
        story.report(
            f"r{n}",
            f"{parts[n]}\n\n{filler(n)}\n\n{parts[(n + 1) % 5]}",
            published=_MAY_1,
        )
        for n in range(5)
    ]
    rows, origins = story.traced(items)
    assert len([row for row in rows if row.passages]) >= 5
    assert len(origins) == 5


def family() -> list[Report]:
    return [
        wire(),
        story.report("c", story.wire(), "Courier", _MAY_2),
        story.report("d", f"{story.LEAD}\n\n{story.CAUSE}\n\n{story.DRIVER}", "Echo", _MAY_1),
        story.report("e", f"{story.OWN}\n\n{story.CAUSE}\n\n{story.SPEECH}", "Mail"),
        story.report("f", f"{story.ELSEWHERE}\n\n{story.SPEECH}", "Post", _MAY_3),
        story.report("g", "", "Gone", None, ReportState.UNREADABLE),
        story.report("h", story.wire(), "Courier", _MAY_2, ReportState.DUPLICATE, "c"),
    ]


@given(st.permutations(range(7)))
@settings(deadline=None, max_examples=25)
def test_the_order_of_reports_changes_nothing(order: list[int]) -> None:
    items = family()
    assert story.traced(items[n] for n in order) == story.traced(items)


def test_every_report_that_was_read_is_in_exactly_one_origin() -> None:
    items = family()
    _, origins = story.traced(items)
    held = [report for origin in origins for report in origin.reports]
    assert sorted(held) == ["c", "d", "e", "f", "h", "w"]
    assert [origin.letter for origin in origins] == ["A", "B", "C"]
    assert origins[0].reports[0] == "w"


def test_letters_go_on_after_z() -> None:
    items = [story.report(f"r{n:02}", f"text {n}") for n in range(28)]
    letters = [origin.letter for origin in originate(items, ())]
    assert letters[:2] + letters[25:] == ["A", "B", "Z", "AA", "AB"]


def test_words_outside_any_passage_belong_to_their_report() -> None:
    rows, origins = story.traced([wire()])
    assert origin_of("w", Span.of(story.wire(), 0, 9), rows, origins) == origins[0].id


def test_in_a_large_case_the_tag_of_an_origin_stays_when_a_report_is_added() -> None:
    reports = [
        Report(
            id=f"{number:064x}",
            original=(f"{number:064x}",),
            names=(f"{number}.txt",),
            format="text",
            state=ReportState.READ,
            outlet=f"Outlet {number}",
            published=Published(f"2031-05-{number % 28 + 1:02}", f"2031-05-{number % 28 + 1:02}"),
        )
        for number in range(80)
    ]
    before = {row.id: row.letter for row in originate(reports[:79], (), "salt")}
    after = {row.id: row.letter for row in originate(reports, (), "salt")}
    assert len(set(after.values())) == len(after)
    assert {row: after[row] for row in before} == before
    assert before != {row.id: row.letter for row in originate(reports[:79], (), "other salt")}
    few = [row.letter for row in originate(reports[:27], (), "salt")]
    assert [few[0], few[25], few[26]] == ["A", "Z", "AA"]

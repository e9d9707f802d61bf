"""What stands on each page, read from the page itself: the finding, the words, the way they came."""

from __future__ import annotations

import copy
import re
from dataclasses import replace

import pytest
from lxml import html

from reportedly.model.ledger import Ledger
from reportedly.model.report import ReportState
from reportedly.model.span import Span
from reportedly.publish import Site
from reportedly.publish.layout import PAGE, lay_out
from reportedly.publish.marking import Marked, pieces
from tests.publish import crowds, story


def pages(ledger: Ledger) -> dict[str, html.HtmlElement]:
    """Every page of a ledger, parsed."""
    site = Site(ledger, code="test")
    return {
        page.path: html.fromstring(site.render(page))
        for page in site.plan()
        if page.path.endswith(".html")
    }


@pytest.fixture(scope="module")
def site() -> dict[str, html.HtmlElement]:
    return pages(story.ledger())


def words(found: html.HtmlElement | list[html.HtmlElement]) -> str:
    """The text of an element, spaces folded, what is only for the ear left in."""
    parts = found if isinstance(found, list) else [found]
    return " ".join(" ".join(part.text_content().split()) for part in parts)


def sheet(site: dict[str, html.HtmlElement]) -> html.HtmlElement:
    return site[f"questions/{story.RESCUED.id}.html"]


def reader(site: dict[str, html.HtmlElement], report: str) -> html.HtmlElement:
    return site[f"reports/{report[:16]}.html"]


# --- the case ------------------------------------------------------------------------------------


def test_the_states_of_what_came_in_add_up(site: dict[str, html.HtmlElement]) -> None:
    numbers = site["index.html"].xpath("//aside//ul[@class='plain']//b/text()")
    assert sum(int(number) for number in numbers) == len(story.ledger().reports)


def test_every_question_stands_on_the_first_page_under_its_grade(
    site: dict[str, html.HtmlElement],
) -> None:
    shown = words(site["index.html"])
    assert all(question.text in shown for question in story.QUESTIONS)
    contested = site["index.html"].xpath("//table[.//*[contains(@class, 'contested')]]")
    assert "pilot had been drinking" in words(contested)


def test_the_case_says_when_its_accounts_were_published(site: dict[str, html.HtmlElement]) -> None:
    assert "5 accounts read, published 3 to 6 October 2031" in words(site["index.html"])


# --- the sheet of a question ---------------------------------------------------------------------


def test_a_sheet_says_the_finding_its_grade_and_why(site: dict[str, html.HtmlElement]) -> None:
    shown = words(sheet(site))
    assert "31, of 24 to 99" in shown
    assert "Fair" in shown
    assert "Two independent origins, A and B, give 31." in shown
    assert "A count by Norrfjord itself." in shown


def test_every_answer_shows_its_words_marked_within_what_was_said(
    site: dict[str, html.HtmlElement],
) -> None:
    quoted = sheet(site).xpath("//blockquote")
    assert any(
        words(each.xpath("mark")) == "thirty-one people" and "said Odile Marchetti" in words(each)
        for each in quoted
    )
    assert all(each.get("dir") == "auto" for each in quoted)


def test_words_that_are_short_are_shown_in_their_sentence(
    site: dict[str, html.HtmlElement],
) -> None:
    quoted = sheet(site).xpath("//blockquote[mark='dozens']")
    assert words(quoted) == "A deckhand who would not be named said dozens had jumped."


def test_the_chain_reads_from_the_outlet_to_the_source_and_leads_to_the_passage(
    site: dict[str, html.HtmlElement],
) -> None:
    chain = sheet(site).xpath("//ol[@class='chain'][contains(., 'Odile')]")[0]
    assert [words(each) for each in chain.xpath("li")] == ["Halvorn Post", "Odile Marchetti"]
    href = chain.xpath("li[1]/a/@href")[0]
    passage = reader(site, story.POST.id).get_element_by_id(href.partition("#")[2])
    assert "thirty-one people" in words(passage)


def test_a_copy_is_folded_under_the_statement_it_repeats(site: dict[str, html.HtmlElement]) -> None:
    folded = sheet(site).xpath("//details[contains(., 'Evening Echo')]")
    assert len(folded) == 1
    said = folded[0].getparent()
    assert "Sound Wire" in words(said.xpath(".//ol[@class='chain']"))


def test_what_is_not_counted_says_why(site: dict[str, html.HtmlElement]) -> None:
    set_aside = sheet(site).xpath("//p[contains(@class, 'uncounted')]")
    assert "Sound Wire itself raised it to 31." in words(set_aside)


def test_the_figure_has_a_row_an_origin_and_a_twin_in_words(
    site: dict[str, html.HtmlElement],
) -> None:
    rows = sheet(site).xpath("//div[@class='range']/div[not(contains(@class, 'ticks'))]")
    assert [words(row.xpath("span[contains(@class, 'ring')]")) for row in rows] == ["A", "B", "C"]
    spoken = words(sheet(site).get_element_by_id("figure-title"))
    assert "A: 28, superseded; 31" in spoken
    assert "B: 31; some 24 to 99" in spoken


def test_a_vague_word_is_dashed_and_a_superseded_value_hollow(
    site: dict[str, html.HtmlElement],
) -> None:
    figure = sheet(site).xpath("//figure")[0]
    assert figure.xpath(".//line[contains(@class, 'vague')]")
    assert figure.xpath(".//circle[@class='gone']")
    assert figure.xpath(".//circle[@class='dot']")


def test_times_within_a_day_are_drawn_by_the_clock(site: dict[str, html.HtmlElement]) -> None:
    clock = next(row for row in story.QUESTIONS if row.measure == "time_of_day")
    ticks = site[f"questions/{clock.id}.html"].xpath("//figure//*[name()='text']/text()")
    assert ticks == ["21:40", "22:40", "23:40"]


def test_a_question_without_an_order_has_no_figure(site: dict[str, html.HtmlElement]) -> None:
    where = next(row for row in story.QUESTIONS if row.measure == "occurred_at")
    assert not site[f"questions/{where.id}.html"].xpath("//figure")


# --- the page of a report ------------------------------------------------------------------------


def test_a_report_reads_as_its_kept_text(site: dict[str, html.HtmlElement]) -> None:
    page = copy.deepcopy(reader(site, story.POST.id))
    for ref in page.xpath("//a[@class='ref']"):
        ref.drop_tree()
    assert [words(each) for each in page.xpath("//article/p")] == story.POST_TEXT.split("\n\n")


def test_source_cue_content_and_counts_are_marked(site: dict[str, html.HtmlElement]) -> None:
    page = reader(site, story.POST.id)
    for mark, expected in (
        ("who", "Odile Marchetti"),
        ("cue", "denied"),
        ("said", "dozens"),
        ("count", "thirty-one people"),
    ):
        marked = page.xpath(f"//article//span[contains(concat(' ', @class, ' '), ' {mark} ')]")
        assert expected in [words(each) for each in marked], mark


def test_each_statement_has_a_numbered_note_beside_its_paragraph(
    site: dict[str, html.HtmlElement],
) -> None:
    page = reader(site, story.POST.id)
    for ref in page.xpath("//a[@class='ref']"):
        note = page.get_element_by_id(ref.get("href")[1:])
        assert words(note).startswith(ref.text)
    assert len(page.xpath("//a[@class='ref']")) == 3


def test_a_passage_of_another_report_is_tinted_and_its_parent_named(
    site: dict[str, html.HtmlElement],
) -> None:
    page = reader(site, story.COPY.id)
    tinted = page.xpath("//article//span[contains(concat(' ', @class, ' '), ' taken ')]")
    assert "".join(each.text for each in tinted) == story.SHARED
    assert {each.get("class").split()[-1] for each in tinted} == {"o1"}
    assert "Also in Sound Wire, word for word" in words(page.xpath("//div[@class='notes']"))


def test_a_report_says_how_it_came_and_how_its_date_is_known(
    site: dict[str, html.HtmlElement],
) -> None:
    meta = words(reader(site, story.POST.id).xpath("//dl[@class='meta']"))
    assert story.POST.id in meta
    assert "post-1003.html" in meta
    assert "dateline: 3 October" in meta
    assert "navigation" in words(reader(site, story.POST.id).xpath("//ul[@class='left']"))


def test_a_report_in_another_script_keeps_its_direction_and_language(
    site: dict[str, html.HtmlElement],
) -> None:
    page = reader(site, story.RADIO.id)
    assert page.xpath("//article/@lang") == ["ar"]
    assert set(page.xpath("//article/p/@dir")) == {"auto"}


def test_a_report_that_was_not_read_says_why(site: dict[str, html.HtmlElement]) -> None:
    assert "the page asks for a subscription" in words(reader(site, story.WALL.id))


def test_a_report_without_a_headline_is_called_by_its_file_without_the_folders() -> None:
    bare = replace(story.POST, title="", names=("inbox/saved/post.html",))
    ledger = story.ledger()
    rows = tuple(bare if row.id == bare.id else row for row in ledger.reports)
    site = pages(replace(ledger, reports=rows))
    assert "post.html" in words(site["reports.html"])
    assert "inbox/" not in words(site["reports.html"])
    assert "inbox/saved/post.html" in words(reader(site, bare.id))


def test_every_report_that_was_not_read_is_listed_with_its_reason(
    site: dict[str, html.HtmlElement],
) -> None:
    assert "the page asks for a subscription" in words(site["left-out.html"])


def test_a_reason_that_names_the_state_is_not_said_twice() -> None:
    reason = "Language not read yet: Ukrainian. The text is kept."
    other = replace(story.POST, state=ReportState.UNREAD_LANGUAGE, reason=reason)
    ledger = story.ledger()
    rows = tuple(other if row.id == other.id else row for row in ledger.reports)
    site = pages(replace(ledger, reports=rows))
    for page in (site["left-out.html"], reader(site, other.id)):
        assert words(page).count("anguage not read yet") == 1
        assert reason in words(page)


# --- actors, sources, what was left out, the log -------------------------------------------------


def test_an_actor_shows_its_names_the_reason_of_each_join_and_what_it_says(
    site: dict[str, html.HtmlElement],
) -> None:
    shown = words(site[f"actors/{story.ASKILL}.html"])
    assert "Ruben Askill = Askill: surname in report, “Askill” · decided by a person" in shown
    assert "denies" in words(site[f"actors/{story.LINE}.html"])


def test_an_origin_is_a_family_tree(site: dict[str, html.HtmlElement]) -> None:
    rows = site["sources.html"].xpath("//section[@aria-label='Origin A']//ol[@class='tree']/li")
    assert [words(row.xpath("div/a")) for row in rows] == ["Sound Wire", "Evening Echo"]
    assert "word for word, 62% of its words" in words(rows[1])
    assert not rows[0].xpath(".//line[@x2='22']")
    assert rows[1].xpath(".//line[@x2='22']")


def test_a_credit_to_a_report_that_nobody_brought_is_listed(
    site: dict[str, html.HtmlElement],
) -> None:
    assert "Coast Gazette (not in the case)" in words(site["sources.html"])


def test_what_the_keeper_says_of_an_outlet_is_shown_first_and_as_theirs(
    site: dict[str, html.HtmlElement],
) -> None:
    rows = site["sources.html"].xpath("//div[@aria-label='Outlets']//tbody/tr")
    assert [" ".join(words(row.xpath("td")).split()) for row in rows] == [
        "Sound Wire news agency B, usually reliable Owned by a partner of the shipping line. "
        "HALVORN, 3 October - The coastguard on Friday raised the num",
        "Coast Gazette F, cannot be judged none in the case",
        "Halvorn Post not judged Ferry aground off Halvorn",
    ]
    assert "nothing is computed from them" in words(site["sources.html"])


def test_a_chain_of_copies_is_drawn_without_running_off_the_page() -> None:
    page = pages(crowds.chain_of_copies(25))["sources.html"]
    rows = page.xpath("//ol[@class='tree']/li")
    assert len(rows) == 25
    assert max(len(row.xpath(".//i[@class='limb']")) for row in rows) <= 7


def test_the_log_lists_what_was_orphaned(site: dict[str, html.HtmlElement]) -> None:
    shown = words(site["log.html"])
    assert "orphaned, the words no longer stand in the report" in shown
    assert "Heard it on the tape." in shown


def test_what_was_left_out_is_listed_with_its_rule(site: dict[str, html.HtmlElement]) -> None:
    assert words(site["left-out.html"]).count("Home | Weather") == 5
    assert "Hollow: a wall or an empty page." in words(site["left-out.html"])


# --- too much for a page -------------------------------------------------------------------------


def test_forty_answers_stand_on_one_sheet() -> None:
    made = crowds.many_answers(40)
    page = pages(made)[f"questions/{made.questions[0].id}.html"]
    assert len(page.xpath("//section[@class='answer']")) == 40
    assert len(page.xpath("//div[@class='range']/div")) == 41


def test_two_hundred_marks_in_one_paragraph_keep_their_notes() -> None:
    made = crowds.many_marks(200, line=" ")
    page = reader(pages(made), made.reports[0].id)
    assert len(page.xpath("//div[contains(@class, 'note ')]")) == 200
    assert [int(ref.text) for ref in page.xpath("//a[@class='ref']")] == list(range(1, 201))


def test_a_list_of_a_thousand_statements_is_parted() -> None:
    made = pages(crowds.many_marks(1000))
    parts = [path for path in made if re.fullmatch(r"statements(-\d+)?\.html", path)]
    on = [made[path].xpath("//tbody/tr/@id") for path in parts]
    assert 5 <= len(on) <= 10
    assert max(map(len, on)) <= 200
    rows = [row for page in on for row in page]
    assert len(set(rows)) == len(rows) == 1000


def test_a_long_text_is_laid_out_over_pages_and_loses_nothing() -> None:
    text = "\n\n".join(f"Paragraph {number}. " + "word " * 200 for number in range(400))
    made = crowds.one_report(text)
    site = pages(made)
    stem = made.reports[0].id[:16]
    parts = [f"reports/{stem}.html", *(f"reports/{stem}-{n}.html" for n in (2, 3))]
    shown = [words(each) for path in parts for each in site[path].xpath("//article/p")]
    assert shown == [" ".join(each.split()) for each in text.split("\n\n")]
    assert site[parts[1]].xpath("//nav[@class='parts']//a/@href")


def test_a_text_of_one_endless_line_is_cut_and_loses_nothing() -> None:
    text = "x" * (PAGE * 2 + 5)
    layout = lay_out(text)
    assert "".join(text[a:b] for a, b in zip(layout.starts, layout.ends, strict=True)) == text
    assert layout.count == 3


def test_pieces_put_together_are_the_paragraph() -> None:
    text = "Anna Berg said so."
    marks = (
        Marked(Span.of(text, 0, 9), "who"),
        Marked(Span.of(text, 5, 14), "said", "o1"),
        Marked(Span.of(text, 10, 14), "cue"),
    )
    cut = pieces(text, Span.of(text, 0, len(text)), marks, {})
    assert "".join(each.text for each in cut) == text
    assert [each.marks for each in cut] == [
        ("who",), ("said", "who"), ("said",), ("cue", "said"), (),
    ]  # fmt: skip

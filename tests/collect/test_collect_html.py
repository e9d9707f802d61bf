"""All visible text of a page is its full text, whatever becomes of it afterwards."""

from __future__ import annotations

import pytest

from reportedly.collect.html import read_html
from reportedly.collect.limits import LIMITS
from reportedly.model.report import ReportState
from tests.collect.making import PROSE, all_of, gone, one_of, page, paragraphs

TITLE = "Mill at Harrow Bridge burns down"
LONG = "\n\n".join(PROSE)


def full(body: str) -> str:
    return read_html(page(body).encode(), LIMITS).full_text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<div>One<p>Two</p>Three</div>", "One\n\nTwo\n\nThree"),
        ("<p>One<br>two</p>", "One\ntwo"),
        ("<p>A <b>bold</b>\n   <i>word</i>.</p>", "A bold word."),
        ("<p>Half<b>word</b></p>", "Halfword"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
        ("<table><tr><th>Day</th><th>Hurt</th></tr><tr><td>1</td><td>12</td></tr></table>", "Day\tHurt\n\n1\t12"),
        ("<table><tr><td><p>One</p><p>Two</p></td></tr></table>", "One\n\nTwo"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("<script>var x='words';</script><style>p{}</style><template>t</template><p>One</p>", "One"),
        ("<p>One</p><noscript>Turn it on</noscript>", "One"),
        ("<p hidden>no</p><p style='display: none'>no</p><p aria-hidden='true'>yes</p>", "yes"),
        ("<img alt='a mill'><p>One</p>", "One"),
        ("<p>One<!-- not --> two</p>", "One two"),
        ("<p>a&nbsp;b &amp; c &#8212; d</p>", "a\xa0b & c — d"),
        ("<p>One", "One"),
        ("Bare words", "Bare words"),
        ("<p>Mr.&shy;Smith</p>", "Mr.\xadSmith"),
    ],
)  # fmt: skip
def test_the_full_text_is_what_a_reader_sees(body: str, text: str) -> None:
    assert full(body) == text


def test_a_non_breaking_space_is_kept_as_a_space_that_leads_back() -> None:
    made = one_of(
        page(f"<h1>{TITLE}</h1><p>Odile&nbsp;Brandt spoke to all of them.</p>{paragraphs(*PROSE)}")
    )
    at = made.report.text.index("Odile Brandt")
    run = next(run for run in made.report.offsets if run.kept <= at < run.kept + run.length)
    start = run.full + at - run.kept
    assert made.report.full_text[start : start + 12] == "Odile\xa0Brandt"


def test_nothing_in_a_page_is_run_or_fetched() -> None:
    body = (
        f"<h1>{TITLE}</h1>{paragraphs(*PROSE)}<script>document.write('written')</script>"
        "<img src=x onerror=alert(1)><iframe src='https://quay.example/'>framed</iframe>"
    )
    report = one_of(page(body)).report
    assert report.state is ReportState.READ
    assert "written" not in report.full_text
    assert "framed" not in report.full_text


def test_entities_of_its_own_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "boom boom"><!ENTITY b "&a;&a;">]>'
    report = one_of(
        f"{bomb}<html><body><p>&b; {PROSE[0]}</p>{paragraphs(*PROSE[1:])}</body></html>"
    ).report
    assert "boom" not in report.full_text


def test_a_page_that_never_closes_its_formatting_loses_nothing() -> None:
    body = f"<h1>{TITLE}</h1><p>{PROSE[0]}</p>" + "<font><b>" * 400 + paragraphs(*PROSE[1:])
    assert one_of(page(body)).report.text == f"{TITLE}\n\n{LONG}"


def test_a_page_nested_without_end_is_unreadable_and_not_cut_short() -> None:
    report = one_of(page("<table><tr><td>" * 500 + PROSE[0])).report
    assert report.state is ReportState.UNREADABLE
    assert "nests" in report.reason


def test_pictures_inside_a_page_do_not_make_it_too_large() -> None:
    picture = f"<img src='data:image/png;base64,{'A' * 11_000_000}'>"
    assert (
        one_of(page(f"<h1>{TITLE}</h1>{picture}{paragraphs(*PROSE)}")).report.state
        is ReportState.READ
    )


def test_a_class_name_of_the_theme_does_not_empty_the_page() -> None:
    body = f"<div class='category-share tag-comments promo'><h1>{TITLE}</h1>{paragraphs(*PROSE * 2)}</div>"
    assert PROSE[2] in one_of(page(body)).report.text


def test_what_stands_outside_the_one_article_goes() -> None:
    body = (
        f"<main><article><h1>{TITLE}</h1>{paragraphs(*PROSE)}</article>"
        "<section><h3>Win two tickets</h3><p>Write to us before Sunday and name the mill.</p></section></main>"
    )
    made = one_of(page(body))
    assert made.report.text == f"{TITLE}\n\n{LONG}"
    assert list(gone(made)) == ["not_article"]


def test_subheadings_and_quotations_of_the_article_stay() -> None:
    body = (
        f"<article><h1>{TITLE}</h1><p>{PROSE[0]}</p><h2>What he saw</h2><p>{PROSE[2]}</p>"
        "<blockquote>“There were two of them, and one had a lamp.”</blockquote>"
        f"<p>{PROSE[1]}</p><p>Nobody was held.</p></article>"
    )
    text = one_of(page(body)).report.text
    assert "What he saw" in text
    assert "“There were two of them" in text
    assert text.endswith("Nobody was held.")


def test_a_table_of_the_article_stays_row_by_row() -> None:
    body = (
        f"<article><h1>{TITLE}</h1><p>{PROSE[0]}</p><p>{PROSE[1]}</p>"
        "<table><tr><td>Dead</td><td>two</td></tr><tr><td>Hurt</td><td>twelve</td></tr></table>"
        f"<p>{PROSE[2]}</p></article>"
    )
    assert "Dead two\n\nHurt twelve" in one_of(page(body)).report.text


def test_the_note_of_the_tool_that_saved_a_page_gives_address_and_capture() -> None:
    note = "<!--\n Page saved with SingleFile \n url: https://quay.example/mill \n saved date: Tue May 20 2031 10:11:12 GMT+0200 (CEST)\n-->"
    body = f"<!DOCTYPE html> <html>{note}<body><h1>{TITLE}</h1>{paragraphs(*PROSE)}</body></html>"
    report = one_of(body, "a.html").report
    assert report.url == "https://quay.example/mill"
    assert report.captured.earliest == "2031-05-20T08:11"
    assert report.outlet == "quay.example"


def test_a_page_of_nothing_is_hollow() -> None:
    assert all_of(page(""), "a.html")[0].report.state is ReportState.HOLLOW

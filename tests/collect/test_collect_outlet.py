"""Who published a report is told by its evidence; where nothing tells, the file's name stands."""

from __future__ import annotations

import pytest

from reportedly.collect.outlet import domain_of, sender
from reportedly.model.report import Given
from reportedly.model.settings import OutletNote, Settings
from tests.collect.making import PROSE, one_of, page, paragraphs

TITLE = "Mill at Harrow Bridge burns down"
LONG = "\n\n".join(PROSE)
BODY = f"<h1>{TITLE}</h1>{paragraphs(*PROSE)}"
KNOWN = Settings(
    title="x",
    outlets=(OutletNote("The Harbour Courier", aliases=("Harbour Courier", "courier.example")),),
)


def outlet(head: str = "", title: str = "", **stated: str) -> tuple[str, str]:
    report = one_of(page(BODY, head, title), "a.html", given=Given(**stated)).report
    assert report.outlet_evidence is not None
    return report.outlet, report.outlet_evidence.rule


def test_what_is_given_comes_before_what_the_page_says() -> None:
    head = "<meta property='og:site_name' content='Quay Post'>"
    assert outlet(head, outlet="Harbour Courier") == ("Harbour Courier", "given")
    assert outlet(head) == ("Quay Post", "site_name")


def test_json_ld_names_the_publisher() -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", '
        '"publisher": {"name": "Quay Post"}, "author": [{"name": "Ina Roke"}]}]}</script>'
    )
    assert outlet(head) == ("Quay Post", "json_ld_publisher")
    assert one_of(page(BODY, head)).report.author == "Ina Roke"


@pytest.mark.parametrize("broken", ["{", "[[[", '{"@type": "NewsArticle", "publisher": 3}', "null"])
def test_broken_json_ld_is_passed_over(broken: str) -> None:
    head = f"<script type='application/ld+json'>{broken}</script>"
    assert outlet(head)[1] == "unnamed_outlet"


def test_an_address_gives_its_domain() -> None:
    assert outlet(url="https://www.quaypost.example/a") == ("quaypost.example", "domain")


def test_a_title_gives_the_name_that_its_domain_spells() -> None:
    found = outlet(title=f"{TITLE} | Quay Post", url="https://quaypost.example/a")
    assert found == ("Quay Post", "title_site")


def test_the_cases_own_names_win_over_spellings() -> None:
    text = one_of(LONG, given=Given(url="https://news.courier.example/1"), settings=KNOWN).report
    assert text.outlet == "The Harbour Courier"
    again = one_of(LONG, given=Given(outlet="harbour courier"), settings=KNOWN).report
    assert again.outlet == "The Harbour Courier"


def test_a_masthead_counts_where_the_copyright_line_bears_it_out() -> None:
    head = "HARBOUR COURIER\nMonday 12 May 2031     Late edition\n\n"
    sure = one_of(f"{head}{TITLE}\n\n{LONG}\n\n(c) 2031 Harbour Courier Printing House").report
    assert (sure.outlet, sure.title) == ("Harbour Courier", TITLE)
    unsure = one_of(f"{head}{TITLE}\n\n{LONG}").report
    assert unsure.outlet == "unnamed outlet (report.txt)"


def test_where_nothing_tells_the_file_is_named() -> None:
    report = one_of(LONG, "from-a-friend.txt").report
    assert report.outlet == "unnamed outlet (from-a-friend.txt)"
    assert report.outlet_evidence is not None
    assert report.outlet_evidence.rule == "unnamed_outlet"


def test_a_person_who_is_also_the_outlet_is_no_author() -> None:
    head = (
        "<meta property='og:site_name' content='Quay Post'><meta name='author' content='Quay Post'>"
    )
    assert one_of(page(BODY, head)).report.author == ""


@pytest.mark.parametrize(
    ("display", "address", "found"),
    [
        ("Ina Roke, Quay Post", "a@quaypost.example", ("Ina Roke", "Quay Post")),
        ("Quay Post", "news@quay-post.example", ("", "Quay Post")),
        ("Ina Roke", "ina@tribune.example", ("Ina Roke", "tribune.example")),
        ("", "desk@tribune.example", ("", "tribune.example")),
    ],
)
def test_a_sender_is_a_person_an_outlet_or_both(
    display: str, address: str, found: tuple[str, str]
) -> None:
    assert sender(display, address) == found


@pytest.mark.parametrize("url", ["", "no address", "https://[broken", "mailto:a@b"])
def test_what_is_no_address_has_no_domain(url: str) -> None:
    assert domain_of(url) == ""

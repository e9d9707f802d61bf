"""What stood around an article goes, by rule; what the article says stays."""

from __future__ import annotations

import pytest

from reportedly.collect.phrases import PHRASES, matching
from reportedly.text.normalise import fold
from tests.collect.making import PROSE, gone, one_of, page, paragraphs

LONG = "\n\n".join(PROSE)
TITLE = "Mill at Harrow Bridge burns down"


def rule_of(line: str, *, head: bool = False, tail: bool = False) -> str | None:
    found = matching(fold(line), len(line.split()), head=head, tail=tail)
    return found.rule if found else None


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Read also: Six held after the raid on the quay", "read_also"),
        ("READ MORE: Who pays for the quay?", "read_also"),
        ("You may also like: How to read a tide table", "read_also"),
        ("You can also read:Harbour: strike goes into its third week", "read_also"),
        ("See also: The quay raid in pictures", "read_also"),
        ("Read more on the harbour strike:", "read_also"),
        ("Read more", "read_also"),
        ("Click here to watch the video", "read_also"),
        ("Related posts", "related"),
        ("You may also like", "related"),
        ("More from Harbour Courier", "related"),
        ("Most read", "related"),
        ("Sign up to our daily news alerts", "newsletter"),
        ("Subscribe to our newsletter for the latest from the quay", "newsletter"),
        ("Your email address", "newsletter"),
        ("Join our Telegram channel", "newsletter"),
        ("Subscribe to continue reading", "wall"),
        ("We use cookies to make the site work better for you", "cookie_notice"),
        ("Accept all cookies", "cookie_notice"),
        ("Advertisement", "advert"),
        ("Story continues below", "advert"),
        ("Required fields are marked *", "comments"),
        ("Be the first to comment on this", "comments"),
        ("Share on Facebook", "share"),
        ("Facebook Twitter WhatsApp Print", "share"),
        ("Share this article", "share"),
        ("Follow us on Instagram", "share"),
        ("Listen to this article", "listen"),
        ("Back to top button", "back_to_top"),
        ("Skip to content", "back_to_top"),
        ("Leer en español: El fuego del molino", "language_switch"),
        ("Read this article in Ukrainian", "language_switch"),
        ("EN | RU | UA", "language_switch"),
        ("© 2031 Harbour Media. All rights reserved.", "copyright"),
        ("(c) 2031 Harbour Media", "copyright"),
        ("[contact-form-7 id=12 title=Sign]", "shortcode"),
        ("[ad]", "shortcode"),
        ("1,204 views", "view_count"),
        ("4 min read", "reading_time"),
        ("Photo: Ana Lund – Quay Agency", "photo_credit"),
        ("Image courtesy of the fire service", "photo_credit"),
        ("* * *", "rule_off"),
        ("https://quay.example/mill", "bare_link"),
        ("Quay logo", "masthead"),
        ("Read or Share this story: http://quay.example/1", "share"),
        ("Police at the mill (Photo: Ana Lund)", "caption"),
        ("The mill at dawn. (Quay Post photo)", "caption"),
        ("Please enable Javascript to watch this video", "listen"),
        ("Previous story: The keys of the mill", "read_also"),
        ("MORE CRIME NEWS:", "related"),
    ],
)
def test_a_line_of_furniture_is_told_anywhere(line: str, rule: str) -> None:
    assert rule_of(line) == rule


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Leave a comment", "comments"),
        ("Leave a Commment", "comments"),
        ("3 comments", "comments"),
        ("About the author", "author_bio"),
        ("Tags: mill, fire, Harrow Bridge", "tags"),
        ("#mill #fire", "tags"),
        ("Thank you for reading", "sign_off"),
        ("Home News Sport Weather", "site_links"),
        ("Contact · Privacy Policy · Terms of Use", "site_links"),
        ("The post Mill burns appeared first on Harbour Courier.", "feed_footer"),
        ("Subscribe: @harbour_courier", "newsletter"),
        ("Ina Roke: iroke@quay.example; 555-437-4809", "author_bio"),
    ],
)
def test_a_line_that_could_be_the_articles_own_goes_only_at_its_end(line: str, rule: str) -> None:
    assert rule_of(line, tail=True) == rule
    assert rule_of(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "What the watchman saw",
        "The fire and the keys",
        "Background",
        "Correction",
        "The parties",
        "Source: the fire service of Harrow Bridge",
        "Read the letter aloud, the judge told him.",
        "Support for the mayor",
        "Politics",
        "Related parties denied that they had met.",
        "More than forty people were hurt",
        "Sign of the fire: black walls",
        "Comments by the mayor made it worse, he said.",
        "Share prices fell after the fire.",
        "Watch towers burned along the river.",
        "Photographs show two men on the stairs, the watchman said.",
        "Video shows the roof coming down",
        "Latest figures give twelve hurt",
        "- 3 rifles",
        "He accepted all the blame.",
        "[Please note that what follows is hard to read]",
        "TO LEAVE FLOWERS AND NOTES AT THE MILL",
        "Information from: Harrow News",
        "1:20 The roof comes down",
    ],
)
def test_a_line_of_the_article_is_no_furniture(line: str) -> None:
    assert rule_of(line) is None
    text = f"{TITLE}\n\n{PROSE[0]}\n\n{line}\n\n{PROSE[1]}\n\n{PROSE[2]}"
    assert line in one_of(text).report.text


def test_no_phrase_takes_a_paragraph() -> None:
    for words in PROSE:
        folded = fold(words)
        assert not any(phrase.pattern.fullmatch(folded) for phrase in PHRASES)


def test_a_link_list_goes_up_to_the_next_prose() -> None:
    text = (
        f"{TITLE}\n\n{PROSE[0]}\n\nRead more on the mill:\n\nThe mill that would not burn, and the man who sold it twice\n\n"
        f"Mayor ‘has seen the keys’ and will not say where they are now\n\n{PROSE[1]}\n\n{PROSE[2]}"
    )
    made = one_of(text)
    assert made.report.text == f"{TITLE}\n\n{LONG}"
    assert len(gone(made)["read_also"]) == 1


def test_a_subheading_after_a_link_list_stays() -> None:
    text = f"{TITLE}\n\n{PROSE[0]}\n\nRelated articles\n\nThe mill that would not burn, and the man who sold it twice\n\nWhat the mayor saw\n\n{PROSE[1]}"
    assert "What the mayor saw" in one_of(text).report.text


def test_everything_after_the_comments_goes_even_where_readers_write_prose() -> None:
    text = (
        f"{TITLE}\n\n{LONG}\n\nComments\n\nOld hand\n\nI was there that night and I can tell you that forty "
        "people were hurt, not twelve, whatever they say.\n\nReply"
    )
    made = one_of(text)
    assert made.report.text == f"{TITLE}\n\n{LONG}"
    assert "forty" in " ".join(gone(made)["comments"])


def test_a_closing_word_near_the_top_closes_nothing() -> None:
    text = f"{TITLE}\n\nComments\n\n{LONG}"
    assert PROSE[2] in one_of(text).report.text


def test_the_headline_is_kept_once_and_what_stands_above_it_goes() -> None:
    text = f"My Pages\nTown News\n\n{TITLE}\n\n{TITLE}\n{TITLE}\n\n{LONG}"
    made = one_of(text)
    assert made.report.text == f"{TITLE}\n\n{LONG}"
    assert made.report.title == TITLE
    assert "repeated_headline" in gone(made)


def test_a_trail_of_sections_before_the_headline_goes() -> None:
    made = one_of(f"Home Town News {TITLE}\n\n{TITLE}\n\n{LONG}")
    assert gone(made) == {"breadcrumb": [f"Home Town News {TITLE}"]}


def test_a_headline_said_again_with_another_number_is_another_line() -> None:
    first = "Twelve dead and 40 hurt in fire at Harrow Bridge mill"
    second = "Twelve dead and 45 hurt in fire at Harrow Bridge mill"
    kept = one_of(f"{first}\n\n{second}\n\n{LONG}").report.text
    assert first in kept
    assert second in kept


def test_bylines_and_date_lines_go_and_stay_as_evidence() -> None:
    made = one_of(f"{TITLE}\n\nBy Ina Roke and Sam Tell\n\nPublished 12 May 2031, 14:30\n\n{LONG}")
    assert gone(made) == {
        "byline": ["By Ina Roke and Sam Tell"],
        "date_line": ["Published 12 May 2031, 14:30"],
    }
    assert made.report.author == "Ina Roke and Sam Tell"
    assert made.report.published.earliest == "2031-05-12T14:30"


@pytest.mark.parametrize(
    ("line", "author", "outlet"),
    [
        ("By Ina Roke, Harbour Courier", "Ina Roke", "Harbour Courier"),
        ("By Ina RokePublished 10 months ago 10 min read", "Ina Roke", ""),
        ("by Ina Roke | 12 May 2031", "Ina Roke", ""),
        ("Harbour Post | Ina Roke Tell", "Ina Roke Tell", "Harbour Post"),
        ("By Ina Roke, in Harrow", "Ina Roke", ""),
        ("By our own staff", "", ""),
        ("Author: Ina Roke", "Ina Roke", ""),
    ],
)
def test_a_byline_names_the_writer_and_may_name_the_outlet(
    line: str, author: str, outlet: str
) -> None:
    report = one_of(f"{TITLE}\n\n{line}\n\n{LONG}").report
    assert report.author == author
    assert line not in report.text
    assert report.outlet == (outlet or "unnamed outlet (report.txt)")


@pytest.mark.parametrize(
    "line", ["By the river, nobody slept", "By Tuesday the mill was gone", "By noon it was over."]
)
def test_a_line_that_begins_with_by_may_be_no_byline(line: str) -> None:
    assert line in one_of(f"{TITLE}\n\n{line}\n\n{LONG}").report.text


def test_a_subheading_with_a_date_stays() -> None:
    text = f"{TITLE}\n\n{PROSE[0]}\n\nThe second fire, 17 May 2031\n\n{PROSE[1]}\n\n{PROSE[2]}"
    assert "The second fire, 17 May 2031" in one_of(text).report.text


def test_a_caption_goes_with_its_credit() -> None:
    made = one_of(
        f"{TITLE}\n\n{PROSE[0]}\n\nThe mill at dawn\n\nPhoto: Ana Lund / Quay\n\n{PROSE[1]}"
    )
    assert gone(made) == {
        "caption": ["The mill at dawn"],
        "photo_credit": ["Photo: Ana Lund / Quay"],
    }


def test_labels_and_counts_between_the_article_and_the_foot_go() -> None:
    made = one_of(f"{TITLE}\n\n{LONG}\n\nTown HistoryPlaces\n3\n\nAbout the author\n\nIna writes.")
    assert made.report.text == f"{TITLE}\n\n{LONG}"
    assert gone(made)["tags"] == ["Town HistoryPlaces"]


def test_a_last_item_of_a_list_is_no_label() -> None:
    made = one_of(f"{TITLE}\n\n{LONG}\n\nFound in the mill:\n\nTwo keys, one lamp\n\nRelated posts")
    assert made.report.text.endswith("Two keys, one lamp")


def test_lines_that_are_wrapped_are_joined_and_lines_that_are_meant_stay() -> None:
    wrapped = (
        "Twelve people were hurt when the old mill at Harrow Bridge burned on\n"
        "Tuesday night, the fire service said. The roof came down at three in the\n"
        "morning, and nobody was inside."
    )
    verse = "The mill is gone,\nthe keys are lost,\nand nobody has asked."
    made = one_of(f"{TITLE}\n\n{wrapped}\n\n{verse}\n\n{LONG}")
    assert wrapped.replace("\n", " ") in made.report.text
    assert verse in made.report.text


def test_lines_without_blank_lines_between_them_are_paragraphs() -> None:
    assert one_of("\n".join((TITLE, *PROSE))).report.text == f"{TITLE}\n\n{LONG}"


def test_everything_that_goes_from_a_page_goes_by_a_rule() -> None:
    body = (
        "<a class='skip' href='#a'>Skip to the story</a>"
        "<header><a href='/'>Harbour Courier</a><nav><a href='/n'>News</a></nav></header>"
        f"<main><article><p class='kicker'>Town</p><h1>{TITLE}</h1><p class='byline'>By Ina Roke</p>"
        "<time datetime='2031-05-12T10:00:00Z'>12 May 2031</time>"
        "<div class='share-tools'><button>Print</button></div>"
        "<figure><img alt='not text'><figcaption>The mill. Photo: Ana Lund</figcaption></figure>"
        f"{paragraphs(PROSE[0])}<p>Read also: <a href='/k'>The keys of the mill</a></p>"
        f"{paragraphs(*PROSE[1:])}<p class='tags'>Tags: mill, fire</p></article>"
        "<aside><h3>Most read</h3><ul><li><a href='/x'>A goat came home on the tram</a></li></ul></aside>"
        "<section id='comments'><h3>2 comments</h3><p>Forty were hurt, my cousin says.</p></section>"
        "<div class='box'><p>Our letter, every morning.</p><input type='email'></div></main>"
        "<div class='cookie-bar'>We use cookies. <button>Accept</button></div>"
        "<footer>© 2031 Harbour Media</footer>"
    )
    made = one_of(page(body, title=f"{TITLE} - Harbour Courier"), "a.html")
    assert made.report.text == f"{TITLE}\n\n{LONG}"
    assert set(gone(made)) == {
        "navigation", "masthead", "tags", "byline", "date_line", "share", "caption", "read_also",
        "aside", "comments", "form", "cookie_notice", "site_footer",
    }  # fmt: skip
    assert "not text" not in made.report.full_text

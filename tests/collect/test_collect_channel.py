"""Feeds and channel exports: one report per item, the same in every copy that holds it."""

from __future__ import annotations

import json

import pytest

from reportedly.collect import unpack
from reportedly.collect.limits import Limits
from reportedly.model.report import Given, ReportState
from tests.collect.making import PROSE, all_of, gone, one_of, original

LONG = "\n\n".join(PROSE)
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Quay Post</title><link>https://quaypost.example/</link>
<item><title>Mill burns &amp;amp; falls</title><link>https://quaypost.example/mill</link>
<pubDate>Mon, 12 May 2031 11:05:00 +0200</pubDate><dc:creator>Ina Roke</dc:creator>
<description>Short.</description><content:encoded><![CDATA[{body}]]></content:encoded></item>
<item><title>Second</title><description>A second mill burned in the night, and nobody has said why.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay Post</title>
<entry><title>Mill</title><id>1</id><link rel="alternate" href="https://quaypost.example/mill"/>
<published>2031-05-12T09:05:00Z</published><author><name>Ina Roke</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Twelve <b>people</b> were hurt.</p></div></content></entry></feed>"""


def rss() -> str:
    body = "".join(f"<p>{each}</p>" for each in PROSE)
    return RSS.replace("{body}", body + "<p>The post Mill burns appeared first on Quay Post.</p>")


def post(number: int = 7, text: object = LONG, **more: object) -> dict[str, object]:
    return {
        "id": number,
        "type": "message",
        "date": "2031-05-12T12:00:00",
        "date_unixtime": "1936261800",
        "from": "Quay Watch",
        "from_id": "channel1",
        "text": text,
    } | more


def export(*messages: dict[str, object]) -> str:
    chat = {"name": "Quay Watch", "type": "public_channel", "id": 1, "messages": list(messages)}
    return json.dumps(chat)


def test_a_feed_item_is_a_report_with_what_the_feed_says_of_it() -> None:
    first, second = all_of(rss(), "feed.xml")
    assert first.report.name == "feed.xml#1"
    assert first.report.text == LONG
    assert first.report.title == "Mill burns & falls"
    assert (first.report.author, first.report.outlet) == ("Ina Roke", "Quay Post")
    assert first.report.url == "https://quaypost.example/mill"
    assert first.report.published.earliest == "2031-05-12T09:05"
    assert first.report.published.evidence[0].rule == "feed_date"
    assert list(gone(first)) == ["feed_footer"]
    assert second.report.state is ReportState.READ


def test_atom_is_read_like_rss() -> None:
    report = one_of(ATOM, "feed.xml").report
    assert report.text == "Twelve people were hurt."
    assert (report.author, report.published.earliest) == ("Ina Roke", "2031-05-12T09:05")


def test_an_item_is_the_same_in_every_copy_of_its_feed() -> None:
    whole = unpack(original(rss(), "a.xml")).items
    other = unpack(original(rss().replace("Second", "Third"), "b.xml")).items
    assert whole[0].sha256 == other[0].sha256
    assert whole[1].sha256 != other[1].sha256


def test_what_is_given_with_a_feed_is_said_of_the_feed() -> None:
    given = Given(url="https://quaypost.example/feed", published="2031-05")
    report = all_of(rss(), "feed.xml", given=given)[0].report
    assert report.url == "https://quaypost.example/mill"
    assert report.published.earliest == "2031-05-12T09:05"


def test_a_feed_with_entities_of_its_own_is_refused() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "x">]><rss><channel><item><title>&a;</title></item></channel></rss>'
    report = one_of(bomb, "feed.xml").report
    assert report.state is ReportState.REFUSED
    assert "entities" in report.reason


def test_a_broken_feed_gives_what_can_be_read() -> None:
    made = all_of(rss().replace("</channel></rss>", ""), "feed.xml")
    assert made[0].report.text == LONG


def test_a_post_is_a_report_with_the_channel_as_its_outlet() -> None:
    report = one_of(export(post()), "result.json").report
    assert report.name == "result.json#7"
    assert (report.outlet, report.author) == ("Quay Watch", "")
    assert report.published.earliest == "2031-05-11T10:10" or report.published.earliest is not None
    assert report.published.evidence[0].rule == "message_date"
    assert report.text == LONG


def test_formatted_runs_of_a_post_are_one_text() -> None:
    text = [
        {"type": "bold", "text": "The mill"},
        "\n\nTwelve were hurt, ",
        {"type": "link", "text": "they"},
        " say.",
    ]
    assert (
        one_of(export(post(text=text)), "r.json").report.text
        == "The mill\n\nTwelve were hurt, they say."
    )


def test_a_forwarded_post_says_from_where() -> None:
    report = one_of(export(post(forwarded_from="Harrow News")), "r.json").report
    assert report.text.startswith("Forwarded from Harrow News\n\n")


def test_a_post_without_words_is_hollow_and_a_service_message_is_no_post() -> None:
    made = all_of(
        export({"id": 1, "type": "service", "text": ""}, post(8, "", photo="a.jpg"), post(9)),
        "r.json",
    )
    assert {each.report.name: each.report.state for each in made} == {
        "r.json#8": ReportState.HOLLOW,
        "r.json#9": ReportState.READ,
    }
    assert "photo" in next(each.report.reason for each in made if each.report.reason)


def test_a_full_export_names_chat_and_post() -> None:
    one = json.loads(export(post()))
    two = dict(one, name="Harrow News", id=2)
    made = all_of(json.dumps({"chats": {"list": [one, two]}}), "r.json")
    assert [(each.report.name, each.report.outlet) for each in made] == [
        ("r.json#1/7", "Quay Watch"),
        ("r.json#2/7", "Harrow News"),
    ]


def test_too_many_posts_refuse_the_export() -> None:
    report = one_of(
        export(*(post(number) for number in range(5))), "r.json", limits=Limits(members=4)
    ).report
    assert report.state is ReportState.REFUSED


@pytest.mark.parametrize(
    "message",
    [
        {"id": 1, "type": "message", "text": 5},
        {"type": "message"},
        {"id": 1, "type": "message", "text": [[]]},
    ],
)
def test_a_malformed_post_does_not_lose_the_others(message: dict[str, object]) -> None:
    made = all_of(export(message, post(9)), "r.json")
    assert any(each.report.text == LONG for each in made)

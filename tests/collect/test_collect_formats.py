"""What a file is, is told from what is in it."""

from __future__ import annotations

import gzip
import json

import pytest

from reportedly.collect.encoding import decode
from reportedly.collect.limits import LIMITS
from reportedly.collect.sniff import sniff
from reportedly.model.report import ReportState
from tests.collect.making import PROSE, all_of, one_of, page, paragraphs, zipped

TEXT = "\n\n".join(PROSE)
MAIL = f"From: a@example.org\nTo: b@example.org\nSubject: The mill\n\n{TEXT}\n"
FEED = f"<rss version='2.0'><channel><title>Quay</title><item><title>Mill</title><description>{PROSE[0]}</description></item></channel></rss>"
EXPORT = json.dumps(
    {
        "name": "Quay",
        "type": "public_channel",
        "id": 1,
        "messages": [{"id": 5, "type": "message", "date": "2031-05-01T10:00:00", "text": TEXT}],
    }
)


@pytest.mark.parametrize(
    ("data", "name", "format_"),
    [
        (TEXT, "a.html", "text"),
        (TEXT, "", "text"),
        (page(paragraphs(*PROSE)), "a.txt", "html"),
        (paragraphs(*PROSE), "a.txt", "html"),
        ("<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><body><p>x</p></body></html>", "", "html"),
        (MAIL, "a.txt", "email"),
        (f"From a@example.org Mon May  5 10:00:00 2031\n{MAIL}", "a", "email"),
        (FEED, "a.txt", "rss"),
        (f"<?xml version='1.0'?>\n<!-- x -->{FEED}", "", "rss"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'><title>Quay</title><entry><title>m</title></entry></feed>", "", "rss"),
        (EXPORT, "a.txt", "telegram"),
        (json.dumps({"chats": {"list": [json.loads(EXPORT)]}}), "", "telegram"),
        (f"# The mill\n\n{TEXT}\n\n**Read** [more](https://quay.example/)", "a", "markdown"),
        (f"---\ntitle: The mill\n---\n\n{TEXT}", "a", "markdown"),
        (f"# The mill\n\n{TEXT}", "a.md", "markdown"),
        (f"# The mill\n\n{TEXT}", "a.txt", "text"),
        ("%PDF-1.7\nx endobj", "a.txt", "pdf"),
        (zipped({"a.txt": TEXT}), "a.docx", "zip"),
        (zipped({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}), "a.zip", "docx"),
    ],
)  # fmt: skip
def test_the_content_decides(data: bytes | str, name: str, format_: str) -> None:
    raw = data.encode() if isinstance(data, str) else data
    assert sniff(raw, name, LIMITS).format == format_


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (gzip.compress(b"x", mtime=0), "gzip"),
        (b"Rar!\x1a\x07\x00", "RAR"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Office"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "picture"),
        (b"{\\rtf1 text}", "RTF"),
        (b"\x7fELF" + bytes(40), "never run"),
        (zipped({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), "spreadsheet"),
        (b'{"answer": 42}', "JSON"),
        (b"<?xml version='1.0'?><kml><p/></kml>", "XML"),
        (b"", "empty"),
    ],
)
def test_what_is_not_read_says_what_it_is_and_what_to_do(data: bytes, says: str) -> None:
    report = one_of(data, "thing.json").report
    assert report.state is ReportState.UNREADABLE
    assert says in report.reason
    assert report.reason.count(". ") >= 1
    assert report.reason.endswith(".")


def test_random_bytes_are_no_text() -> None:
    report = one_of(bytes(range(1, 256)) * 20, "notes.txt").report
    assert report.state is ReportState.UNREADABLE


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        ("Zürich – naïve “words”", "utf-8", "utf-8"),
        ("Zürich – naïve “words”", "utf-8-sig", "utf-8"),
        ("Zürich – naïve “words” and more of them", "utf-16", "utf-16-le"),
        ("Zurich naive words and more of them", "utf-16-le", "utf-16-le"),
        ("Zurich naive words and more of them", "utf-16-be", "utf-16-be"),
        ("Zürich – naïve “words”", "cp1252", "cp1252"),
        ("Пожар на старой мельнице потушили только утром, сообщил мэр города", "cp1251", "cp1251"),
        ("Пожар на старой мельнице потушили только утром, сообщил мэр города", "koi8-r", "koi8-u"),
        ("Пожежа на старому млині", "utf-8", "utf-8"),
    ],
)
def test_an_encoding_is_told_by_its_bytes(text: str, encoding: str, found: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, found)


def test_a_declared_encoding_is_believed_where_the_bytes_do_not_speak_against_it() -> None:
    declared = "<html><head><meta charset='iso-8859-2'></head><body>Łódź</body></html>"
    assert "Łódź" in decode(declared.encode("iso-8859-2")).text
    # Saved again as UTF-8 by a browser, with the old declaration left in.
    assert "Łódź" in decode(declared.encode()).text
    assert decode("Łódź".encode("iso-8859-2"), "iso-8859-2").text == "Łódź"


def test_words_garbled_before_the_capture_are_left_as_they_are() -> None:
    garbled = "The mayor said â€œnoâ€\x9d"
    assert decode(garbled.encode()).text == garbled


def test_a_capture_cut_within_its_last_character_is_still_utf8() -> None:
    assert decode("Zürich ü".encode()[:-1]).text == "Zürich \ufffd"


def test_a_few_zero_bytes_do_not_make_a_text_unreadable() -> None:
    made = one_of(TEXT.replace(" mill ", " mi\x00ll ").encode())
    assert made.report.state is ReportState.READ
    assert "old mill at" in made.report.text
    assert {row.rule for row in made.left_out} == {"invisible"}


def test_the_encoding_is_kept_as_evidence() -> None:
    report = one_of(TEXT.encode("utf-16")).report
    assert [proof.words for proof in report.evidence if proof.rule == "encoding"] == [
        "utf-16-le (bom)"
    ]


def test_every_item_of_a_file_has_a_name_that_leads_to_it() -> None:
    assert [each.report.name for each in all_of(EXPORT, "result.json")] == ["result.json#5"]
    assert [each.report.name for each in all_of(FEED, "feed.xml")] == ["feed.xml#1"]
    assert [each.report.name for each in all_of(zipped({"d/a.txt": TEXT}), "box.zip")] == [
        "box.zip!/d/a.txt"
    ]

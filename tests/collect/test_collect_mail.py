"""A mail is its body, its headers are metadata, its attachments are items of their own."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from reportedly.collect import unpack
from reportedly.collect.limits import Limits
from reportedly.model.report import ReportState
from tests.collect.making import PROSE, all_of, gone, one_of, original, page, paragraphs, zipped

LONG = "\n\n".join(PROSE)


def mail(body: str = LONG, html: str = "", **attached: bytes) -> bytes:
    message = EmailMessage()
    message["From"] = '"Ina Roke, Quay Post" <news@quaypost.example>'
    message["To"] = "readers@quaypost.example"
    message["Subject"] = "Mill at Harrow Bridge burns down"
    message["Date"] = "Mon, 12 May 2031 21:05:12 +0200"
    message.set_content(body)
    if html:
        message.add_alternative(html, subtype="html")
    for name, data in attached.items():
        message.add_attachment(
            data, maintype="application", subtype="octet-stream", filename=name.replace("_", ".")
        )
    return message.as_bytes()


def test_a_mail_gives_title_author_outlet_and_moment() -> None:
    report = one_of(mail(), "a.eml").report
    assert report.format == "email"
    assert report.title == "Mill at Harrow Bridge burns down"
    assert (report.author, report.outlet) == ("Ina Roke", "Quay Post")
    assert report.published.earliest == "2031-05-12T19:05"
    assert [proof.rule for proof in report.published.evidence] == ["mail_date"]
    assert report.text == LONG


def test_the_html_of_a_mail_is_read_where_its_plain_text_is_a_stub() -> None:
    report = one_of(mail("See the web page.", page(paragraphs(*PROSE))), "a.eml").report
    assert report.text == LONG
    assert "See the web page" not in report.full_text


def test_the_plain_text_of_a_mail_is_read_where_it_is_whole() -> None:
    report = one_of(mail(LONG, page("<p>Other words</p>")), "a.eml").report
    assert report.text == LONG


def test_signature_and_letter_furniture_go() -> None:
    body = f"View this letter in your browser: https://q.example/1\n\n{LONG}\n\n-- \nYou get this because you asked.\n(c) 2031 Quay Post"
    made = one_of(mail(body), "a.eml")
    assert made.report.text == LONG
    assert set(gone(made)) == {"newsletter", "signature"}


def test_the_mail_that_a_reply_quotes_goes() -> None:
    body = (
        f"{LONG}\n\nOn Mon, 12 May 2031, Sam Tell wrote:\n> Forty people were hurt, they say here."
    )
    made = one_of(mail(body), "a.eml")
    assert made.report.text == LONG
    assert "Forty" in gone(made)["quoted_reply"][0]


def test_attachments_are_items_named_after_the_mail() -> None:
    made = all_of(
        mail(LONG, "", note_txt=(LONG + " Also.").encode(), box_zip=zipped({"a.txt": LONG + "!"})),
        "a.eml",
    )
    assert {each.report.name: each.report.state for each in made} == {
        "a.eml": ReportState.READ,
        "a.eml!/note.txt": ReportState.READ,
        "a.eml!/box.zip!/a.txt": ReportState.READ,
    }
    assert unpack(original(mail(LONG, "", note_txt=b"x"), "a.eml")).container
    assert not unpack(original(mail(), "a.eml")).container


def test_a_mail_attached_to_a_mail_is_read() -> None:
    outer = EmailMessage()
    outer["From"] = "a@b.example"
    outer["Subject"] = "Fwd"
    outer["Date"] = "Tue, 13 May 2031 08:00:00 +0000"
    outer.set_content("Here it is.")
    inner = EmailMessage()
    inner["From"] = "c@d.example"
    inner["To"] = "a@b.example"
    inner["Subject"] = "The mill"
    inner["Date"] = "Mon, 12 May 2031 08:00:00 +0000"
    inner.set_content(LONG)
    outer.add_attachment(inner)
    made = all_of(outer.as_bytes(), "a.eml")
    assert [each.report.text for each in made if each.report.name != "a.eml"] == [LONG]


def test_too_many_attachments_refuse_the_rest_but_keep_the_mail() -> None:
    many = {f"n{number}_txt": b"words" for number in range(6)}
    made = all_of(mail(LONG, "", **many), "a.eml", limits=Limits(members=3))
    assert any(each.report.text == LONG for each in made)
    assert any(each.report.state is ReportState.REFUSED for each in made)


@pytest.mark.parametrize(
    "broken",
    [
        b"From: a\nTo: b\nContent-Type: multipart/mixed; boundary=x\n\nno boundary here",
        b"From: a\nTo: b\nContent-Type: text/plain; charset=none-such\n\nwords of a mail",
        b"From: a\nTo: b\nContent-Transfer-Encoding: base64\n\n!!!!",
        b"From: =?utf-8?B?!!?=\nTo: b\nDate: not a date\n\nwords of a mail",
        b"From: a\nTo: b\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n\n",
    ],
)
def test_a_broken_mail_ends_in_a_named_state(broken: bytes) -> None:
    assert all(each.report.state in ReportState for each in all_of(broken, "a.eml"))

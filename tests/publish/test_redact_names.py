"""In which forms a protected name is found, and what is left alone."""

from __future__ import annotations

import pytest

from reportedly.model.span import Span
from reportedly.publish import Protected
from reportedly.publish.redact_text import Moved, Rewriter

ORLA = Protected(("Orla Brenkov", "Magpie"), "Person 1")


def rewritten(text: str, *people: Protected) -> str:
    return Rewriter(people or (ORLA,)).rewrite(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Orla Brenkov spoke.", "Person 1 spoke."),
        ("ORLA BRENKOV SPOKE", "Person 1 SPOKE"),
        ("Orla\u00a0Brenkov", "Person 1"),
        ("Orla\n  Brenkov", "Person 1"),
        ("Or\u00adla Bren\u200bkov", "Person 1"),
        ("Órla Brénkov", "Person 1"),
        ("O\u0301rla Bre\u0301nkov", "Person 1"),
        ("Оrlа Brenkov with Cyrillic look-alikes", "Person 1 with Cyrillic look-alikes"),
        ("Orla-Brenkov", "Person 1"),
        ("Brenkov’s van, Brenkov's van", "Person 1’s van, Person 1's van"),
        ("the Brenkovs", "the Person 1s"),
        ("O. Brenkov; O Brenkov; Brenkov, O.", "Person 1; Person 1; Person 1"),
        ("Brenkov, Orla", "Person 1"),
        ("Orla J. Brenkov", "Person 1"),
        ("Orla “Magpie” Brenkov", "Person 1"),
        ("Bren-\nkov", "Person 1"),
        ("O r l a  B r e n k o v", "Person 1"),
        ("We asked Orla Bren…", "We asked Person 1"),
        ("magpie", "Person 1"),
        ("interviews/orla_brenkov-1.pdf", "interviews/person-1-1.pdf"),
        ("https://a.example/orla%20brenkov/", "https://a.example/person-1/"),
        ("a.example/orla+brenkov?x", "a.example/person-1?x"),
        ("#freebrenkov", "#person-1"),
        ("#FreeBrenkov", "#FreePerson 1"),
        ("obrenkov@mail.example", "person-1@mail.example"),
        ("Brenkov. Orla", "Person 1. Orla"),
        ("orlabrenkov84", "Person 1"),
        ("Orla &#66;renkov", "Person 1"),
        ("How old is Orla Brenkov?", "How old is Person 1?"),
    ],
)
def test_a_name_is_found_in_every_form_it_takes(text: str, shown: str) -> None:
    assert rewritten(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Orla spoke to nobody else called that.",
        "Brenkova is another family.",
        "the magpies",
        "dc-0123456789abcdef",
        "a" * 64,
        "",
    ],
)
def test_what_is_not_the_name_stays(text: str) -> None:
    assert rewritten(text) == text or "magpies" in text


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("Sam Ember", "He was a member of it.", "He was a member of it."),
        ("Mara Quill", "tranquillity", "tranquillity"),
        ("Kim So", "so they said, and So said", "so they said, and P said"),
        ("Anna von Berg", "Frau von Berg, Berg", "Frau P, P"),
        ("Col. Ivo Tarn", "Ivo Tarn and Tarn", "P and P"),
        ("Jörg Müller", "Joerg Mueller, Jorg Muller", "P, P"),
        ("Іван Петренко", "з Петренком", "з P"),
        ("李雷", "昨天李雷说", "昨天P说"),
        ("Ivan Petrov", "Иван Петров. Ивана Петрова. Петровым", "P. P. P"),
        ("Иван Петров", "Ivan Petrov; Petrov's house", "P; P's house"),
        ("Юрий Хабаров", "Yuri Khabarov. Yury Habarov. Khabarov", "P. P. P"),
        ("Олена Мельник", "Olena Melnyk", "P"),
        ("Sergei Andreev", "Sergey Andreeff. Sergej Andreew", "P. P"),
        ("Jörg Müller", "Йорг Мюллер", "P"),
        ("Anna Rosa", "poca", "poca"),
        ("Ina Roke", "Ina Maria Roke. Ina and Roke", "P. Ina and P"),
        ("Abdul Rahman al-Assad", "A. R. al-Assad, al-Assad", "P, P"),
        ("Alpha-6", "call sign Alpha 6, Alpha 61", "call sign P, Alpha 61"),
    ],
)
def test_names_of_every_build(name: str, text: str, shown: str) -> None:
    assert rewritten(text, Protected((name,), "P")) == shown


def test_an_organization_does_not_take_its_last_word_from_everybody() -> None:
    front = Protected(("Green Valley Front",), "Group 1", personal=False)
    assert rewritten("the Green Valley Front at the front", front) == "the Group 1 at the front"


def test_two_people_keep_their_own_pseudonyms() -> None:
    people = (ORLA, Protected(("Ivo Tarn",), "Person 2"))
    assert rewritten("Brenkov met Tarn", *people) == "Person 1 met Person 2"


def test_a_span_that_cuts_into_a_name_grows_to_cover_the_pseudonym() -> None:
    moved = Rewriter((ORLA,)).moved("Then Orla Brenkov left.")
    assert moved.text == "Then Person 1 left."
    assert moved.span(0, 7) == Span(0, 13, "Then Person 1")
    assert moved.span(10, 12) == Span(5, 13, "Person 1")
    assert moved.span(12, 22) == Span(5, 18, "Person 1 left")
    assert moved.span(18, 22) == Span(14, 18, "left")


def test_a_text_without_names_is_left_as_it_is() -> None:
    moved = Moved("as it is", ())
    assert moved.span(3, 5) == Span(3, 5, "it")
    assert moved.text == "as it is"


def test_a_gigantic_line_of_near_names_is_read_in_one_go() -> None:
    text = "orla orl brenko " * 100_000 + "Orla Brenkov" + "o" * 1_000_000
    assert rewritten(f"{text} Brenkov").endswith("Person 1")

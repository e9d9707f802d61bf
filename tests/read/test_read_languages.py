"""A paragraph in a language that is not read gives nothing; the others give what they gave."""

from __future__ import annotations

from tests.read.readings import reading_of, said

ENGLISH = "Mayor Ina Holt said the bridge held. Twelve people were hurt."
GERMAN = (
    "Bürgermeisterin Ada Roke sagte am Freitag, die Brücke über den Fluß habe gehalten, und die "
    "Verletzten würden in der Klinik behandelt; Bo Lind said nichts über die zwölf Männer, die in "
    "der Nähe waren."
)


def test_nothing_is_read_in_a_paragraph_of_another_language() -> None:
    mixed = reading_of(f"{ENGLISH}\n\n{GERMAN}")
    begins = len(ENGLISH)
    spans = [
        *(mention.span for mention in mixed.mentions),
        *(detail.span for detail in mixed.details),
        *(claim.span for claim in mixed.claims),
        *(span for one in mixed.attributions for span in one.content),
    ]
    assert spans
    assert [span.text for span in spans if span.end > begins] == []


def test_the_other_paragraphs_are_read_as_if_they_stood_alone() -> None:
    assert said(f"{ENGLISH}\n\n{GERMAN}") == said(ENGLISH)
    assert said(ENGLISH) != []

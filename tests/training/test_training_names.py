"""What the sets teach about names: what is said, what is left open, and what is set aside."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from training.detokenise import detokenise
from training.kind_words import is_calendar, organisation_kind, possible
from training.named_text import (
    COUNT,
    DATE,
    FACILITY,
    KINDS,
    LABELS,
    MILITARY,
    ORGANIZATION,
    PERSON,
    PLACE,
    WEAPON,
    NamedText,
    NameSpan,
    allowed,
    disjoint,
)
from training.names import held_out_names, training_names
from training.names_gum import read_document as read_gum
from training.names_worldwide import country, read_document, read_regions, set_aside


def right_of(document: NamedText, pieces: list[tuple[int, int]]) -> list[set[str]]:
    return [
        {label for label, fits in zip(LABELS, row, strict=True) if fits}
        for row in allowed(document, pieces)
    ]


# --- what a piece may be -------------------------------------------------------------------------


def test_a_piece_of_a_name_is_its_beginning_or_its_inside_and_nothing_else() -> None:
    document = NamedText("t", "Ada Orr spoke", (NameSpan(0, 7, (PERSON,)),), (), open=True)
    assert right_of(document, [(0, 3), (4, 5), (5, 7), (8, 13)]) == [
        {"B-person"},
        {"I-person"},
        {"I-person"},
        {"O"},
    ]


def test_a_label_that_covers_two_of_our_kinds_teaches_that_it_is_one_of_them() -> None:
    document = NamedText("t", "Weir Hall", (NameSpan(0, 9, (PLACE, FACILITY)),), (), open=True)
    assert right_of(document, [(0, 4)]) == [{"B-place", "B-facility"}]


def test_where_a_set_says_nothing_of_a_kind_that_kind_may_stand_or_not() -> None:
    document = NamedText("t", "three men", (), (NameSpan(0, 5, (COUNT,)),), open=True)
    assert right_of(document, [(0, 5), (6, 9)]) == [{"O", "B-count", "I-count"}, {"O"}]


def test_a_sign_that_is_no_word_may_be_anything() -> None:
    document = NamedText("t", "men", (), (), open=True)
    assert right_of(document, [(0, 0), (0, 3)]) == [set(LABELS), {"O"}]


def test_of_names_that_overlap_the_longest_is_kept() -> None:
    short, long = NameSpan(0, 3, (PLACE,)), NameSpan(0, 9, (ORGANIZATION,))
    assert disjoint([short, long, NameSpan(12, 14, (PERSON,))]) == (
        long,
        NameSpan(12, 14, (PERSON,)),
    )


# --- text out of tokens --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("Orr ( a clerk ) left .", "Orr (a clerk) left."),
        ('He said " we go " , and left .', 'He said "we go", and left.'),
        ("Orr ’ s cat , Ann 's dog", "Orr’s cat, Ann's dog"),
        ("a two - day walk - home", "a two-day walk-home"),
        ("the U . S . fleet", "the U.S. fleet"),
        ("US $ 5 million or 7 %", "US$5 million or 7%"),
        ("she did n't go", "she didn't go"),
        ("yes / no", "yes/no"),
    ],
)
def test_tokens_read_as_people_write(tokens: str, text: str) -> None:
    written, places = detokenise(tokens.split())
    assert written == text
    assert [written[start:end] for start, end in places] == tokens.split()


# --- kinds that no set has -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Third Mountain Brigade", MILITARY),
        ("Volunteer Corps", MILITARY),
        ("People's Liberation Front", MILITARY),
        ("Orrish Army", MILITARY),
        ("Army Medical College", ORGANIZATION),
        ("Brigade Football Club", ORGANIZATION),
        ("Harbour Board", ORGANIZATION),
    ],
)
def test_the_words_of_a_name_say_whether_it_is_an_armed_one(name: str, kind: str) -> None:
    assert organisation_kind(name) == kind


def test_words_that_may_be_weapons_or_counts_are_left_open() -> None:
    text = "The two rifles lay there."
    found = {(text[span.start : span.end], span.kinds) for span in possible(text, (WEAPON, COUNT))}
    assert found == {("two", (COUNT,)), ("rifles", (WEAPON,))}


def test_relative_days_are_not_of_the_calendar() -> None:
    assert [is_calendar(words) for words in ("3 May", "Tuesday", "1987", "last week")] == [
        True,
        True,
        True,
        False,
    ]


# --- the sets ------------------------------------------------------------------------------------


def test_a_table_of_tokens_becomes_a_text_with_its_outermost_names() -> None:
    table = (
        "https://example.org/1\tO\n\n"
        "Orr\tB-Organization\tB-Location\nHarbour\tI-Organization\nBoard\tI-Organization\n"
        "met\tO\nAda\tB-Person\nOrr\tI-Person\n.\tO\n\nThen\tO\nthe\tO\nflu\tB-Misc\n.\tO\n"
    )
    document = read_document("x", table)
    assert document.text == "Orr Harbour Board met Ada Orr. Then the flu."
    assert [(document.text[s.start : s.end], s.kinds) for s in document.names] == [
        ("Orr Harbour Board", (ORGANIZATION,)),
        ("Ada Orr", (PERSON,)),
    ]


def test_a_name_of_the_treebank_has_no_title() -> None:
    rows = [
        ("Mayor", "PROPN", "NNP", 5, "nsubj", "Entity=(1-person-new"),
        ("Ada", "PROPN", "NNP", 1, "flat", ""),
        ("Orr", "PROPN", "NNP", 1, "flat", "Entity=1)"),
        ("has", "AUX", "VBZ", 5, "aux", ""),
        ("left", "VERB", "VBN", 0, "root", "SpaceAfter=No"),
        (".", "PUNCT", ".", 5, "punct", ""),
    ]
    table = "".join(
        f"{number}\t{form}\t_\t{upos}\t{xpos}\t_\t{head}\t{role}\t_\t{misc or '_'}\n"
        for number, (form, upos, xpos, head, role, misc) in enumerate(rows, 1)
    )
    document = read_gum("x", table)
    assert document.text == "Mayor Ada Orr has left."
    assert [(document.text[s.start : s.end], s.kinds) for s in document.names] == [
        ("Ada Orr", (PERSON,))
    ]


def test_a_tenth_of_every_region_is_set_aside_in_whole_countries() -> None:
    north, south = [f"n{number}" for number in range(20)], [f"s{number}" for number in range(15)]
    listed = ["North:", *(f"{one}_" for one in north), "South:", *(f"{one}_" for one in south)]
    regions = read_regions("# prefixes of each region\n" + "\n".join(listed))
    names = [f"{one}_paper_{number}.tsv" for one in [*north, *south] for number in range(7)]
    aside = set_aside(names, regions)
    assert [len(aside & set(countries)) for countries in (north, south)] == [2, 2]
    assert aside == set_aside(names[::-1], regions)


def test_a_country_too_large_for_its_region_is_never_set_aside() -> None:
    names = [f"big_{number}.tsv" for number in range(50)] + [f"c{n}_1.tsv" for n in range(50)]
    aside = set_aside(names, {})
    assert "big" not in aside
    assert len(aside) == 10


@pytest.mark.corpora
def test_no_country_is_both_trained_on_and_measured_on(corpora: Path) -> None:
    data = corpora / "data"
    trained, measured = training_names(data), held_out_names(data)
    places = {country(text.id.removeprefix("worldwide/")) for text in measured}
    assert not places & {
        country(text.id.removeprefix("worldwide/"))
        for text in trained
        if text.id.startswith("worldwide/")
    }
    share = len(measured) / sum(text.id.startswith("worldwide/") for text in [*trained, *measured])
    assert 0.1 <= share <= 0.15


@pytest.mark.corpora
@pytest.mark.parametrize("open_only", [False, True])
def test_every_kind_is_taught_by_clean_and_disjoint_names(corpora: Path, open_only: bool) -> None:
    texts = training_names(corpora / "data", open_only=open_only)
    assert {kind for text in texts for span in text.names for kind in span.kinds} == set(KINDS)
    assert not open_only or all(text.open for text in texts)
    for text in texts:
        for span in text.names:
            words = text.text[span.start : span.end]
            assert words == words.strip(), text.id
            assert words, text.id
        assert all(one.end <= other.start for one, other in pairwise(text.names)), text.id


def test_the_kinds_of_date_and_of_label_are_as_documented() -> None:
    assert LABELS[0] == "O"
    assert LABELS[1 + 2 * KINDS.index(DATE)] == "B-date"

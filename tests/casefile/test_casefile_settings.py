"""``case.toml``: what it may say, and how a mistake in it is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.casefile.settings_file import first_settings, read_settings
from reportedly.errors import CaseError, UsageError
from reportedly.model.settings import OutletNote, PlaceNote
from tests.strategies import characters

WHOLE = """\
title = "The barges"
languages = ["en", "fr"]
time_zone = "Europe/Madrid"

[[outlet]]
name = "Corren Wire"
kind = "news agency"

[[outlet]]
name = "The Ardle Herald"
aliases = ["ardle-herald.example"]
reliability = "B"
note = "Owned by the mayor's brother."

[[place]]
name = "Shed 4"
lat = 12
lon = 45.5
"""


def test_what_the_user_knows_is_read() -> None:
    settings = read_settings(WHOLE.encode(), "case.toml")
    assert settings.title == "The barges"
    assert settings.languages == ("en", "fr")
    assert settings.time_zone == "Europe/Madrid"
    assert settings.outlets == (
        OutletNote("Corren Wire", wire=True, kind="news agency"),
        OutletNote(
            "The Ardle Herald",
            ("ardle-herald.example",),
            "B",
            note="Owned by the mayor's brother.",
        ),
    )
    assert settings.places == (PlaceNote("Shed 4", 12.0, 45.5),)


def test_a_file_saved_with_a_byte_order_mark_is_read() -> None:
    assert read_settings(b"\xef\xbb\xbf" + WHOLE.encode(), "x").title == "The barges"


@pytest.mark.parametrize(
    ("wrong", "right", "line", "says"),
    [
        ('titel = "x"', 'title = "The barges"', 1, "unknown key `titel`"),
        ("title = 12", 'title = "The barges"', 1, "must be a text"),
        ('languages = ["english"]', 'languages = ["en", "fr"]', 2, "two letters"),
        ('time_zone = "Mars/Base"', 'time_zone = "Europe/Madrid"', 3, "time zone"),
        ('sort = "newspaper"', 'kind = "news agency"', 7, "unknown key `sort`"),
        ('aliases = ["corren wire"]', 'aliases = ["ardle-herald.example"]', 11, "already a name"),
        ("aliases = [1]", 'aliases = ["ardle-herald.example"]', 11, "list of texts"),
        ('reliability = "G"', 'reliability = "B"', 12, "from A to F"),
        ("lat = 120", "lat = 12", 17, "from -90 to 90"),
        ("lon = true", "lon = 45.5", 18, "from -180 to 180"),
        ("", "lon = 45.5", 15, "`lon` must be a number"),
        ("schema = 0", 'title = "The barges"', 1, "schema"),
    ],
)
def test_a_mistake_is_named_with_its_line(wrong: str, right: str, line: int, says: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_settings(WHOLE.replace(right, wrong).encode(), "case.toml")
    assert says in caught.value.what
    assert caught.value.where == f"case.toml:{line}"
    assert caught.value.remedy


def test_what_is_not_toml_is_told_with_its_line() -> None:
    with pytest.raises(UsageError, match="line 2"):
        read_settings(b'title = "x"\nlanguages = en\n', "case.toml")


def test_what_is_not_utf_8_is_told() -> None:
    with pytest.raises(UsageError, match="byte 9 is not UTF-8"):
        read_settings(b'title = "\xff"', "case.toml")


def test_a_case_of_a_newer_version_is_refused() -> None:
    with pytest.raises(CaseError, match="schema 7"):
        read_settings(b'schema = 7\ntitle = "x"', "case.toml")


@given(st.text(characters, min_size=1).filter(lambda title: title.strip() != ""))
def test_any_title_can_be_written_and_read_back(title: str) -> None:
    assert read_settings(first_settings(title), "case.toml").title == title.strip()


def test_a_case_needs_a_title() -> None:
    with pytest.raises(UsageError, match="title"):
        first_settings("  ")


@given(st.binary(max_size=200))
def test_any_bytes_are_settings_or_a_clear_error(data: bytes) -> None:
    remedies = ["read"]
    try:
        read_settings(data, "case.toml")
    except (UsageError, CaseError) as error:
        remedies = [error.remedy]
    assert all(remedies)

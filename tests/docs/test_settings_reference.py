"""The reference of settings lists every key of case.toml with its default, and its example is one."""

from __future__ import annotations

import re
import tomllib
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from reportedly.casefile.settings_file import (
    OUTLET,
    PLACE,
    READING,
    SCHEMA,
    TOP,
    WIRE_KINDS,
    first_settings,
    read_settings,
)
from reportedly.errors import UsageError
from reportedly.model.settings import OutletNote, PlaceNote, Settings

PAGE = (Path(__file__).parents[2] / "docs/reference/settings.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
(EXAMPLE,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
TABLES = [
    ("The case", TOP - {"reading", "outlet", "place"}, Settings),
    ("Reading: `[reading]`", READING, Settings),
    ("Outlets: `[[outlet]]`", OUTLET, OutletNote),
    ("Places: `[[place]]`", PLACE, PlaceNote),
]


def rows(section: str) -> dict[str, list[str]]:
    found = re.findall(r"^\| `(\w+)` \|(.+)\|$", SECTIONS[section], re.MULTILINE)
    return {key: [cell.strip() for cell in rest.split(" | ")] for key, rest in found}


@pytest.mark.parametrize(("section", "keys", "noun"), TABLES, ids=[row[0] for row in TABLES])
def test_every_key_is_described_and_no_other(
    section: str, keys: frozenset[str], noun: type
) -> None:
    assert set(rows(section)) == keys


@pytest.mark.parametrize(("section", "keys", "noun"), TABLES, ids=[row[0] for row in TABLES])
def test_every_default_is_the_default(section: str, keys: frozenset[str], noun: type) -> None:
    described = rows(section)
    for field in fields(noun):
        if field.name not in described or field.name == "wire":
            continue
        said = described[field.name][1].strip("`")
        if field.default is MISSING:
            assert said == "needed", field.name
        else:
            assert _read(said) == field.default, field.name


def _read(said: str) -> object:
    if said == "none":
        return None
    value = tomllib.loads(f"value = {said}")["value"]
    return tuple(value) if isinstance(value, list) else value


def test_the_kinds_that_make_an_outlet_a_wire_are_named() -> None:
    described = rows("Outlets: `[[outlet]]`")["kind"][2]
    assert [kind for kind in WIRE_KINDS if f"`{kind}`" not in described] == []


def test_the_example_is_a_case_and_uses_what_it_shows() -> None:
    settings = read_settings(EXAMPLE.encode(), "the page")
    assert [outlet.wire for outlet in settings.outlets] == [False, True]
    assert settings.places[0].aliases == ("the ninth pier",)
    assert f"schema = {SCHEMA}" in EXAMPLE


def test_the_first_settings_of_a_case_name_only_keys_of_the_page() -> None:
    written = first_settings("A case").decode()
    assert read_settings(written.encode(), "new").title == "A case"
    named = set(re.findall(r"^(?:# )?(\w+) = ", written, re.MULTILINE))
    assert named <= TOP | OUTLET | PLACE


def test_an_unknown_key_is_named_with_its_line() -> None:
    wrong = EXAMPLE.replace("radius_km", "radius")
    line = wrong.splitlines().index("radius = 0.3") + 1
    with pytest.raises(UsageError) as caught:
        read_settings(wrong.encode(), "case.toml")
    assert (f"line {line}" in caught.value.what, "`radius`" in caught.value.what) == (True, True)

"""The reference of models names every file, input, field, kind and architecture; its example is one."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from reportedly.neural.convert.families import FAMILIES
from reportedly.neural.convert.kinds import KINDS, fit
from reportedly.neural.features import Quoted, Shape
from reportedly.neural.graph import KNOWN
from reportedly.neural.labels import Head, Labels, LinkRule, read_labels
from scripts.write_card import page, written
from training.sets import GUM, SETS

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs/reference/models"
PAGE = (FOLDER / "README.md").read_text(encoding="utf-8")
READER = ROOT / "src/reportedly/data/reader"
OPEN_READER = ROOT / "open-reader/src/reportedly_open_reader"


def rows(head: str) -> list[list[str]]:
    """The rows of the tables that begin with the cell ``head``."""
    tables = re.findall(rf"^\| {re.escape(head)} \|.*\n\|[-|]+\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    lines = "".join(tables).splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def named(head: str) -> list[str]:
    return [row[0].strip("`") for row in rows(head)]


def test_every_field_of_the_labels_is_described_with_its_default() -> None:
    told = {row[0].strip("`"): row[1].strip('`"') for row in rows("field")}
    fields = [field for kind in (Labels, Head, LinkRule) for field in msgspec.structs.fields(kind)]
    assert sorted(told) == sorted(field.name for field in fields)
    for field in fields:
        if field.required:
            assert told[field.name] == "needed", field.name
        elif isinstance(field.default, bool | int | float | str) and field.default != "":
            assert told[field.name] == str(field.default).lower(), field.name


def test_the_example_is_a_file_of_labels() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    labels = read_labels(example.encode())
    assert set(labels.links) == {"source", "content"}


def test_every_input_and_number_of_the_graph_is_described() -> None:
    assert set(named("input")) == KNOWN
    assert [row[0] for row in rows("`shape`")] == [str(int(shape)) for shape in Shape]
    assert [row[3] for row in rows("`shape`") if row[3]] == [str(int(where)) for where in Quoted]


def test_every_architecture_is_named() -> None:
    assert named("architecture (`model_type`)") == sorted(FAMILIES)


def test_every_kind_is_named_and_every_spelling_is_known() -> None:
    told = [(row[0].strip("`"), row[1].strip("`")) for row in rows("head")]
    assert told == [(head, kind) for head, kinds in KINDS.items() for kind in kinds]
    for head, kind, spellings in rows("head"):
        for spelling in spellings.split(", "):
            fitted = fit(["O", f"B-{spelling.upper()}"], head.strip("`"))
            assert fitted.labels[1] == f"B-{kind.strip('`')}", spelling


def test_the_licences_name_every_training_set() -> None:
    text = (READER / "WEIGHTS-LICENSE").read_text(encoding="utf-8")
    assert [one.name for one in (*SETS, GUM) if one.name.split(",")[0] not in text] == []


@pytest.mark.parametrize(("name", "folder"), [("reader.md", READER), ("open.md", OPEN_READER)])
def test_the_page_of_a_reader_is_what_its_card_says(name: str, folder: Path) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == written(folder)


def test_a_page_made_from_a_card_says_all_that_the_card_says() -> None:
    card = {
        "knobs": {"rate": 2e-4, "open": False},
        "sets": [{"name": "Osk news", "teaches": "names | dates", "licence": "CC BY 4.0"}],
        "dev": {"exact": {"source": 83.1, "cue": 74.2}, "token": {"source": 86.0}},
        "lessons": ["one", "two"],
        "note": "a line",
        "sha256": {"reader.onnx": "ab12"},
    }
    made = page(card, {"reader.onnx": 12345}, "Free for all.\n")
    for line in (
        "| rate | 0.0002 |",
        "| open | false |",
        "| Osk news | names \\| dates | CC BY 4.0 |",
        "| exact | 83.1 | 74.2 |",
        "| token | 86.0 |  |",
        "- one",
        "a line",
        "| reader.onnx | 12,345 | ab12 |",
        "Free for all.",
    ):
        assert f"{line}\n" in made, line
    assert made.count("\n## ") == len(card) + 1

"""The ledger file is canonical, keeps to its schema, and every field of it is explained."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

from eval.ledger_view import read_ledger
from reportedly.casefile import Case
from reportedly.model.ledger import Ledger
from reportedly.model.report import Report, ReportState
from reportedly.model.statement import AttributionKind, CueKind, Stance
from reportedly.model.value import Approximator, Value, ValueKind
from reportedly.publish import ledger_json, schema
from reportedly.publish.ledger_json import value_shape
from tests.strategies import ledgers

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "ledger.md"


@pytest.fixture(scope="module")
def demo(demo_case: Path) -> Ledger:
    return Case.open(demo_case).ledger()


@pytest.fixture(scope="module")
def valid() -> jsonschema.Draft202012Validator:
    described = json.loads(schema())
    jsonschema.Draft202012Validator.check_schema(described)
    return jsonschema.Draft202012Validator(described)


def faults(valid: jsonschema.Draft202012Validator, data: bytes) -> list[str]:
    found = valid.iter_errors(json.loads(data))
    return [f"{fault.json_path}: {fault.message[:200]}" for fault in found]


def test_the_demo_ledger_keeps_to_the_schema(
    demo: Ledger, valid: jsonschema.Draft202012Validator
) -> None:
    assert demo.claims
    assert demo.questions
    assert not faults(valid, ledger_json(demo))


VALID = jsonschema.Draft202012Validator(json.loads(schema()))


@given(ledgers(most=2))
@settings(max_examples=20)
def test_any_ledger_keeps_to_the_schema(ledger: Ledger) -> None:
    assert not faults(VALID, ledger_json(ledger))


def test_the_schema_refuses_what_it_does_not_describe(demo: Ledger) -> None:
    whole = json.loads(ledger_json(demo))
    whole["reports"][0]["truth"] = True
    assert list(VALID.iter_errors(whole))
    whole = json.loads(ledger_json(demo))
    whole["claims"][0]["stance"] = "maybe"
    assert list(VALID.iter_errors(whole))


@given(ledgers(most=1))
@settings(max_examples=15)
def test_equal_ledgers_give_equal_bytes_in_canonical_form(ledger: Ledger) -> None:
    data = ledger_json(ledger)
    assert data == ledger_json(ledger)
    assert data.endswith(b"\n}\n")
    whole = json.loads(data)
    assert list(whole) == sorted(whole)
    for row in whole["claims"]:
        assert list(row) == sorted(row)


def test_every_row_stands_on_a_line_of_its_own(demo: Ledger) -> None:
    lines = ledger_json(demo).decode().split("\n")
    rows = [line for line in lines if line.startswith("{") and len(line) > 1]
    lists = [getattr(demo, field.name) for field in fields(demo)]
    assert len(rows) == sum(len(each) for each in lists if isinstance(each, tuple))


def test_the_file_says_in_which_origin_a_report_is_and_how_many_rows_there_are(
    demo: Ledger,
) -> None:
    whole = json.loads(ledger_json(demo))
    origins = {row["id"]: row["reports"] for row in whole["origins"]}
    for report in whole["reports"]:
        assert report["sha256"] == report["id"]
        assert report["origin"] is None or report["id"] in origins[report["origin"]]
    assert sum(whole["counts"]["states"].values()) == len(whole["reports"])
    assert whole["counts"]["claims"] == len(whole["claims"])


def test_a_source_and_a_cue_are_spans_that_read_what_they_say(demo: Ledger) -> None:
    whole = json.loads(ledger_json(demo))
    texts = {row["id"]: row["text"] for row in whole["reports"]}
    named = 0
    for row in whole["attributions"]:
        for part in (row["source"], row["cue"], *row["content"]):
            if part:
                assert texts[row["report"]][part["start"] : part["end"]] == part["text"]
        named += bool(row["source"] and row["source"]["entity"])
    assert named


def test_a_value_has_the_keys_of_its_kind_and_no_others() -> None:
    three = Value(ValueKind.COUNT, 3, 3, "people", Approximator.EXACT)
    assert value_shape(three) == {
        "kind": ValueKind.COUNT,
        "low": 3,
        "high": 3,
        "unit": "people",
        "approximator": Approximator.EXACT,
    }
    assert value_shape(Value(ValueKind.POLARITY, polarity=False)) == {
        "kind": ValueKind.POLARITY,
        "polarity": False,
    }
    not_her = Value(ValueKind.WHO, polarity=False, who=None, text="Ina Roke")
    assert value_shape(not_her) == {
        "kind": ValueKind.WHO,
        "who": None,
        "text": "Ina Roke",
        "polarity": False,
    }
    assert value_shape(None) is None


def test_the_key_s_own_reader_reads_the_file(demo: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "ledger.json"
    path.write_bytes(ledger_json(demo))
    assert len(read_ledger(path).claims) == len(demo.claims)


def test_line_ends_and_unusual_characters_stay_inside_their_line() -> None:
    report = Report(
        id="0" * 64,
        original=(),
        names=("a\u2028b.txt",),
        format="text",
        state=ReportState.READ,
        text="one\ntwo\x00\u202e\U0001f600",
    )
    data = ledger_json(Ledger("a", "b", "c", reports=(report,)))
    assert json.loads(data)["reports"][0]["text"] == report.text
    assert data.count(b"\n") == ledger_json(Ledger("a", "b", "c")).count(b"\n") + 2


# --- the schema and its reference ----------------------------------------------------------------


def objects(node: object) -> Iterator[Mapping[str, object]]:
    """Every description of an object in the schema."""
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict) and node.get("type") == "object":
            yield node
        for each in node.values():
            yield from objects(each)
    elif isinstance(node, list):
        for each in node:
            yield from objects(each)


def test_every_object_is_closed_and_every_property_described() -> None:
    for described in objects(json.loads(schema())):
        assert described["additionalProperties"] is False
        assert described["description"]
        properties = described["properties"]
        assert isinstance(properties, dict)
        for name, what in properties.items():
            assert what.get("description"), name


@pytest.mark.parametrize(
    ("row", "field", "kind"),
    [
        ("report", "state", ReportState),
        ("attribution", "kind", AttributionKind),
        ("attribution", "stance", Stance),
    ],
)
def test_the_schema_has_the_literal_values_of_the_code(
    row: str, field: str, kind: type[StrEnum]
) -> None:
    described = json.loads(schema())["$defs"][row]["properties"][field]
    assert described["enum"] == [str(member) for member in kind]


def test_the_schema_knows_every_kind_of_cue() -> None:
    cue = json.loads(schema())["$defs"]["attribution"]["properties"]["cue"]["anyOf"][0]
    assert cue["properties"]["kind"]["enum"] == [str(member) for member in CueKind]


def test_the_reference_names_every_field_of_the_schema() -> None:
    written = REFERENCE.read_text(encoding="utf-8")
    named = {
        name.split(".")[-1] for name in re.findall(r"^\| `([\w.]+)` \|", written, re.MULTILINE)
    }
    for described in objects(json.loads(schema())):
        properties = described["properties"]
        assert isinstance(properties, dict)
        assert {*properties} <= named, described["description"]


def test_the_reference_names_no_field_the_schema_has_not() -> None:
    written = REFERENCE.read_text(encoding="utf-8")
    named = {
        name.split(".")[-1] for name in re.findall(r"^\| `([\w.]+)` \|", written, re.MULTILINE)
    }
    known: set[str] = set()
    for described in objects(json.loads(schema())):
        properties = described["properties"]
        assert isinstance(properties, dict)
        known |= {*properties}
    assert named <= known

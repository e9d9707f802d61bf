"""Whatever comes in ends in a named state, costs nothing else, and reaches nothing outside the case.

One folder holds all the bad files; it is taken in, built and shown once through the command line,
and each test looks at one promise.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.cases import made_once
from tests.hostile.bad_files import GOOD, STATES, WORDS, bad_files
from tests.hostile.sandbox import Row, Run, make_sandbox, names_of, open_sandbox, outside


@pytest.fixture(scope="module")
def run(run_folder: Path) -> Run:
    return open_sandbox(made_once(run_folder / "hostile", make_sandbox))


STATED = {file.name: file.states for file in bad_files(Path("/sandbox"))}


@pytest.mark.parametrize("name", STATED)
def test_a_bad_file_ends_in_a_named_state_with_a_reason(name: str, run: Run) -> None:
    rows = run.reports(name)
    assert rows, "it is in no report"
    for row in rows:
        assert row["state"] in STATED[name], f"{names_of(row)}: {row['state']}: {row['reason']}"
        assert row["state"] == "read" or row["reason"], f"{names_of(row)} has no reason"


def test_the_good_file_among_them_is_read_whole(run: Run) -> None:
    (row,) = run.reports(GOOD)
    assert row["text"] == WORDS
    said = [each for each in run.ledger["attributions"] if each["report"] == row["id"]]
    assert said, "nobody is said to have said anything"


def test_every_file_is_sealed_and_answered_for(run: Run) -> None:
    taken = {
        hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (run.sandbox / "in").iterdir()
        if path.is_file()
    }
    sealed = {path.name for path in (run.case / "originals").rglob("*") if path.is_file()}
    assert sealed == taken
    answered = {str(sha256) for row in run.ledger["reports"] for sha256 in originals_of(row)}
    held = {str(row["sha256"]) for row in run.ledger["containers"]}
    assert taken == answered | (held & taken)


def originals_of(row: Row) -> list[object]:
    original = row.get("original") or row.get("sha256")
    return original if isinstance(original, list) else [original]


def test_the_counts_add_up(run: Run) -> None:
    states = [str(row["state"]) for row in run.ledger["reports"]]
    assert set(states) <= STATES
    ids = [row["id"] for row in run.ledger["reports"]]
    assert len(set(ids)) == len(ids)
    spans = [
        (row["report"], span)
        for row in run.ledger["attributions"]
        for span in row["content"]  # type: ignore[attr-defined]
    ]
    texts = {row["id"]: str(row["text"]) for row in run.ledger["reports"]}
    assert all(texts[report][at["start"] : at["end"]] == at["text"] for report, at in spans)


def test_every_name_that_is_an_attack_is_a_report_like_another(run: Run) -> None:
    texts = " ".join(str(row["text"]) for row in run.ledger["reports"])
    for number in ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"):
        assert f"2031. {number}." in texts


def test_nothing_is_written_outside_the_case(run: Run) -> None:
    new = {*outside(run.sandbox)} - {*run.said.outside}
    assert not new, sorted(new)


def test_nothing_that_was_climbing_out_arrived_anywhere(run: Run) -> None:
    assert not list(run.sandbox.rglob("climbed.txt"))
    assert not list(run.sandbox.rglob("absolute.txt"))
    assert not list(run.sandbox.parent.glob("climbed.txt"))


RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def test_no_control_character_of_a_source_reaches_the_terminal(run: Run) -> None:
    for name, ended in run.said.ended.items():
        for stream, text in (("out", ended.out), ("err", ended.err)):
            found = RAW.search(text)
            where = text[max(0, found.start() - 40) : found.end() + 10] if found else ""
            assert found is None, f"{name} {stream}: {where!r}"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("new", 0),
        ("add", 0),
        ("build", 0),
        ("verify", 0),
        ("list", 0),
        ("report", 0),
        ("json", 0),
        ("said", 0),
        ("why", 0),
        ("csv", 0),
        ("unknown", 2),
        ("nothing", 2),
        ("again", 2),
    ],
)
def test_every_command_ends_with_its_documented_exit_code(name: str, code: int, run: Run) -> None:
    ended = run.said.ended[name]
    assert ended.code == code, ended.out + ended.err
    assert "Traceback" not in ended.err


def test_an_error_says_what_to_do(run: Run) -> None:
    for name in ("unknown", "nothing", "again"):
        assert "do:" in run.said.ended[name].err, run.said.ended[name].err


class Active(HTMLParser):
    """Collects what in a page could run: scripts, handlers, script addresses, frames."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._script = tag == "script"
        if tag in {"iframe", "object", "embed", "base", "frame", "applet"}:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            address = "".join((value or "").split()).lower()
            scheme = address.startswith(("javascript:", "data:text", "vbscript:"))
            refresh = name == "http-equiv" and address == "refresh"
            if name.startswith("on") or scheme or refresh:
                self.found.append(f"<{tag} {name}={value}>")

    def handle_data(self, data: str) -> None:
        if self._script and "alert" in data:
            self.found.append(data)


def test_nothing_of_a_source_can_be_executed_in_the_pages(run: Run) -> None:
    pages = list((run.case / "site").rglob("*.html"))
    assert len(pages) > len(STATED)
    for page in pages:
        active = Active()
        active.feed(page.read_text(encoding="utf-8"))
        assert not active.found, f"{page.name}: {active.found[:3]}"


def test_no_entity_of_a_feed_reads_a_file_of_the_machine(run: Run) -> None:
    assert "root:" not in json.dumps(run.ledger)


def test_no_cell_for_a_spreadsheet_begins_a_formula(run: Run) -> None:
    tables = list((run.case / "exports" / "csv").rglob("spreadsheet/*.csv"))
    assert tables
    for path in tables:
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "-"))], path.name

"""The reference of errors names every class, state and exit code, and no message that is never given."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

import pytest

from reportedly import errors
from reportedly.errors import ReportedlyError
from reportedly.model.decision import DecisionState
from reportedly.model.report import ReportState

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/reference/errors.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))


def rows(section: str) -> list[list[str]]:
    lines = [line for line in SECTIONS[section].splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in re.split(r" \| ?", line.strip("|"))] for line in lines]
    return [row for row in cells if row[0] not in {"class", "state", "exit code", "message"}]


def first(section: str) -> list[str]:
    return [row[0].strip("`") for row in rows(section)]


def classes() -> dict[str, type[ReportedlyError]]:
    found = inspect.getmembers(errors, inspect.isclass)
    return {name: kind for name, kind in found if issubclass(kind, ReportedlyError)}


def test_every_class_is_described_with_its_exit_code() -> None:
    described = {row[0].strip("`"): int(row[1]) for row in rows("Kinds of errors")}
    assert described == {name: kind.exit_code for name, kind in classes().items()}


def test_every_state_of_a_report_is_described() -> None:
    assert first("States of a report") == [state.value for state in ReportState]


def test_every_state_of_a_decision_is_described() -> None:
    assert first("States of a decision") == [state.value for state in DecisionState]


def test_exit_codes_are_those_of_the_errors_and_of_findings() -> None:
    given = {kind.exit_code for kind in classes().values()}
    assert {int(code) for code in first("Exit codes")} == given | {0, 1}


def test_everything_that_is_not_fine_says_what_to_do() -> None:
    fine = {"0", "ReportedlyError", "read", "standing"}
    silent = [
        row[0]
        for section in SECTIONS
        for row in rows(section)
        if row[0].strip("`") not in fine and not row[-1]
    ]
    assert silent == []


def said() -> list[str]:
    """Every text of the source, with a mark where a value is put in."""
    texts = []
    for path in sorted((ROOT / "src/reportedly").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.append(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = (
                    part.value if isinstance(part, ast.Constant) else "…" for part in node.values
                )
                texts.append("".join(str(part) for part in parts))
    return texts


SAID = said()


@pytest.mark.parametrize("message", first("Messages"))
def test_every_message_is_one_that_the_program_gives(message: str) -> None:
    pieces = [re.escape(piece.strip(" ")) for piece in message.split("…") if piece.strip(" ")]
    pattern = re.compile(r".*".join(pieces), re.DOTALL)
    assert any(pattern.search(text) for text in SAID), message

"""The page on the stages names functions that there are, with the arguments they take."""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/explanation/stages.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\w+) \| (`.+?`) \| (?:per|over) ", PAGE, re.MULTILINE)
FUNCTIONS = [
    (stage, name, [word.strip() for word in arguments.split(",")])
    for stage, cell in ROWS
    for name, arguments in re.findall(r"`(\w+)\((.*?)\)`", cell)
]


@pytest.mark.parametrize(("stage", "name", "arguments"), FUNCTIONS)
def test_a_function_of_the_page_is_handed_on_by_its_stage_and_takes_what_the_page_says(
    stage: str, name: str, arguments: list[str]
) -> None:
    package = importlib.import_module(f"reportedly.{stage}")
    assert name in package.__all__
    taken = list(inspect.signature(getattr(package, name)).parameters)
    assert arguments in (taken[: len(arguments)], ["..."])


def test_the_stages_of_the_page_are_the_folders_in_their_order() -> None:
    named = list(dict.fromkeys(stage for stage, _, _ in FUNCTIONS))
    assert named == ["collect", "read", "trace", "resolve", "reconcile", "publish"]
    assert [stage for stage in named if not (ROOT / "src/reportedly" / stage).is_dir()] == []

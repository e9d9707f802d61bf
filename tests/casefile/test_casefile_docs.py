"""The page on the case folder says what is, and its recipes work as they stand."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.casefile import Case, settings_file
from reportedly.casefile.database import metadata
from reportedly.casefile.tables import TABLES
from reportedly.model.custody import CustodyAct
from tests.casefile.children import ROOT
from tests.casefile.samples import note

PAGE = (ROOT / "docs/reference/case-folder.md").read_text(encoding="utf-8")


def recipe(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", PAGE, flags=re.DOTALL)
    return str(found)


def ticked(line: str) -> list[str]:
    return re.findall(r"`([a-z_]+)`", line)


def test_every_table_is_described_with_its_columns() -> None:
    rows = {words[0]: words[1:] for words in map(ticked, PAGE.splitlines()) if words}
    for table in TABLES:
        assert rows[table.name] == [name for name, _ in table.columns]
    assert set(metadata.tables) <= set(ticked(PAGE))


def test_every_setting_is_described() -> None:
    keys = settings_file.TOP | settings_file.READING | settings_file.OUTLET | settings_file.PLACE
    assert keys <= {*ticked(PAGE), *re.findall(r"`\[\[([a-z]+)\]\]`", PAGE)}


def test_every_act_of_custody_is_described() -> None:
    assert {act.value for act in CustodyAct} <= set(ticked(PAGE))


def test_the_folder_holds_what_the_page_draws(full_case: Case) -> None:
    drawing = PAGE.split("```")[1]
    assert {path.name for path in full_case.path.iterdir()} == {
        name.strip("/").split("/")[0]
        for name in re.findall(r"^  (\S+)", drawing, flags=re.MULTILINE)
    }


@pytest.mark.parametrize("log", ["custody.jsonl", "decisions.jsonl"])
def test_the_recipe_for_logs_prints_the_head_and_finds_a_change(
    full_case: Case, tmp_path: Path, log: str
) -> None:
    full_case.decisions.append(note("The bridge, not the barges."))
    head = (full_case.custody if log.startswith("custody") else full_case.decisions).head()
    script = tmp_path / "check.py"
    script.write_text(recipe("python"))
    path = full_case.path / log
    command = [sys.executable, str(script), str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said.split() == [str(head.lines), head.hash]
    path.write_bytes(path.read_bytes().replace(b"Ilse", b"Inge"))
    changed = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "AssertionError: line 1" in changed.stderr


def test_the_recipe_for_originals_finds_a_change(full_case: Case) -> None:
    script = recipe("sh").replace("story/", f"{full_case.path}/")
    assert subprocess.run(["sh", "-c", script], capture_output=True, check=False).returncode == 0
    path = full_case.sealed.path(full_case.receipts()[0].sha256)
    path.chmod(0o644)
    path.write_bytes(b"changed")
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert path.name in done.stdout

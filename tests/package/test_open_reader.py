"""The reader that learned from openly licensed sets alone: beside the program, found by its name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
OPEN = ROOT / "open-reader/src"
TEXT = """Two people were hurt when a wall fell in Ordane, the fire service said.

"We heard a crash," Mayor Ina Holt told the Herald. She denied that the wall was unsafe.
"""


def reportedly(*words: str | Path, installed: bool) -> subprocess.CompletedProcess[str]:
    paths = [str(ROOT / "src"), *([str(OPEN)] if installed else [])]
    return subprocess.run(
        [sys.executable, "-m", "reportedly", *map(str, words)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        capture_output=True,
        text=True,
        check=False,
    )


def case(folder: Path) -> Path:
    story = folder / "story.txt"
    story.write_text(TEXT, encoding="utf-8")
    made = folder / "case"
    assert reportedly("new", made, installed=False).returncode == 0
    settings = made / "case.toml"
    written = settings.read_text(encoding="utf-8")
    settings.write_text(f'{written}\n[reading]\nmodel = "open"\n', encoding="utf-8")
    assert reportedly("add", made, story, installed=False).returncode == 0
    return made


def test_a_case_that_asks_for_it_is_read_by_it_where_it_is_installed(tmp_path: Path) -> None:
    made = case(tmp_path)
    without = reportedly("build", made, installed=False)
    assert without.returncode == 2
    assert "the openly licensed model is not installed" in without.stderr
    assert "pip install ./open-reader" in without.stderr
    assert reportedly("build", made, installed=True).returncode == 0
    ledger = json.loads((made / "site/ledger.json").read_bytes())
    names = [row["source"]["text"] for row in ledger["attributions"] if row["source"]]
    assert "Mayor Ina Holt" in names or "Ina Holt" in names


def test_doctor_says_whether_it_is_installed_and_works() -> None:
    assert json.loads(reportedly("doctor", "--json", installed=False).stdout)["open"] is None
    told = json.loads(reportedly("doctor", "--json", installed=True).stdout)
    assert told["checks"]["open reader"] is True
    assert "PolNeAR" not in {one["name"] for one in told["open"]["sets"]}
    assert any(one["name"].startswith("GUM") for one in told["open"]["sets"])

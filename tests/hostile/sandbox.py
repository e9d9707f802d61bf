"""Every bad file taken in, built and shown once, in a home, a temporary and a working folder of its own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tests.cases import Ended, command
from tests.hostile.bad_files import NAMES, RAW_NAME, WORDS, bad_files

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Said:
    """What the commands said, and what stood outside the case before them."""

    ended: dict[str, Ended]
    outside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """The sandbox after every command, and what the commands said."""

    sandbox: Path
    said: Said
    ledger: dict[str, list[Row]]

    @property
    def case(self) -> Path:
        """The case folder."""
        return self.sandbox / "case"

    def reports(self, name: str) -> list[Row]:
        """The reports that came out of the file of this name, members included."""
        return [
            row
            for row in self.ledger["reports"]
            if any(re.split("!/|#", given)[0] == name for given in names_of(row))
        ]


def names_of(row: Row) -> list[str]:
    """Every name a report came under."""
    names = row["names"]
    assert isinstance(names, list)
    return [str(name) for name in names]


def outside(sandbox: Path) -> tuple[str, ...]:
    """Everything in the sandbox that is not in the case."""
    found = (path.relative_to(sandbox) for path in sandbox.rglob("*"))
    names = (os.fsencode(path).decode("utf-8", "backslashreplace") for path in found)
    return tuple(sorted(name for name in names if name.split("/")[0] not in {"case", RECORD}))


RECORD = "said.json"


def make_sandbox(sandbox: Path) -> None:
    """Fill the sandbox, run every command in it, and keep what they said."""
    for name in ("home", "tmp", "work", "in"):
        (sandbox / name).mkdir()
    for file in bad_files(sandbox):
        (sandbox / "in" / file.name).write_bytes(file.data)
    for name, text in NAMES.items():
        (sandbox / "in" / name).write_text(text, encoding="utf-8")
    with open(os.fsencode(sandbox / "in") + b"/" + RAW_NAME, "wb") as raw:  # noqa: PTH123
        raw.write(f"{WORDS} Eight.".encode())
    before = outside(sandbox)
    said = Said(_said(sandbox, sandbox / "case"), before)
    (sandbox / RECORD).write_bytes(msgspec.json.encode(said))


def open_sandbox(sandbox: Path) -> Run:
    """What `make_sandbox` left."""
    said = msgspec.json.decode((sandbox / RECORD).read_bytes(), type=Said)
    ledger = json.loads((sandbox / "case" / "site" / "ledger.json").read_bytes())
    return Run(sandbox, said, ledger)


def _said(sandbox: Path, case: Path) -> dict[str, Ended]:
    ended = {
        "new": _alone(sandbox, "new", case),
        "add": _alone(sandbox, "add", case, sandbox / "in"),
        "build": _alone(sandbox, "build", case),
    }
    assert ended["build"].code == 0, ended["build"].err + ended["add"].err
    rows = json.loads((case / "site" / "ledger.json").read_bytes())["reports"]
    escapes = next(row["id"] for row in rows if "escapes.txt" in names_of(row))
    # In this process: a child costs a second each time, and only the words are looked at.
    return ended | {
        "verify": command("verify", case),
        "list": command("show", case, "report"),
        "report": _alone(sandbox, "show", case, "report", escapes),
        "json": command("show", case, "report", "--json"),
        "said": command("show", case, "attribution"),
        "why": command("why", case, escapes),
        "unknown": _alone(sandbox, "show", case, "report", "\x1b[31mno\u202esuch"),
        "nothing": command("add", case, "no\x1bsuch.txt"),
        "again": command("new", case),
        "csv": command("export", case, "--format", "csv"),
    }


def _alone(sandbox: Path, *words: str | Path) -> Ended:
    """Run the command line in a process whose home and temporary folder lie in the sandbox."""
    done = subprocess.run(
        [sys.executable, "-m", "reportedly", *(str(word) for word in words)],
        cwd=sandbox / "work",
        env={
            **os.environ,
            "HOME": str(sandbox / "home"),
            "TMPDIR": str(sandbox / "tmp"),
            "XDG_CACHE_HOME": str(sandbox / "home/.cache"),
            "COLUMNS": "200",
        },
        capture_output=True,
        timeout=300,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

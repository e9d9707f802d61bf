"""Somebody who follows a page of the docs: types its commands, and sees what it says.

How a page is read, as the tutorial tells its reader: ``[...]`` alone on a line stands for any
lines, within a line for any words; spaces do not matter, nor do empty lines and progress. An id
belongs to the line it is quoted on: where the program prints another id there, the commands below
are given that one. A command ends with exit code 0 unless ``echo $?`` follows it.
"""

from __future__ import annotations

import io
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.cli import main

DOCS = Path(__file__).parents[2] / "docs"
LEFT_OUT = "[...]"
ASK = "echo $?"
ID = re.compile(r"\b(?:qu|cl|at|en|mn|dc)-[0-9a-f]{16}\b")
PROGRESS = re.compile(r"(?:collect|read|trace|publish): \d+")


@dataclass(frozen=True, slots=True)
class Step:
    """One command of a page, and what the page says that it prints."""

    command: str
    quoted: tuple[str, ...]


def steps(page: str) -> Iterator[Step]:
    for block in re.findall(r"^ *```console\n(.*?)^ *```", page, re.DOTALL | re.MULTILINE):
        for part in re.split(r"^ *\$ ", block, flags=re.MULTILINE)[1:]:
            command, *quoted = part.splitlines()
            yield Step(command, tuple(line.strip() for line in quoted if line.strip()))


@dataclass
class Reader:
    """Somebody who follows a page in a terminal."""

    folder: Path
    ids: dict[str, str] = field(default_factory=dict)
    code: int = 0

    def follow(self, step: Step) -> None:
        command = ID.sub(lambda found: self.ids[found.group()], step.command)
        if command == ASK:
            assert step.quoted == (str(self.code),), f"{step.quoted} after exit code {self.code}"
            return
        printed = self.type(command)
        missing = self.compare(step.quoted, [line for line in printed if line.strip()])
        assert missing is None, (
            f"$ {command}\nprints no line {missing!r} there, but:\n" + "\n".join(printed)
        )

    def type(self, command: str) -> list[str]:
        words = shlex.split(command)
        if words[0] != "reportedly":
            done = subprocess.run(
                words, cwd=self.folder, capture_output=True, text=True, check=False
            )
            self.code = done.returncode
            return (done.stdout + done.stderr).splitlines()
        terminal = io.StringIO()
        before, self.code = sys.argv, 0
        sys.argv = words
        try:
            with redirect_stdout(terminal), redirect_stderr(terminal):
                main()
        except SystemExit as done:
            self.code = int(done.code or 0)
        finally:
            sys.argv = before
        lines = terminal.getvalue().splitlines()
        return [line for line in lines if not PROGRESS.fullmatch(line)]

    def compare(self, quoted: tuple[str, ...], printed: list[str]) -> str | None:
        """The first quoted line that is not where it should be; ids met on the way are kept."""
        place, anywhere = 0, False
        for line in quoted:
            if line.strip() == LEFT_OUT:
                anywhere = True
                continue
            last = len(printed) if anywhere else place + 1
            found = next((at for at in range(place, last) if self.fits(line, printed[at:])), None)
            if found is None:
                return line
            place, anywhere = found + 1, False
        return None if anywhere or place == len(printed) or not quoted else "(and no more)"

    def fits(self, quoted: str, printed: list[str]) -> bool:
        if not printed:
            return False
        wanted = " ".join(quoted.split())
        known = ID.findall(wanted)
        pattern = re.escape(wanted).replace(re.escape(LEFT_OUT), ".*")
        for id in known:
            pattern = pattern.replace(re.escape(id), self.ids.get(id, rf"({ID.pattern})"), 1)
        met = re.fullmatch(pattern.replace(r"\ ", r"\s*"), " ".join(printed[0].split()))
        if met is None:
            return False
        self.ids.update(zip([id for id in known if id not in self.ids], met.groups(), strict=True))
        return True

    def read(self, page: Path) -> None:
        """Follow a page from its first command to its last."""
        followed = [*steps(page.read_text(encoding="utf-8"))]
        assert followed, f"{page.name} has no command"
        for step, next_step in zip(followed, [*followed[1:], None], strict=True):
            self.follow(step)
            asked = step.command == ASK or (next_step is not None and next_step.command == ASK)
            assert asked or self.code == 0, f"{step.command} ended with {self.code}"

"""Start real processes for the tests that need a second one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def start(module: str, *words: str) -> subprocess.Popen[str]:
    """Start a module of this folder as a process of its own."""
    command = [sys.executable, "-m", f"tests.casefile.{module}", *words]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def child(module: str, *words: str) -> str:
    """Run a module of this folder to its end, and return what it printed."""
    with start(module, *words) as process:
        said, _ = process.communicate()
    assert process.returncode == 0
    return said

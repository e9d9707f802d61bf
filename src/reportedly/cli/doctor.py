"""`reportedly doctor`: what this machine has, and whether the program can work here."""

from __future__ import annotations

import platform
from importlib import metadata, resources

import typer

from reportedly import __version__
from reportedly.casefile.database import searches, sqlite_version
from reportedly.cli.options import AsJson
from reportedly.cli.screen import json_out, line
from reportedly.engine.limited import Killed, LimitedPool, ProcessLimits
from reportedly.engine.version import code_digest

HELP = "Say what is in use and whether it works here. Exit code 1 where something does not."

PACKAGES = ("lxml", "numpy", "pypdfium2", "sqlalchemy", "trafilatura", "typer")


def doctor(as_json: AsJson = False) -> None:
    """Say which versions are in use, and check what the program needs."""
    facts = {
        "reportedly": __version__,
        "reader": code_digest("read", "text", "model")[:16],
        "python": platform.python_version(),
        "platform": platform.platform(),
        "sqlite": sqlite_version(),
        **{name: metadata.version(name) for name in PACKAGES},
    }
    checks = {
        "full-text search": searches(),
        "gazetteer": resources.files("reportedly").joinpath("data/gazetteer.bin").is_file(),
        "demo story": resources.files("reportedly").joinpath("demo/key.toml").is_file(),
        "limited child process": _child(),
    }
    if as_json:
        json_out({"facts": facts, "checks": checks})
    else:
        for name, fact in facts.items():
            line(f"{name:<24}{fact}")
        for name, good in checks.items():
            line(f"{name:<24}{'works' if good else 'DOES NOT WORK'}")
        if not all(checks.values()):
            line("Reinstall the package; if that does not help, report what stands above.")
    if not all(checks.values()):
        raise typer.Exit(1)


def _child() -> bool:
    with LimitedPool(ProcessLimits(), 1) as pool:
        answer = pool.call(len, "four")
    return not isinstance(answer, Killed) and answer == len("four")

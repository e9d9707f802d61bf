"""`reportedly doctor`: what this machine has, and whether the program can work here."""

from __future__ import annotations

import platform
from importlib import metadata, resources
from pathlib import Path

import typer

from reportedly import __version__
from reportedly.build.readers import open_reader, reader_of
from reportedly.casefile.database import searches, sqlite_version
from reportedly.cli.options import AsJson
from reportedly.cli.screen import json_out, line
from reportedly.cli.trained import Trained, trained
from reportedly.engine.limited import Killed, LimitedPool, ProcessLimits
from reportedly.model.settings import Settings

HELP = "Say what is in use and whether it works here. Exit code 1 where something does not."

PACKAGES = ("lxml", "numpy", "pypdfium2", "sqlalchemy", "trafilatura", "typer")


def doctor(as_json: AsJson = False) -> None:
    """Say which versions are in use, and check what the program needs."""
    facts = {
        "reportedly": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "sqlite": sqlite_version(),
        **{name: metadata.version(name) for name in PACKAGES},
    }
    data = resources.files("reportedly").joinpath("data")
    model = trained(data.joinpath("reader"))
    beside = open_reader()
    licensed = trained(beside, data.joinpath("reader")) if beside else None
    checks = {
        "full-text search": searches(),
        "gazetteer": data.joinpath("gazetteer.bin").is_file(),
        "demo story": resources.files("reportedly").joinpath("demo/key.toml").is_file(),
        "limited child process": _child(),
        "trained reader": model is not None and model.works,
    }
    if beside:
        checks["open reader"] = licensed is not None and licensed.works
    if as_json:
        json_out({"facts": facts, "checks": checks, "model": model, "open": licensed})
    else:
        for name, fact in (facts | told(model) | told_open(licensed)).items():
            line(f"{name:<24}{fact}")
        for name, good in checks.items():
            line(f"{name:<24}{'works' if good else 'DOES NOT WORK'}")
        if not all(checks.values()):
            line("Reinstall the package; if that does not help, report what stands above.")
    if not all(checks.values()):
        raise typer.Exit(1)


def told(model: Trained | None) -> dict[str, str]:
    """What there is to say of the trained reader, with its training sets by number."""
    if model is None:
        return {"model": "none: the package lacks its trained reader"}
    return {
        "reader": reader_of(Settings(""), Path()).digest[:16],
        "model": model.digest[:16],
        "model size": f"{model.bytes / 1e6:.1f} MB",
        "licence of the weights": model.licence,
        **{
            f"trained on {number}": f"{one.name}: {one.teaches}; licence: {one.licence}"
            for number, one in enumerate(model.sets, 1)
        },
    }


def told_open(model: Trained | None) -> dict[str, str]:
    """What there is to say of the reader that learned from openly licensed sets alone."""
    if model is None:
        return {"open model": "not installed"}
    return {"open model": f"{model.digest[:16]}, {model.licence}"}


def _child() -> bool:
    with LimitedPool(ProcessLimits(), 1) as pool:
        answer = pool.call(len, "four")
    return not isinstance(answer, Killed) and answer == len("four")

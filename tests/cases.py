"""Small real cases for tests: the demo story, a few of its files, or texts of the test's own."""

from __future__ import annotations

import fcntl
import inspect
import io
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from reportedly.build import build
from reportedly.build.readers import Reader
from reportedly.casefile import Case
from reportedly.casefile.receive import receive
from reportedly.cli import main
from reportedly.model.ledger import Ledger
from reportedly.model.report import NOTHING_GIVEN, Given

AT = "2031-06-01T12:00:00Z"
"""The moment every test case is made and fed at: no test looks at a clock."""

BY = "tester"


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Let one process at a time through."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def made_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """What ``make`` makes of a folder, made by whichever of the worker processes comes first.

    The folder's name is ``folder``'s with that of the tests it is for, so that two may choose one.
    """
    folder = folder.with_name(f"{Path(inspect.getfile(make)).parent.name}-{folder.name}")
    with _alone(folder.with_name(f"{folder.name}.lock")):
        if not folder.exists():
            rough = folder.with_name(f"{folder.name}.rough")
            shutil.rmtree(rough, ignore_errors=True)
            rough.mkdir()
            make(rough)
            rough.rename(folder)
    return folder


def demo_files() -> Path:
    """The folder of the packaged demo story."""
    return Path(str(resources.files("reportedly").joinpath("demo")))


def make_demo(folder: Path) -> None:
    """What `reportedly demo` makes, under a fixed clock: `folder/story` and `folder/case`, built."""
    packed = demo_files()
    shutil.copytree(packed / "story", folder / "story")
    manifest = Path(shutil.copy(packed / "reports.csv", folder / "reports.csv"))
    settings = (packed / "case.toml").read_bytes()
    case = Case.create(folder / "case", title="", at=AT, by=BY, settings=settings)
    with case.lock():
        receive(case, [], NOTHING_GIVEN, manifest=manifest, by=BY, at=AT)
        build(case)


def new_case(folder: Path, title: str = "A small case") -> Case:
    """An empty case."""
    return Case.create(folder, title=title, at=AT, by=BY)


def take_in(case: Case, paths: Iterable[Path], given: Given = NOTHING_GIVEN, at: str = AT) -> None:
    """Receive files into a case."""
    with case.lock():
        receive(case, list(paths), given, by=BY, at=at)


def built(case: Case, workers: int = 1, reader: Reader | None = None) -> Ledger:
    """The ledger after a build."""
    with case.lock():
        return build(case, workers=workers, reader=reader)


def written_ledger(case: Case) -> bytes:
    """The canonical ledger as the last build wrote it."""
    return (case.path / "site" / "ledger.json").read_bytes()


def site(case: Case) -> dict[str, bytes]:
    """Every file of the site, by its path."""
    root = case.path / "site"
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def write_files(folder: Path, texts: Mapping[str, str | bytes]) -> list[Path]:
    """Write texts under their names, and name the files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in texts.items():
        path = folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        paths.append(path)
    return paths


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


def reportedly(*words: str | Path, cwd: Path | None = None, timeout: float = 300) -> Ended:
    """Run the command line as a person would, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "reportedly", *(str(word) for word in words)],
        cwd=cwd,
        capture_output=True,
        timeout=timeout,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def command(*words: str | Path) -> Ended:
    """Run the command line in this process: a child for each of many commands would take minutes."""
    out, err = io.StringIO(), io.StringIO()
    before, code = sys.argv, 0
    sys.argv = ["reportedly", *(str(word) for word in words)]
    try:
        with redirect_stdout(out), redirect_stderr(err):
            main()
    except SystemExit as done:
        code = int(done.code or 0)
    finally:
        sys.argv = before
    return Ended(code, out.getvalue(), err.getvalue())

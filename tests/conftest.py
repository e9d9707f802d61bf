"""What every test may ask for: the corpora, the demo case built once, golden files, steady chance."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

CORPORA = "REPORTEDLY_CORPORA"
"""The one setting that says where the corpora are: the folder that holds `stories` and `data`."""

IN_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}

# A test that is slow on a busy machine is not wrong, and CI must fail for a reason it can repeat.
settings.register_profile(
    "reportedly",
    deadline=None,
    derandomize=IN_CI,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("reportedly")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one option of this suite."""
    parser.addoption(
        "--golden-update",
        action="store_true",
        help="rewrite the golden files from what the program gives now; review the diff",
    )


def _corpora() -> Path | None:
    named = os.environ.get(CORPORA, "")
    return Path(named) if named and (Path(named) / "stories").is_dir() else None


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out what needs the corpora where they are not; in CI their absence is a failure.

    Every test is skipped from this one line, so that the summary folds them into one.
    """
    if item.get_closest_marker("corpora") is None or _corpora() is not None:
        return
    named = os.environ.get(CORPORA)
    why = f"{CORPORA}={named} holds no folder `stories`" if named else f"{CORPORA} is not set"
    if IN_CI:
        pytest.fail(f"CI must test on the corpora, and {why}", pytrace=False)
    pytest.skip(f"left out: it reads the corpora, and {why}")


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of the corpora; the test must carry the mark `corpora`."""
    found = _corpora()
    assert found is not None, "mark the test with @pytest.mark.corpora"
    return found


SUMMARY = "summary"


@pytest.fixture
def summary(record_property: Callable[[str, object], None]) -> Callable[[str, str], None]:
    """Print figures at the end of the run, under a title; they come through worker processes too.

    Only what stands before the first empty line is printed on a quiet run (`-q`).
    """

    def tell(title: str, text: str) -> None:
        record_property(SUMMARY, (title, text))

    return tell


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests had to tell about how good the program is."""
    brief = terminalreporter.config.get_verbosity() < 0
    for outcome in ("passed", "failed"):
        for report in terminalreporter.stats.get(outcome, []):
            for name, told in getattr(report, "user_properties", []):
                if name == SUMMARY:
                    title, text = told
                    terminalreporter.section(title)
                    terminalreporter.write_line(text.partition("\n\n")[0] if brief else text)


Golden = Callable[[Path, str], None]
"""Compare a text with the golden file at a path, or rewrite it under ``--golden-update``."""


@pytest.fixture
def golden_update(request: pytest.FixtureRequest) -> bool:
    """Whether this run rewrites the golden files."""
    return bool(request.config.getoption("--golden-update"))


@pytest.fixture
def golden(golden_update: bool) -> Golden:
    """Hold a text against a golden file."""

    def check(path: Path, text: str) -> None:
        if golden_update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            return
        assert path.exists(), f"{path.name} is missing: run `make golden`, then review it"
        assert text == path.read_text(encoding="utf-8"), "run `make golden`, then review the diff"

    return check


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all worker processes of this run share, and no other run."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def demo_case(run_folder: Path) -> Path:
    """The demo case as `reportedly demo` makes it, built once for all tests: read it, never write.

    A test that changes the case takes a copy (`shutil.copytree`).
    """
    from tests.cases import made_once, make_demo

    return made_once(run_folder / "demo", make_demo) / "case"

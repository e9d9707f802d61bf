"""Cases for the tests of the case on disk: small, made by hand, fictional."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.casefile import Case
from reportedly.casefile.receive import receive
from reportedly.model.report import NOTHING_GIVEN
from tests.casefile.samples import AT, BY, SALT, pages, render, small_ledger


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with three accounts in it, one in a folder of its own."""
    folder = tmp_path / "inbox"
    (folder / "saved").mkdir(parents=True)
    (folder / "herald.txt").write_bytes(b"The mayor said that the bridge is closed.\n")
    (folder / "wire.txt").write_bytes(b"Two barges have sunk, the harbour office said.\n")
    (folder / "saved" / "channel.html").write_bytes(b"<p>Nobody sank anything.</p>")
    return folder


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """An empty case."""
    return Case.create(tmp_path / "case", "The barges", at=AT, by=BY, salt=SALT)


@pytest.fixture
def full_case(case: Case, inbox: Path) -> Case:
    """A case with three originals, a note, a ledger and a site."""
    receive(case, [inbox], NOTHING_GIVEN, by=BY, at=AT)
    ledger = small_ledger()
    case.commit(ledger, pages(ledger), render)
    return case

"""Making and opening a case, and what a person is told when that fails."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

import pytest

from reportedly.casefile import Case
from reportedly.casefile.database import searches, sqlite_version
from reportedly.casefile.disk import trouble
from reportedly.errors import CaseError, ReportedlyError, UsageError
from reportedly.model.custody import CustodyAct
from tests.casefile.samples import AT, BY, SALT, pages, render, small_ledger


def test_a_new_case_holds_what_the_design_says(case: Case) -> None:
    assert sorted(path.name for path in case.path.iterdir()) == [
        "case.toml",
        "custody.jsonl",
        "decisions.jsonl",
        "originals",
        "readings",
    ]
    (line,) = case.custody.all()
    assert (line.act, line.at, line.by) == (CustodyAct.CREATED, AT, BY)
    assert Case.open(case.path).settings.title == "The barges"


def test_a_new_case_is_closed_to_other_users(case: Case) -> None:
    assert stat.S_IMODE(case.path.stat().st_mode) == 0o700


def test_settings_can_be_brought_along(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "case", "", at=AT, by=BY, settings=b'title = "Theirs"\n')
    assert case.settings.title == "Theirs"
    assert (case.path / "case.toml").read_bytes() == b'title = "Theirs"\n'


def test_a_case_is_not_made_over_something(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a").touch()
    (tmp_path / "file").touch()
    for name, says in (("full", "not empty"), ("file", "no folder")):
        with pytest.raises(CaseError, match=says):
            Case.create(tmp_path / name, "x", at=AT, by=BY)


def test_wrong_settings_make_no_case(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        Case.create(tmp_path / "case", "", at=AT, by=BY)
    assert not (tmp_path / "case").exists()


def test_a_folder_that_is_no_case_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing"):
        with pytest.raises(CaseError, match="not a case") as caught:
            Case.open(path)
        assert "reportedly new" in caught.value.remedy


@pytest.mark.parametrize("name", ["site", "originals", "ledger.sqlite-journal", "exports"])
def test_a_case_that_reaches_elsewhere_through_a_link_is_refused(
    case: Case, tmp_path: Path, name: str
) -> None:
    (tmp_path / "elsewhere").mkdir()
    path = case.path / name
    if path.exists():
        path.rmdir()
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CaseError, match="no links"):
        Case.open(case.path)


def test_a_link_inside_the_site_is_not_written_through(full_case: Case, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    report = full_case.path / "site" / "report"
    for page in report.iterdir():
        page.unlink()
    report.rmdir()
    report.symlink_to(outside)
    ledger = small_ledger()
    with pytest.raises(CaseError, match="a link"):
        full_case.commit(ledger, pages(ledger), render)
    assert list(outside.iterdir()) == []


def test_the_salt_lasts_and_is_another_in_another_case(case: Case, tmp_path: Path) -> None:
    others = [Case.create(tmp_path / name, "x", at=AT, by=BY) for name in ("one", "two")]
    case.record(CustodyAct.READ, at=AT, by=BY)
    assert case.salt == Case.open(case.path).salt
    assert SALT not in case.salt
    assert len({case.salt, *(other.salt for other in others)}) == 3


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EROFS, "does not allow"),
        (errno.EACCES, "does not allow"),
        (errno.ENOENT, "not there"),
        (errno.ELOOP, "a link"),
        (errno.EIO, "operating system says"),
    ],
)
def test_what_the_disk_refuses_is_said_in_words(number: int, says: str) -> None:
    error = trouble(OSError(number, "message"), "case/ledger.sqlite")
    assert isinstance(error, ReportedlyError)
    assert says in error.what
    assert error.where == "case/ledger.sqlite"
    assert error.remedy


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CaseError, match="operating system says"):
        Case.create(tmp_path / "file" / "case", "x", at=AT, by=BY)


def test_the_database_says_what_it_is() -> None:
    assert searches()
    assert sqlite_version().startswith("3.")

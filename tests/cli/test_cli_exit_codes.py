"""Exit codes 0, 1, 2 and 3 as they are met in real work."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cases import Ended, command, reportedly, write_files
from tests.cli.small_case import POST, find, fine


def broken(path: Path) -> None:
    """Flip one bit in the middle of a file."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.chmod(0o644)
    path.write_bytes(bytes(data))


def original(case: Path) -> Path:
    return next(path for path in sorted((case / "originals").rglob("*")) if path.is_file())


# --- 0: fine ----------------------------------------------------------------------------------


def test_a_case_from_nothing_to_an_export_is_fine_all_the_way(tmp_path: Path) -> None:
    (file,) = write_files(tmp_path / "in", {"post.txt": POST})
    case = tmp_path / "a case"
    fine("new", case, "--title", "The ferry")
    fine("add", case, file, "--outlet", "Osk Evening Post", "--published", "2031-05-22")
    assert "already here" in fine("add", case, file.parent).out
    assert "The ferry" in fine("build", case, "--workers", "1").out
    fine("show", case)
    fine("why", case, find(case, "question", "How old is Marit Holm"))
    fine("export", case, "--format", "csv", "--to", tmp_path / "tables")
    assert "all as written" in fine("verify", case).out
    assert case.stat().st_mode & 0o077 == 0, "others on the machine can read the case"


def test_a_reader_that_stops_reading_is_no_error(small_case: Path) -> None:
    line = f'{sys.executable} -m reportedly show "$CASE" claim | head -1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(
        ["bash", "-c", line],
        env={**os.environ, "CASE": str(small_case)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.splitlines()[-1], done.stderr) == ("0", "")


# --- 1: findings ------------------------------------------------------------------------------


def test_a_ledger_that_is_out_of_date_is_a_finding(case: Path, tmp_path: Path) -> None:
    (file,) = write_files(tmp_path / "in", {"late.txt": "Late news\n\nNobody was hurt, she said."})
    fine("add", case, file)
    ended = command("verify", case)
    assert (ended.code, "out of date" in ended.out) == (1, True), ended.out


def test_a_deleted_ledger_is_a_finding_and_a_build_brings_it_back(case: Path) -> None:
    before = (case / "site/ledger.json").read_bytes()
    (case / "ledger.sqlite").unlink()
    shutil.rmtree(case / "site")
    assert command("verify", case).code == 1
    fine("build", case, "--workers", "1")
    assert command("verify", case).code == 0
    assert (case / "site/ledger.json").read_bytes() == before


# --- 2: usage ---------------------------------------------------------------------------------


def touched(case: Path) -> list[tuple[Path, int]]:
    """When each file was last written, but for the lock, which says only who writes."""
    files = (path for path in sorted(case.rglob("*")) if path.name != ".lock")
    return [(path, path.stat().st_mtime_ns) for path in files]


@pytest.mark.parametrize(
    "words",
    [
        ("sow", "CASE"),
        ("show",),
        ("show", "CASE", "rumour"),
        ("show", "CASE", "question", "qu-zz"),
        ("why", "CASE", "x"),
        ("why", "CASE", ""),
        ("build", "CASE", "--workers", "0"),
        ("build", "CASE", "--frobnicate"),
        ("export", "CASE"),
        ("export", "CASE", "--format", "pdf"),
        ("add", "CASE"),
        ("add", "CASE", "nowhere.txt"),
        ("add", "CASE", "--published", "yesterday", "CASE/case.toml"),
        ("add", "CASE", "CASE/case.toml"),
        ("decide", "CASE", "bless", "cl-1"),
        ("decide", "CASE", "accept"),
        ("decide", "CASE", "undo", "dc-1"),
        ("decide", "CASE", "accept", "x", "--why"),
        ("new", "CASE"),
        ("demo", "CASE"),
        ("verify", "nowhere"),
        ("build", "CASE/originals"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_as_asked_is_usage_and_changes_nothing(
    small_case: Path, words: tuple[str, ...]
) -> None:
    before = touched(small_case)
    ended = command(*(word.replace("CASE", str(small_case)) for word in words))
    assert ended.code == 2, ended.out + ended.err
    assert (ended.out, "Traceback" in ended.err) == ("", False)
    assert len(ended.err.strip().splitlines()) >= 2, "an error says what to do"
    assert touched(small_case) == before


def test_the_demo_never_replaces_a_folder_that_holds_more_than_a_demo(tmp_path: Path) -> None:
    write_files(tmp_path / "work/story", {"notes.txt": "mine"})
    write_files(tmp_path / "work/case", {"case.toml": 'title = "mine"'})
    write_files(tmp_path / "work", {"reports.csv": "path", "draft.txt": "mine"})
    before = sorted(tmp_path.rglob("*"))
    assert command("demo", tmp_path / "work", "--again").code == 2
    (tmp_path / "link").symlink_to(tmp_path / "work")
    assert command("demo", tmp_path / "link", "--again").code == 2
    assert sorted(tmp_path.rglob("*")) == sorted([*before, tmp_path / "link"])


def test_two_commands_do_not_write_one_case_at_once(case: Path) -> None:
    from reportedly.casefile import Case

    with Case.open(case).lock():
        ended = reportedly("build", case)
    assert (ended.code, "is writing this case" in ended.err) == (2, True), ended.err


def test_a_ledger_that_does_not_know_a_decision_yet_does_not_leave(
    case: Path, tmp_path: Path
) -> None:
    fine("decide", case, "--no-build", "protect", "Marit Holm")
    ended = command("export", case, "--format", "json", "--to", tmp_path / "out")
    assert (ended.code, "out of date" in ended.err) == (2, True), ended.err
    assert not (tmp_path / "out").exists()
    fine("build", case, "--workers", "1")
    fine("export", case, "--format", "json", "--to", tmp_path / "out")
    assert "Holm" not in (tmp_path / "out/ledger.json").read_text(encoding="utf-8")


# --- 3: integrity -----------------------------------------------------------------------------

DAMAGE: dict[str, Callable[[Path], Path]] = {
    "an original": original,
    "the custody log": lambda case: case / "custody.jsonl",
    "a page": lambda case: case / "site/index.html",
    "the canonical ledger": lambda case: case / "site/ledger.json",
}


@pytest.mark.parametrize("what", DAMAGE)
def test_one_flipped_bit_is_named_with_its_file(case: Path, what: str) -> None:
    place = DAMAGE[what](case)
    broken(place)
    ended = command("verify", case)
    assert ended.code == 3, ended.out
    named = [line for line in ended.out.splitlines() if line.startswith("damage:")]
    assert any(place.name in line for line in named), ended.out
    assert sum(line.startswith("  do: ") for line in ended.out.splitlines()) >= len(named)
    problems = json.loads(command("verify", case, "--json").out)["problems"]
    assert {row["severity"] for row in problems} >= {"damage"}


def test_a_build_stops_at_a_changed_original(case: Path) -> None:
    broken(original(case))
    (case / "ledger.sqlite").unlink()
    ended = command("build", case, "--workers", "1")
    assert (ended.code, "bytes do not give its name" in ended.err) == (3, True), ended.err
    assert not (case / "ledger.sqlite").exists()


def test_a_pseudonym_that_gives_the_name_away_is_refused_and_nothing_is_written(
    case: Path,
) -> None:
    kept = [case / "site/ledger.json", case / "decisions.jsonl"]
    before = [path.read_bytes() for path in kept]
    ended = command("decide", case, "protect", "Marit Holm", "--as", "M. Holm")
    assert (ended.code, "would have left the case" in ended.err) == (2, True), ended.err
    assert [path.read_bytes() for path in kept] == before
    assert command("verify", case).code == 0


def kinds(ended: Ended) -> list[str]:
    return [line.split(":")[0] for line in ended.err.splitlines()]


def test_every_error_says_what_happened_where_and_what_to_do(
    small_case: Path, tmp_path: Path
) -> None:
    (bad,) = write_files(tmp_path, {"reports.csv": "path,date\npost.txt,2031\n"})
    ended = command("add", small_case, "--manifest", bad)
    assert kinds(ended) == ["reportedly", "  where", "  do"]
    assert "unknown column 'date'" in ended.err
    assert f"{bad}:1" in ended.err

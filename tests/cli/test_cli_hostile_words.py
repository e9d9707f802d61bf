"""No word of a source, a file name or a command steers the terminal; programs get sound JSON."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.model.report import Given
from tests.cases import Ended, built, command, made_once, new_case, take_in, write_files
from tests.cli.small_case import POST, TRIBUNE, find, fine, rows

ESC, BEL, RLO, ZWSP, CSI, ISO = "\x1b", "\x07", "\u202e", "\u200b", "\x9b", "\u2067"
EVIL = f"{ESC}]0;owned{BEL}{RLO}{CSI}31m{ZWSP}{ISO}"
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
KINDS = ("question", "report", "entity", "attribution", "claim", "origin", "derivation", "decision")


def make_hostile(folder: Path) -> None:
    """A case in which everything a stranger may write holds what steers a terminal."""
    texts: dict[str, str | bytes] = {
        f"po{EVIL}st.txt": POST.replace("Marit Holm", f"Marit{EVIL} Holm{EVIL}"),
        "tribune.txt": TRIBUNE.replace("planting", f"{EVIL}planting").replace("Brandt", f"B{RLO}r"),
        f"{RLO}gnp.html": f"<title>{EVIL}</title><p>{EVIL}</p>",
        f"bin{BEL}.pdf": b"%PDF-1.4 \x1b[2J broken",
    }
    post, *rest = write_files(folder / "files", texts)
    case = new_case(folder / "case", f"The{EVIL} ferry")
    take_in(case, [post], Given(outlet=f"Osk{EVIL} Post", author=EVIL, url=EVIL, note=EVIL))
    take_in(case, rest)
    built(case)


@pytest.fixture(scope="module")
def hostile(run_folder: Path) -> Path:
    return made_once(run_folder / "hostile", make_hostile) / "case"


def sound(ended: Ended) -> Ended:
    """What was printed, after it was found to hold nothing raw."""
    for printed in (ended.out, ended.err):
        found = RAW.search(printed)
        assert found is None, f"{found!r} in {printed[max(0, found.start() - 80) :][:160]!r}"
    return ended


def test_nothing_that_is_shown_of_a_hostile_case_steers_the_terminal(hostile: Path) -> None:
    sound(fine("show", hostile))
    for kind in KINDS:
        sound(fine("show", hostile, kind))
        for row in rows(hostile, kind)[:6]:
            sound(fine("show", hostile, kind, str(row.get("id"))))
    sound(command("verify", hostile))


def test_nothing_on_a_walk_back_steers_the_terminal(hostile: Path) -> None:
    walked = [sound(fine("why", hostile, row)).out for row in walkable(hostile)]
    assert any("owned" in said for said in walked), "the hostile words must be met at all"


def walkable(case: Path) -> list[str]:
    kinds = ("question", "report", "entity", "attribution", "claim")
    return [str(row["id"]) for kind in kinds for row in rows(case, kind)][:40]


@pytest.mark.parametrize("kind", ["", *KINDS])
def test_what_programs_get_parses_and_is_as_safe_as_what_people_get(
    hostile: Path, kind: str
) -> None:
    printed = sound(fine("show", hostile, *([kind] if kind else []), "--json")).out
    assert json.loads(printed) is not None


def test_every_command_that_takes_json_prints_json_and_nothing_else(
    hostile: Path, tmp_path: Path
) -> None:
    fresh = new_case(tmp_path / "case").path
    (file,) = write_files(tmp_path / "in", {f"a{EVIL}.txt": POST})
    taken = json.loads(sound(fine("add", fresh, file, "--note", EVIL, "--json")).out)
    names = [row["name"] for row in taken["receipts"]]
    assert names == [file.name], "JSON keeps the very name"
    counts = json.loads(sound(fine("build", fresh, "--workers", "1", "--json")).out)
    assert sum(counts["states"].values()) == counts["reports"] == 1
    assert json.loads(sound(fine("verify", fresh, "--json")).out)["problems"] == []
    walked = json.loads(
        sound(fine("why", fresh, find(fresh, "report", "Ferry sinks"), "--json")).out
    )
    assert walked
    assert json.loads(sound(fine("doctor", "--json")).out)["checks"]


def test_taking_in_hostile_names_and_building_says_nothing_raw(tmp_path: Path) -> None:
    files = write_files(tmp_path / "in", {f"a{EVIL}.txt": POST, f".{EVIL}": "hidden"})
    (tmp_path / "in" / f"link{EVIL}").symlink_to(files[0])
    case = tmp_path / f"case{ESC}[1m{RLO}"
    sound(fine("new", case, "--title", f"x{EVIL}", "--by", EVIL))
    ended = sound(fine("add", case, tmp_path / "in", "--by", EVIL))
    assert "left alone" in ended.err
    sound(fine("build", case, "--workers", "1", "--by", EVIL))
    sound(fine("export", case, "--format", "json", "--to", tmp_path / f"out{BEL}"))
    sound(fine("verify", case))


def test_a_decision_in_hostile_words_is_shown_made_safe(hostile: Path, tmp_path: Path) -> None:
    case = Path(shutil.copytree(hostile, tmp_path / "case"))
    question = find(case, "question", "Lena B")
    sound(fine("decide", case, "--by", EVIL, "--why", EVIL, "note", question, f"ask {EVIL}"))
    sound(fine("decide", case, "rename", question, f"How many{EVIL}?"))
    sound(fine("decide", case, "protect", f"Marit{EVIL} Holm", "--as", "Witness 1"))
    for kind in ("decision", "question"):
        sound(fine("show", case, kind))
    sound(fine("why", case, question))


@pytest.mark.parametrize(
    "words",
    [
        (f"sow{EVIL}",),
        ("show", "CASE", f"rumour{EVIL}"),
        ("show", "CASE", "question", f"qu{EVIL}"),
        ("why", "CASE", EVIL),
        ("verify", f"no{EVIL}where"),
        ("add", "CASE", f"no{EVIL}where"),
        ("add", "CASE", "CASE/case.toml", "--published", EVIL),
        ("add", "CASE", "--manifest", f"no{EVIL}.csv"),
        ("build", "CASE", f"--x{ESC}[1m{BEL}"),
        ("build", "CASE", "--workers", EVIL),
        ("export", "CASE", "--format", EVIL),
        ("decide", "CASE", f"bless{EVIL}"),
        ("decide", "CASE", "accept", EVIL),
        ("decide", "CASE", "grade", "qu-", EVIL),
    ],
    ids=lambda words: " ".join(words[:1]),
)
def test_an_error_that_quotes_hostile_words_quotes_them_made_safe(
    hostile: Path, words: tuple[str, ...]
) -> None:
    ended = sound(command(*(word.replace("CASE", str(hostile)) for word in words)))
    assert ended.code == 2, ended.out + ended.err


def test_a_terminal_that_knows_ascii_only_gets_numbers_for_letters(hostile: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reportedly", "show", str(hostile), "report"],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\\u27e8U+202E" in done.stdout


def test_names_that_are_no_unicode_are_shown_by_their_bytes(tmp_path: Path) -> None:
    name = os.fsdecode(b"a\xff.txt")
    (file,) = write_files(tmp_path / "in", {name: POST})
    case = tmp_path / "case"
    sound(fine("new", case, "--by", os.fsdecode(b"i\xffda")))
    assert "a\\xff.txt" in sound(fine("add", case, file)).out
    sound(fine("build", case, "--workers", "1"))
    sound(fine("show", case, "report"))
    assert sound(command("show", case, "report", os.fsdecode(b"\xff"))).code == 2


def test_a_hostile_manifest_is_quoted_made_safe(hostile: Path, tmp_path: Path) -> None:
    for number, text in enumerate(
        (f"path,{EVIL}\n", f"path\n{EVIL}.txt\n", f"path,note\n../{BEL}\n")
    ):
        (bad,) = write_files(tmp_path, {f"m{number}.csv": text})
        assert sound(command("add", hostile, "--manifest", bad)).code == 2


def test_a_hostile_setting_is_quoted_made_safe(hostile: Path, tmp_path: Path) -> None:
    case = new_case(tmp_path / "case").path
    for line in (
        f'"{RLO}key" = 1',
        'time_zone = "\\u001b[1m"',
        f"x{BEL}",
        'languages = ["\\u202e"]',
    ):
        (case / "case.toml").write_text(f'title = "t"\n{line}\n', encoding="utf-8")
        assert sound(command("show", case)).code == 2, line

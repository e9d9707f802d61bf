"""An index of many documents: its order, its parts, its processes and its accidents change nothing."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from reportedly.engine.corpus.index import Corpus
from tests.trace.test_trace_corpus import prose

Row = tuple[str, str, int, int, int, int, int]

_RUN = """
import sys
from pathlib import Path
from reportedly.engine.corpus import tables
from reportedly.engine.corpus.index import Corpus
tables.PIECE = 60_000
if __name__ == "__main__":
    Corpus(Path(sys.argv[1]), int(sys.argv[2])).add([Path(sys.argv[3])])
"""


def documents(size: int) -> list[bytes]:
    """Families of texts with bylines, an outlet with a footer, and twins in two outlets."""
    rows: list[bytes] = []
    footer = prose(9_999_999, 30)
    for number in range(size):
        family = number // 3 if number % 7 else number
        words = prose(family, 150).split()
        start = number * 37 % 60
        text = f"{prose(1_000_000 + number, 6)}\n\n{' '.join(words[start : start + 80])}"
        if number % 5 == 0:
            text = f"{text}\n\n{footer}"
        outlet = "footed" if number % 5 == 0 else f"outlet {number % 11}"
        rows.append(json.dumps({"id": f"d{number}", "outlet": outlet, "text": text}).encode())
    rows += [
        json.dumps({"id": f"t{n}", "outlet": f"o{n}", "text": json.loads(rows[0])["text"]}).encode()
        for n in range(3)
    ]
    # Common words of a whole language, as it were: in more texts than the cap.
    phrase = prose(8_888_888, 40)
    rows += [
        json.dumps({"id": f"p{n}", "text": f"{prose(2_000_000 + n, 20)} {phrase}"}).encode()
        for n in range(160)
    ]
    return rows


def write(path: Path, rows: list[bytes]) -> Path:
    path.write_bytes(b"\n".join(rows) + b"\n")
    return path


def shared(corpus: Corpus) -> list[Row]:
    """Every passage with the documents' ids, for documents that have no twin."""
    ids = corpus.ids()
    found = corpus.passages()
    columns = [column.tolist() for column in found.columns().values()]
    names = {"t0": "d0", "t1": "d0", "t2": "d0"}
    rows = zip(*columns, strict=True)
    return sorted(
        (names.get(ids[a], ids[a]), names.get(ids[b], ids[b]), *rest) for a, b, *rest in rows
    )


def together(corpus: Corpus) -> set[frozenset[str]]:
    """The families, as sets of ids."""
    members: dict[int, set[str]] = {}
    for name, family in zip(corpus.ids(), corpus.families().tolist(), strict=True):
        members.setdefault(family, set()).add(name)
    return {frozenset(names) for names in members.values()}


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def built(folder: Path, *files: Path) -> Corpus:
    corpus = Corpus(folder)
    for file in files:
        corpus.add([file])
    return corpus


@pytest.mark.parametrize("cut", [3, 150, 320])
def test_what_comes_later_or_in_another_order_gives_the_same_passages(
    tmp_path: Path, cut: int
) -> None:
    rows = documents(200)
    whole = built(tmp_path / "whole", write(tmp_path / "whole.jsonl", rows))
    rows = [rows[place] for place in np.random.default_rng(cut).permutation(len(rows))]
    parts = [
        write(tmp_path / f"{number}.jsonl", part)
        for number, part in enumerate((rows[:cut], rows[cut : cut + 5], rows[cut + 5 :]))
        if part
    ]
    pieces = built(tmp_path / "pieces", *parts)
    assert len(shared(whole)) > 200
    assert shared(pieces) == shared(whole)
    assert together(pieces) == together(whole)


def test_a_run_that_is_killed_and_started_again_leaves_the_same_bytes(tmp_path: Path) -> None:
    source = write(tmp_path / "documents.jsonl", documents(200))

    def start(folder: str, workers: int) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", _RUN, str(tmp_path / folder), str(workers), str(source)]
        return subprocess.Popen(command)

    assert start("unharmed", 1).wait() == 0
    running = start("killed", 1)
    while running.poll() is None and not (tmp_path / "killed/work/part/postings-20").exists():
        time.sleep(0.001)
    running.send_signal(signal.SIGKILL)
    assert running.wait() == -signal.SIGKILL
    assert start("killed", 1).wait() == 0
    assert files_in(tmp_path / "killed") == files_in(tmp_path / "unharmed")


def test_two_processes_leave_the_bytes_that_one_leaves(tmp_path: Path) -> None:
    source = write(tmp_path / "documents.jsonl", documents(200))
    for workers in (1, 2):
        command = [
            sys.executable,
            "-c",
            _RUN,
            str(tmp_path / str(workers)),
            str(workers),
            str(source),
        ]
        subprocess.run(command, check=True)
    assert files_in(tmp_path / "1") == files_in(tmp_path / "2")


def test_an_empty_file_and_texts_without_words_make_an_empty_index(tmp_path: Path) -> None:
    rows = [
        json.dumps({"id": f"d{n}", "text": text}).encode() for n, text in enumerate(("", " ", "a"))
    ]
    corpus = built(
        tmp_path / "c", write(tmp_path / "a.jsonl", rows), write(tmp_path / "b.jsonl", rows)
    )
    assert len(corpus.passages()) == 0
    assert corpus.ids() == ["d0", "d1", "d2"] * 2
    (tmp_path / "none.jsonl").write_bytes(b"")
    built(tmp_path / "e", tmp_path / "none.jsonl")

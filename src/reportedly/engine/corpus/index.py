"""Who repeats whom in millions of documents: an index in a folder, that grows by adding to it.

```
corpus/
  part-00000/     what came in at one time:
    texts/          what is known of each text
    postings-00/ ... its fingerprints, by the first bits of their hashes
    passages/       what its texts share with each other and with all that were there
  work/           what is not finished; taken up again where it stood
```

Every table is written whole or not at all, and what it holds depends on the documents alone: a run
that was killed and started again leaves the same bytes. What is added is compared with what it
touches; the passages are those of a run over everything.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec
import numpy as np
import numpy.typing as npt

from reportedly.engine.columns import read_column, write_columns
from reportedly.engine.corpus import tables
from reportedly.engine.pool import run
from reportedly.model.ident import digest
from reportedly.trace.corpus.families import families
from reportedly.trace.corpus.naming import Sameness
from reportedly.trace.corpus.passages import (
    Passages,
    joined_passages,
    passages_with,
    text_ranges,
)
from reportedly.trace.corpus.postings import (
    Groups,
    groups_of,
    joined_groups,
    sorted_postings,
    unsettled,
)
from reportedly.trace.corpus.prints import Numbers
from reportedly.trace.hashing import Hashes, distinct

Task = TypeVar("Task")
_Mask = npt.NDArray[np.bool_]
RANGES = 32
"""Ranges of texts that are compared one after the other, or side by side."""


class Corpus:
    """An index in a folder.

    Args:
        folder: Where it is; made if it is not there.
        workers: Processes that read and compare. Their number changes no byte.
    """

    def __init__(self, folder: Path, workers: int = 1) -> None:
        self._folder = folder
        self._workers = workers
        folder.mkdir(parents=True, exist_ok=True)

    def parts(self) -> list[Path]:
        """The finished parts, in the order they came in."""
        return sorted(self._folder.glob("part-*"))

    def add(self, files: Sequence[Path]) -> None:
        """Take in files of documents, one in JSON a line; each file once.

        A call that was cut off is repeated with the same files and goes on where it stood.
        """
        tables.forget()
        old = self.parts()
        work = self._work_on(files)
        pieces = list(tables.pieces_of(files, work))
        if not pieces:
            return
        self._each(tables.print_piece, pieces)
        part = work / "part"
        part.mkdir(exist_ok=True)
        tables.write_texts(part / "texts", [Path(piece.table) for piece in pieces])
        known = tuple(str(path) for path in old)
        shards = [tables.Shard(str(work), len(pieces), n, known) for n in range(tables.SHARDS)]
        self._each(tables.write_shard, shards)
        if old:
            self._compare_new(old, part)
        else:
            self._compare_all(work)
        part.replace(self._folder / f"part-{len(old):05}")
        shutil.rmtree(work)

    def texts(self) -> tables.Texts:
        """What is known of every text, in the order they came in."""
        return tables.read_texts(self.parts())

    def ids(self) -> list[str]:
        """The documents' ids, in the order they came in."""
        return [name for part in self.parts() for name in tables.read_ids(part)]

    def passages(self) -> Passages:
        """All passages; texts by their numbers, of texts with the same words the first."""
        kept: list[Passages] = []
        known = len(self.texts().words)
        for part in self.parts():
            if kept:
                gone, touched = (_mask(part, name, known) for name in ("gone", "touched"))
                kept = [_without(some, gone, touched) for some in kept]
            kept.append(tables.read_passages(part / "passages"))
        return joined_passages(kept)

    def families(self) -> Numbers:
        """The family of each text, named by the smallest number in it."""
        texts = self.texts()
        return families(self.passages(), texts.lengths, texts.same())

    def _each(self, function: Callable[[Task], None], some: Sequence[Task]) -> None:
        for _ in run(function, some, self._workers):
            pass

    def _work_on(self, files: Sequence[Path]) -> Path:
        """The folder of what is not finished, empty if it was about other files."""
        work = self._folder / "work"
        plan = digest(msgspec.json.encode([(str(path), path.stat().st_size) for path in files]))
        note = work / "plan"
        if not note.exists() or note.read_text(encoding="ascii") != plan:
            shutil.rmtree(work, ignore_errors=True)
            work.mkdir()
            note.write_text(plan, encoding="ascii")
        return work

    def _compare_all(self, work: Path) -> None:
        same = tables.read_texts([work / "part"]).same()
        groups = tables.all_groups(str(work))
        ranges = [
            tables.Range(str(work), low, high, str(work / f"passages-{number:05}"))
            for number, (low, high) in enumerate(text_ranges(groups, len(same.firsts), RANGES))
        ]
        self._each(tables.compare_range, ranges)
        found = joined_passages([tables.read_passages(Path(one.table)) for one in ranges])
        tables.write_passages(work / "part" / "passages", found, same)

    def _compare_new(self, old: list[Path], part: Path) -> None:
        texts = tables.read_texts([*old, part])
        known = len(tables.read_texts(old).words)
        same = texts.same()
        news = _news(tables.read_texts(old).same(), same)
        altered = np.zeros(len(texts.words), dtype=np.bool_)
        altered[same.firsts[news.fresh]] = True
        wanted = _hashes_of(old, altered & same.compared) if altered[:known].any() else _NONE
        groups, changed = _groups_around(old, part, same, news, wanted)
        touched = np.zeros(len(same.firsts), dtype=np.bool_)
        touched[changed] = True
        touched &= ~news.fresh
        if touched.any():
            more = _hashes_of(old, touched[same.ranks] & same.compared)
            groups, _ = _groups_around(
                old, part, same, news, distinct(np.concatenate((wanted, more)))
            )
        found = passages_with(groups, news.fresh, touched)
        gone = same.firsts[news.fresh]
        write_columns(part / "gone", {"texts": gone[gone < known]})
        write_columns(part / "touched", {"texts": same.firsts[touched]})
        tables.write_passages(part / "passages", found, same)


_NONE = np.zeros(0, dtype=np.uint64)


@dataclass(frozen=True, slots=True, eq=False)
class _News:
    """What came in, by rank.

    Attributes:
        fresh: Whether a text is compared with all others, as if it were new.
        before: How texts went before, under the ranks of now.
    """

    fresh: _Mask
    before: Sameness


def _news(before: Sameness, same: Sameness) -> _News:
    """New is what was not there, and what is no longer of one outlet alone."""
    known = len(before.ranks)
    outlets = np.zeros(len(same.firsts), dtype=np.uint32)
    outlets[same.ranks[:known]] = before.outlets[before.ranks]
    fresh = (same.firsts >= known) | (outlets != same.outlets)
    return _News(fresh, Sameness(same.ranks, same.firsts, outlets, same.compared))


def _groups_around(
    old: list[Path], part: Path, same: Sameness, news: _News, wanted: Hashes
) -> tuple[Groups, Numbers]:
    """The groups with something new in them or with a hash ``wanted``.

    Returns:
        The groups, and the texts that no longer meet all whom they met.
    """
    found: list[Groups] = []
    changed: list[Numbers] = [np.zeros(0, dtype=np.uint32)]
    for shard in range(tables.SHARDS):
        new = tables.read_postings(part, shard)
        also = wanted[tables.shard_of(wanted) == shard]
        hashes = distinct(np.concatenate((new.hashes, also)))
        there = sorted_postings([tables.postings_with(path, shard, hashes) for path in old])
        now, before = groups_of(sorted_postings([there, new]), same), groups_of(there, news.before)
        found.append(now)
        changed.append(unsettled(before, now, news.fresh))
    return joined_groups(found), np.unique(np.concatenate(changed))


def _hashes_of(old: list[Path], mine: _Mask) -> Hashes:
    """The fingerprints of some texts, ascending."""
    found = [
        postings.hashes[mine[postings.texts]]
        for path in old
        for postings in (tables.read_postings(path, shard) for shard in range(tables.SHARDS))
    ]
    return distinct(np.concatenate(found))


def _mask(part: Path, name: str, size: int) -> _Mask:
    mask = np.zeros(size, dtype=np.bool_)
    mask[read_column(part / name, "texts", mapped=False)] = True
    return mask


def _without(some: Passages, gone: _Mask, touched: _Mask) -> Passages:
    """Without what a later part says anew."""
    again = gone[some.first] | gone[some.second] | (touched[some.first] & touched[some.second])
    return some.only(np.flatnonzero(~again))

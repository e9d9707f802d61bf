"""Read PolNeAR (brat stand-off) as texts with attributions: who, by which words, said what."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

Range = tuple[int, int]

_TEXTBOUND = re.compile(r"(T\d+)\t(\w[\w-]*) ([\d ;]+)\t")
_EVENT = re.compile(r"E\d+\t(\S+) ?(.*)")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution: the slices of its source, cue and content, each possibly none."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A text and what one annotator found in it."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


def articles(data: Path, part: str) -> list[list[Article]]:
    """The articles of ``train`` or ``dev``, each as often as it was annotated, in name order.

    Args:
        data: The folder of the data sets.
        part: Which part.
    """
    folder = data / "polnear" / part
    annotated: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotated[path.stem.rpartition("_")[0]].append(path)
    found = []
    for name, paths in sorted(annotated.items()):
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        found.append([Article(name, text, _attributions(path, len(text))) for path in paths])
    return found


def _attributions(path: Path, length: int) -> tuple[Attribution, ...]:
    raw = path.read_bytes().decode("utf-8")
    slices: dict[str, tuple[Range, ...]] = {}
    for match in _TEXTBOUND.finditer(raw):
        pairs = (part.split() for part in match[3].split(";"))
        slices[match[1]] = tuple((int(a), int(b)) for a, b in pairs if int(a) < int(b) <= length)
    found = []
    for match in _EVENT.finditer(raw):
        roles: dict[str, list[Range]] = defaultdict(list)
        for argument in match[2].split():
            role, _, key = argument.partition(":")
            roles[role.rstrip("0123456789").lower()] += slices.get(key, ())
        if roles["cue"] or roles["content"]:
            found.append(
                Attribution(*(tuple(sorted(roles[r])) for r in ("source", "cue", "content")))
            )
    return tuple(sorted(found, key=lambda a: min(a.cue + a.content)))

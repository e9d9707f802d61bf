"""Attributions of GUM, the openly licensed set: from its rhetorical structure and the signals of it.

GUM joins a clause that reports ("the coach said") to what it reports by a relation of attribution,
and lists the words that signal it: those of the source and those that say so. What is reported are
the words under the nucleus of the relation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

from training.names_gum import sentences, written
from training.polnear import Article, Attribution, Range

LONGEST = 120
"""Words of a content; what is longer is a passage that the writer sums up, no statement."""


@dataclass(slots=True)
class _Node:
    parent: str
    relation: str
    words: list[int] = field(default_factory=list)
    children: list[str] = field(default_factory=list)


def gum_said(data: Path) -> list[list[Article]]:
    """The documents of both parts, each annotated once.

    Args:
        data: The folder of the data sets.
    """
    return [
        [_document(path, path.parents[1] / "rst" / f"{path.stem}.rs4")]
        for path in sorted((data / "gum").glob("*/dep/*.conllu"))
    ]


def _document(table: Path, tree: Path) -> Article:
    text, places = _text(table.read_text(encoding="utf-8"))
    root = ElementTree.parse(tree).getroot()
    nodes = _nodes(root)
    inner = {r.get("name") for r in root.iter("rel") if r.get("type") == "multinuc"} | {"span"}
    found = []
    for name, node in nodes.items():
        if not node.relation.startswith("attribution"):
            continue
        signals = [s for s in root.iter("signal") if s.get("source") == name]
        source = _signalled(signals, "attribution_source")
        cue = _signalled(signals, "indicative_word") + _signalled(signals, "indicative_phrase")
        content = set(_yield(node.parent, nodes, inner)) - set(source) - set(cue)
        content -= set(_whole(name, nodes, inner))
        if cue and content and len(content) <= LONGEST:
            parts = (_ranges(sorted(words), places, text) for words in (source, cue, content))
            found.append(Attribution(*parts))
    return Article(table.stem, text, tuple(sorted(found, key=lambda one: one.cue)))


def _text(table: str) -> tuple[str, list[Range]]:
    """The document as it was written, and where each word of the treebank stands."""
    parts: list[str] = []
    places: list[Range] = []
    at = 0
    for paragraph, words in sentences(table):
        gap = "" if not parts else "\n\n" if paragraph else " "
        line, inside = written(words)
        at += len(gap)
        places += [(at + start, at + end) for start, end in inside]
        parts += [gap, line]
        at += len(line)
    return "".join(parts), places


def _nodes(root: ElementTree.Element) -> dict[str, _Node]:
    nodes: dict[str, _Node] = {}
    count = 0
    for kind in ("segment", "group"):
        for element in root.iter(kind):
            node = _Node(element.get("parent", ""), element.get("relname", ""))
            if kind == "segment":
                size = len((element.text or "").split())
                node.words = list(range(count, count + size))
                count += size
            nodes[element.get("id", "")] = node
    for name, node in nodes.items():
        if node.parent in nodes:
            nodes[node.parent].children.append(name)
    return nodes


def _yield(name: str, nodes: dict[str, _Node], inner: set[str | None]) -> Iterator[int]:
    """The words of a node without what is attached to it from outside."""
    yield from nodes[name].words
    for child in nodes[name].children:
        if nodes[child].relation in inner:
            yield from _whole(child, nodes, inner)


def _whole(name: str, nodes: dict[str, _Node], inner: set[str | None]) -> Iterator[int]:
    """The words of a node and of everything attached to it."""
    yield from nodes[name].words
    for child in nodes[name].children:
        yield from _whole(child, nodes, inner)


def _signalled(signals: list[ElementTree.Element], subtype: str) -> list[int]:
    return [
        int(number) - 1
        for signal in signals
        if signal.get("subtype") == subtype
        for number in signal.get("tokens", "").split(",")
        if number
    ]


def _ranges(words: list[int], places: list[Range], text: str) -> tuple[Range, ...]:
    """Runs of words as stretches; none crosses a paragraph, or ends in a comma or a stop."""
    words = [word for word in words if word < len(places)]
    runs: list[list[int]] = []
    for last, word in pairwise([-9, *words]):
        gap = "" if last < 0 else text[places[last][1] : places[word][0]]
        if word == last + 1 and "\n" not in gap:
            runs[-1].append(word)
        else:
            runs.append([word])
    found = []
    for run in runs:
        while run and text[slice(*places[run[-1]])] in {",", ".", ":", ";"}:
            run.pop()
        if run:
            found.append((places[run[0]][0], places[run[-1]][1]))
    return tuple(found)

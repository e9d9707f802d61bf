"""Names of `wikigold`: Wikipedia articles (CC BY 4.0).

It teaches person, organization and place; its locations may be facilities too. Its
miscellaneous names hold the nationalities, so those stretches are left open. Dates, money, counts
and weapons are not marked and stay doubtful where a word for one stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from training.detokenise import detokenise
from training.kind_words import organisation_kind, possible
from training.named_text import (
    COUNT,
    DATE,
    FACILITY,
    KINDS,
    MONEY,
    PERSON,
    PLACE,
    WEAPON,
    NamedText,
    NameSpan,
    disjoint,
)

SENTENCES = 40
"""Sentences to a text: the set does not say where an article ends."""


def wikigold(data: Path) -> Iterator[NamedText]:
    """The set in texts of some forty sentences.

    Args:
        data: The folder that holds `wikigold`.
    """
    table = (data / "wikigold/CONLL-format/data/wikigold.conll.txt").read_text(encoding="utf-8")
    sentences = [_tokens(block) for block in table.split("\n\n") if block.strip()]
    for first in range(0, len(sentences), SENTENCES):
        yield _document(f"wikigold/{first}", sentences[first : first + SENTENCES])


def _tokens(block: str) -> list[tuple[str, str]]:
    rows = [line.rsplit(" ", 1) for line in block.splitlines() if line.strip()]
    return [(row[0], row[1]) for row in rows if row[0]]


def _document(name: str, sentences: list[list[tuple[str, str]]]) -> NamedText:
    parts: list[str] = []
    names: list[NameSpan] = []
    doubtful: list[NameSpan] = []
    at = 0
    for number, sentence in enumerate(sentences):
        if number:
            gap = "\n\n" if number % 3 == 0 else " "
            parts.append(gap)
            at += len(gap)
        text, places = detokenise([token for token, _ in sentence])
        for label, start, end in _runs([tag for _, tag in sentence]):
            words = text[places[start][0] : places[end - 1][1]]
            kinds = _kinds(label, words)
            span = NameSpan(at + places[start][0], at + places[end - 1][1], kinds or KINDS)
            (names if kinds else doubtful).append(span)
        parts.append(text)
        at += len(text)
    text = "".join(parts)
    doubtful += possible(text, (WEAPON, COUNT, DATE, MONEY))
    return NamedText(name, text, disjoint(names), tuple(doubtful), open=True)


def _kinds(label: str, words: str) -> tuple[str, ...]:
    if label == "PER":
        return (PERSON,)
    if label == "ORG":
        return (organisation_kind(words),)
    return (PLACE, FACILITY) if label == "LOC" else ()


def _runs(tags: list[str]) -> Iterator[tuple[str, int, int]]:
    """Label, first token and one past the last; the set marks with `I-` alone."""
    start = 0
    for index in range(1, len(tags) + 1):
        if index == len(tags) or tags[index] != tags[start]:
            if tags[start] != "O":
                yield tags[start][2:], start, index
            start = index

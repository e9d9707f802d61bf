"""How firm the words right around a value are: planned, possible, conditional, denied, general."""

from __future__ import annotations

from reportedly.model.statement import Modality
from reportedly.read.claims_scene import Scene
from reportedly.text.wordlist import word_set

_FUTURE = word_set(
    "will shall plan plans planned planning intend intends intended aim aims aimed hope hopes hoping "
    "want wants wanted expects seeks pledged promised promises vowed prepares preparing"
)
_POSSIBLE = word_set(
    "may might could would possibly perhaps maybe if unless whether can potentially conceivably"
)
_PROBABLE = word_set("likely probably presumably apparently seemingly suspected")
_NOT = word_set(
    "not never nor neither without didn't wasn't weren't hasn't haven't doesn't don't isn't"
)
_BOUNDS = word_set("only just more less fewer")
"""After "not" these bound a number or add to it: "not more than 12"."""
_GENERAL = word_set("usually typically normally generally traditionally ordinarily on-average")
_TURN = word_set(", ; : . ! ? but ( )")


def firmness(scene: Scene, first: int, last: int) -> Modality:
    """How firm the stretch that holds tokens ``first`` to ``last`` is.

    Only the clause around them is looked at: from the last comma or turn before ``first``.
    """
    start = min(first, last)
    while start > 0 and scene.low(start - 1) not in _TURN:
        start -= 1
    if scene.items[-1].low == "?":
        return Modality.ASKED
    words = [scene.low(at) for at in range(start, max(first, last) + 1)]
    for at, word in enumerate(words):
        if word == "may" and scene.items[start + at].capital and start + at:
            continue
        if word in _FUTURE or (
            word == "to" and words[at - 1 : at] in (["set"], ["about"], ["due"])
        ):
            return Modality.FUTURE
        if word in _POSSIBLE:
            return Modality.POSSIBLE
        if word in _NOT and scene.low(start + at + 1) not in _BOUNDS:
            return Modality.NEGATED
    return Modality.PROBABLE if any(word in _PROBABLE for word in words) else Modality.CERTAIN


def is_general(scene: Scene) -> bool:
    """Whether the sentence speaks of how things usually are, not of this case."""
    return any(item.low in _GENERAL for item in scene.items)

"""What a model's ``labels.json`` says: which output answers which question, in which words.

The file stands beside the graph. Every head has the name of an output of the graph, of shape
[windows, pieces, labels], and its labels in order: ``O``, and ``B-kind`` and ``I-kind`` for each
kind of span. The heads that are read are ``attribution`` (kinds ``source``, ``cue``, ``content``),
``nested`` (the same kinds, within a content) and ``names``; a model may lack any of them.
``moves`` and ``first`` are scores of going from label to label and of beginning with one; without
them every move that spans allow is as good as another.

Links join spans of one head: the vector of a span's first piece in the output ``by`` times that
of another in the output ``to``, times ``scale``. With ``none``, the first sign of the window
stands for "there is no such span". ``certainty`` names an output of one number a piece.
"""

from __future__ import annotations

import msgspec
import numpy as np

from reportedly.errors import UsageError
from reportedly.neural.decode import BARRED, Floats, possible
from reportedly.neural.windows import CONTEXT, LONGEST


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An output that tags words."""

    output: str
    labels: tuple[str, ...]
    moves: tuple[tuple[float, ...], ...] = ()
    first: tuple[float, ...] = ()

    def chain(self) -> tuple[Floats, Floats]:
        """Score of each move from label to label, and of each first label."""
        moves, first = possible(self.labels)
        size = len(self.labels)
        learned = np.array(self.moves, np.float32) if self.moves else np.zeros((size, size))
        begun = np.array(self.first, np.float32) if self.first else np.zeros(size)
        if learned.shape != moves.shape or begun.shape != first.shape:
            raise _wrong(f"{self.output}: {size} labels, and scores of moves for another number")
        return (
            np.where(moves, learned, BARRED).astype(np.float32),
            np.where(first, begun, BARRED).astype(np.float32),
        )


class LinkRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two outputs whose products say which spans of a head belong together."""

    by: str
    to: str
    from_kind: str
    to_kind: str
    head: str = "attribution"
    none: bool = False
    scale: float = 1.0


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    heads: dict[str, Head]
    links: dict[str, LinkRule] = {}
    certainty: str = ""
    longest: int = LONGEST
    context: int = CONTEXT

    def outputs(self) -> tuple[str, ...]:
        """Every output of the graph that is read, once, in a fixed order."""
        named = [head.output for head in self.heads.values()]
        named += [name for rule in self.links.values() for name in (rule.by, rule.to)]
        return tuple(dict.fromkeys([*named, *([self.certainty] if self.certainty else [])]))


def read_labels(data: bytes) -> Labels:
    """The labels of a model.

    Args:
        data: A ``labels.json``.

    Raises:
        UsageError: It is not of the documented form.
    """
    try:
        labels = msgspec.json.decode(data, type=Labels)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _wrong(str(error)) from error
    for head in labels.heads.values():
        _check(head)
    for name, rule in labels.links.items():
        if rule.head not in labels.heads:
            raise _wrong(f"link {name!r} joins spans of {rule.head!r}, which is no head")
    if labels.longest < 8 or labels.context < 0 or labels.context > labels.longest // 2:
        raise _wrong("a window holds 8 pieces or more, and its context at most half of them")
    return labels


def _check(head: Head) -> None:
    """Hold the labels of a head against the form ``O B-x I-x``."""
    begun = {label[2:] for label in head.labels if label.startswith("B-")}
    for label in head.labels:
        fits = label == "O" or label.startswith("B-") or label[2:] in begun
        if not fits or len(label) == 2 or head.labels.count(label) > 1:
            raise _wrong(f"{head.output}: {label!r} is not O, B-kind, or I-kind beside a B-kind")
    head.chain()


def _wrong(what: str) -> UsageError:
    return UsageError(
        f"the labels of the model are not of the documented form: {what}",
        where="labels.json",
        remedy="see docs/reference/models for the form",
    )

"""Fit the labels of a model to the documented ones: which of its scores answer for which label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportedly.errors import UsageError
from reportedly.neural.found import ATTRIBUTION, NAMES

_SPELT = {
    ATTRIBUTION: {"source": "source", "cue": "cue", "content": "content"},
    NAMES: {
        "person": "person per pers",
        "organization": "organization organisation org",
        "place": "place location loc gpe",
        "nationality_or_group": "nationalityorgroup nationality norp",
        "facility": "facility fac",
        "weapon_or_vehicle_or_platform": "weaponorvehicleorplatform weapon wea vehicle veh"
        " militaryplatform",
        "military_unit_or_armed_group": "militaryunitorarmedgroup militaryunit armedgroup",
        "date": "date",
        "money": "money",
        "count": "count cardinal",
    },
}
"""The kinds of each head, with the spellings that mean them: letters alone, in lower case."""

KINDS = {head: tuple(kinds) for head, kinds in _SPELT.items()}
"""The kinds of each head, in the order of its labels."""

_MEANS = {
    head: {word: kind for kind, words in kinds.items() for word in words.split()}
    for head, kinds in _SPELT.items()
}
_MARK = re.compile(r"([BIESLUM])[-_](.+)", re.DOTALL)
_BEGINS = frozenset("BSU")
"""Marks of a first word: beginning, single, unit. All others go on with a span or end it."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a model's scores mean here.

    Attributes:
        head: The head they answer for.
        labels: Its labels, ``O`` first.
        columns: For each label, which of the model's scores together are its own.
        left_out: The model's kinds that count as ``O``.
    """

    head: str
    labels: tuple[str, ...]
    columns: tuple[tuple[int, ...], ...]
    left_out: tuple[str, ...]


class _Given(NamedTuple):
    """One label of the model: its column, and what it says."""

    column: int
    begins: bool
    kind: str


def fit(names: Sequence[str], head: str = "", leave_out: Iterable[str] = ()) -> Fitted:
    """Fit labels to those of a head.

    Args:
        names: The model's labels, in the order of its scores: ``O`` and ``B-kind``, ``I-kind``, or
            the finer marks of BIOES and BILOU.
        head: ``attribution`` or ``names``; when empty, the one that knows a kind of the model.
        leave_out: Kinds of the model whose words count as unmarked.

    Raises:
        UsageError: A label is of no such form, or of a kind that the head does not know.
    """
    outside = [at for at, name in enumerate(names) if name.upper() == "O"]
    if not outside:
        raise _unfit("none of its labels is `O`, for words that belong to nothing", _FORM)
    given = list(_read(names))
    kinds = list(dict.fromkeys(one.kind for one in given))
    head = head or _head_of(kinds)
    out = _left_out(kinds, leave_out)
    meant = _meant(head, [kind for kind in kinds if kind not in out])
    outside += [one.column for one in given if one.kind in out]
    labels, columns = ["O"], [tuple(outside)]
    for kind in KINDS[head]:
        for mark, begins in (("B", True), ("I", False)):
            found = [o.column for o in given if meant.get(o.kind) == kind and o.begins is begins]
            if found:
                labels.append(f"{mark}-{kind}")
                columns.append(tuple(found))
    return Fitted(head, tuple(labels), tuple(columns), tuple(out))


def _read(names: Sequence[str]) -> Iterator[_Given]:
    begun = {found[2] for found in map(_MARK.fullmatch, names) if found and found[1] in _BEGINS}
    for column, name in enumerate(names):
        found = _MARK.fullmatch(name)
        if found:
            if found[2] not in begun:
                raise _unfit(f"its label {name!r} has no 'B-{found[2]}' beside it", _FORM)
            yield _Given(column, found[1] in _BEGINS, found[2])
        elif name.upper() != "O":
            raise _unfit(f"its label {name!r} is neither `O` nor of the form `B-kind`", _FORM)


_FORM = (
    "write the labels into id2label of config.json if they are missing there; a model with other"
    " marks must be trained anew with O, B-kind and I-kind"
)


def _head_of(kinds: Iterable[str]) -> str:
    known = _MEANS[ATTRIBUTION]
    return ATTRIBUTION if any(_folded(kind) in known for kind in kinds) else NAMES


def _left_out(kinds: Sequence[str], leave_out: Iterable[str]) -> list[str]:
    asked = {_folded(kind): kind for kind in leave_out}
    out = [kind for kind in kinds if _folded(kind) in asked]
    strange = sorted(set(asked) - {_folded(kind) for kind in out})
    if strange:
        raise _unfit(
            f"it has no kind {asked[strange[0]]!r} to leave out",
            f"its kinds are {', '.join(kinds)}",
        )
    return out


def _meant(head: str, kinds: Sequence[str]) -> dict[str, str]:
    """What each kind of the model is called here."""
    known = _MEANS[head]
    strange = [kind for kind in kinds if _folded(kind) not in known]
    if strange:
        leave = " ".join(f"--leave-out {kind}" for kind in strange)
        raise _unfit(
            f"the head `{head}` has no kind {', '.join(map(repr, strange))}",
            f"known are {', '.join(known)}; with {leave} such words count as unmarked",
        )
    if not kinds:
        raise _unfit("no kind is left", f"known are {', '.join(known)}")
    return {kind: known[_folded(kind)] for kind in kinds}


def _folded(kind: str) -> str:
    return "".join(char for char in kind.casefold() if char.isalnum())


def _unfit(what: str, remedy: str) -> UsageError:
    return UsageError(
        f"the labels of the model do not fit: {what}", where="config.json", remedy=remedy
    )

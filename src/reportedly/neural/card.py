"""What the card of a model says: the sets it was trained on, and what its files must hash to."""

from __future__ import annotations

import msgspec

from reportedly.errors import UsageError


class TrainingSet(msgspec.Struct, frozen=True):
    """One set.

    Attributes:
        name: What it is called, and which part of it was used.
        teaches: What the model learns of it.
        licence: What its makers state.
    """

    name: str
    teaches: str
    licence: str


class Card(msgspec.Struct, frozen=True):
    """A ``card.json``; what else stands in it is for people.

    Attributes:
        sets: What the model was trained on.
        sha256: Of each file, by its name.
    """

    sets: tuple[TrainingSet, ...]
    sha256: dict[str, str]


def read_card(data: bytes) -> Card:
    """The card of a model.

    Args:
        data: A ``card.json``.

    Raises:
        UsageError: It is not of its form.
    """
    try:
        return msgspec.json.decode(data, type=Card)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            f"the card of the model cannot be read: {error}",
            where="card.json",
            remedy="install the package again",
        ) from error

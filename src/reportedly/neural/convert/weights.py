"""The weights of a model file, each taken by name and held against the shape it must have."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from reportedly.errors import UsageError

Floats = NDArray[np.float32]

FILE = "model.safetensors"
_OLD = {"gamma": "weight", "beta": "bias"}
"""What weights of normalising layers were called in early files."""


class Weights:
    """The tensors of a file.

    Args:
        data: A ``model.safetensors``.

    Raises:
        UsageError: It is no such file, or a tensor in it is not of real numbers.
    """

    def __init__(self, data: bytes) -> None:
        # Not at the top: only converting needs it, and it comes with an extra.
        from safetensors import SafetensorError, deserialize

        try:
            tensors = deserialize(data)  # type: ignore[no-untyped-call] # its stub has no types
        except SafetensorError as error:
            raise _wrong(f"it cannot be read: {error}", "get the file again") from error
        self._tensors = {_present(name): dict(tensor) for name, tensor in tensors}

    def __contains__(self, name: str) -> bool:
        return name in self._tensors

    def height(self, name: str) -> int:
        """The first measure of a tensor.

        Raises:
            UsageError: It is not there, or a single number.
        """
        shape = self._tensor(name)["shape"]
        if not isinstance(shape, list | tuple) or not shape:
            raise _wrong(f"{name!r} is a single number", _ANOTHER)
        return int(shape[0])

    def take(self, name: str, *shape: int | None) -> Floats:
        """A tensor, once.

        Args:
            name: Its name.
            shape: What it must measure; ``None`` where any length will do.

        Raises:
            UsageError: It is not there, or of another shape.
        """
        found = _floats(name, self._tensor(name))
        # Given away: a large model is held in few copies.
        del self._tensors[name]
        fits = len(found.shape) == len(shape) and all(
            wanted in (None, length) for wanted, length in zip(shape, found.shape, strict=True)
        )
        if not fits:
            wanted_shape = " by ".join("any" if one is None else str(one) for one in shape)
            is_shape = " by ".join(map(str, found.shape))
            raise _wrong(f"{name!r} is {is_shape}, not {wanted_shape}", _ANOTHER)
        return found

    def _tensor(self, name: str) -> dict[str, object]:
        if name not in self:
            raise _wrong(f"it has no {name!r}", _ANOTHER)
        return self._tensors[name]

    def done(self, *unused: str) -> None:
        """Hold what was taken against what there is.

        Args:
            unused: Endings of names that may be left: they have no part in tagging.

        Raises:
            UsageError: Something else is left, so the model computes what would not be computed.
        """
        strange = sorted(name for name in self._tensors if not name.endswith(unused))
        if strange:
            raise _wrong(
                f"it holds {strange[0]!r}, which its architecture has no use for", _ANOTHER
            )


_ANOTHER = (
    "bring a folder that `save_pretrained` wrote for a plain token classifier of the type that"
    " config.json names"
)


def _present(name: str) -> str:
    head, dot, last = name.rpartition(".")
    return f"{head}{dot}{_OLD.get(last, last)}"


def _floats(name: str, tensor: dict[str, object]) -> Floats:
    data, kind, shape = tensor["data"], str(tensor["dtype"]), tensor["shape"]
    assert isinstance(data, bytes | bytearray)
    assert isinstance(shape, list | tuple)
    if kind == "BF16":
        # The upper half of a number of 32 bits.
        found = (np.frombuffer(data, "<u2").astype(np.uint32) << 16).view(np.float32)
    elif kind in _TYPES:
        found = np.frombuffer(data, _TYPES[kind]).astype(np.float32, copy=False)
    else:
        raise _wrong(f"{name!r} holds numbers of type {kind}", "save it with 16 or 32 bits")
    if not np.isfinite(found).all():
        raise _wrong(f"{name!r} holds what is no number", "get the file again")
    return found.reshape([int(length) for length in shape])


_TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2"}


def _wrong(what: str, remedy: str) -> UsageError:
    return UsageError(f"the weights do not fit: {what}", where=FILE, remedy=remedy)

"""Run a model's graph, always in the same way, so that the same words give the same numbers."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from reportedly.errors import UsageError
from reportedly.neural.features import Ints

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]
Tensors = dict[str, NDArray[np.float32] | Ints]

KNOWN = {"input_ids", "embeds", "shape", "quoted", "attention_mask", "token_type_ids"}


class Words:
    """The table of word vectors in 8 bits, which the reader and the sentence encoder share.

    Args:
        data: A NumPy archive with ``rows`` (int8, [words, width]) and ``scales`` ([words]).

    Raises:
        UsageError: It is not that.
    """

    def __init__(self, data: bytes) -> None:
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as archive:
                self._rows = archive["rows"].astype(np.int8)
                self._scales = archive["scales"].astype(np.float32)
        except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
            raise UsageError(
                "the table of word vectors cannot be read",
                where="embeddings.npz",
                remedy="install the package again, or bring the table of this model",
            ) from error

    def __len__(self) -> int:
        return len(self._rows)

    def vectors(self, ids: Ints) -> Floats:
        """The vector of each word."""
        found: Floats = self._rows[ids].astype(np.float32) * self._scales[ids][:, None]
        return found


class Graph:
    """A graph in a session of one thread, asked for one window at a time.

    One window, because the scale of 8-bit sums is taken over all that is given at once: two windows
    together would read a little differently from each alone. One thread, because sums in another
    order differ in the last bit.

    Args:
        data: An ONNX file.
        outputs: The outputs that it must have.
        words: The table of word vectors, for a graph that takes ``embeds``.

    Raises:
        UsageError: It is no graph, or not one of the documented inputs and outputs.
    """

    def __init__(self, data: bytes, outputs: Sequence[str], words: Words | None) -> None:
        self._session = _session(data)
        self._words = words
        self._inputs = [node.name for node in self._session.get_inputs()]
        given = {node.name for node in self._session.get_outputs()}
        if missing := sorted(set(outputs) - given):
            raise _wrong(f"it has no output {missing[0]!r}, which its labels name")
        if strange := sorted(set(self._inputs) - KNOWN):
            raise _wrong(f"it asks for {strange[0]!r}")
        if "embeds" in self._inputs and words is None:
            raise _wrong("it asks for word vectors, and there is no embeddings.npz")

    def run(
        self, ids: Ints, shape: Ints, quoted: Ints, outputs: Sequence[str]
    ) -> dict[str, Floats]:
        """What the graph says of one window.

        Args:
            ids: The words, [pieces], with the signs that open and close the window.
            shape: How each is written.
            quoted: Where each stands to quotation marks.
            outputs: What is wanted.

        Returns:
            Each output, [pieces, ...].
        """
        ready: Mapping[str, NDArray[np.generic]] = {
            "input_ids": ids,
            "shape": shape,
            "quoted": quoted,
            "attention_mask": np.ones_like(ids),
            "token_type_ids": np.zeros_like(ids),
        }
        given = {name: ready[name][None] for name in self._inputs if name in ready}
        if self._words is not None and "embeds" in self._inputs:
            given["embeds"] = self._words.vectors(ids)[None]
        made = self._session.run(list(outputs), given)
        return {
            name: np.asarray(rows, np.float32)[0] for name, rows in zip(outputs, made, strict=True)
        }


def _session(data: bytes) -> InferenceSession:
    # Not at the top: it takes a fifth of a second and 60 MB, and only a reading needs it.
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    # Errors come as exceptions; its own lines on the screen say nothing to a user.
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        # The library raises a dozen types that share no other base.
        raise _wrong("it cannot be opened") from error


def _wrong(what: str) -> UsageError:
    return UsageError(
        f"the graph of the model is not of the documented form: {what}",
        where="reader.onnx",
        remedy="see docs/reference/models for the form",
    )

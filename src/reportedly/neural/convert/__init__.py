"""Make a model of ours of a Hugging Face token classifier: bytes in, bytes out.

The graph is written from the weights themselves, so neither the library that trained the model nor
the one that ran it is needed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from reportedly.errors import UsageError
from reportedly.neural.convert.families import read_config
from reportedly.neural.convert.kinds import KINDS, Fitted, fit
from reportedly.neural.convert.network import Network
from reportedly.neural.convert.weights import Weights
from reportedly.neural.model import Model, ModelFiles
from reportedly.neural.tokens import Tokens
from reportedly.neural.windows import CONTEXT, LONGEST

SIGNS = 2
"""Pieces of a window that are no words: the signs that open and close it."""

SHORTEST = 8
"""Pieces without which a window is none (see `reportedly.neural.labels`)."""


@dataclass(frozen=True, slots=True)
class HubFiles:
    """The files of a Hugging Face folder, as bytes.

    Attributes:
        config: Its ``config.json``.
        weights: Its ``model.safetensors``.
        tokenizer: Its ``tokenizer.json``.
    """

    config: bytes
    weights: bytes
    tokenizer: bytes


@dataclass(frozen=True, slots=True)
class Converted:
    """A model of ours, with what became of the labels.

    Attributes:
        files: Its files.
        fitted: Its labels.
        longest: Most pieces of a window.
    """

    files: ModelFiles
    fitted: Fitted
    longest: int


def convert(
    given: HubFiles, head: str = "", leave_out: Sequence[str] = (), *, eight: bool = False
) -> Converted:
    """Convert a token classifier.

    Args:
        given: Its files.
        head: ``attribution`` or ``names``; when empty, the one that knows a kind of the model.
        leave_out: Kinds of the model whose words count as unmarked.
        eight: Store the large weights in 8 bits.

    Raises:
        UsageError: A file is not of its form, or the model is none that can be converted.
    """
    _need("onnx", "safetensors")
    config = read_config(given.config)
    fitted = fit(config.labels(), head, leave_out)
    tokens = Tokens(given.tokenizer)
    network = Network(Weights(given.weights), config, eight=eight)
    graph = network.tagger(fitted.head, fitted.columns)
    if tokens.size > network.words:
        raise UsageError(
            f"the tokenizer has {tokens.size} words, and the model knows {network.words}",
            where="tokenizer.json",
            remedy="bring the tokenizer that was saved with the model",
        )
    longest = min(LONGEST, network.longest - SIGNS)
    if longest < SHORTEST:
        raise UsageError(
            f"the model reads {network.longest} pieces at a time, which is less than a sentence",
            where="config.json",
            remedy=f"bring a model that reads {SHORTEST + SIGNS} or more",
        )
    labels = {
        "heads": {fitted.head: {"output": fitted.head, "labels": fitted.labels}},
        "longest": longest,
        "context": min(CONTEXT, longest // 3),
    }
    files = ModelFiles(graph, given.tokenizer, json.dumps(labels, indent=1).encode() + b"\n")
    # What cannot be loaded must not be written.
    Model.load(files)
    return Converted(files, fitted, longest)


def _need(*packages: str) -> None:
    """Load what only converting needs, and say how it is had where it is not there."""
    for name in packages:
        try:
            import_module(name)
        except ImportError as error:
            raise UsageError(
                f"converting a model needs a package that is not installed: {name}",
                remedy="pip install 'reportedly[models]'",
            ) from error


__all__ = ["KINDS", "Converted", "Fitted", "HubFiles", "convert"]

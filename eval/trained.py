"""A trained model from a folder of its files."""

from __future__ import annotations

from pathlib import Path

import reportedly
from reportedly.neural import Model, ModelFiles

PACKAGED = Path(reportedly.__file__).parent / "data" / "reader"
"""The files of the model that the package carries."""


def load(folder: Path) -> Model:
    """The model whose files lie in a folder.

    Args:
        folder: Holds ``reader.onnx``, ``tokenizer.json``, ``labels.json`` and, where the graph takes
            word vectors, ``embeddings.npz``.
    """
    words = folder / "embeddings.npz"
    return Model.load(
        ModelFiles(
            graph=(folder / "reader.onnx").read_bytes(),
            tokenizer=(folder / "tokenizer.json").read_bytes(),
            labels=(folder / "labels.json").read_bytes(),
            words=words.read_bytes() if words.exists() else b"",
        )
    )

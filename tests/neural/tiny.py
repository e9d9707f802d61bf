"""A model small enough to see through: every word says itself what it is.

Its graph looks up each word in two small tables, labels and vectors, so a text of these words has
one right answer that a test can write down.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

from reportedly.neural import ModelFiles

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NAMES = ("O", "B-person", "I-person")
VOCABULARY = (
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "plain",
    "mayor",
    "the",
    "said",
    "rain",
    "rains",
    "clerk",
    "denied",
    ".",
    "##ly",
)
SAYS = {
    "the": "B-source",
    "mayor": "I-source",
    "clerk": "B-source",
    "said": "B-cue",
    "denied": "B-cue",
    "rain": "B-content",
    "rains": "I-content",
}
NAMED = {"clerk": "B-person"}
# A cue looks for the source whose vector has the same place; "denied" finds no source.
SEEKS = {"said": (4, 0, 1), "denied": (0, 0, 4)}
IS = {"the": (1, 0, 0), "clerk": (2, 0, 0), "[CLS]": (0, 0, 2)}
CERTAIN = {"rain": 2.5, "rains": -1.5}


def tokenizer() -> bytes:
    """A tokenizer of whole words and one ending, which sets signs as BERT does."""
    made = Tokenizer(
        models.WordPiece(
            {word: number for number, word in enumerate(VOCABULARY)}, unk_token="[UNK]"
        )
    )
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 1), ("[SEP]", 2)]
    )
    return made.to_str().encode()


def labels(**changes: object) -> bytes:
    """The labels of the tiny model."""
    made: dict[str, object] = {
        "heads": {
            "attribution": {"output": "tags", "labels": LABELS},
            "names": {"output": "names", "labels": NAMES},
        },
        "links": {
            "source": {
                "by": "seeks",
                "to": "is",
                "from_kind": "cue",
                "to_kind": "source",
                "none": True,
            }
        },
        "certainty": "certainty",
        "longest": 16,
        "context": 4,
    }
    return json.dumps(made | changes).encode()


def graph(inputs: Sequence[str] = ("input_ids", "attention_mask"), *, leave_out: str = "") -> bytes:
    """Tables of words as an ONNX graph.

    Args:
        inputs: What it asks for; ``embeds`` takes the place of ``input_ids``.
        leave_out: An output that it does not have.
    """
    tables = {
        "tags": _told(LABELS, SAYS),
        "names": _told(NAMES, NAMED),
        "seeks": _vectors(SEEKS),
        "is": _vectors(IS),
        "certainty": np.array([[CERTAIN.get(word, 0.0)] for word in VOCABULARY], np.float32),
    }
    kept = {name: table for name, table in tables.items() if name != leave_out}
    if "embeds" in inputs:
        # The vector of each word is its row of the identity: a product looks it up.
        nodes = [helper.make_node("MatMul", ["embeds", f"{name}_table"], [name]) for name in kept]
    else:
        nodes = [
            helper.make_node("Gather", [f"{name}_table", "input_ids"], [name]) for name in kept
        ]
    made = helper.make_model(
        helper.make_graph(
            nodes,
            "tiny",
            [_given(name) for name in inputs],
            [
                helper.make_tensor_value_info(name, TensorProto.FLOAT, ["rows", "pieces", None])
                for name in kept
            ],
            [numpy_helper.from_array(table, f"{name}_table") for name, table in kept.items()],
        ),
        opset_imports=[helper.make_opsetid("", 17)],
    )
    made.ir_version = 8
    return bytes(made.SerializeToString())


def words() -> bytes:
    """A table of word vectors: the identity, in 8 bits."""
    packed = io.BytesIO()
    size = len(VOCABULARY)
    np.savez(packed, rows=np.eye(size, dtype=np.int8) * 2, scales=np.full(size, 0.5, np.float32))
    return packed.getvalue()


def files(**changes: bytes) -> ModelFiles:
    """The tiny model, with some of its files exchanged."""
    whole = {"graph": graph(), "tokenizer": tokenizer(), "labels": labels()}
    return ModelFiles(**(whole | changes))


def _told(labels_: Sequence[str], says: dict[str, str]) -> NDArray[np.float32]:
    rows = np.zeros((len(VOCABULARY), len(labels_)), np.float32)
    for number, word in enumerate(VOCABULARY):
        rows[number, labels_.index(says.get(word, "O"))] = 5.0
    return rows


def _vectors(of: dict[str, tuple[int, int, int]]) -> NDArray[np.float32]:
    return np.array([of.get(word, (0, 0, 0)) for word in VOCABULARY], np.float32)


def _given(name: str) -> onnx.ValueInfoProto:
    if name == "embeds":
        shape: list[str | int | None] = ["rows", "pieces", len(VOCABULARY)]
        return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
    return helper.make_tensor_value_info(name, TensorProto.INT64, ["rows", "pieces"])

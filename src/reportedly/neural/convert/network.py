"""Write an encoder with a head that tags as an ONNX graph, one window to a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from reportedly.errors import UsageError
from reportedly.neural.convert.families import Config
from reportedly.neural.convert.weights import Floats, Weights

if TYPE_CHECKING:
    from onnx import ModelProto, NodeProto, TensorProto

OPSET, FORM = 17, 8
"""Versions of the operators and of the file: what every runtime of the last years reads."""

MOST = 2_000_000_000
"""Bytes of a graph: one file holds no more than 2 GiB."""

BARRED = -1e4
"""Added to the score of a piece that must not be looked at."""

UNUSED = ("position_ids", "token_type_ids", "pooler.dense.weight", "pooler.dense.bias")
"""Endings of tensors that have no part in tagging."""


class Network:
    """A graph in the making.

    Args:
        weights: Of the model.
        config: Its settings.
        eight: Store the large weights in 8 bits with a scale for each column (the word vectors:
            for each row); everything is computed in 32.

    Attributes:
        longest: Most pieces of a window, its two signs included.
        words: How many words have a vector.
    """

    def __init__(self, weights: Weights, config: Config, *, eight: bool) -> None:
        self._weights = weights
        self._config = config
        self._eight = eight
        self._nodes: list[NodeProto] = []
        self._stored: list[TensorProto] = []
        self.longest = 0
        self.words = 0

    def tagger(self, output: str, columns: Sequence[Sequence[int]]) -> bytes:
        """The ONNX file.

        Args:
            output: What the scores are called.
            columns: For each label, which scores of the model together are its own.

        Raises:
            UsageError: The weights are not those of such a model.
        """
        states, width = self._embedded()
        bias = self._bias()
        for number in range(self._config.layers):
            states = self._layer(states, bias, number, width)
        self._scores(states, width, output, columns)
        self._weights.done(*UNUSED)
        return self._written(output)

    # --- the parts of the encoder -------------------------------------------------------------

    def _embedded(self) -> tuple[str, int]:
        """What the first layer takes, and its width."""
        family = self._config.family
        at = f"{family.prefix}embeddings."
        table = self._weights.take(f"{at}word_embeddings.weight", None, None)
        self.words, narrow = table.shape
        places = self._weights.take(f"{at}position_embeddings.weight", None, narrow)
        places = places[self._config.first_place :]
        if family.segments:
            places = (
                places + self._weights.take(f"{at}token_type_embeddings.weight", None, narrow)[0]
            )
        self.longest = len(places)
        size = self._node("Shape", "input_ids", start=1, end=2)
        first, axis = self._ints(0), self._ints(0)
        where = self._node("Slice", self._store(places), first, size, axis)
        states = self._node("Add", self._vectors(table), where)
        states = self._normal(states, f"{at}LayerNorm", narrow)
        project = f"{family.prefix}embeddings_project"
        if f"{project}.weight" not in self._weights:
            return states, narrow
        width = self._weights.height(f"{project}.weight")
        return self._linear(states, project, narrow, width), width

    def _vectors(self, table: Floats) -> str:
        """The vector of each piece."""
        if not self._eight:
            return self._node("Gather", self._store(table), "input_ids")
        scales = _scales(table, 1)
        rows = self._node("Gather", self._store(_rounded(table, scales)), "input_ids")
        told = self._node("Gather", self._store(scales), "input_ids")
        return self._node("Mul", self._node("Cast", rows, to=1), told)

    def _bias(self) -> str:
        """0 for a piece that may be looked at, and `BARRED` for one that fills the row."""
        mask = self._node("Cast", "attention_mask", to=1)
        missing = self._node("Sub", self._number(1.0), mask)
        barred = self._node("Mul", missing, self._number(BARRED))
        return self._node("Unsqueeze", barred, self._ints(1, 2))

    def _layer(self, states: str, bias: str, number: int, width: int) -> str:
        family = self._config.family
        at = family.prefix + family.layer.format(number)
        parts = {part: at + name for part, name in family.parts.items()}
        mixed = self._attended(states, bias, parts, width)
        out = self._linear(mixed, parts["out"], width, width)
        states = self._normal(self._node("Add", states, out), parts["attended"], width)
        wide = self._weights.height(f"{parts['up']}.weight")
        up = self._bent(self._linear(states, parts["up"], width, wide))
        down = self._linear(up, parts["down"], wide, width)
        return self._normal(self._node("Add", states, down), parts["fed"], width)

    def _attended(self, states: str, bias: str, parts: dict[str, str], width: int) -> str:
        """What each piece takes from those around it."""
        heads = self._config.heads
        if heads < 1 or width % heads:
            raise _wrong(f"{heads} heads do not share a width of {width}", "get config.json again")
        split, joined = self._ints(0, 0, heads, width // heads), self._ints(0, 0, width)

        def part(name: str, *order: int) -> str:
            whole = self._linear(states, parts[name], width, width)
            return self._node("Transpose", self._node("Reshape", whole, split), perm=order)

        scores = self._node("MatMul", part("query", 0, 2, 1, 3), part("key", 0, 2, 3, 1))
        scores = self._node("Mul", scores, self._number((width // heads) ** -0.5))
        chances = self._node("Softmax", self._node("Add", scores, bias), axis=-1)
        mixed = self._node("MatMul", chances, part("value", 0, 2, 1, 3))
        return self._node("Reshape", self._node("Transpose", mixed, perm=(0, 2, 1, 3)), joined)

    def _scores(
        self, states: str, width: int, output: str, columns: Sequence[Sequence[int]]
    ) -> None:
        """The scores of the labels: those that count as one label are summed as chances."""
        weight = self._weights.take("classifier.weight", None, width)
        labels = sum(map(len, columns))
        if len(weight) != labels:
            raise _wrong(
                f"it scores {len(weight)} labels, and config.json names {labels}",
                "bring the config.json that was saved with the weights",
            )
        bias = self._weights.take("classifier.bias", labels)
        order = [column for together in columns for column in together]
        product = self._node("MatMul", states, self._store(weight[order].T))
        scores = self._node("Add", product, self._store(bias[order]))
        sizes = [len(together) for together in columns]
        names = [f"label_{number}" for number in range(len(sizes))]
        self._add("Split", [scores, self._ints(*sizes)], names, axis=-1)
        single = [
            name if size == 1 else self._node("ReduceLogSumExp", name, axes=[-1], keepdims=1)
            for name, size in zip(names, sizes, strict=True)
        ]
        self._add("Concat", single, [output], axis=-1)

    # --- steps they share ---------------------------------------------------------------------

    def _linear(self, states: str, name: str, given: int, made: int) -> str:
        weight = self._weights.take(f"{name}.weight", made, given).T
        bias = self._store(self._weights.take(f"{name}.bias", made))
        return self._node("Add", self._node("MatMul", states, self._large(weight)), bias)

    def _large(self, weight: Floats) -> str:
        """A matrix that columns come out of."""
        if not self._eight:
            return self._store(weight)
        scales = _scales(weight, 0)
        # Not DequantizeLinear: onnxruntime would round the states to 8 bits as well.
        rows = self._node("Cast", self._store(_rounded(weight, scales)), to=1)
        return self._node("Mul", rows, self._store(scales))

    def _normal(self, states: str, name: str, width: int) -> str:
        weight = self._store(self._weights.take(f"{name}.weight", width))
        bias = self._store(self._weights.take(f"{name}.bias", width))
        return self._node(
            "LayerNormalization", states, weight, bias, axis=-1, epsilon=self._config.epsilon
        )

    def _bent(self, states: str) -> str:
        if self._config.bend == "relu":
            return self._node("Relu", states)
        if self._config.bend == "gelu":
            bent = self._node("Erf", self._node("Mul", states, self._number(0.5**0.5)))
        else:
            cube = self._node("Mul", self._node("Mul", states, states), states)
            cube = self._node("Mul", cube, self._number(0.044715))
            inner = self._node("Mul", self._node("Add", states, cube), self._number(_TANH))
            bent = self._node("Tanh", inner)
        half = self._node("Mul", states, self._number(0.5))
        return self._node("Mul", half, self._node("Add", bent, self._number(1.0)))

    # --- writing ------------------------------------------------------------------------------

    def _name(self, kind: str) -> str:
        return f"{kind}_{len(self._nodes)}_{len(self._stored)}"

    def _node(self, kind: str, *inputs: str, **settings: float | Sequence[int]) -> str:
        name = self._name(kind)
        self._add(kind, inputs, [name], **settings)
        return name

    def _add(
        self,
        kind: str,
        inputs: Sequence[str],
        outputs: Sequence[str],
        **settings: float | Sequence[int],
    ) -> None:
        from onnx import helper

        node = helper.make_node(kind, inputs, outputs)
        node.attribute.extend(helper.make_attribute(name, told) for name, told in settings.items())
        self._nodes.append(node)

    def _store(self, array: NDArray[np.generic]) -> str:
        from onnx import numpy_helper

        name = f"stored_{len(self._stored)}"
        self._stored.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def _ints(self, *numbers: int) -> str:
        return self._store(np.array(numbers, np.int64))

    def _number(self, number: float) -> str:
        return self._store(np.array(number, np.float32))

    def _written(self, output: str) -> bytes:
        import onnx
        from onnx import TensorProto, helper

        if sum(tensor.ByteSize() for tensor in self._stored) > MOST:
            raise _wrong(
                "its graph takes more than 2 GB, which no ONNX file holds",
                "store its weights in 8 bits (--bits 8), or bring a smaller model",
            )
        axes = ["rows", "pieces"]
        graph = helper.make_graph(
            self._nodes,
            "reader",
            [
                helper.make_tensor_value_info(name, TensorProto.INT64, axes)
                for name in ("input_ids", "attention_mask")
            ],
            [helper.make_tensor_value_info(output, TensorProto.FLOAT, [*axes, None])],
            self._stored,
        )
        made: ModelProto = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)])
        made.ir_version = FORM
        made.producer_name = "reportedly"
        self._stored.clear()
        data = bytes(made.SerializeToString())
        onnx.checker.check_model(data)
        return data


_TANH = (2 / np.pi) ** 0.5


def _scales(weight: Floats, axis: int) -> Floats:
    """What one step of 8 bits is worth, along ``axis``; that axis stays, with a length of one."""
    scales: Floats = np.maximum(np.abs(weight).max(axis, keepdims=True), 1e-12) / np.float32(127)
    return scales


def _rounded(weight: Floats, scales: Floats) -> NDArray[np.int8]:
    return np.round(weight / scales).astype(np.int8)


def _wrong(what: str, remedy: str) -> UsageError:
    return UsageError(f"the model cannot be converted: {what}", where="config.json", remedy=remedy)

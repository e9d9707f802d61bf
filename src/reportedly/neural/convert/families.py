"""The architectures that can be converted: what their settings and their weights are called."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from reportedly.errors import UsageError

FILE = "config.json"

_BERT = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "attended": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "fed": "output.LayerNorm",
}
_DISTILBERT = {
    "query": "attention.q_lin",
    "key": "attention.k_lin",
    "value": "attention.v_lin",
    "out": "attention.out_lin",
    "attended": "sa_layer_norm",
    "up": "ffn.lin1",
    "down": "ffn.lin2",
    "fed": "output_layer_norm",
}


@dataclass(frozen=True, slots=True)
class Family:
    """How the models of one type are written.

    Attributes:
        prefix: Of the encoder's tensors.
        layer: Of a layer's tensors, with a place for its number.
        parts: What the parts of a layer are called.
        segments: Whether words of a first and a second text have a vector each.
        padded: Whether places are counted from behind the number of the padding sign.
    """

    prefix: str
    layer: str = "encoder.layer.{}."
    parts: dict[str, str] = field(default_factory=lambda: _BERT)
    segments: bool = True
    padded: bool = False


_ROBERTA = Family("roberta.", padded=True)

FAMILIES = {
    "bert": Family("bert."),
    "camembert": _ROBERTA,
    "distilbert": Family(
        "distilbert.", layer="transformer.layer.{}.", parts=_DISTILBERT, segments=False
    ),
    "electra": Family("electra."),
    "roberta": _ROBERTA,
    "xlm-roberta": _ROBERTA,
}

BENDS = ("gelu", "gelu_new", "gelu_pytorch_tanh", "relu")
"""Functions between the two halves of a layer that can be written down."""


class Config(msgspec.Struct, frozen=True):
    """What of a ``config.json`` a graph depends on; defaults are those of `transformers`."""

    model_type: str = ""
    id2label: dict[int, str] = {}
    layers: int = msgspec.field(default=12, name="num_hidden_layers")
    heads: int = msgspec.field(default=12, name="num_attention_heads")
    bend: str = msgspec.field(default="gelu", name="hidden_act")
    epsilon: float = msgspec.field(default=1e-12, name="layer_norm_eps")
    places: str = msgspec.field(default="absolute", name="position_embedding_type")
    padding: int | None = msgspec.field(default=None, name="pad_token_id")
    decodes: bool = msgspec.field(default=False, name="is_decoder")
    n_layers: int | None = None
    n_heads: int | None = None
    activation: str | None = None

    @property
    def family(self) -> Family:
        """How the model is written."""
        return FAMILIES[self.model_type]

    @property
    def first_place(self) -> int:
        """The row of the table of places that the first piece has."""
        return (1 if self.padding is None else self.padding) + 1 if self.family.padded else 0

    def labels(self) -> list[str]:
        """The labels, in the order of the scores."""
        return [self.id2label[number] for number in sorted(self.id2label)]


def read_config(data: bytes) -> Config:
    """The settings of a model.

    Args:
        data: A ``config.json``.

    Raises:
        UsageError: It is no such file, or of a model that cannot be converted.
    """
    try:
        config = msgspec.json.decode(data, type=Config)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _wrong(f"{FILE} cannot be read: {error}", "get the file again") from error
    if config.model_type not in FAMILIES:
        raise _wrong(
            f"a model of the type {config.model_type!r} cannot be converted",
            f"bring one of these types: {', '.join(FAMILIES)}; or export it to ONNX with the"
            " library it comes from, and write labels.json as docs/reference/models says",
        )
    config = msgspec.structs.replace(
        config,
        layers=config.layers if config.n_layers is None else config.n_layers,
        heads=config.heads if config.n_heads is None else config.n_heads,
        bend=config.activation or config.bend,
    )
    for setting, value, known in (
        ("hidden_act", config.bend, BENDS),
        ("position_embedding_type", config.places, ("absolute",)),
        ("is_decoder", config.decodes, (False,)),
    ):
        if value not in known:
            listed = ", ".join(map(str, known))
            raise _wrong(
                f"a model with {setting} {value!r} cannot be converted",
                f"bring one with {listed}; or export it to ONNX with the library it comes from",
            )
    if sorted(config.id2label) != list(range(len(config.id2label))) or not config.id2label:
        raise _wrong(
            "id2label does not number the labels from 0 on",
            "write the label of each score into id2label: the makers of the model know them",
        )
    return config


def _wrong(what: str, remedy: str) -> UsageError:
    return UsageError(what, where=FILE, remedy=remedy)

"""A converted model scores what the weights say, under the documented labels, or is refused."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from reportedly.errors import UsageError
from reportedly.neural import Model, ModelFiles
from reportedly.neural.convert import KINDS, Converted, HubFiles, convert, network
from reportedly.neural.convert.kinds import fit
from reportedly.neural.decode import spans, viterbi
from reportedly.neural.graph import Graph
from reportedly.neural.labels import read_labels
from tests.neural import tiny, tiny_bert
from training.named_text import KINDS as TAUGHT

UP = "bert.encoder.layer.0.intermediate.dense.weight"
IDS = np.array([1, 5, 4, 6, 7, 12, 11, 2, 2], np.int64)
Floats = NDArray[np.float32]


def scores(files: ModelFiles, ids: NDArray[np.int64] = IDS) -> Floats:
    """What the graph of a converted model says of one window."""
    (name,) = read_labels(files.labels).outputs()
    nothing = np.zeros_like(ids)
    return Graph(files.graph, [name], None).run(ids, nothing, nothing, [name])[name]


def told(found: Floats) -> Floats:
    """Scores of `tiny_bert.LABELS` as those of our labels, MISC left out: chances add up."""
    parts = [(0, 1, 2), (3,), (4,), (5, 7), (6, 8)]
    summed = [np.log(np.exp(found[:, list(part)]).sum(-1)) for part in parts]
    return np.stack(summed, -1).astype(np.float32)


def converted(given: HubFiles, *, eight: bool = False) -> Converted:
    return convert(given, leave_out=["MISC"], eight=eight)


# --- the scores ----------------------------------------------------------------------------------


@pytest.mark.parametrize("bend", ["gelu", "gelu_new", "relu"])
def test_the_graph_scores_what_the_weights_say(bend: str) -> None:
    weights = tiny_bert.tensors()
    made = converted(tiny_bert.files(weights, hidden_act=bend))
    wanted = told(tiny_bert.forward(weights, IDS, bend=bend))
    np.testing.assert_allclose(scores(made.files), wanted, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("family", ["roberta", "xlm-roberta", "camembert"])
def test_a_model_that_counts_places_behind_its_padding_is_read_so(family: str) -> None:
    weights = tiny_bert.tensors()
    named = tiny_bert.renamed(weights, {"bert.": "roberta."})
    made = converted(tiny_bert.files(named, model_type=family, pad_token_id=1))
    wanted = told(tiny_bert.forward(weights, IDS, first=2))
    np.testing.assert_allclose(scores(made.files), wanted, rtol=1e-4, atol=1e-5)
    assert made.longest == tiny_bert.PLACES - 2 - 2


def test_a_distilled_model_has_other_names_and_no_segments() -> None:
    weights = tiny_bert.tensors()
    weights["bert.embeddings.token_type_embeddings.weight"][:] = 0
    named = tiny_bert.renamed(weights, tiny_bert.DISTILBERT)
    del named["distilbert.embeddings.token_type_embeddings.weight"]
    given = tiny_bert.files(
        named,
        model_type="distilbert",
        n_layers=tiny_bert.LAYERS,
        n_heads=tiny_bert.HEADS,
        activation="gelu",
    )
    wanted = told(tiny_bert.forward(weights, IDS))
    np.testing.assert_allclose(scores(converted(given).files), wanted, rtol=1e-4, atol=1e-5)


def test_narrow_word_vectors_are_widened_before_the_layers() -> None:
    weights = tiny_bert.tensors(narrow=tiny_bert.NARROW)
    named = tiny_bert.renamed(weights, {"bert.": "electra."})
    made = converted(tiny_bert.files(named, model_type="electra"))
    wanted = told(tiny_bert.forward(weights, IDS))
    np.testing.assert_allclose(scores(made.files), wanted, rtol=1e-4, atol=1e-5)


def test_weights_of_8_bits_score_what_the_rounded_weights_say() -> None:
    weights = tiny_bert.tensors()
    made = converted(tiny_bert.files(weights), eight=True)
    rounded = {name: _rounded(name, array) for name, array in weights.items()}
    wanted = told(tiny_bert.forward(rounded, IDS))
    np.testing.assert_allclose(scores(made.files), wanted, rtol=1e-4, atol=1e-5)
    assert not np.allclose(wanted, told(tiny_bert.forward(weights, IDS)), atol=1e-3)


def _rounded(name: str, array: Floats) -> Floats:
    """Large weights in 255 steps a row: a row is what makes one number, or one word."""
    small = array.ndim < 2 or name.startswith(
        ("classifier", "bert.embeddings.p", "bert.embeddings.t")
    )
    if small:
        return array
    steps = np.abs(array).max(-1, keepdims=True) / np.float32(127)
    made: Floats = np.round(array / steps) * steps
    return made


def test_a_window_says_the_same_beside_a_longer_one() -> None:
    import onnxruntime

    made = converted(tiny_bert.files())
    session = onnxruntime.InferenceSession(made.files.graph, providers=["CPUExecutionProvider"])
    filled = np.stack([IDS, np.r_[IDS[:5], 0, 0, 0, 0]])
    mask = np.stack([np.ones_like(IDS), np.r_[np.ones(5, np.int64), 0, 0, 0, 0]])
    (both,) = session.run(None, {"input_ids": filled, "attention_mask": mask})
    np.testing.assert_allclose(both[0], scores(made.files), rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(both[1, :5], scores(made.files, IDS[:5]), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("kind", ["F16", "BF16", "F64"])
def test_weights_of_other_sizes_are_read(kind: str) -> None:
    weights = tiny_bert.tensors()
    if kind == "BF16":
        stored = {name: array.view(np.uint32) >> 16 for name, array in weights.items()}
        kept = {n: (a << 16).astype(np.uint32).view(np.float32) for n, a in stored.items()}
        packed = tiny_bert.safetensors({n: a.astype("<u2") for n, a in stored.items()}, kind)
    else:
        size = {"F16": np.float16, "F64": np.float64}[kind]
        kept = {name: array.astype(size).astype(np.float32) for name, array in weights.items()}
        packed = tiny_bert.safetensors({n: a.astype(size) for n, a in weights.items()}, kind)
    made = converted(replace(tiny_bert.files(), weights=packed))
    wanted = told(tiny_bert.forward(kept, IDS))
    np.testing.assert_allclose(scores(made.files), wanted, rtol=1e-4, atol=1e-5)


def test_early_names_of_weights_are_known_and_what_has_no_part_in_tagging_is_left() -> None:
    weights = tiny_bert.tensors()
    early = tiny_bert.renamed(
        weights, {"LayerNorm.weight": "LayerNorm.gamma", "LayerNorm.bias": "LayerNorm.beta"}
    )
    early["bert.pooler.dense.weight"] = np.zeros((8, 8), np.float32)
    early["bert.embeddings.position_ids"] = np.zeros(24, np.float32)
    same = converted(tiny_bert.files(weights))
    assert converted(tiny_bert.files(early)).files == same.files


# --- reading with it -----------------------------------------------------------------------------


def test_a_converted_model_reads_the_spans_that_its_scores_make() -> None:
    weights = tiny_bert.tensors(len(tiny_bert.SAID))
    made = convert(tiny_bert.files(weights, tiny_bert.SAID))
    text = "the mayor said rainly rain plain clerk denied rains ."
    # The signs of the window, and of the end of the paragraph, stand around nine words; the second
    # piece of "rainly" answers for nothing.
    ids = np.array([1, 5, 4, 6, 7, 12, 7, 3, 9, 10, 8, 11, 2, 2], np.int64)
    words = [1, 2, 3, 4, 6, 7, 8, 9, 10, 11]
    labels = read_labels(made.files.labels).heads["attribution"]
    best = tiny_bert.forward(weights, ids)[words][:, None]
    (path,) = viterbi(best, *labels.chain(), [len(words)]).T
    wanted = spans([labels.labels[tag] for tag in path])
    assert len(wanted) > 2
    found = Model.load(made.files).read(text).of("attribution")
    assert [(one.kind, text[one.start : one.end]) for one in found] == [
        (span.kind, " ".join(text.split()[span.start : span.end])) for span in wanted
    ]


def test_windows_are_no_longer_than_the_model_can_read() -> None:
    made = converted(tiny_bert.files())
    labels = read_labels(made.files.labels)
    assert (labels.longest, labels.context) == (22, 7)
    text = "the mayor said rain . " * 200
    found = Model.load(made.files).read(text)
    assert len(found.words) == 1000


def test_the_same_files_give_the_same_model() -> None:
    assert (
        converted(tiny_bert.files()).files.digest() == converted(tiny_bert.files()).files.digest()
    )


# --- labels --------------------------------------------------------------------------------------


def test_labels_are_named_as_documented_in_the_documented_order() -> None:
    made = converted(tiny_bert.files())
    (head,) = json.loads(made.files.labels)["heads"].items()
    wanted = ["O", "B-person", "I-person", "B-place", "I-place"]
    assert head == ("names", {"output": "names", "labels": wanted})
    assert made.fitted.left_out == ("MISC",)


def test_the_kinds_of_names_are_those_that_the_reader_is_taught() -> None:
    assert KINDS["names"] == TAUGHT
    assert KINDS["attribution"] == ("source", "cue", "content")


def test_every_kind_is_known_by_its_own_name() -> None:
    for head, kinds in KINDS.items():
        labels = ("O", *(f"{mark}-{kind}" for kind in kinds for mark in "BI"))
        assert fit(labels, head).labels == labels


def test_the_head_is_the_one_that_knows_the_kinds_unless_it_is_named() -> None:
    assert fit(["O", "B-Source", "B-MISC"], leave_out=["misc"]).head == "attribution"
    assert fit(["O", "B-PER"]).head == "names"
    with pytest.raises(UsageError, match="`names` has no kind 'Source'"):
        fit(["O", "B-Source"], "names")


def test_finer_marks_count_as_beginning_or_going_on() -> None:
    fitted = fit(["B-PER", "I-PER", "E-PER", "S-PER", "O"])
    assert fitted.labels == ("O", "B-person", "I-person")
    assert fitted.columns == ((4,), (0, 3), (1, 2))


@pytest.mark.parametrize(
    ("labels", "leave_out", "what"),
    [
        (["B-PER", "I-PER"], [], "none of its labels is `O`"),
        (["LABEL_0", "O"], [], "'LABEL_0' is neither `O`"),
        (["O", "PER"], [], "'PER' is neither `O`"),
        (["O", "I-PER"], [], "'I-PER' has no 'B-PER'"),
        (
            ["O", "B-MISC", "B-LAW", "B-PER"],
            [],
            "no kind 'MISC', 'LAW'.*known are person.*cardinal",
        ),
        (["O", "B-MISC"], [], "--leave-out MISC"),
        (["O", "B-PER"], ["LAW"], "no kind 'LAW' to leave out.*its kinds are PER"),
        (["O", "B-PER"], ["per"], "no kind is left"),
        (["O", "B-source", "B-LAW"], [], "known are source, cue, content"),
    ],
)
def test_labels_that_do_not_fit_are_named(
    labels: list[str], leave_out: list[str], what: str
) -> None:
    with pytest.raises(UsageError, match=what):
        fit(labels, leave_out=leave_out)


# --- what is refused -----------------------------------------------------------------------------


def lacking(name: str) -> tiny_bert.Tensors:
    return {key: array for key, array in tiny_bert.tensors().items() if key != name}


@pytest.mark.parametrize(
    ("given", "what"),
    [
        (replace(tiny_bert.files(), config=b"{"), "config.json cannot be read"),
        (tiny_bert.files(model_type="deberta-v2"), "'deberta-v2'.*bert, camembert.*ONNX"),
        (tiny_bert.files(hidden_act="swish"), "hidden_act 'swish'.*gelu"),
        (tiny_bert.files(position_embedding_type="relative_key"), "relative_key"),
        (tiny_bert.files(is_decoder=True), "is_decoder"),
        (tiny_bert.files(id2label={"1": "O", "2": "B-PER"}), "number the labels from 0"),
        (tiny_bert.files(id2label={}), "number the labels from 0"),
        (tiny_bert.files(num_attention_heads=3), "3 heads do not share a width of 8"),
        (tiny_bert.files(num_hidden_layers=3), "has no 'bert.encoder.layer.2"),
        (tiny_bert.files(num_hidden_layers=1), "holds 'bert.encoder.layer.1"),
        (tiny_bert.files(lacking("classifier.weight")), "has no 'classifier.weight'"),
        (tiny_bert.files(tiny_bert.tensors(5)), "scores 5 labels.*names 9"),
        (
            tiny_bert.files(tiny_bert.tensors() | {"classifier.bias": np.ones(3, np.float32)}),
            "'classifier.bias' is 3, not 9",
        ),
        (
            tiny_bert.files(tiny_bert.tensors() | {"crf.moves": np.ones(3, np.float32)}),
            "holds 'crf.moves'",
        ),
        (
            tiny_bert.files(tiny_bert.tensors() | {UP: np.ones((), np.float32)}),
            f"{UP!r} is a single number",
        ),
        (
            tiny_bert.files(tiny_bert.tensors() | {"classifier.bias": np.full(9, np.nan, "<f4")}),
            "'classifier.bias' holds what is no number",
        ),
        (replace(tiny_bert.files(), weights=b"no weights"), "cannot be read"),
        (
            replace(tiny_bert.files(), weights=tiny_bert.safetensors(tiny_bert.tensors(), "I32")),
            "numbers of type I32",
        ),
        (replace(tiny_bert.files(), tokenizer=b"{}"), "tokenizer"),
        (
            tiny_bert.files(
                tiny_bert.tensors()
                | {"bert.embeddings.word_embeddings.weight": np.ones((4, 8), np.float32)}
            ),
            "tokenizer has 13 words, and the model knows 4",
        ),
        (
            tiny_bert.files(
                tiny_bert.tensors()
                | {"bert.embeddings.position_embeddings.weight": np.ones((9, 8), np.float32)}
            ),
            "reads 9 pieces at a time",
        ),
    ],
)
def test_what_cannot_be_converted_is_refused_with_a_reason(given: HubFiles, what: str) -> None:
    with pytest.raises(UsageError, match=what):
        converted(given)


def test_what_no_onnx_file_can_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "MOST", 1_000)
    with pytest.raises(UsageError, match=r"more than 2 GB.*--bits 8"):
        converted(tiny_bert.files())


@pytest.mark.parametrize("package", ["onnx", "safetensors"])
def test_without_the_extra_it_says_how_to_get_it(package: str) -> None:
    code = (
        "import sys\n"
        f"sys.modules[{package!r}] = None\n"
        "from reportedly.errors import UsageError\n"
        "from reportedly.neural.convert import HubFiles, convert\n"
        "try:\n"
        "    convert(HubFiles(b'', b'', b''))\n"
        "except UsageError as error:\n"
        "    print(error.what, error.remedy)\n"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert package in told.stdout
    assert "pip install 'reportedly[models]'" in told.stdout


def test_nothing_of_the_extra_is_loaded_before_a_model_is_converted() -> None:
    code = (
        "import sys, reportedly.cli\n"
        "print(sorted({'onnx', 'safetensors', 'onnxruntime', 'tokenizers'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_the_tokenizer_is_kept_as_it_is() -> None:
    assert converted(tiny_bert.files()).files.tokenizer == tiny.tokenizer()

"""What `doctor` says of the trained reader: which it is, what it was taught, and whether it works."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from reportedly.cli.doctor import told
from reportedly.cli.trained import trained
from tests.neural import tiny

SETS = [{"name": "Osk news, train", "teaches": "who says what", "licence": "CC BY 4.0"}]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Packed data with a trained reader."""
    reader = tmp_path / "reader"
    reader.mkdir()
    (reader / "reader.onnx").write_bytes(tiny.graph(("embeds", "attention_mask")))
    (reader / "tokenizer.json").write_bytes(tiny.tokenizer())
    (reader / "labels.json").write_bytes(tiny.labels())
    (reader / "WEIGHTS-LICENSE").write_text("Free for all.\n\nMore of it.\n")
    (reader / "embeddings.npz").write_bytes(tiny.words())
    write_card(reader)
    return tmp_path


def write_card(reader: Path) -> None:
    names = ("reader.onnx", "tokenizer.json", "labels.json", "embeddings.npz")
    digests = {name: hashlib.sha256((reader / name).read_bytes()).hexdigest() for name in names}
    card = {"knobs": {"seed": 1}, "sets": SETS, "dev": "exact 80", "sha256": digests}
    (reader / "card.json").write_text(json.dumps(card))


def test_a_package_without_weights_says_so(tmp_path: Path) -> None:
    assert trained(tmp_path / "reader") is None
    assert told(None) == {"model": "none: the package lacks its trained reader"}


def test_the_reader_is_told_with_its_size_and_every_licence(data: Path) -> None:
    model = trained(data / "reader")
    assert model is not None
    assert model.works
    graph = tiny.graph(("embeds", "attention_mask"))
    files = tiny.files(graph=graph, words=tiny.words())
    assert model.digest == files.digest()
    assert model.bytes == sum(map(len, (files.graph, files.tokenizer, files.labels, files.words)))
    lines = told(model)
    assert lines["model"] == files.digest()[:16]
    assert lines["licence of the weights"] == "Free for all."
    assert lines["trained on 1"] == "Osk news, train: who says what; licence: CC BY 4.0"


@pytest.mark.parametrize(
    "name", ["reader/reader.onnx", "reader/labels.json", "reader/embeddings.npz"]
)
def test_a_file_that_is_not_of_the_card_does_not_work(data: Path, name: str) -> None:
    with (data / name).open("ab") as file:
        file.write(b" ")
    model = trained(data / "reader")
    assert model is not None
    assert not model.works


def test_files_that_make_no_model_do_not_work_even_with_a_card(data: Path) -> None:
    (data / "reader/tokenizer.json").write_text("{}")
    write_card(data / "reader")
    model = trained(data / "reader")
    assert model is not None
    assert not model.works


@pytest.mark.parametrize("text", ["", "{", '{"sets": 1}'])
def test_a_reader_without_a_card_does_not_work(data: Path, text: str) -> None:
    (data / "reader/card.json").write_text(text)
    model = trained(data / "reader")
    assert model is not None
    assert (model.works, model.sets) == (False, ())

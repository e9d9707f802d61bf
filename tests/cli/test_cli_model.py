"""Bringing a model from the command line: what comes of it, and what is said where it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.neural import Model, ModelFiles
from tests.cases import command
from tests.neural import tiny_bert


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A Hugging Face folder."""
    given = tiny_bert.files()
    made = tmp_path / "hub"
    made.mkdir()
    (made / "config.json").write_bytes(given.config)
    (made / "model.safetensors").write_bytes(given.weights)
    (made / "tokenizer.json").write_bytes(given.tokenizer)
    return made


def test_a_converted_folder_holds_a_model_that_reads(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "made" / "reader"
    ended = command("model", "convert", folder, out, "--leave-out", "MISC", "--head", "names")
    assert (ended.code, ended.out) == (0, f"{out}\n")
    assert "names: person, place; windows of 22 pieces" in ended.err
    assert "left out: MISC" in ended.err
    assert sorted(path.name for path in out.iterdir()) == [
        "labels.json",
        "reader.onnx",
        "tokenizer.json",
    ]
    model = Model.load(
        ModelFiles(
            (out / "reader.onnx").read_bytes(),
            (out / "tokenizer.json").read_bytes(),
            (out / "labels.json").read_bytes(),
        )
    )
    assert {one.kind for one in model.read("the mayor said rain").of("names")} <= {
        "person",
        "place",
    }


def test_8_bits_take_less_space(folder: Path, tmp_path: Path) -> None:
    for bits in ("32", "8"):
        ended = command(
            "model", "convert", folder, tmp_path / bits, "--leave-out", "MISC", "--bits", bits
        )
        assert ended.code == 0
    sizes = [(tmp_path / bits / "reader.onnx").stat().st_size for bits in ("8", "32")]
    assert sizes == sorted(sizes)


@pytest.mark.parametrize("name", ["config.json", "model.safetensors", "tokenizer.json"])
def test_a_file_that_is_missing_is_named(folder: Path, tmp_path: Path, name: str) -> None:
    (folder / name).unlink()
    ended = command("model", "convert", folder, tmp_path / "out")
    assert ended.code == 2
    assert f"the folder holds no {name}" in ended.err
    assert "save_pretrained" in ended.err


def test_labels_that_do_not_fit_are_named_and_nothing_is_written(
    folder: Path, tmp_path: Path
) -> None:
    ended = command("model", "convert", folder, tmp_path / "out")
    assert ended.code == 2
    assert "the head `names` has no kind 'MISC'" in ended.err
    assert "--leave-out MISC" in ended.err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_holds_something_is_left_alone(folder: Path) -> None:
    ended = command("model", "convert", folder, folder)
    assert ended.code == 2
    assert "the folder to convert to is not empty" in ended.err

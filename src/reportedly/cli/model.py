"""`reportedly model`: bring another model than the one of the package."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from reportedly.casefile.disk import telling
from reportedly.cli.screen import line, say
from reportedly.errors import UsageError
from reportedly.neural.convert import Converted, HubFiles, convert

HELP = "Bring a model of your own to read with. Its acts convert what others trained."

CONVERT = (
    "Convert a Hugging Face token classifier. Writes a folder that the line `model` of case.toml "
    "can name. Needs the extra: pip install 'reportedly[models]'."
)

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

SAVE = "open the model with `transformers` where it is at home, and write it with save_pretrained"
"""How a file that is missing is made."""


class Head(StrEnum):
    """The heads that a model can be brought for."""

    ATTRIBUTION = "attribution"
    NAMES = "names"


class Bits(StrEnum):
    """The sizes in which weights are stored."""

    FULL = "32"
    EIGHT = "8"


@app.command("convert", help=CONVERT)
def bring(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER", help="Holds config.json, model.safetensors and tokenizer.json."
        ),
    ],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder to make.")],
    head: Annotated[
        Head | None,
        typer.Option(
            "--head", help="What it marks.", show_default="the one that knows a kind of the model"
        ),
    ] = None,
    leave_out: Annotated[
        list[str] | None,
        typer.Option(
            "--leave-out",
            metavar="KIND",
            help="A kind of the model whose words count as unmarked; may be given again.",
        ),
    ] = None,
    bits: Annotated[
        Bits, typer.Option("--bits", help="Store the weights in 32 bits, or in 8 to save space.")
    ] = Bits.FULL,
) -> None:
    """Write a folder that ``reading.model`` can name."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UsageError(
            "the folder to convert to is not empty", where=str(out), remedy="name a new folder"
        )
    given = HubFiles(
        _file(folder, "config.json"),
        _file(folder, "model.safetensors"),
        _file(folder, "tokenizer.json"),
    )
    made = convert(given, head.value if head else "", leave_out or (), eight=bits is Bits.EIGHT)
    with telling(out):
        out.mkdir(parents=True, exist_ok=True)
        for name, data in (
            ("reader.onnx", made.files.graph),
            ("tokenizer.json", made.files.tokenizer),
            ("labels.json", made.files.labels),
        ):
            (out / name).write_bytes(data)
    line(str(out))
    _tell(made, out)


def _file(folder: Path, name: str) -> bytes:
    path = folder / name
    if not path.is_file():
        raise UsageError(f"the folder holds no {name}", where=str(folder), remedy=SAVE)
    with telling(path):
        return path.read_bytes()


def _tell(made: Converted, out: Path) -> None:
    kinds = [label[2:] for label in made.fitted.labels if label.startswith("B-")]
    say(f"{made.fitted.head}: {', '.join(kinds)}; windows of {made.longest} pieces")
    if made.fitted.left_out:
        say(f"left out: {', '.join(made.fitted.left_out)}")
    named = json.dumps(str(out.resolve()), ensure_ascii=False)
    say(f"Next: write model = {named} under [reading] in the case's case.toml")

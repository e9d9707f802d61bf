"""The reader of a case: the rules, with the trained model that its settings name; and its readings, kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from reportedly import read
from reportedly.casefile.codec import unhindered
from reportedly.engine.cache import Shelf
from reportedly.engine.pool import run
from reportedly.engine.progress import Progress
from reportedly.engine.version import code_digest
from reportedly.errors import UsageError
from reportedly.model.ident import digest
from reportedly.model.report import Report
from reportedly.model.settings import Settings
from reportedly.model.statement import Reading
from reportedly.neural import Model, ModelFiles
from reportedly.text.places import Gazetteer

CODE = ("read", "text", "model", "neural")
RULES = "rules"
"""Names the reader that asks no model."""
OPEN = "open"
"""Names the model that was trained on openly licensed sets alone."""
OPEN_PACKAGE = "reportedly_open_reader"
"""What carries that model: a package of its own, since two would make this one too large."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads the reports of a case.

    Attributes:
        digest: Of its code and its model: what its readings are filed under.
        read: Reads one report; can be pickled, since worker processes are handed it.
        prepare: Makes the first reading quick; what it cannot do, `read` says.
    """

    digest: str
    read: Callable[[Report, Settings], Reading]
    prepare: Callable[[], object] = lambda: None


@dataclass(frozen=True, slots=True)
class Packaged:
    """Reads with the rules and the model of one folder.

    Attributes:
        model: As in ``case.toml``: empty for the model of the package, ``open`` for the one that
            learned from openly licensed sets alone, ``rules`` for none, else a folder.
    """

    model: str = ""

    def __call__(self, report: Report, settings: Settings) -> Reading:
        return read.read(report, settings, gazetteer(), _finder(self.model))


def readings(
    reader: Reader,
    settings: Settings,
    shelf: Shelf,
    reports: Sequence[Report],
    workers: int,
    progress: Progress,
) -> dict[str, Reading]:
    """The readings of ``reports``, by report id: those that are kept, and those made now."""
    keys = {report.id: _key(report, settings, reader) for report in reports}
    made: dict[str, Reading] = {}
    kept = shelf.many(keys.values())
    decode = msgspec.json.Decoder(Reading).decode
    for report in reports:
        # One that a power cut left in half is made again.
        with suppress(KeyError, msgspec.DecodeError, ValueError):
            made[report.id] = decode(kept[keys[report.id]])
    todo = [report for report in reports if report.id not in made]
    for reading in run(partial(_read, reader.read, settings), todo, workers):
        made[reading.report] = reading
        shelf.put(keys[reading.report], msgspec.json.encode(reading))
        progress("read", len(made), len(reports))
    progress("read", len(reports), len(reports))
    return made


def _read(
    one: Callable[[Report, Settings], Reading], settings: Settings, report: Report
) -> Reading:
    # In a process of its own as well, where the collector took a seventh of the rules' time.
    with unhindered():
        return one(report, settings)


def _key(report: Report, settings: Settings, reader: Reader) -> str:
    """What a reading depends on: the text, what is known of the report, and the reader."""
    bare = replace(report, full_text="", offsets=(), names=(), original=(), id=report.id)
    return digest(msgspec.json.encode((reader.digest, bare, settings.places, settings.outlets)))


def reader_of(settings: Settings, case: Path) -> Reader:
    """The reader that a case asks for.

    Args:
        settings: Of the case.
        case: Its folder: what its settings call a model lies in it, or where its path leads.

    Raises:
        UsageError: There is no such model.
    """
    name = settings.model
    if name not in ("", RULES, OPEN):
        name = str(case / name)
    code = code_digest(*CODE)
    whole = digest(f"{code} {_files(name).digest()}".encode()) if name != RULES else code
    return Reader(whole, Packaged(name), partial(_finder, name))


@cache
def gazetteer() -> Gazetteer:
    """The packed gazetteer of the package, loaded at first use."""
    return Gazetteer.load(_data().joinpath("gazetteer.bin").read_bytes())


@cache
def _finder(name: str) -> read.SpanFinder:
    """What finds the spans; a model is loaded at first use."""
    if name == RULES:
        return read.find
    return read.joining(read.find, read.spotting(Model.load(_files(name))))


@cache
def _files(name: str) -> ModelFiles:
    """The files of a model.

    Raises:
        UsageError: One is missing.
    """
    own, shared = _folders(name)
    graph, labels = own.joinpath("reader.onnx"), own.joinpath("labels.json")
    tokenizer, words = shared.joinpath("tokenizer.json"), shared.joinpath("embeddings.npz")
    try:
        return ModelFiles(
            graph=graph.read_bytes(),
            tokenizer=tokenizer.read_bytes(),
            labels=labels.read_bytes(),
            words=words.read_bytes() if words.is_file() else b"",
        )
    except OSError as error:
        raise UsageError(
            f"the model cannot be read: {error.strerror}",
            where=str(error.filename or own),
            remedy="name a folder that holds reader.onnx, tokenizer.json and labels.json as"
            " reading.model in case.toml, or leave the line out",
        ) from error


def _folders(name: str) -> tuple[Traversable, Traversable]:
    """Where a model stands, and where what it may share with that of the package does.

    Raises:
        UsageError: The model is not installed.
    """
    packaged = _data().joinpath("reader")
    if name == OPEN:
        folder = open_reader()
        if folder is None:
            raise UsageError(
                "the openly licensed model is not installed",
                where="reading.model in case.toml",
                remedy="install it beside the program (pip install ./open-reader, in the source),"
                " or name another model",
            )
        return folder, packaged
    return (Path(name), Path(name)) if name else (packaged, packaged)


def open_reader() -> Traversable | None:
    """Where the model stands that was trained on openly licensed sets alone, if it is installed."""
    try:
        return resources.files(OPEN_PACKAGE)
    except ModuleNotFoundError:
        return None


def _data() -> Traversable:
    return resources.files("reportedly").joinpath("data")

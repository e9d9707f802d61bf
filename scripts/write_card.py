"""Write the page of a trained reader from its card, so that no figure of it is typed by hand.

    python scripts/write_card.py src/reportedly/data/reader docs/reference/models/reader.md

    python scripts/write_card.py open-reader/src/reportedly_open_reader docs/reference/models/open.md

`training/reader.py` writes the card (`card.json`) beside the weights. Each part of it becomes a
section, in the order of the card: a table for a table, a list for a list, a line for a line.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

HEAD = """# {title}

{what} This page is written from the reader's own card by `scripts/write_card.py`; the
[form of a model](README.md) says how it is run, and `reportedly doctor` which is installed.
"""

PACKAGED = "What `reading.model` names when it names nothing."
OPEN = """What `reading.model = "open"` names: the same recipe, trained on openly licensed sets alone. It comes
in a package of its own, `open-reader`, and shares the tokenizer and the words with the
[reader of the package](reader.md), beside which its figures are to be read."""

TITLES = {
    "sets": "What it was trained on",
    "knobs": "How it was trained",
    "dev": "What it gets right",
    "open": "The same without sets that are not openly licensed",
    "sha256": "Its files",
}
"""Titles of the parts that every card has; others go by their own names."""

BEFORE = {
    "sets": "The licence is what the makers of the set state.",
    "knobs": "The reason for each value stands in `training/reader.py`.",
    "dev": "Measured on articles it was tuned on and never trained on. More stands in `eval/LOG.md`.",
    "sha256": "SHA-256 of each.",
}
"""What is said before a part."""

Row = Mapping[str, object]


def page(card: Row, sizes: Mapping[str, int], licence: str) -> str:
    """The page.

    Args:
        card: As it was written.
        sizes: Bytes of each file beside it.
        licence: The text about the licences of the weights.
    """
    knobs = card["knobs"]
    openly = isinstance(knobs, Mapping) and bool(knobs.get("open"))
    head = ("The open reader", OPEN) if openly else ("The reader of the package", PACKAGED)
    parts = [HEAD.format(title=head[0], what=head[1])]
    for name, part in card.items():
        body = _files(part, sizes) if name == "sha256" and isinstance(part, Mapping) else part
        title = TITLES.get(name, name.replace("_", " ").capitalize())
        said = [BEFORE[name]] if name in BEFORE else []
        parts.append("\n".join([f"## {title}", "", *said, *([""] if said else []), *_part(body)]))
        parts[-1] += "\n"
    parts.append(f"## Licences\n\n```\n{licence.strip()}\n```\n")
    return "\n".join(parts)


def _files(digests: Row, sizes: Mapping[str, int]) -> list[Row]:
    return [
        {"file": name, "bytes": f"{sizes[name]:,}" if name in sizes else "", "sha256": digest}
        for name, digest in digests.items()
    ]


def _part(part: object) -> Iterator[str]:
    """A part of the card in Markdown."""
    if isinstance(part, Mapping):
        if part and all(isinstance(row, Mapping) for row in part.values()):
            yield from _table([{"": name} | dict(row) for name, row in part.items()])
        else:
            yield from _table([{"": name, "value": told} for name, told in part.items()])
    elif isinstance(part, Sequence) and not isinstance(part, str):
        rows = [row for row in part if isinstance(row, Mapping)]
        yield from _table(rows) if rows else (f"- {_cell(row)}" for row in part)
    else:
        yield from ("```", str(part).strip(), "```")


def _table(rows: Sequence[Row]) -> Iterator[str]:
    head = list(dict.fromkeys(name for row in rows for name in row))
    yield f"| {' | '.join(head)} |".replace("|  |", "| |")
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(_cell(row.get(name, '')) for name in head)} |"


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value.replace("|", "\\|").replace("\n", " ")
    return json.dumps(value, ensure_ascii=False)


def written(folder: Path) -> str:
    """The page of the reader in a folder."""
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    sizes = {path.name: path.stat().st_size for path in folder.iterdir() if path.is_file()}
    return page(card, sizes, (folder / "WEIGHTS-LICENSE").read_text(encoding="utf-8"))


def main() -> None:
    """Write the page."""
    folder, out = map(Path, sys.argv[1:])
    out.write_text(written(folder), encoding="utf-8")


if __name__ == "__main__":
    main()

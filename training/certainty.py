"""Event words with how certain people are that the event happened: -3 (no) to 3 (yes).

UDS-IH2 (the English Web Treebank) and UW (news) mark words of tokenised sentences; both are
written as running text again.

python training/certainty.py /path/of/corpora     prints what each set holds
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from training.detokenise import detokenise

UDS = "UDS_IH2"
UW = "UW"


@dataclass(frozen=True, slots=True)
class Judged:
    """One event word of a sentence.

    Attributes:
        start: First code point.
        end: One past the last.
        score: -3 to 3, the mean of what people answered.
    """

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class JudgedText:
    """One sentence with its event words.

    Attributes:
        id: Set, part and number.
        text: The sentence as running text.
        events: In order.
        open: Whether everybody may use it: UDS-IH2 (CC BY-SA) yes, UW (licence unclear) no.
    """

    id: str
    text: str
    events: tuple[Judged, ...]
    open: bool


def training_certainty(data: Path, *, open_only: bool = False) -> list[JudgedText]:
    """The sentences to train on.

    Args:
        data: The folder of the data sets.
        open_only: UDS-IH2 alone.
    """
    texts = list(judged(data, UDS, "train"))
    return texts if open_only else [*texts, *judged(data, UW, "train")]


def held_out_certainty(data: Path) -> list[JudgedText]:
    """The dev part of UDS-IH2, on which the model is measured."""
    return list(judged(data, UDS, "dev"))


def judged(data: Path, name: str, part: str) -> Iterator[JudgedText]:
    """One part of one set.

    Args:
        data: The folder of the data sets.
        name: `UDS` or `UW`.
        part: ``train`` or ``dev``.
    """
    path = data / "factuality" / name / f"{part}.jsonl"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        text, places = detokenise(str(row["text"]).split())
        events = tuple(
            Judged(places[first][0], places[last - 1][1], float(target["label"]))
            for target in row["targets"]
            for first, last in [target["span1"]]
        )
        yield JudgedText(f"{name}/{part}/{number}", text, events, open=name == UDS)


def main() -> None:
    """Print the counts."""
    data = Path(sys.argv[1]) / "data"
    for name, part in ((UDS, "train"), (UW, "train"), (UDS, "dev")):
        texts = list(judged(data, name, part))
        events = [event.score for text in texts for event in text.events]
        negative = sum(score <= -1 for score in events)
        print(f"{name} {part}: {len(texts)} sentences, {len(events)} events, {negative} negative")


if __name__ == "__main__":
    main()

"""All texts with names, to train on and to measure on.

python training/names.py /path/of/corpora     prints how many names of each kind each set teaches
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from training.named_text import KINDS, NamedText
from training.names_gum import gum
from training.names_re3d import re3d
from training.names_wikigold import wikigold
from training.names_worldwide import worldwide


def training_names(data: Path, *, open_only: bool = False) -> list[NamedText]:
    """Every document to train on, always in the same order.

    Args:
        data: The folder of the data sets.
        open_only: Only sets that everybody may use: re3d without its non-commercial part,
            wikigold, GUM. GUM is in this variant alone: the names there are guesses from syntax.
    """
    if open_only:
        return [*re3d(data, open_only=True), *wikigold(data), *gum(data)]
    return [*worldwide(data, held_out=False), *re3d(data), *wikigold(data)]


def held_out_names(data: Path) -> list[NamedText]:
    """The tenth of `worldwide-ner` that nothing is trained on: whole countries."""
    return list(worldwide(data, held_out=True))


def main() -> None:
    """Print the counts."""
    data = Path(sys.argv[1]) / "data"
    sets = {
        "trained on": training_names(data),
        "open alone": training_names(data, open_only=True),
        "set aside": held_out_names(data),
    }
    for title, documents in sets.items():
        counts = Counter(kind for text in documents for span in text.names for kind in span.kinds)
        words = sum(len(text.text.split()) for text in documents)
        print(f"{title}: {len(documents)} texts, {words} words")
        for kind in KINDS:
            print(f"  {kind:32} {counts[kind]:6}")


if __name__ == "__main__":
    main()

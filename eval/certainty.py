"""How well a model tells what happened from what did not, on the dev part of UDS-IH2.

    REPORTEDLY_CORPORA=... python eval/certainty.py [FOLDER]     FOLDER holds the files of the model

People scored each event word from -3 (it did not happen) to 3 (it did); the figures are the mean
absolute error, and Pearson's r with their mean.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import correlation, fmean, median

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval.trained import PACKAGED, load
from training.certainty import held_out_certainty, training_certainty

CORPORA = "REPORTEDLY_CORPORA"


def mean_error(said: Sequence[float], gold: Sequence[float]) -> float:
    """Mean absolute error."""
    return fmean(abs(one - other) for one, other in zip(said, gold, strict=True))


def main() -> None:
    """Print both figures, beside those of always saying the middle of the training scores."""
    if len(sys.argv) > 2 or CORPORA not in os.environ:
        sys.exit(__doc__)
    data = Path(os.environ[CORPORA]) / "data"
    model = load(Path(sys.argv[1]) if sys.argv[1:] else PACKAGED)
    said: list[float] = []
    gold: list[float] = []
    for text in held_out_certainty(data):
        found = model.read(text.text)
        for event in text.events:
            score = found.certainty(event.start)
            said.append(0.0 if score is None else score)
            gold.append(event.score)
    middle = median(event.score for text in training_certainty(data) for event in text.events)
    print(f"{'':24}{'error':>7}{'r':>7}")
    print(f"{'the model':24}{mean_error(said, gold):7.3f}{correlation(said, gold):7.3f}")
    print(f"{'floor':24}{0.86:7.3f}{0.81:7.3f}")
    print(f"{'aim':24}{0.75:7.3f}{0.88:7.3f}")
    print(f"{'always the middle':24}{mean_error([middle] * len(gold), gold):7.3f}{'-':>7}")


if __name__ == "__main__":
    main()

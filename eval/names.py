"""How many names a model finds, on the countries of `worldwide-ner` that it never saw.

    REPORTEDLY_CORPORA=... python eval/names.py [FOLDER]     FOLDER holds the files of the model

A name is right with both edges and its kind. What the set does not mark (a weapon, a count) is
neither right nor wrong where it may stand. Precision, recall and F1 are over all names together.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval.trained import PACKAGED, load
from reportedly.neural import Marked
from reportedly.neural.found import NAMES
from training.named_text import KINDS, ORGANIZATION, PERSON, PLACE, NamedText
from training.names import held_out_names

CORPORA = "REPORTEDLY_CORPORA"
THREE = (PERSON, ORGANIZATION, PLACE)
FLOORS = {"person, organization, place": 86, "all kinds": 80}
AIMS = {"person, organization, place": 90, "all kinds": 86}


@dataclass
class Tally:
    """Names by kind: right ones, given ones, marked ones."""

    right: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def add(self, document: NamedText, marked: Iterable[Marked]) -> None:
        """Count one document."""
        gold = {(span.start, span.end): span.kinds for span in document.names}
        self.gold.update(span.kinds[0] for span in document.names)
        for one in marked:
            if one.kind in gold.get((one.start, one.end), ()):
                self.right[one.kind] += 1
            elif _unsaid(document, one):
                continue
            self.given[one.kind] += 1

    def f1(self, kinds: Sequence[str]) -> float:
        """F1 over names of these kinds, in percent; 0 where there are none."""
        right, given, gold = (
            sum(counts[kind] for kind in kinds) for counts in (self.right, self.given, self.gold)
        )
        return 200 * right / (given + gold) if given + gold else 0.0


def _unsaid(document: NamedText, one: Marked) -> bool:
    """Whether the set leaves open that such a name stands there."""
    return any(
        span.start < one.end and one.start < span.end and one.kind in span.kinds
        for span in document.doubtful
    ) and not any(span.start < one.end and one.start < span.end for span in document.names)


def table(tally: Tally) -> str:
    """The figures, as text."""
    lines = [f"{'':32}{'names':>7}{'F1':>7}{'floor':>7}{'aim':>5}"]
    for title, kinds in (("person, organization, place", THREE), ("all kinds", KINDS)):
        count = sum(tally.gold[kind] for kind in kinds)
        row = f"{title:32}{count:7}{tally.f1(kinds):7.1f}"
        lines.append(f"{row}{FLOORS[title]:7}{AIMS[title]:5}")
    lines += [f"  {kind:30}{tally.gold[kind]:7}{tally.f1([kind]):7.1f}" for kind in KINDS]
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    if len(sys.argv) > 2 or CORPORA not in os.environ:
        sys.exit(__doc__)
    model = load(Path(sys.argv[1]) if sys.argv[1:] else PACKAGED)
    tally = Tally()
    for document in held_out_names(Path(os.environ[CORPORA]) / "data"):
        tally.add(document, model.read(document.text).of(NAMES))
    print(table(tally))


if __name__ == "__main__":
    main()

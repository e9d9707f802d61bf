"""Keep the floors under what the delivered reader does on texts of the corpora.

    REPORTEDLY_CORPORA=... python eval/reader.py              what is reached, beside the floors
    REPORTEDLY_CORPORA=... python eval/reader.py --raise      lift every floor to what is reached

The floors stand in `eval/reader_floors.json`, half a percent under what was reached: another
processor's last bits move a figure by a tenth or two. Lowering one is done by hand, with a line in
`eval/LOG.md` that begins `- floor NAME OLD -> NEW:` (three decimals); the tests ask for it.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval import chains
from eval.cue_kinds import FIELDS, judged
from eval.floors import Floors, below, raised, read_floors, written
from eval.mpqa_corpus import read_mpqa
from eval.names import THREE, measured
from eval.polnear import measure
from eval.polnear_corpus import read_polnear
from eval.readers import finder_named
from eval.speakers import outcomes
from eval.trained import PACKAGED, load
from training.names import held_out_names

FLOORS = Path(__file__).resolve().with_name("reader_floors.json")
MARGIN = 0.005
CORPORA = "REPORTEDLY_CORPORA"
READER = "joined"


def reached(corpora: Path) -> Floors:
    """Every figure that has a floor, as a share, rounded down."""
    finder = cache(finder_named(READER))
    figures = measure(read_polnear(corpora / "data/polnear/dev").articles, finder)
    counted = outcomes(corpora, finder)
    figures["entity of the speaker right"] = 100 * counted["right"] / counted.total()
    named = counted["right"] + counted["another"]
    figures["entity of the speaker right, of named"] = 100 * counted["right"] / named
    cues = judged(corpora)
    for at, field in enumerate(FIELDS):
        right = sum(item.people[at] == item.rules[at] for item in cues)
        figures[f"cue {field} right"] = 100 * right / len(cues)
    nested = read_mpqa(corpora / "data/mpqa-nested/mpqa_nested.json")
    figures |= chains.figures(nested.articles, finder)
    names = measured(held_out_names(corpora / "data"), load(PACKAGED))[READER]
    figures["names, three kinds"] = names.f1(THREE)
    figures |= {f"names, {kind}": names.f1((kind,)) for kind in THREE}
    return {name: int(figure * 10) / 1000 for name, figure in figures.items()}


def main() -> int:
    """Print the figures; exit code 1 where one is under its floor."""
    now = reached(Path(os.environ[CORPORA]))
    floors = read_floors(FLOORS.read_text()) if FLOORS.exists() else {}
    if "--raise" in sys.argv:
        floors = raised({name: round(share - MARGIN, 3) for name, share in now.items()}, floors)
        FLOORS.write_text(written(floors))
    for name, share in now.items():
        print(f"{name:<42}{share:.3f}  floor {floors.get(name, 0.0):.3f}")
    return 1 if below(now, floors) else 0


if __name__ == "__main__":
    raise SystemExit(main())

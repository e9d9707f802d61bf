"""How many names are found, on the countries of `worldwide-ner` that the model never saw.

    REPORTEDLY_CORPORA=... python eval/names.py [FOLDER]     FOLDER holds the files of the model

A name is right with both edges and its kind. What the set does not mark (a weapon, a count) is
neither right nor wrong where it may stand. Precision, recall and F1 are over all names together.

The first table is the model's alone, by the kinds it tells apart. The second has the rules, the model
and both joined, as the reading stage has them, by the kinds that decide who may be one actor: a unit
or an armed group is a body, a facility a place, and a town and its country are two names.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval.trained import PACKAGED, load
from reportedly.build.readers import gazetteer
from reportedly.model.statement import EntityKind
from reportedly.neural import Marked, Model
from reportedly.neural.found import NAMES
from reportedly.read import spotting
from reportedly.read.named import with_marked
from reportedly.text.names import Name, names
from training.named_text import (
    FACILITY,
    KINDS,
    MILITARY,
    NATIONALITY,
    ORGANIZATION,
    PERSON,
    PLACE,
    NamedText,
    NameSpan,
)
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


FAMILIES = {
    PERSON: PERSON,
    ORGANIZATION: ORGANIZATION,
    MILITARY: ORGANIZATION,
    PLACE: PLACE,
    FACILITY: PLACE,
    NATIONALITY: NATIONALITY,
}
"""What the reading stage takes for one kind; it has names of these alone."""
ROWS = (PERSON, ORGANIZATION, PLACE, NATIONALITY)
_KINDS = {
    EntityKind.PERSON: PERSON,
    EntityKind.ORGANIZATION: ORGANIZATION,
    EntityKind.GROUP: ORGANIZATION,
    EntityKind.PLACE: PLACE,
    EntityKind.NATIONALITY: NATIONALITY,
}
UNTOLD = "of no kind"


def measured(documents: Iterable[NamedText], model: Model) -> dict[str, Tally]:
    """What the rules, the model and both joined find, by the kinds of the reading stage."""
    tallies = {"rules": Tally(), "model": Tally(), "joined": Tally()}
    spotter = spotting(model)
    for document in documents:
        text = document.text
        ruled = names(text, gazetteer())
        marked = spotter.names(text) or ()
        gold = _as_read(document)
        tallies["rules"].add(gold, _given(ruled))
        alone = (Marked(m.span.start, m.span.end, _KINDS[m.kind], 1.0) for m in marked if m.kind)
        tallies["model"].add(gold, _apart(text, alone))
        tallies["joined"].add(gold, _given(with_marked(text, ruled, marked)))
    return tallies


def _as_read(document: NamedText) -> NamedText:
    """A document with the kinds of the reading stage alone."""
    found = [
        replace(name, kinds=(FAMILIES[name.kinds[0]],))
        for name in document.names
        if name.kinds[0] in FAMILIES
    ]
    made = _apart(document.text, (Marked(n.start, n.end, n.kinds[0], 1.0) for n in found))
    return replace(document, names=tuple(NameSpan(n.start, n.end, (n.kind,)) for n in made))


def _apart(text: str, found: Iterable[Marked]) -> list[Marked]:
    """Names, those of a town with its country as two."""
    apart: list[Marked] = []
    for one in found:
        commas = [at for at in range(one.start, one.end) if text[at : at + 2] == ", "]
        cuts = [one.start, *(at + 2 for at in commas if one.kind == PLACE), one.end + 2]
        apart += (replace(one, start=start, end=end - 2) for start, end in pairwise(cuts))
    return apart


def _given(found: Iterable[Name]) -> list[Marked]:
    """The names of the reading stage; events are asked about nowhere."""
    return [
        Marked(name.span.start, name.span.end, _KINDS.get(name.kind, UNTOLD), 1.0)
        for name in found
        if name.kind is not EntityKind.EVENT
    ]


def beside(tallies: dict[str, Tally]) -> str:
    """The figures of several readers beside each other, as text."""
    lines = [f"{'':32}{'names':>7}" + "".join(f"{reader:>9}" for reader in tallies)]
    rows = [("person, body, place", THREE), ("all four kinds", ROWS)]
    rows += [(f"  {'body' if kind == ORGANIZATION else kind}", (kind,)) for kind in ROWS]
    for title, kinds in rows:
        count = sum(next(iter(tallies.values())).gold[kind] for kind in kinds)
        told = "".join(f"{tally.f1(kinds):9.1f}" for tally in tallies.values())
        lines.append(f"{title:32}{count:7}{told}")
    untold = "".join(f"{tally.given[UNTOLD]:9}" for tally in tallies.values())
    lines.append(f"{'given without a kind':32}{'':7}{untold}")
    return "\n".join(lines)


def main() -> None:
    """Print the tables."""
    if len(sys.argv) > 2 or CORPORA not in os.environ:
        sys.exit(__doc__)
    model = load(Path(sys.argv[1]) if sys.argv[1:] else PACKAGED)
    documents = held_out_names(Path(os.environ[CORPORA]) / "data")
    tally = Tally()
    for document in documents:
        tally.add(document, model.read(document.text, {NAMES}).of(NAMES))
    print(table(tally), end="\n\n")
    print(beside(measured(documents, model)))


if __name__ == "__main__":
    main()

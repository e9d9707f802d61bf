"""Train the spaCy pipeline that the peers need on GUM: tags, trees, lemmas.

Runs in the peers' own environment (`make bench-peers`). No trained spaCy pipeline is a package of the
registry, so the peers get one of the open genres of GUM, and its accuracy is printed: it is weaker
than the ones they were written for, so what they reach here is a floor under what they can.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import spacy  # type: ignore[import-not-found]
from spacy.language import Language  # type: ignore[import-not-found]
from spacy.tokens import Doc  # type: ignore[import-not-found]
from spacy.training import Example  # type: ignore[import-not-found]

EPOCHS = 14
"""The trees of the dev part stop getting better after some twelve."""
SENTENCES = 6
"""In one piece of training text: the parser learns where sentences end."""
WORDS_A_BATCH = 900
DROPOUT = 0.15
SEED = 7


def sentences(path: Path) -> Iterator[list[list[str]]]:
    """The rows of each sentence of a CoNLL-U file, words only."""
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line and rows:
            yield rows
            rows = []
        elif line and line[0] != "#":
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)
    if rows:
        yield rows


def pieces(folder: Path) -> Iterator[list[list[list[str]]]]:
    """Runs of sentences of one document."""
    for path in sorted(folder.glob("*.conllu")):
        whole = list(sentences(path))
        for at in range(0, len(whole), SENTENCES):
            yield whole[at : at + SENTENCES]


def gold(nlp: Language, piece: list[list[list[str]]]) -> Doc:
    """A run of sentences as a document with tags and trees.

    A name's later words hang on its first one as `flat`: they are called `compound` here, as the
    peers ask for the words of a name.
    """
    words: list[str] = []
    tags, heads, labels, spaces, begins = [], [], [], [], []
    for rows in piece:
        first = len(words)
        for at, row in enumerate(rows):
            words.append(row[1])
            tags.append(row[3])
            heads.append(first + (int(row[6]) - 1 if row[6] != "0" else at))
            label = row[7].partition(":")[0] if row[7] != "nsubj:pass" else "nsubjpass"
            labels.append({"root": "ROOT", "flat": "compound"}.get(label, label))
            spaces.append("SpaceAfter=No" not in row[9])
            begins.append(at == 0)
    return Doc(
        nlp.vocab, words, spaces=spaces, pos=tags, heads=heads, deps=labels, sent_starts=begins
    )


def batches(examples: list[Example]) -> Iterator[list[Example]]:
    """Examples in batches of about as many words."""
    held: list[Example] = []
    words = 0
    for example in examples:
        held.append(example)
        words += len(example.reference)
        if words >= WORDS_A_BATCH:
            yield held
            held, words = [], 0
    if held:
        yield held


def examples(nlp: Language, folder: Path) -> list[Example]:
    """Training examples of one part."""
    docs = [gold(nlp, piece) for piece in pieces(folder)]
    return [
        Example(Doc(nlp.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc]), doc)
        for doc in docs
    ]


def train(gum: Path, out: Path) -> None:
    """Train on ``gum``/train, print what it is worth on ``gum``/dev, and write it to ``out``."""
    random.seed(SEED)
    spacy.util.fix_random_seed(SEED)
    nlp = spacy.blank("en")
    listener = {
        "@architectures": "spacy.Tok2VecListener.v1",
        "width": 96,
        "upstream": "*",
    }
    nlp.add_pipe("tok2vec")
    nlp.add_pipe("morphologizer", config={"model": {"tok2vec": listener}})
    nlp.add_pipe("parser", config={"model": {"tok2vec": listener}})
    known = examples(nlp, gum / "train/dep")
    optimizer = nlp.initialize(lambda: known)
    started = time.perf_counter()
    for epoch in range(EPOCHS):
        random.shuffle(known)
        losses: dict[str, float] = {}
        for batch in batches(known):
            nlp.update(batch, drop=DROPOUT, sgd=optimizer, losses=losses)
        took = time.perf_counter() - started
        told = " ".join(f"{name} {loss:.0f}" for name, loss in losses.items())
        print(f"epoch {epoch + 1}/{EPOCHS}: {told} ({took:.0f} s)", file=sys.stderr, flush=True)
    nlp.add_pipe("lemmatizer", config={"mode": "rule"}).initialize()
    scores = nlp.evaluate(examples(nlp, gum / "dev/dep"))
    told = ", ".join(f"{name} {scores[name]:.3f}" for name in ("pos_acc", "dep_uas", "dep_las"))
    print(f"trained on GUM; on its dev part {told}", file=sys.stderr, flush=True)
    nlp.to_disk(out)


if __name__ == "__main__":
    train(Path(sys.argv[1]), Path(sys.argv[2]))

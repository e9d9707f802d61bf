"""Run the peers that need a parser, in their own environment (`make bench-peers`).

    python peers_spacy.py PIPELINE VERBS < texts.json > found.json

Reads a list of texts; writes for each peer what it found in each text (source, cue and content as
ranges), the texts it refused with an error, and its seconds. Parsing is timed with each peer, as
neither works without.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import spacy  # type: ignore[import-not-found]
from spacy.language import Language  # type: ignore[import-not-found]
from spacy.tokens import Doc, Token  # type: ignore[import-not-found]
from textacy.extract.triples import direct_quotations  # type: ignore[import-not-found]

Found = dict[str, list[tuple[int, int]]]

MARKS = '“”"'
SHORTEST = 4
"""Words of a quotation that is worth having (GenderGapTracker's own threshold)."""
VAIN = {"i", "we"}


def ranges(tokens: Iterable[Token]) -> list[tuple[int, int]]:
    """Tokens as ranges of the text, neighbours joined."""
    rows: list[tuple[int, int, int]] = []
    for token in sorted(tokens, key=lambda token: token.i):
        if rows and rows[-1][2] + 1 == token.i:
            rows[-1] = (rows[-1][0], token.idx + len(token), token.i)
        else:
            rows.append((token.idx, token.idx + len(token), token.i))
    return [(start, end) for start, end, _ in rows]


def textacy_quotations(doc: Doc) -> list[Found]:
    """What textacy finds."""
    return [
        {"source": ranges(row.speaker), "cue": ranges(row.cue), "content": ranges(row.content)}
        for row in direct_quotations(doc)
    ]


class TreeRules:
    """Rules on trees in the manner of GenderGapTracker, for Universal Dependencies.

    A verb of saying with a clause (`ccomp`), a verb of saying set into or after a clause
    (`parataxis`), "according to", and quotations without a verb that follow one whose speaker is
    known. Speakers "I" and "we" and quotations of under four words are left out, as there.
    """

    def __init__(self, verbs: Iterable[str]) -> None:
        self.verbs = frozenset(verbs)

    def __call__(self, doc: Doc) -> list[Found]:
        """What the rules find, by place."""
        found = [row for token in doc for row in self._at(token)]
        found.sort(key=lambda row: row["content"])
        return sorted(found + self._floating(doc, found), key=lambda row: row["content"])

    def _at(self, token: Token) -> Iterable[Found]:
        if token.lower_ in self.verbs and token.pos_ in ("VERB", "AUX"):
            if token.dep_ == "parataxis":
                taken = set(token.subtree)
                yield from self._row(token, set(token.head.subtree) - taken)
            for child in token.children:
                if child.dep_ in ("ccomp", "parataxis") and child.i != token.i:
                    taken = set(child.subtree)
                    yield from self._row(token, taken)
        elif token.lower_ == "according" and token.i + 1 < len(token.doc):
            source = set(token.head.subtree)
            names = source - {token, token.nbor()} - {t for t in source if t.pos_ == "PUNCT"}
            content = set(token.head.head.subtree) - source
            yield from self._found(names, {token, token.nbor()}, content)

    def _row(self, verb: Token, content: set[Token]) -> Iterable[Found]:
        subject = next((one for one in verb.children if one.dep_ == "nsubj"), None)
        if subject is None or subject in content:
            return
        yield from self._found(set(subject.subtree), {verb}, content)

    def _found(self, source: set[Token], cue: set[Token], content: set[Token]) -> Iterable[Found]:
        words = [token for token in content if token.pos_ != "PUNCT"]
        if len(words) < SHORTEST or not source or {t.lower_ for t in source} <= VAIN:
            return
        yield {"source": ranges(source), "cue": ranges(cue), "content": ranges(content)}

    def _floating(self, doc: Doc, found: list[Found]) -> list[Found]:
        """Sentences wholly in marks, given to the speaker of the quotation before them."""
        rows = []
        for sentence in doc.sents:
            start, end = sentence.start_char, sentence.start_char + len(sentence.text.rstrip())
            text = doc.text[start:end]
            if text[:1] not in MARKS or text[-1:] not in MARKS:
                continue
            if any(low < end and start < high for row in found for low, high in row["content"]):
                continue
            before = [row for row in found if row["content"][-1][1] <= start]
            if before and len(sentence) > SHORTEST:
                last = max(before, key=lambda row: row["content"])
                rows.append({"source": last["source"], "cue": [], "content": [(start, end)]})
        return rows


def timed(nlp: Language, peer: Callable[[Doc], list[Found]], texts: list[str]) -> dict[str, object]:
    """What one peer found in each text, how many it refused, and how long it took."""
    started = time.process_time()
    found: list[list[Found]] = []
    refused = 0
    for text in texts:
        try:
            found.append(peer(nlp(text)))
        except ValueError:  # textacy refuses an odd number of quotation marks
            found.append([])
            refused += 1
    return {"found": found, "refused": refused, "seconds": time.process_time() - started}


def main() -> None:
    """Run both peers."""
    pipeline, verbs = sys.argv[1:]
    nlp = spacy.load(pipeline)
    texts = json.load(sys.stdin)
    nlp(texts[0])  # what is loaded on first use is no part of the speed
    rules = TreeRules(Path(verbs).read_text(encoding="utf-8").split())
    peers: dict[str, Callable[[Doc], list[Found]]] = {
        "textacy": textacy_quotations,
        "tree rules": rules,
    }
    json.dump({name: timed(nlp, peer, texts) for name, peer in peers.items()}, sys.stdout)


if __name__ == "__main__":
    main()

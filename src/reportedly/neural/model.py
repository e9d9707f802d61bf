"""A trained model, from its files to what it finds in a text.

The files come from whoever may touch the disk: `build`, for those of the package or of a user.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from reportedly.errors import UsageError
from reportedly.neural.decode import Floats, Ints, Tagged, spans, viterbi
from reportedly.neural.found import Found, Link, Marked
from reportedly.neural.graph import Graph, Words
from reportedly.neural.labels import Head, Labels, LinkRule, read_labels
from reportedly.neural.tokens import Pieces, Tokens
from reportedly.neural.windows import Window, windows

TOGETHER = 32
"""Windows after which what was said is read, at the next end of a paragraph: many paragraphs at
once cost little more than one."""
HELD = 64
"""Windows whose vectors wait for that end; those of a longer paragraph are asked a second time."""
KEPT = 4
"""Answers kept of those that a stretch sees: whoever asks for a second best looks no further."""
_PROBE = 3


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The files of a model, as bytes.

    Attributes:
        graph: The ONNX file.
        tokenizer: The ``tokenizer.json`` of the `tokenizers` library.
        labels: The ``labels.json`` (see `reportedly.neural.labels`).
        words: The ``embeddings.npz`` of a graph that takes word vectors; empty for others.
    """

    graph: bytes
    tokenizer: bytes
    labels: bytes
    words: bytes = b""

    def digest(self) -> str:
        """SHA-256 over the files: what a reading by this model is filed under."""
        whole = hashlib.sha256()
        for part in (self.graph, self.tokenizer, self.labels, self.words):
            whole.update(hashlib.sha256(part).digest())
        return whole.hexdigest()


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is wanted of a model: some of its heads, their links, and how certain words are."""

    heads: dict[str, Head]
    links: dict[str, LinkRule]
    certainty: str

    @classmethod
    def of(cls, labels: Labels, heads: Collection[str] | None) -> _Asked:
        if heads is None:
            return cls(labels.heads, labels.links, labels.certainty)
        return cls(
            {name: head for name, head in labels.heads.items() if name in heads},
            {name: rule for name, rule in labels.links.items() if rule.head in heads},
            "",
        )

    def outputs(self) -> tuple[str, ...]:
        return Labels(self.heads, self.links, self.certainty).outputs()


@dataclass(eq=False)
class _Stretch:
    """Windows up to the end of a paragraph, with what was said of their words so far."""

    first_word: int
    emissions: dict[str, list[Floats]]
    certainties: list[Floats] = field(default_factory=list)
    seen: list[tuple[Window, dict[str, Floats] | None]] = field(default_factory=list)


@dataclass(eq=False)
class _Marks:
    """The stretches of one head found so far: words from, words to, and what is told of them."""

    starts: list[int] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)


class Model:
    """A model ready to read.

    Args:
        graph: Its graph.
        tokens: Its tokenizer.
        labels: What its outputs mean.
        digest: Of its files.

    Attributes:
        digest: SHA-256 over its files.
        labels: What its outputs mean.
    """

    def __init__(self, graph: Graph, tokens: Tokens, labels: Labels, digest: str) -> None:
        self.digest = digest
        self.labels = labels
        self._graph = graph
        self._tokens = tokens
        self._chains = {name: head.chain() for name, head in labels.heads.items()}

    @classmethod
    def load(cls, files: ModelFiles) -> Model:
        """Make a model of its files.

        Raises:
            UsageError: A file is not of the documented form.
        """
        labels = read_labels(files.labels)
        tokens = Tokens(files.tokenizer)
        words = Words(files.words) if files.words else None
        if words is not None and tokens.size > len(words):
            raise _unfit("its tokenizer has more words than its table of word vectors")
        model = cls(Graph(files.graph, labels.outputs(), words), tokens, labels, files.digest())
        model._probe()
        return model

    def _probe(self) -> None:
        """Hold the shapes of the outputs against the labels, once, before anybody relies on them."""
        ids = np.full(_PROBE, self._tokens.first, np.int64)
        nothing = np.zeros(_PROBE, np.int64)
        made = self._graph.run(ids, nothing, nothing, self.labels.outputs())
        for head in self.labels.heads.values():
            if made[head.output].shape != (_PROBE, len(head.labels)):
                raise _unfit(f"{head.output!r} has another shape than its labels say")
        for rule in self.labels.links.values():
            if made[rule.by].ndim != 2 or made[rule.by].shape != made[rule.to].shape:
                raise _unfit(f"{rule.by!r} and {rule.to!r} are not vectors of one width")
        if self.labels.certainty and made[self.labels.certainty].size != _PROBE:
            raise _unfit(f"{self.labels.certainty!r} is not one number a piece")

    def read(self, text: str, heads: Collection[str] | None = None) -> Found:
        """Everything the model finds in a text.

        Args:
            text: Any text; the same one always gives the same answer.
            heads: Those to ask, where not everything is wanted: the rest takes time. What is asked
                for is answered the same, whatever else is.
        """
        asked = _Asked.of(self.labels, heads)
        pieces = self._tokens.pieces(text)
        marks = {name: _Marks() for name in asked.heads}
        links: dict[str, list[Link]] = {name: [] for name in asked.links}
        certainties: list[Floats] = []
        edges = np.searchsorted(pieces.heads, pieces.paragraph_ends)
        for stretch in self._stretches(pieces, asked):
            for name in asked.heads:
                self._mark(pieces, edges, name, stretch, marks[name])
            for name, rule in asked.links.items():
                for window, kept in stretch.seen:
                    vectors = kept or self._run(pieces, window, (rule.by, rule.to))
                    links[name] += _links(pieces, rule, window, vectors, marks[rule.head])
            certainties += stretch.certainties
        return Found(
            marked={name: tuple(found.marked) for name, found in marks.items()},
            links={name: tuple(found) for name, found in links.items()},
            words=tuple(pieces.starts[pieces.heads].tolist()),
            certainties=tuple(np.concatenate(certainties).tolist()) if certainties else (),
        )

    def _stretches(self, pieces: Pieces, asked: _Asked) -> Iterator[_Stretch]:
        """Ask about every window, and hand on what was said whenever a paragraph is complete."""
        outputs = asked.outputs()
        if not outputs:
            return
        vectors = {name for rule in asked.links.values() for name in (rule.by, rule.to)}
        stretch = _Stretch(0, {name: [] for name in asked.heads})
        ends = set(pieces.paragraph_ends)
        total = len(pieces.ids)
        for window in windows(pieces.paragraph_ends, self.labels.longest, self.labels.context):
            made = self._run(pieces, window, outputs)
            first, last = np.searchsorted(pieces.heads, [window.focus_start, window.focus_end])
            places = pieces.heads[first:last] - window.start + 1
            for name, head in asked.heads.items():
                stretch.emissions[name].append(made[head.output][places])
            if asked.certainty:
                stretch.certainties.append(made[asked.certainty].reshape(-1)[places])
            held = {name: made[name] for name in vectors}
            stretch.seen.append((window, held if len(stretch.seen) < HELD else None))
            done = window.focus_end == total
            if done or (len(stretch.seen) >= TOGETHER and window.focus_end in ends):
                yield stretch
                stretch = _Stretch(int(last), {name: [] for name in asked.heads})

    def _run(self, pieces: Pieces, window: Window, outputs: Sequence[str]) -> dict[str, Floats]:
        size = window.end - window.start + 2
        ids, shape, quoted = (np.zeros(size, np.int64) for _ in range(3))
        ids[0], ids[-1] = self._tokens.first, self._tokens.last
        ids[1:-1] = pieces.ids[window.start : window.end]
        shape[1:-1] = pieces.shape[window.start : window.end]
        quoted[1:-1] = pieces.quoted[window.start : window.end]
        return self._graph.run(ids, shape, quoted, outputs)

    def _mark(
        self, pieces: Pieces, edges: Ints, name: str, stretch: _Stretch, marks: _Marks
    ) -> None:
        """Find the stretches of one head in a run of whole paragraphs.

        Args:
            pieces: Of the text.
            edges: One past the last word of each paragraph.
            name: Of the head.
            stretch: The run.
            marks: Takes what is found.
        """
        scores = np.concatenate(stretch.emissions[name])
        first = stretch.first_word
        low, high = np.searchsorted(edges, [first, first + len(scores)], "right")
        ends: list[int] = (edges[low:high] - first).tolist()
        tags = _best(scores, ends, *self._chains[name])
        sums = np.cumsum(_log_chances(scores)[np.arange(len(scores)), tags], dtype=np.float64)
        sums = np.concatenate(([0.0], sums))
        labels = self.labels.heads[name].labels
        named = [labels[tag] for tag in tags.tolist()]
        for start, end in zip([0, *ends], ends, strict=False):
            for span in spans(named[start:end]):
                here = Tagged(span.kind, start + span.start, start + span.end)
                mean = (sums[here.end] - sums[here.start]) / (here.end - here.start)
                chance = min(1.0, float(np.exp(mean)))
                marks.starts.append(first + here.start)
                marks.marked.append(_marked(pieces, first, here, chance))


def _marked(pieces: Pieces, first: int, span: Tagged, chance: float) -> Marked:
    head = pieces.heads[first + span.start]
    start, end = int(pieces.starts[head]), int(pieces.word_ends[first + span.end - 1])
    return Marked(start, end, span.kind, chance)


def _best(scores: Floats, ends: Sequence[int], moves: Floats, first: Floats) -> Ints:
    """The best tags of each paragraph, those of about one length together."""
    tags = np.zeros(len(scores), np.int64)
    bounds = sorted(zip([0, *ends], ends, strict=False), key=lambda pair: pair[1] - pair[0])
    batch: list[tuple[int, int]] = []
    for at, (start, end) in enumerate(bounds):
        batch.append((start, end))
        following = bounds[at + 1] if at + 1 < len(bounds) else None
        longest = following[1] - following[0] if following else 0
        # Rows are filled up to the longest, so one huge paragraph never widens many short ones.
        if following is None or longest > 8 * (batch[0][1] - batch[0][0]) + 64:
            for (low, high), path in zip(batch, _paths(scores, batch, moves, first), strict=True):
                tags[low:high] = path[: high - low]
            batch = []
    return tags


def _paths(
    scores: Floats, batch: Sequence[tuple[int, int]], moves: Floats, first: Floats
) -> Iterator[Ints]:
    longest = max(end - start for start, end in batch)
    filled = np.zeros((longest, len(batch), scores.shape[1]), np.float32)
    for row, (start, end) in enumerate(batch):
        filled[: end - start, row] = scores[start:end]
    lengths = [end - start for start, end in batch]
    yield from viterbi(filled, moves, first, lengths).T


def _log_chances(scores: Floats) -> Floats:
    """Logarithm of the chance of each label at each word, on its own."""
    if not len(scores):
        return scores
    lifted = scores - scores.max(1, keepdims=True)
    chances: Floats = lifted - np.log(np.exp(lifted).sum(1, keepdims=True))
    return chances


def _links(
    pieces: Pieces, rule: LinkRule, window: Window, vectors: dict[str, Floats], marks: _Marks
) -> Iterator[Link]:
    """The answers to each seeking stretch that begins in the focus of a window."""
    low, high, first, last = (
        bisect_left(marks.starts, int(np.searchsorted(pieces.heads, place)))
        for place in (window.start, window.end, window.focus_start, window.focus_end)
    )
    seekers = [at for at in range(first, last) if marks.marked[at].kind == rule.from_kind]
    others = [at for at in range(low, high) if marks.marked[at].kind == rule.to_kind]
    answers: list[int | None] = [None, *others] if rule.none else [*others]
    if not seekers or not answers:
        return
    places = [0] if rule.none else []
    places += [_place(pieces, marks, at, window) for at in others]
    by = vectors[rule.by][[_place(pieces, marks, at, window) for at in seekers]]
    chances = np.exp(_log_chances(by @ vectors[rule.to][places].T * np.float32(rule.scale)))
    best = np.argsort(-chances, axis=1, kind="stable")[:, :KEPT]
    sure = np.take_along_axis(chances, best, 1).tolist()
    for seeker, row, told in zip(seekers, best.tolist(), sure, strict=True):
        for at, chance in zip(row, told, strict=True):
            yield Link(seeker, answers[at], chance)


def _place(pieces: Pieces, marks: _Marks, at: int, window: Window) -> int:
    return int(pieces.heads[marks.starts[at]]) - window.start + 1


def _unfit(what: str) -> UsageError:
    return UsageError(
        f"the files of the model do not fit each other: {what}",
        where="labels.json",
        remedy="bring the files that were exported together",
    )

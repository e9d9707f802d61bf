"""The readers that are measured, by name, and articles as the reports they read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from eval.said import Article, Said
from eval.trained import PACKAGED, load
from reportedly.model.ident import make_id
from reportedly.model.report import Published, Report, ReportState
from reportedly.model.settings import Settings
from reportedly.model.span import Span
from reportedly.model.statement import Attribution, Reading
from reportedly.read import joining, read, spotting
from reportedly.read.pieces import Piece, Role, SpanFinder
from reportedly.read.spans import find

CASE = Settings("evaluation")

_EXOTIC_SPACE = re.compile(r"[^\S\n ]")


def _rules() -> SpanFinder:
    return find


def _model() -> SpanFinder:
    return spotting(load(PACKAGED))


def _joined() -> SpanFinder:
    return joining(find, _model())


READERS: dict[str, Callable[[], SpanFinder]] = {
    "rules": _rules,
    "model": _model,
    "joined": _joined,
}
"""What loads each reader: a function, so that only the one asked for is loaded."""


def finder_named(name: str) -> SpanFinder:
    """The span-finder of the reader with this name.

    Raises:
        KeyError: There is none; the message lists those there are.
    """
    if name not in READERS:
        raise KeyError(f"no reader is called {name!r}: there are {', '.join(sorted(READERS))}")
    return READERS[name]()


def kept(text: str) -> str:
    """A corpus text as `collect` hands it on: any white space but a line break is a plain space.

    One code point stays one code point, so that annotated offsets hold.
    """
    return _EXOTIC_SPACE.sub(" ", text)


def report_of(name: str, text: str, outlet: str = "The Outlet", published: str = "") -> Report:
    """A report in state `read` with this text, published on that day if it is known."""
    ident = make_id("eval", name)
    return Report(
        ident, (ident,), (f"{name}.txt",), "text", ReportState.READ,
        outlet=outlet, language="en",
        published=Published(published or None, published or None),
        full_text=text, text=kept(text),
    )  # fmt: skip


def reading_of(article: Article, finder: SpanFinder) -> Reading:
    """What the whole reading stage makes of an article."""
    return read(report_of(article.name, article.text), CASE, None, finder)


def said_of(reading: Reading, pieces: Iterable[Said]) -> tuple[Said, ...]:
    """The attributions of a reading as stretches, without the attitudes added within contents.

    PolNeAR marks next to nothing within another's content (16 of 19,834), so it cannot say which of
    those are right; `eval/chains.py` does.

    Args:
        reading: The reading.
        pieces: What the span-finder gave, as `pieces_of` has it: attitudes have a cue of their own.
    """
    cues = {one.cue for one in pieces}
    made = (_said(one) for one in reading.attributions)
    return tuple(one for one in made if not one.cue or one.cue in cues)


def _said(one: Attribution) -> Said:
    return Said(
        (_ends(one.source.span),) if one.source else (),
        (_ends(one.cue.span),) if one.cue else (),
        tuple(_ends(span) for span in one.content),
    )


def pieces_of(article: Article, finder: SpanFinder) -> tuple[Said, ...]:
    """The pieces of a span-finder, each as an attribution of its own."""
    return tuple(_alone(piece) for piece in finder(kept(article.text)))


def _alone(piece: Piece) -> Said:
    where = (_ends(piece.span),)
    return Said(
        where if piece.role is Role.SOURCE else (),
        where if piece.role is Role.CUE else (),
        where if piece.role is Role.CONTENT else (),
    )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end

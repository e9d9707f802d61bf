"""Rewrite every string and every span of a row, whatever its fields are called.

The walk goes over the fields of the nouns as they are, so that a field added tomorrow is rewritten
too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import TypeVar, cast

import msgspec

from reportedly.model.decision import Act, Anchor, Decision, DecisionState, Replayed
from reportedly.model.entity import Entity
from reportedly.model.ledger import Container, Ledger
from reportedly.model.lineage import Derivation, Passage
from reportedly.model.report import Evidence, LeftOut, Report
from reportedly.model.span import Span
from reportedly.publish.redact_closed import closed
from reportedly.publish.redact_text import Moved, Rewriter, moved_runs
from reportedly.text.anchor import anchor, locate

Row = TypeVar("Row")

_ESCAPES = re.compile(r"\\(?:u[0-9a-fA-F]{4}|.)")
"""What JSON writes for line ends, marks and controls: letters that are none."""

Place = Callable[[Span], Span]
"""Moves a span of one text to where its words stand in the rewritten one."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The two texts of a report, rewritten."""

    kept: Moved
    full: Moved


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


class Walk:
    """Rewrites the rows of one ledger.

    Args:
        ledger: As it is in the case.
        rewriter: Replaces the names.
    """

    def __init__(self, ledger: Ledger, rewriter: Rewriter) -> None:
        self._rewriter = rewriter
        self.texts: Mapping[str, Texts] = {
            row.id: Texts(rewriter.moved(row.text), rewriter.moved(row.full_text))
            for row in ledger.reports
        }

    def row(self, row: Row) -> Row:
        """One row, rewritten; the very same object where nothing had to be."""
        if isinstance(row, Report):
            return cast("Row", self._report(row))
        if isinstance(row, Replayed):
            return cast("Row", self._decision(row))
        if not self._concerned(row):
            return row
        if isinstance(row, Derivation):
            return cast("Row", self._derivation(row))
        if isinstance(row, Entity):
            return cast("Row", self._entity(row))
        if isinstance(row, Container):
            changed = self._noun(row, self._loose)
            return cast("Row", _sorted_names(row, changed))
        report = getattr(row, "report", "")
        return self._noun(row, self._in(report, full=isinstance(row, LeftOut)))

    def _concerned(self, row: object) -> bool:
        """Whether anything in a row may have to change: most rows need no closer look."""
        for name in ("report", "child", "parent"):
            texts = self.texts.get(getattr(row, name, ""))
            if texts and (texts.kept.edits or texts.full.edits):
                return True
        whole = _ESCAPES.sub(" ", msgspec.json.encode(row).decode())
        return self._rewriter.suspects(self._rewriter.letters(whole))

    # --- where spans stand ---------------------------------------------------------------------

    def _in(self, report: str, *, full: bool = False) -> Place:
        texts = self.texts.get(report)
        if texts is None:
            return self._loose
        moved = texts.full if full else texts.kept
        if not moved.edits:
            return lambda span: span
        return lambda span: moved.span(span.start, span.end)

    def _loose(self, span: Span) -> Span:
        """A span of a text the ledger does not hold: its words are all there is to go by."""
        words = self._rewriter.rewrite(span.text)
        return span if words == span.text else Span(span.start, span.start + len(words), words)

    # --- any noun ------------------------------------------------------------------------------

    def _noun(self, row: Row, place: Place) -> Row:
        changes: dict[str, object] = {}
        for name in _names(type(row)):  # type: ignore[arg-type]
            old = getattr(row, name)
            new = self._any(old, name, place)
            if new is not old:
                changes[name] = new
        return replace(row, **changes) if changes else row  # type: ignore[type-var]

    def _any(self, old: object, name: str, place: Place) -> object:
        if old is None or isinstance(old, (int, float, Enum)):
            return old
        if isinstance(old, str):
            if closed(name, old):
                return old
            new = self._rewriter.rewrite(old)
            return old if new == old else new
        if isinstance(old, Span):
            return place(old)
        if isinstance(old, tuple):
            several = tuple(self._any(each, name, place) for each in old)
            same = all(a is b for a, b in zip(old, several, strict=True))
            return old if same else several
        if is_dataclass(old):
            return self._noun(old, place)
        raise TypeError(f"no rule how to rewrite {type(old).__name__} in {name}")

    # --- nouns that need more ------------------------------------------------------------------

    def _report(self, row: Report) -> Report:
        texts = self.texts[row.id]
        bare = replace(row, text="", full_text="", offsets=())
        changed = _sorted_names(bare, self._noun(bare, self._in(row.id)))
        # The address leads straight to the page that gives the name, so it does not leave either.
        if changed is bare and not texts.kept.edits and not texts.full.edits:
            return row
        return replace(
            changed,
            url="",
            text=texts.kept.text,
            full_text=texts.full.text,
            offsets=moved_runs(row.offsets, texts.kept, texts.full),
        )

    def _derivation(self, row: Derivation) -> Derivation:
        child, parent = self._in(row.child), self._in(row.parent)
        passages = tuple(
            Passage(child(passage.child), parent(passage.parent)) for passage in row.passages
        )
        evidence = tuple(self._proof(proof, row) for proof in row.evidence)
        bare = self._noun(replace(row, passages=(), evidence=()), self._loose)
        changed = replace(bare, passages=passages, evidence=evidence)
        return row if changed == row else changed

    def _proof(self, proof: Evidence, row: Derivation) -> Evidence:
        """Evidence of a derivation, whose words stand in one of its two reports."""
        place: Place = self._loose
        for report in (row.child, row.parent):
            texts, span = self.texts.get(report), proof.span
            if texts and span and texts.kept.source[span.start : span.end] == span.text:
                place = self._in(report)
                break
        return self._noun(proof, place)

    def _entity(self, row: Entity) -> Entity:
        changed = self._noun(row, self._loose)
        if changed is row:
            return row
        return replace(changed, aliases=tuple(sorted({*changed.aliases} - {changed.name})))

    # --- decisions -----------------------------------------------------------------------------

    def _decision(self, row: Replayed) -> Replayed:
        decision = row.decision
        targets = tuple(self._anchor(target) for target in decision.targets)
        changed = self._noun(replace(row, decision=replace(decision, targets=())), self._loose)
        hidden = decision.act is Act.PROTECT and row.state is DecisionState.STANDING
        kept = changed.decision if hidden else replace(changed.decision, targets=targets)
        whole = Replayed(self._hidden(kept, decision) if hidden else kept, row.state, changed.why)
        return row if whole == row else whole

    def _hidden(self, decision: Decision, real: Decision) -> Decision:
        """A standing protection: the pseudonym alone; words and reason could tell who it is."""
        names = (real.field, real.value, *(target.quote for target in real.targets))
        pseudonym = self._rewriter.pseudonym(names)
        return replace(decision, field=pseudonym, value=pseudonym, why="", targets=())

    def _anchor(self, old: Anchor) -> Anchor:
        texts = self.texts.get(old.report)
        span = locate(texts.kept.source, old) if texts and texts.kept.edits else None
        if texts and span:
            new = texts.kept.span(span.start, span.end)
            found = anchor(texts.kept.text, new, kind=old.kind, report=old.report)
            words = {name: getattr(found, name) for name in ("quote", "prefix", "suffix")}
            rest = self._noun(replace(old, quote="", prefix="", suffix=""), self._loose)
            return replace(rest, **words, ordinal=found.ordinal)
        if texts and not texts.kept.edits:
            return self._noun(old, self._loose)
        # Words that are not found may be cut within a name at either end of their surroundings.
        return self._noun(replace(old, prefix="", suffix=""), self._loose)


def _sorted_names(old: Row, new: Row) -> Row:
    if new is old:
        return new
    names = tuple(sorted(set(new.names)))  # type: ignore[attr-defined]
    return replace(new, names=names)  # type: ignore[type-var]

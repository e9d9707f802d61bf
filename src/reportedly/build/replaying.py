"""What became of each decision when the log was replayed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.model.decision import (
    Act,
    Decision,
    DecisionState,
    Replayed,
    superseded,
)

META = frozenset({Act.UNDO, Act.ADJUDICATE, Act.PROTECT})
"""Acts that no stage replays: on decisions themselves, and on what leaves the case."""


def replay(
    decisions: Sequence[Decision], gone: dict[str, str], applied: Iterable[Replayed]
) -> tuple[Replayed, ...]:
    """Every decision of the log, in its order, with its state.

    A decision that stands and that no stage took up is `orphaned`: it speaks of words or a line
    that the case does not hold. It is listed, never dropped.

    Args:
        decisions: The whole log.
        gone: Why each decision that was taken back was.
        applied: What the stages made of the standing ones.
    """
    seen = {row.decision.id: row for row in applied}
    standing = (row for row in decisions if row.id not in gone)
    later = superseded(row for row in standing if not _orphaned(row, seen))
    return tuple(_state(decision, gone, later, seen) for decision in decisions)


def _state(
    decision: Decision, gone: dict[str, str], later: dict[str, str], seen: dict[str, Replayed]
) -> Replayed:
    if decision.id in gone:
        return Replayed(decision, DecisionState.UNDONE, gone[decision.id])
    row = seen.get(decision.id)
    if _orphaned(decision, seen):
        nothing = "nothing in the case stands on these words"
        return row or Replayed(decision, DecisionState.ORPHANED, nothing)
    if decision.id in later:
        return Replayed(decision, DecisionState.SUPERSEDED, f"by {later[decision.id]}")
    return row or Replayed(decision, DecisionState.STANDING)


def _orphaned(decision: Decision, seen: dict[str, Replayed]) -> bool:
    """Whether a decision does nothing because its words, or what stood on them, are not there."""
    row = seen.get(decision.id)
    if row is None:
        return decision.act not in META
    return row.state is DecisionState.ORPHANED

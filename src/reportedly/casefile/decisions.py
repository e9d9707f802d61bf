"""The decision log: people's judgements, appended, superseded, never edited."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields, replace

from reportedly.casefile.chainlog import Chain, ChainLog, Head, said
from reportedly.casefile.custody import check_moment
from reportedly.casefile.disk import printable
from reportedly.errors import UsageError
from reportedly.model.canonical import encode
from reportedly.model.decision import Act, Anchor, Decision
from reportedly.model.ident import make_id


@dataclass(frozen=True, slots=True)
class Written:
    """A decision as it stands in the log: its id is not written but follows from the rest."""

    act: Act
    by: str
    at: str
    why: str = ""
    targets: tuple[Anchor, ...] = ()
    field: str = ""
    value: str = ""
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the decision log: the judgement, and the head of the custody log beside it."""

    beside: Head
    line: Written


class Decisions:
    """The decision log of a case.

    Args:
        log: ``decisions.jsonl``.
        beside: ``custody.jsonl``, whose head every line notes.
    """

    def __init__(self, log: ChainLog, beside: ChainLog) -> None:
        self.log = log
        self._beside = beside

    def append(self, decision: Decision) -> Decision:
        """Add a decision; it is on the disk when this returns.

        Args:
            decision: Its ``id`` is not looked at.

        Returns:
            The decision with its id.

        Raises:
            UsageError: It speaks of a decision that is not in the log.
            IntegrityError: A log is damaged; nothing was added.
            CaseError: The disk refused; nothing was added.
        """
        check_moment(decision.at)
        known = {earlier.id for earlier in self.all()}
        for other in decision.of:
            if other not in known:
                raise UsageError(
                    f"there is no decision {other}",
                    where=str(self.log.path),
                    remedy="take the id from the list of decisions that `reportedly show` gives",
                )
        line = replace(
            Written(**{f.name: getattr(decision, f.name) for f in fields(Written)}),
            by=printable(decision.by),
            why=printable(decision.why),
            value=printable(decision.value),
        )
        chain = self.log.append([encode(line)], self._beside)
        return self.decisions(chain)[-1]

    def all(self) -> tuple[Decision, ...]:
        """Every decision, in the order of the log, after checking the chain.

        Raises:
            IntegrityError: The log is damaged.
        """
        return self.decisions(self.log.read())

    def decisions(self, chain: Chain) -> tuple[Decision, ...]:
        """What the lines of ``chain`` say.

        Raises:
            CaseError: A newer version wrote them.
        """
        return identified(tuple(entry.line for entry in self.entries(chain)))

    def entries(self, chain: Chain) -> tuple[Entry, ...]:
        """The entries of ``chain``."""
        return said(chain, Entry, self.log)

    def head(self) -> Head:
        """Number of lines and hash of the last: note it elsewhere to notice a cut-off end."""
        return self.log.read().head


def identified(lines: tuple[Written, ...]) -> tuple[Decision, ...]:
    """Give each decision its id: a hash of what it says.

    The position in the chain is not part of it, so that the same judgement has the same id in two
    cases whose files were added in another order. Only where the very same line comes again, its
    count makes the difference.
    """
    seen: Counter[str] = Counter()
    decisions: list[Decision] = []
    for line in lines:
        content = encode(line).decode()
        named = Decision(id="", **{f.name: getattr(line, f.name) for f in fields(Written)})
        decisions.append(replace(named, id=make_id("dc", content, seen[content])))
        seen[content] += 1
    return tuple(decisions)

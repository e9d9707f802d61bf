"""Check that every original, log line and ledger row is what it was when it was written."""

from __future__ import annotations

import stat
from collections.abc import Iterator

import msgspec

from reportedly.casefile.case import Case
from reportedly.casefile.chainlog import Chain, ChainLog, Head
from reportedly.casefile.codec import decode
from reportedly.casefile.custody import Entry
from reportedly.casefile.decisions import Entry as DecisionEntry
from reportedly.casefile.disk import read_plain
from reportedly.casefile.ledgercheck import check_ledger
from reportedly.casefile.originals import READ_ONLY, damaged
from reportedly.casefile.problem import Checked, Problem, Severity
from reportedly.errors import ReportedlyError
from reportedly.model.custody import CustodyAct
from reportedly.model.ledger import Ledger
from reportedly.model.statement import Reading

__all__ = ["Checked", "Problem", "Severity", "verify"]


def verify(case: Case, rebuilt: Ledger | None = None) -> Checked:
    """Check a whole case; nothing is changed and no check stops another.

    Args:
        case: Opened.
        rebuilt: What this machine makes of the case now, to be held against the ledger.
    """
    problems: list[Problem] = []
    custody = _chain(case.custody.log, problems)
    decisions = _chain(case.decisions.log, problems)
    acts = _entries(case, custody, problems)
    judgements = _judgements(case, decisions, problems)
    if custody and decisions:
        seen = [entry.beside for entry in acts or ()]
        problems += _cut(seen, decisions, case.decisions.log, case.custody.log)
        seen = [entry.beside for entry in judgements or ()]
        problems += _cut(seen, custody, case.custody.log, case.decisions.log)
    names = tuple(case.sealed.names())
    problems += _originals(case, names)
    if acts is not None:
        problems += _receipts(case, names, acts)
    problems += _readings(case)
    problems += check_ledger(case, custody, decisions, rebuilt)
    problems.sort(key=lambda problem: problem.severity is not Severity.DAMAGE)
    heads = (custody.head if custody else Head(), decisions.head if decisions else Head())
    return Checked(tuple(problems), len(names), *heads, _summary(problems, len(names), *heads))


def _chain(log: ChainLog, problems: list[Problem]) -> Chain | None:
    try:
        return log.read()
    except ReportedlyError as error:
        problems.append(Problem.of(error))
        return None


def _entries(case: Case, chain: Chain | None, problems: list[Problem]) -> tuple[Entry, ...] | None:
    try:
        return case.custody.entries(chain) if chain else None
    except ReportedlyError as error:
        problems.append(Problem.of(error))
        return None


def _judgements(
    case: Case, chain: Chain | None, problems: list[Problem]
) -> tuple[DecisionEntry, ...] | None:
    try:
        return case.decisions.entries(chain) if chain else None
    except ReportedlyError as error:
        problems.append(Problem.of(error))
        return None


def _cut(seen: list[Head], chain: Chain, log: ChainLog, witness: ChainLog) -> Iterator[Problem]:
    """The first line of ``witness`` that saw lines which ``log`` no longer has."""
    for line, head in enumerate(seen, start=1):
        if not chain.went_through(head):
            have = len(chain.hashes)
            yield Problem(
                Severity.DAMAGE,
                f"{log.path.name} has lost lines or was replaced: it has {have}, and line {line} "
                f"of {witness.path.name} saw {head.lines} of it that end otherwise",
                f"{log.path}:{min(have, head.lines)}",
                "put back the file from a copy of the case",
            )
            return


def _originals(case: Case, names: tuple[str, ...]) -> Iterator[Problem]:
    for name in names:
        path = case.sealed.path(name)
        try:
            if case.sealed.hash_of(name) != name:
                yield Problem.of(damaged(path))
            elif stat.S_IMODE(path.stat().st_mode) & ~READ_ONLY & 0o222:
                yield Problem(
                    Severity.FINDING,
                    "an original may be written to",
                    str(path),
                    f"chmod 0444 {path}",
                )
        except ReportedlyError as error:
            yield Problem.of(error)
    for path in case.sealed.strays():
        yield Problem(
            Severity.FINDING,
            "this is no original: nothing was received under this name",
            str(path),
            "move it out of the case",
        )


def _receipts(case: Case, names: tuple[str, ...], acts: tuple[Entry, ...]) -> Iterator[Problem]:
    received = {
        entry.line.sha256: number
        for number, entry in reversed(list(enumerate(acts, start=1)))
        if entry.line.act is CustodyAct.RECEIVED
    }
    for sha256 in sorted(received.keys() - set(names)):
        yield Problem(
            Severity.DAMAGE,
            f"an original is missing, which line {received[sha256]} of custody.jsonl received",
            str(case.sealed.path(sha256)),
            "put back the file from a copy of the case, under this very name",
        )
    for sha256 in sorted(set(names) - received.keys()):
        yield Problem(
            Severity.FINDING,
            "an original has no receipt: a command that received it was cut off",
            str(case.sealed.path(sha256)),
            "run that `reportedly add` again",
        )


def _readings(case: Case) -> Iterator[Problem]:
    for path in case.readings.files():
        try:
            decode(read_plain(path), Reading)
        except (msgspec.DecodeError, ValueError, ReportedlyError) as error:
            yield Problem(
                Severity.FINDING,
                f"a reading cannot be read: {error}",
                str(path),
                "delete this file and run `reportedly build`: the text is read again",
            )


def _summary(problems: list[Problem], originals: int, custody: Head, decisions: Head) -> str:
    harm = sum(problem.severity is Severity.DAMAGE for problem in problems)
    rest = len(problems) - harm
    said = (
        f"{_some(originals, 'original')}, {_some(custody.lines, 'act')} of custody, "
        f"{_some(decisions.lines, 'decision')}: "
    )
    if harm:
        said += f"{harm} damaged"
        said += f", {rest} more to be seen to" if rest else ""
    else:
        said += f"all as written, {rest} to be seen to" if rest else "all as written"
    return (
        f"{said}. Note these outside the case, for only they show that the end of both logs was "
        f"cut off: custody {custody.lines} {custody.hash}, "
        f"decisions {decisions.lines} {decisions.hash}"
    )


def _some(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

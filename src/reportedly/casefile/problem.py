"""What `verify` can find, and how grave it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.casefile.chainlog import Head
from reportedly.errors import ReportedlyError


class Severity(StrEnum):
    """How grave a problem is.

    `damage`: something is not what it was when it was written. `finding`: nothing was lost or
    changed, but something is to be done.
    """

    DAMAGE = "damage"
    FINDING = "finding"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it should be.

    Attributes:
        severity: Damage or finding.
        what: What is wrong, in one clause.
        where: The file, and the line where there is one: ``path:12``.
        remedy: What to do.
    """

    severity: Severity
    what: str
    where: str
    remedy: str

    @classmethod
    def of(cls, error: ReportedlyError) -> Problem:
        """Damage, as an error tells it."""
        return cls(Severity.DAMAGE, error.what, error.where, error.remedy)


@dataclass(frozen=True, slots=True)
class Checked:
    """What verifying came to.

    Attributes:
        problems: Damage first, then findings, in the order of the checks.
        originals: How many originals were checked.
        custody: How far the custody log has come.
        decisions: How far the decision log has come.
        summary: The above in a sentence, with both heads, to be noted outside the case.
    """

    problems: tuple[Problem, ...]
    originals: int
    custody: Head
    decisions: Head
    summary: str

    @property
    def damaged(self) -> bool:
        """Whether anything is not what it was."""
        return any(problem.severity is Severity.DAMAGE for problem in self.problems)

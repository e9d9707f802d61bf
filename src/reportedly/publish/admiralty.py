"""A finding on the Admiralty scale, for those who exchange findings in it (NATO AJP-2.1).

The two halves of the scale are judged apart. Reliability is of an outlet and is the user's own
letter. Credibility is of what is said, and follows from the grade and the independent origins.
"""

from __future__ import annotations

from reportedly.model.finding import Grade, Question

CORROBORATED = 2
"""Independent origins from which on something counts as confirmed by others."""


def credibility(question: Question) -> int | None:
    """The credibility of a question's best value, 1 to 5; ``None`` where it cannot be judged.

    6, "cannot be judged", is never written: programs take it for a number, worse than 5.
    """
    finding = question.finding
    held = max((len(answer.origins) for answer in question.answers), default=0)
    if finding.grade is Grade.CONFIRMED:
        return 1 if held >= CORROBORATED else 2
    return {Grade.FAIR: 2, Grade.DISCOUNTED: 5}.get(finding.grade)

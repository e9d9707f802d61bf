"""What of a protected person's names still stands in what leaves: a first name alone, bare initials.

The redaction leaves them, since other people are called so too. Whoever protects somebody is told,
and can protect them as names of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model.ledger import Ledger
from reportedly.publish.protected import Protected

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Visible:
    """One form that still stands.

    Attributes:
        form: As it is written.
        times: How often it stands in the texts and headlines.
        reports: In how many reports.
    """

    form: str
    times: int
    reports: int


def still_visible(shown: Ledger, person: Protected) -> tuple[Visible, ...]:
    """The shorter forms of a person's names that a redacted ledger still shows, commonest first.

    Args:
        shown: The ledger as it leaves.
        person: Whom it hides; of organizations and places nothing is looked for.
    """
    found: list[Visible] = []
    for form, pattern in dict(_forms(person)).items():
        counts = [
            len(pattern.findall(report.full_text)) + len(pattern.findall(report.title))
            for report in shown.reports
        ]
        if any(counts):
            found.append(Visible(form, sum(counts), sum(map(bool, counts))))
    return tuple(sorted(found, key=lambda row: (-row.times, row.form)))


def _forms(person: Protected) -> Iterator[tuple[str, re.Pattern[str]]]:
    if not person.personal:
        return
    for name in person.names:
        words = _WORD.findall(name)
        if len(words) < 2 or not all(word[0].isupper() for word in (words[0], words[-1])):
            continue
        given = [word for word in words[:-1] if word[0].isupper() and len(word) >= _SHORTEST]
        for word in given:
            either = "|".join(map(re.escape, dict.fromkeys((word, word.upper()))))
            yield word, re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")
        initials = [word[0] for word in words if word[0].isupper()]
        spaced = r"\s?".join(rf"{re.escape(letter)}\." for letter in initials)
        yield " ".join(f"{letter}." for letter in initials), re.compile(rf"(?<!\w){spaced}")

"""Which outlet a credit names: the outlets of the case under all the names they go by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.model.report import Report, ReportState
from reportedly.model.settings import OutletNote
from reportedly.text.normalise import fold

TRACED = frozenset(
    {
        ReportState.READ,
        ReportState.DUPLICATE,
        ReportState.UNREAD_LANGUAGE,
        ReportState.WITHDRAWN,
    }
)
"""States whose text is compared: a report that nobody can read yet can still be a copy."""

_ADDRESS = re.compile(
    r"^(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*?)(?:\.(?:com?|org|net|gov|ac))?\.[a-z]{2,12}(?:/\S*)?$"
)
_ARTICLES = ("the ", "a ", "an ")
_ENDINGS = (
    " newspaper", " news agency", " agency", " website", " web site", " newswire", " online",
    " news site", " daily", " weekly", " magazine", " channel", " television", " broadcaster",
)  # fmt: skip
_POSSESSIVE = re.compile(r"'s?$")
_NOT_WORD = re.compile(r"[^\w&+]+")


@lru_cache(maxsize=4096)
def outlet_key(name: str) -> str:
    """The form in which two namings of one outlet compare equal.

    Case, accents, marks, a leading article, a web ending and a generic last word go, so that
    "the Express", "Express.example" and "Express newspaper" are one. "Times" and "Moscow Times"
    stay two: a part of a name is not a name.
    """
    folded = fold(name)
    address = _ADDRESS.match(folded)
    if address:
        folded = address.group(1).replace(".", " ")
    folded = _POSSESSIVE.sub("", folded)
    folded = _NOT_WORD.sub(" ", folded.replace("'", "")).strip()
    for article in _ARTICLES:
        folded = folded.removeprefix(article)
    for ending in _ENDINGS:
        bare = folded.removesuffix(ending)
        if bare != folded and bare:
            folded = bare
            break
    return folded


@dataclass(frozen=True, slots=True)
class Outlets:
    """The outlets of a case.

    Attributes:
        names: For each key an outlet goes by: the outlet's own key.
        parts: For each beginning or end of those keys: the own keys it may mean.
        shown: For each outlet's own key: how it is shown.
        reports: For each outlet's own key: its reports, by publication, then id.
        wires: Own keys of the news agencies.
    """

    names: dict[str, str]
    parts: dict[str, frozenset[str]]
    shown: dict[str, str]
    reports: dict[str, tuple[Report, ...]]
    wires: frozenset[str]

    def own_key(self, name: str, near: str = "") -> str:
        """The key of the outlet that ``name`` means; its plain key if the case has none such.

        A part of an outlet's name ("the Herald") means it only where ``near``, the text it stands
        in, gives the whole name as well; where two fit, neither is meant.
        """
        key = outlet_key(name)
        if not key or key in self.names:
            return self.names.get(key, key)
        fitting = [
            own for own in self.parts.get(key, ()) if near and fold(self.shown[own]) in fold(near)
        ]
        return fitting[0] if len(fitting) == 1 else key


def is_part(part: str, whole: str) -> bool:
    """Whether a key is the beginning or the end of another, in whole words."""
    return whole.startswith(part + " ") or whole.endswith(" " + part)


def _parts(names: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Every proper beginning and end of the known keys, with the outlets it may mean."""
    parts: dict[str, set[str]] = {}
    for key, own in names.items():
        words = key.split(" ")
        for cut in range(1, len(words)):
            for part in (" ".join(words[:cut]), " ".join(words[cut:])):
                parts.setdefault(part, set()).add(own)
    return {part: frozenset(owners) for part, owners in parts.items()}


def known_outlets(reports: Iterable[Report], notes: Sequence[OutletNote]) -> Outlets:
    """Gather the outlets of the reports and of the case's settings."""
    names: dict[str, str] = {}
    shown: dict[str, str] = {}
    for note in sorted(notes, key=lambda note: note.name):
        own = outlet_key(note.name)
        shown.setdefault(own, note.name)
        for name in (note.name, *note.aliases):
            names.setdefault(outlet_key(name), own)
    found: dict[str, list[Report]] = {}
    for report in sorted(reports, key=by_publication):
        if report.state in TRACED and report.outlet:
            key = outlet_key(report.outlet)
            own = names.setdefault(key, key)
            shown.setdefault(own, report.outlet)
            found.setdefault(own, []).append(report)
    names.pop("", None)
    return Outlets(
        names=names,
        parts=_parts(names),
        shown=shown,
        reports={own: tuple(items) for own, items in found.items()},
        wires=frozenset(
            outlet_key(note.name) for note in notes if note.wire or "agency" in fold(note.kind)
        ),
    )


def by_publication(report: Report) -> tuple[str, str]:
    """Sort key: earliest publication first, never-dated last, then id."""
    published = report.published
    return (published.earliest or published.latest or "9999", report.id)

"""Who speaks as "we" in a report's own words: whoever signs it, else its outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.model.ident import make_id
from reportedly.model.report import Report
from reportedly.model.span import Span
from reportedly.model.statement import EntityKind, Mention, MentionForm
from reportedly.read.bearers import key_of
from reportedly.read.mentions import kind_of_words
from reportedly.text.wordlist import word_set

_SIGNED = re.compile(
    r"(?:(?:official|joint|public|open|press|emergency)\s+)?(?:statement|communiqué|communique|"
    r"declaration|proclamation|appeal|announcement)\s+(?:of|by|from)\s+(?:the\s+)?"
    r"(?P<name>[^\n.,:;!?()]{2,80}?)\s*$",
    re.IGNORECASE,
)
_HEAD = 200
"""How far into a report, in code points, the line that signs it may begin."""
_SMALL = word_set("of the and for in")
_NOT_BODIES = (EntityKind.PLACE, EntityKind.NATIONALITY, EntityKind.EVENT)


def with_signer(report: Report, names: Sequence[Mention]) -> list[Mention]:
    """The names, with the one that signs the report where its heading alone has it.

    A heading such as "STATEMENT OF THE HERDERS' UNION" is all capitals, so that no reader of
    names can tell a name in it.
    """
    span = _signature(report.text)
    if span is None or any(one.span.overlaps(span) for one in names):
        return list(names)
    words = [word for word in span.text.split() if word.lower() not in _SMALL]
    if len(words) < 2 or not all(word[0].isupper() for word in words):
        return list(names)
    ident = make_id("mn", report.id, span.start, span.end)
    kind = kind_of_words(span.text.lower())
    made = Mention(ident, report.id, span, kind, MentionForm.NAME)
    return sorted([*names, made], key=lambda one: (one.span.start, one.span.end))


def own_voice(report: Report, names: Sequence[Mention]) -> Mention | None:
    """Whom "we" means outside quotations: who signs the report, else its outlet.

    ``None`` where nobody knows the outlet, or the name that signs is not clear.

    Args:
        report: The report.
        names: Its names, in order of place.
    """
    span = _signature(report.text)
    if span is None:
        return _outlet(report)
    bodies = [
        one for one in names if one.form is not MentionForm.PRONOUN and one.kind not in _NOT_BODIES
    ]
    key = key_of(span.text)
    same = [one for one in bodies if key_of(one.span.text) == key]
    if same:
        return same[0]
    here = [one for one in bodies if span.contains(one.span)]
    return here[0] if len(here) == 1 else None


def signer(text: str, voice: Mention | None) -> Mention | None:
    """Who signs the text, where the voice is not just its outlet's: the name stands in the text."""
    if voice is None or text[voice.span.start : voice.span.end] != voice.span.text:
        return None
    return voice if _signature(text) is not None else None


def _signature(text: str) -> Span | None:
    """The name in the heading that says whose statement a report is."""
    at = 0
    for line in text[: 2 * _HEAD].split("\n"):
        if at > _HEAD:
            return None
        match = _SIGNED.match(line)
        if match is not None:
            return Span.of(text, at + match.start("name"), at + match.end("name"))
        at += len(line) + 1
    return None


def _outlet(report: Report) -> Mention | None:
    """The outlet as one who may say "we"; its id is the one that outlets are resolved under."""
    name = report.outlet
    if not name or name.startswith("unnamed outlet"):
        return None
    return Mention(
        make_id("mn", report.id, "outlet"),
        report.id,
        Span(0, len(name), name),
        EntityKind.ORGANIZATION,
        MentionForm.NAME,
    )

"""How events and questions are put into words."""

from __future__ import annotations

from reportedly.model.measure import MEASURES
from reportedly.model.statement import Claim, Event
from reportedly.model.value import TimeRange, ValueKind
from reportedly.reconcile.compare import day_number
from reportedly.text.label import time_label

ACTS = {
    "attack": "attack",
    "clash": "fighting",
    "crash": "crash",
    "evacuation": "evacuation",
    "explosion": "explosion",
    "fire": "fire",
    "founding": "founding",
    "incursion": "raid",
    "arrest": "arrests",
    "protest": "protest",
    "shelling": "shelling",
    "shooting": "shooting",
    "training": "training",
}
"""The noun by which a question names a family of acts; a family not listed is its own noun."""

_AT = {"attack": "on", "incursion": "into"}


def event_words(event: Event | None, *, dated: bool = True) -> str:
    """A happening as a noun phrase: ``explosion at Sulvek of 17 May 2023``; empty if nothing is known."""
    if event is None:
        return ""
    parts = [ACTS.get(event.act, event.act)] if event.act else []
    if event.place:
        parts.append(f"{_AT.get(event.act, 'at')} {event.place}")
    when = time_label(event.when) if dated and _is_close(event.when) else ""
    if when:
        parts.append(f"of {when}" if event.act else f"on {when}")
    return " ".join(parts)


LONGEST = 92
"""Days of a range that is still worth saying in a question."""


def _is_close(when: TimeRange) -> bool:
    if when.earliest is None or when.latest is None:
        return False
    return day_number(when.latest) - day_number(when.earliest) <= LONGEST


def question_text(claim: Claim, subject: str, event: Event | None) -> str:
    """The question in words a person would ask.

    Args:
        claim: Any of its claims, for the measure, population and proposition.
        subject: Name of what it is about.
        event: The happening, if it is about one.
    """
    measure = MEASURES.get(claim.measure)
    if measure is None or claim.value.kind is ValueKind.POLARITY:
        return _whether(claim, subject)
    about = event_words(event, dated=claim.measure != "occurred")
    if event is not None and event.act:
        phrase = f" {_LEADING.get(claim.measure, 'in')} the {about}"
    else:
        phrase = f" {about}" if about else ""
    named = f"the {about}" if about and event and event.act else about or "it"
    who = claim.population or _counted(claim)
    event_slot = (
        named
        if claim.measure in ("occurred", "occurred_at", "time_of_day", "event_name")
        else phrase
    )
    if claim.value.unit == "percent":
        who = f"per cent of {who}"
    return measure.asks.format(who=who, subject=subject or named, event=event_slot)


_LEADING = {
    "responsible": "for",
    "missing": "after",
    "arrested": "after",
    "treated": "after",
    "treated_at": "after",
    "displaced": "after",
}
"""How a measure is joined to its event where it is not "in" it."""

_COUNTED = {
    "strength": "fighters",
    "applications": "applications",
    "attacks": "attacks",
    "vehicles_lost": "vehicles",
    "vehicles_used": "vehicles",
}


def _counted(claim: Claim) -> str:
    return _COUNTED.get(claim.measure, "people")


def _whether(claim: Claim, subject: str) -> str:
    proposition = (claim.value.text or claim.subject_words or subject or "it").strip()
    return f"Is it so that {proposition}?"

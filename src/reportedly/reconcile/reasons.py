"""Why a finding is what it is, and what would raise its grade: plain sentences, decisive first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.model.finding import Agreement, Grade
from reportedly.model.value import ValueKind
from reportedly.reconcile.ballot import ORDERED, Option, independent
from reportedly.reconcile.compare import Relation, allows, relate
from reportedly.reconcile.context import Context
from reportedly.reconcile.grading import LEAD, Verdict
from reportedly.reconcile.standing import Standing, Voice
from reportedly.text.label import label, time_label

NAMED = 4
"""How many origins or values a sentence names before it says how many more there are."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(number: int, noun: str) -> str:
    """``two origins``."""
    said = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    return f"{said} {noun}" if number == 1 else f"{said} {noun}s"


def listed(names: Sequence[str]) -> str:
    """``A, B and C``; of many, the first few and how many more."""
    if len(names) > NAMED:
        return f"{', '.join(names[:NAMED])} and {len(names) - NAMED} more"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def origin_name(origin: str, context: Context, outlet: str) -> str:
    """``A (Corren Wire)``; the outlet alone where no origin has a letter."""
    known = context.origins.get(origin)
    return f"{known.letter} ({known.name})" if known else outlet


def why(verdict: Verdict, stand: Standing, context: Context) -> tuple[str, ...]:
    """The reasons, one sentence each."""
    leader = verdict.top or _first(verdict)
    sentences = [
        *_decisive(verdict, stand, context),
        *_support(leader, context),
        *_rivals(verdict, leader, context),
        *_denials(verdict, context),
        *_time(verdict, stand),
        *_compatible(verdict, leader),
        *_one_source(leader),
        *_left(stand),
    ]
    return tuple(dict.fromkeys(sentences))


def _first(verdict: Verdict) -> Option | None:
    return max(verdict.found, key=lambda one: (one.support, one.exact), default=None)


def _decisive(verdict: Verdict, stand: Standing, context: Context) -> list[str]:
    if verdict.grade is Grade.DISCOUNTED:
        return ["The only holders took it back or corrected it."]
    if verdict.grade is Grade.CONFIRMED and verdict.owner:
        owner = verdict.owner
        where = origin_name(owner.origin, context, owner.outlet)
        return [
            f"{owner.name}, whose own fact it is, states it, in {where}, "
            "and no independent origin contradicts it."
        ]
    if not verdict.found:
        if stand.against:
            return []
        return ["No statement gives it firmly."]
    if verdict.grade is Grade.CONTESTED and verdict.rival and verdict.top is None:
        return ["The answers exclude each other and none is ahead."]
    if verdict.grade is Grade.CONTESTED and verdict.rival and verdict.top:
        top, rival = verdict.top, verdict.rival
        if top.support == rival.support and top.value.kind is ValueKind.COUNT:
            return ["The answers exclude each other and are equally held; the lower is shown."]
        return [f"The answers exclude each other and none is ahead by {_NUMBERS[LEAD]}."]
    return []


def _support(leader: Option | None, context: Context) -> list[str]:
    if leader is None:
        return []
    names = _origins(leader.voices, context)
    gives = "gives" if len(names) == 1 else "give"
    lead = f"{counted(len(names), 'origin').capitalize()} {gives} {label(leader.value)}"
    return [f"{lead}: {listed(names)}."]


def _origins(voices: Iterable[Voice], context: Context) -> list[str]:
    found = {one.origin: origin_name(one.origin, context, one.outlet) for one in voices}
    return sorted(found.values(), key=lambda name: (len(name.split(" (")[0]), name))


def _rivals(verdict: Verdict, leader: Option | None, context: Context) -> list[str]:
    if verdict.rival is None or leader is None:
        return []
    rival = verdict.rival
    names = _origins(rival.voices, context)
    gives = "gives" if len(names) == 1 else "give"
    return [f"{listed(names)} {gives} {label(rival.value)}, which excludes it."]


def _denials(verdict: Verdict, context: Context) -> list[str]:
    names = sorted({f"{one.name}" for one in verdict.against})
    return [f"{listed(names)} {'denies' if len(names) == 1 else 'deny'} it."] if names else []


def _time(verdict: Verdict, stand: Standing) -> list[str]:
    if verdict.agreement is not Agreement.CHANGED:
        return []
    rules = [item for item in stand.excluded if item.rule == "superseded"]
    if rules:
        return [
            f"{counted(len(rules), 'earlier statement').capitalize()} "
            f"{'was' if len(rules) == 1 else 'were'} left behind as the figure changed."
        ]
    steps = [
        f"{label(one.value)} ({time_label(one.since) or 'time unknown'})"
        for one in sorted(verdict.found, key=lambda one: one.since.bounds())
    ]
    told = all(one.since.known for one in verdict.found)
    be = "are" if told else "may be"
    return [f"The answers {be} as of different times: {listed(steps)}. Read as a change."]


def _compatible(verdict: Verdict, leader: Option | None) -> list[str]:
    if leader is None:
        return []
    allowing = [
        label(one.value)
        for one in verdict.found
        if one is not leader
        and relate(one.value, leader.value) is Relation.COMPATIBLE
        and allows(one.value, leader.value)
    ]
    verb = "allows" if len(allowing) == 1 else "allow"
    lead = listed(allowing)
    return [f"{lead[:1].upper()}{lead[1:]} {verb} {label(leader.value)}."] if allowing else []


def _one_source(leader: Option | None) -> list[str]:
    """Say so where several lineages rest on the word of one source."""
    if leader is None:
        return []
    origins = {one.origin for one in leader.voices}
    sources = {one.speaker: one.name for one in leader.voices}
    if len(origins) > 1 and independent(leader.voices) < len(origins):
        if len(sources) == 1:
            name = next(iter(sources.values()))
            return [f"They give it on the word of one source, {name}, and count as one."]
        return ["Some of them rest on the word of one source, and count as one."]
    return []


def _left(stand: Standing) -> list[str]:
    rules = [item.rule for item in stand.excluded]
    copies = rules.count("copy")
    if not copies:
        return []
    return [f"{counted(copies, 'repetition').capitalize()} within one origin counted once."]


def raises(verdict: Verdict, stand: Standing, subject: str, context: Context) -> tuple[str, ...]:
    """What would raise the grade, one sentence each."""
    leader = verdict.top or _first(verdict)
    if verdict.grade is Grade.CONFIRMED:
        return ()
    if verdict.grade is Grade.DISCOUNTED:
        return ("A statement by a source that stands by it.",)
    if leader is None:
        return ("A firm statement by a named source.",)
    if verdict.grade is Grade.CONTESTED:
        return _what_parts(verdict, leader)
    if verdict.grade is Grade.FAIR:
        return (f"A statement by {subject or 'the party whom it burdens'} itself.",)
    names = _origins(leader.voices, context)
    sources = {one.name for one in leader.voices if one.claim.attribution}
    sentences = [f"A second origin independent of {listed(names)}."]
    if len(sources) == 1:
        sentences = [
            f"A second origin independent of {listed(names)}, on another word than that of {sources.pop()}."
        ]
    return tuple(sentences)


def _what_parts(verdict: Verdict, leader: Option) -> tuple[str, ...]:
    opposed = max(verdict.rival.support if verdict.rival else 0, independent(verdict.against))
    missing = LEAD - (leader.support - opposed)
    if verdict.top is None or leader.value.kind not in ORDERED:
        return ("A statement by the party it burdens.", "Origins independent of both sides.")
    return (
        f"{counted(missing, 'more independent origin').capitalize()} for {label(leader.value)}.",
    )

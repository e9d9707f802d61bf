"""Claims in, questions with findings out: group, weigh, put into words, apply what people decided."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.model.decision import DecisionState, Replayed
from reportedly.model.finding import Agreement, Answer, Finding, Grade, Question, QuestionKind
from reportedly.model.ident import make_id
from reportedly.model.measure import MEASURES
from reportedly.model.statement import Claim
from reportedly.model.value import TimeRange, Value, ValueKind
from reportedly.reconcile.ballot import ORDERED
from reportedly.reconcile.compare import figures, identity
from reportedly.reconcile.context import Context, Reconciled
from reportedly.reconcile.deciding import places, regroup, reword
from reportedly.reconcile.grading import Verdict, judge
from reportedly.reconcile.grouping import Group, group, key
from reportedly.reconcile.reasons import raises, why
from reportedly.reconcile.standing import Standing, Voice, standing, voice
from reportedly.reconcile.wording import event_words, question_text
from reportedly.text.label import label, time_label


def reconcile(claims: Iterable[Claim], context: Context) -> Reconciled:
    """Turn claims into questions and findings.

    The order of the claims does not matter. Claims of one `key` may be reconciled apart from all
    others with the same result, as long as no decision merges questions of two keys.

    Args:
        claims: Claims of any number of keys, with their entities resolved and people's decisions
            on single claims already applied.
        context: Reports, origins, entities and the decisions on questions.
    """
    blocks: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: _order(claim, context)):
        blocks.setdefault(key(claim), []).append(claim)
    groups = tuple(found for name in sorted(blocks) for found in group(blocks[name]))
    index = places(groups)
    groups, regrouped = regroup(groups, context.decisions)
    asked = tuple(sorted((ask(one, context) for one in groups), key=lambda one: one.id))
    asked, reworded = reword(asked, index, context.decisions)
    outcome = {**regrouped, **reworded}
    replayed = tuple(
        outcome.get(placed.decision.id)
        or Replayed(placed.decision, DecisionState.ORPHANED, "It does not decide a question.")
        for placed in context.decisions
    )
    return Reconciled(asked, replayed)


def _order(claim: Claim, context: Context) -> tuple[str, str, str, int, int, str]:
    facts = context.reports.get(claim.report)
    published = facts.published.bounds() if facts else ("", "")
    return (*published, claim.report, claim.span.start, claim.words.start, claim.id)


def ask(one: Group, context: Context) -> Question:
    """One question with its answers and its finding."""
    first = one.claims[0]
    ordered = tuple(sorted(one.claims, key=lambda claim: _order(claim, context)))
    measure = MEASURES.get(first.measure)
    stand = standing(ordered, context)
    verdict = judge(stand, measure, context)
    subject = next((claim.subject for claim in ordered if claim.subject), None)
    if measure and measure.of_event and not measure.own:
        subject = None
    name = _subject_name(one, subject, ordered, context)
    return Question(
        id=make_id("qu", first.measure, ordered[0].id),
        text=question_text(ordered[0], name, one.event),
        kind=measure.kind if measure else QuestionKind.WHETHER,
        subject=subject,
        subject_name=name,
        measure=first.measure,
        claims=tuple(claim.id for claim in ordered),
        answers=_answers(ordered, stand, context),
        finding=_finding(verdict, stand, name if subject else "", one, context),
        population=first.population,
        event=one.event,
        as_of=_as_of(stand, ordered, context),
    )


def _subject_name(
    one: Group, subject: str | None, ordered: tuple[Claim, ...], context: Context
) -> str:
    entity = context.entities.get(subject) if subject else None
    if entity:
        return entity.name
    measure = MEASURES.get(ordered[0].measure)
    if measure and measure.of_event and not measure.own:
        return event_words(one.event)
    return next((claim.subject_words for claim in ordered if claim.subject_words), "")


def _answers(ordered: tuple[Claim, ...], stand: Standing, context: Context) -> tuple[Answer, ...]:
    """Every value given, those that count first and best held first; what is denied apart."""
    counting: dict[str, Voice] = {one.claim.id: one for one in (*stand.voices, *stand.against)}
    grouped: dict[tuple[object, ...], list[Voice]] = {}
    for claim in ordered:
        one = counting.get(claim.id) or voice(claim, context)
        grouped.setdefault((one.denies, *identity(one.value)), []).append(one)
    made = [_answer(voices, counting, context) for voices in grouped.values()]
    return tuple(
        sorted(made, key=lambda answer: (-len(answer.origins), answer.label, answer.claims))
    )


def _answer(voices: list[Voice], counting: dict[str, Voice], context: Context) -> Answer:
    first = voices[0]
    said = label(first.value)
    if first.denies:
        said = f"not {said}"
    origins = {one.origin for one in voices if one.claim.id in counting}
    return Answer(
        value=_shown(first),
        label=said,
        claims=tuple(one.claim.id for one in voices),
        origins=tuple(sorted(origins, key=lambda origin: _letter(origin, context))),
    )


def _shown(one: Voice) -> Value:
    """The value of an answer: as voiced; for a denied party or name, with its polarity turned."""
    if one.denies and one.value.kind in (ValueKind.WHO, ValueKind.TEXT, ValueKind.PLACE):
        return Value(
            one.value.kind,
            who=one.value.who,
            text=one.value.text,
            place=one.value.place,
            polarity=False,
        )
    return one.value


def _letter(origin: str, context: Context) -> tuple[int, str, str]:
    known = context.origins.get(origin)
    letter = known.letter if known else "~"
    return (len(letter), letter, origin)


def _finding(
    verdict: Verdict, stand: Standing, subject: str, one: Group, context: Context
) -> Finding:
    reasons = why(verdict, stand, context)
    return Finding(
        low=verdict.low,
        best=verdict.top.value if verdict.top and verdict.grade is not Grade.DISCOUNTED else None,
        high=verdict.high,
        label=finding_label(verdict, stand),
        agreement=verdict.agreement,
        grade=verdict.grade,
        flags=verdict.flags,
        why=(*reasons, *one.notes),
        raises=raises(verdict, stand, subject, context),
        excluded=stand.excluded,
    )


def finding_label(verdict: Verdict, stand: Standing) -> str:
    """The finding in a few words."""
    if verdict.grade is Grade.DISCOUNTED:
        return "taken back"
    if not verdict.found:
        return "denied" if stand.against else "no firm answer"
    if verdict.top is None:
        return _several(len(verdict.found))
    if verdict.top.value.kind in ORDERED:
        return _within(verdict, verdict.top.value)
    said = label(verdict.top.value)
    return f"{said}, contested" if verdict.grade is Grade.CONTESTED else said


def _within(verdict: Verdict, best: Value) -> str:
    """``17, of 12 to 36``; of times, all that is claimed where the answers exclude each other."""
    said, low, high = label(best), verdict.low, verdict.high
    if low is None or high is None:
        return said
    if best.kind is ValueKind.TIME:
        if verdict.agreement is not Agreement.CONTRADICTORY:
            return said
        return time_label(TimeRange(low.earliest, high.latest))
    if low.low == high.high or figures(best) == (low.low, high.high):
        return said
    return f"{said}, of {label(low)} to {label(high)}"


def _several(number: int) -> str:
    words = {2: "two", 3: "three", 4: "four", 5: "five"}
    return f"{words.get(number, str(number))} answers"


def _as_of(stand: Standing, ordered: tuple[Claim, ...], context: Context) -> TimeRange:
    """From the first to the last time that its claims speak as of."""
    times = [one.as_of for one in (*stand.voices, *stand.against)] or [
        voice(claim, context).as_of for claim in ordered
    ]
    starts = [when.earliest for when in times if when.earliest]
    ends = [when.latest for when in times if when.latest]
    return TimeRange(min(starts) if starts else None, max(ends) if ends else None)

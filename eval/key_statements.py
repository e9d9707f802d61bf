"""The two long sections of the key: who said what, and what the answers to a question come to."""

from __future__ import annotations

from collections.abc import Iterator

from eval.key_rows import Answer, AttributionKey, ClaimKey, Held, Item, QuestionKey
from eval.ledger_view import Attribution, Claim, Finding, Question, Value
from eval.wording import alike, flat, opening

# --- attributions --------------------------------------------------------------------------------

FIELDS = ("kind", "cue", "cue_kind", "entity", "stance", "distance", "modality", "chain")


def attributions(held: Held) -> Iterator[Item]:
    """Each attribution twice: whether who and what are found, and whether every field is right."""
    for row in held.key.attribution:
        name = f"{row.report} | {row.source} | {row.content}"
        near, got = _nearest(held, row)
        if got is None:
            instead = _shown(near) if near else _around(held, row)
            yield Item("said", name, False, row.hard, instead)
            yield Item("said_whole", name, False, row.hard, "not found")
            continue
        wrong = [f"{field} {has}" for field, has, good in _fields(held, row, got) if not good]
        yield Item("said", name, True, row.hard)
        yield Item("said_whole", name, not wrong, row.hard, "; ".join(wrong))


def field_scores(held: Held) -> list[str]:
    """For each field, in how many of the attributions found it is right."""
    right = dict.fromkeys(FIELDS, 0)
    asked = dict.fromkeys(FIELDS, 0)
    for row in held.key.attribution:
        got = _nearest(held, row)[1]
        if got is not None:
            for field, _, good in _fields(held, row, got):
                asked[field] += 1
                right[field] += good
    return [f"  {field:<12} {right[field]:>4}/{asked[field]}" for field in FIELDS]


def wrong_speakers(held: Held) -> Iterator[str]:
    """Statements given to somebody who did not make them: worse than a statement missed.

    A source the ledger resolved to nobody is no wrong speaker; a name it gave to another is.
    """
    for row in held.key.attribution:
        near, got = _nearest(held, row)
        if near is None or near.source is None:
            continue
        taken = near.source.entity is not None and bool(row.entity)
        other = taken and not held.names.one(row.entity, near.source.name, near.source.entity)
        if got is None or other:
            yield f"{row.report}: {row.content!r} is {row.source!r}'s, given to {near.source.name!r}"


def _nearest(held: Held, row: AttributionKey) -> tuple[Attribution | None, Attribution | None]:
    """The ledger's best attribution on these words, and the same if its source is right too."""
    report = held.report(row.report)
    start = opening(row.content)
    on_words = [
        each
        for each in held.ledger.attributions
        if report is not None
        and each.report == report.id
        and any(part.startswith(start) for part in _openings(each))
    ]
    ranked = sorted(
        on_words,
        key=lambda each: (
            not _same_source(row, each),
            sum(not good for _, _, good in _fields(held, row, each)),
            each.id,
        ),
    )
    if not ranked:
        return None, None
    return ranked[0], ranked[0] if _same_source(row, ranked[0]) else None


def _openings(got: Attribution) -> Iterator[str]:
    """The content from each of its spans on: where a cue breaks it, the key may begin after it."""
    for at in range(len(got.content)):
        yield opening(" ".join(span.text for span in got.content[at:]))


def _same_source(row: AttributionKey, got: Attribution) -> bool:
    return got.source is not None and alike(row.source, got.source.text)


def _fields(held: Held, row: AttributionKey, got: Attribution) -> Iterator[tuple[str, str, bool]]:
    """Each field the key gives: its name, what the ledger has, and whether that is right."""
    cue_words, cue_kind = (got.cue.text, got.cue.kind) if got.cue else ("", "")
    plain = {
        "kind": (row.kind, got.kind),
        "cue_kind": (row.cue_kind, cue_kind),
        "stance": (row.stance, got.stance),
        "distance": (row.distance, got.distance),
        "modality": (row.modality, got.modality),
    }
    for field, (wanted, has) in plain.items():
        if wanted:
            yield field, has, wanted == has
    if row.cue:
        yield "cue", cue_words, alike(row.cue, cue_words)
    if row.entity:
        name, entity = (got.source.name, got.source.entity) if got.source else ("", None)
        yield "entity", name, held.names.one(row.entity, name, entity)
    if row.chain:
        has = " > ".join(link.name for link in got.chain)
        good = len(row.chain) == len(got.chain) and all(
            held.names.one(wanted, link.name, link.entity)
            for wanted, link in zip(row.chain, got.chain, strict=True)
        )
        yield "chain", has, good


def _shown(got: Attribution) -> str:
    source = repr(flat(got.source.text)) if got.source else "nobody named"
    return f"said by {source}"


def _around(held: Held, row: AttributionKey) -> str:
    """What the ledger has on or across these words, cut otherwise."""
    report = held.report(row.report)
    if report is None:
        return "no such report"
    places = list(held.place(report.id).spans(row.content))
    across = [
        f"{_shown(each)}: {flat(span.text)[:50]!r}..."
        for each in held.ledger.attributions
        for span in each.content
        if each.report == report.id and any(span.overlaps(place) for place in places)
    ]
    return "; ".join(across) or "nothing on these words"


# --- questions -----------------------------------------------------------------------------------


def questions(held: Held) -> Iterator[Item]:
    """Each question: whether it is asked, its finding field by field, and its claims one by one."""
    asked = _assigned(held)
    for row in held.key.question:
        got = asked.get(row.id)
        yield Item("question", row.id, got is not None, row.hard, "no question on these claims")
        finding = got.finding if got else None
        for field, instead, good in _findings(held, row, finding):
            yield Item("finding", f"{row.id} | {field}", good, row.hard, instead)
        yield from _claims(held, row, got)


def _assigned(held: Held) -> dict[str, Question]:
    """For each question of the key the ledger's question that holds most of its claims.

    One of the ledger's answers one of the key's at most: a question that mixes two events can be
    right about one of them only.
    """
    of_question = {id: each for each in held.ledger.questions for id in each.claims}
    overlaps: list[tuple[int, str, str]] = []
    for row in held.key.question:
        shared: dict[str, int] = {}
        for claim in row.claims:
            found = {
                of_question[got.id].id
                for got in _on(held, claim)
                if got.id in of_question and of_question[got.id].kind == row.kind
            }
            for each in found:
                shared[each] = shared.get(each, 0) + 1
        overlaps += [(-count, row.id, each) for each, count in shared.items()]
    known = {each.id: each for each in held.ledger.questions}
    taken: dict[str, Question] = {}
    for _, wanted, got in sorted(overlaps):
        if wanted not in taken and all(each.id != got for each in taken.values()):
            taken[wanted] = known[got]
    return taken


def _on(held: Held, claim: ClaimKey) -> list[Claim]:
    """The ledger's claims whose value stands on these words."""
    report = held.report(claim.report)
    if report is None:
        return []
    places = list(held.place(report.id).spans(claim.words))
    return [
        got
        for got in held.ledger.claims
        if got.report == report.id and any(got.words.overlaps(place) for place in places)
    ]


def _claims(held: Held, row: QuestionKey, got: Question | None) -> Iterator[Item]:
    members = frozenset(got.claims) if got else frozenset[str]()
    out = {each.claim for each in got.finding.excluded} if got else set[str]()
    for claim in row.claims:
        name = f"{row.id} | {claim.report} | {claim.words}"
        found = _on(held, claim)
        good = any(each.id in members for each in found)
        instead = _elsewhere(held, found) if got else "the question is not asked"
        yield Item("claim", name, good, row.hard, instead)
    for claim in row.excluded:
        name = f"{row.id} | {claim.report} | {claim.words}"
        counted = {each.id for each in _on(held, claim)} & members - out
        good = got is not None and not counted
        instead = "it counts" if got else "the question is not asked"
        yield Item("not_counted", name, good, row.hard, instead)


def _elsewhere(held: Held, found: list[Claim]) -> str:
    if not found:
        return "no claim on these words"
    ids = {each.id for each in found}
    asked = sorted({each.text for each in held.ledger.questions if ids & set(each.claims)})
    return f"in {' / '.join(asked)}" if asked else "a claim in no question"


def _findings(held: Held, row: QuestionKey, got: Finding | None) -> Iterator[tuple[str, str, bool]]:
    ends = {"low": row.low, "best": row.best, "high": row.high}
    for field, wanted in ends.items():
        if wanted is None:
            continue
        value: Value | None = getattr(got, field) if got else None
        allowed = (wanted, *row.also_ok.get(field, ()))
        good = value is not None and any(_fits(held, field, each, value) for each in allowed)
        yield field, str(value) if value else "nothing", good
    for field, wanted in {"agreement": row.agreement, "grade": row.grade}.items():
        if wanted:
            has: str = getattr(got, field) if got else ""
            yield field, has, has in (wanted, *row.also_ok.get(field, ()))
    for field, flag in row.flags.items():
        has_flag = bool(getattr(got.flags, field)) if got else False
        yield f"flag {field}", str(has_flag), got is not None and has_flag == flag


def _fits(held: Held, field: str, wanted: Answer, value: Value) -> bool:
    """Whether a finding's value is the one the key gives."""
    if isinstance(wanted, int | float):
        return _number_fits(field, wanted, value)
    if wanted[:4].isdigit():
        return _time_fits(field, wanted, value)
    given = [name for name in (value.text, value.place) if name]
    return any(held.names.one(wanted, name, value.who) for name in given or [""])


def _number_fits(field: str, wanted: float, value: Value) -> bool:
    """An end must be the end; the best may be given as "about" with room on either side."""
    if field == "low":
        return value.low == wanted
    if field == "high":
        return wanted == (value.low if value.high is None else value.high)
    if value.approximator == "about" and value.low is not None and value.high is not None:
        return value.low <= wanted <= value.high
    return wanted in (value.low, value.high)


def _time_fits(field: str, wanted: str, value: Value) -> bool:
    """Equal to the precision of the coarser; a best time to the minute may have room round it."""
    first, last = value.earliest or "", value.latest or ""
    if field == "low":
        return _same_time(wanted, first)
    if field == "high":
        return _same_time(wanted, last)
    if "T" in wanted and "T" in first and "T" in last:
        return first <= wanted <= last and first[:10] == last[:10]
    return _same_time(wanted, first) and _same_time(wanted, last)


def _same_time(wanted: str, has: str) -> bool:
    return has.startswith(wanted)

"""What must be true of any ledger, whatever it says: every reference leads somewhere, every span reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportedly.model.finding import Agreement, Finding, Grade, Question, QuestionKind
from reportedly.model.ledger import Ledger
from reportedly.model.report import Report, ReportState
from reportedly.model.span import Span
from reportedly.model.statement import Attribution, Claim


def faults(ledger: Ledger) -> list[str]:
    """Everything in a ledger that contradicts the ledger, in words."""
    checks = (_ids, _reports, _spans, _statements, _names, _claims, _questions, _lineage)
    return [fault for check in checks for fault in check(ledger)]


def _ids(ledger: Ledger) -> Iterator[str]:
    for name in ("reports", "attributions", "mentions", "details", "entities", "claims"):
        ids = [row.id for row in getattr(ledger, name)]
        yield from (f"{name}: {id} twice" for id, count in Counter(ids).items() if count > 1)
    for name in ("entities", "questions", "derivations", "reports"):
        ids = [row.id for row in getattr(ledger, name)]
        if ids != sorted(ids):
            yield f"{name} are not sorted by id"


def _reports(ledger: Ledger) -> Iterator[str]:
    known = {row.id for row in ledger.reports}
    held = {report for box in ledger.containers for report in box.reports}
    yield from (f"container holds unknown report {id}" for id in held - known)
    published = sorted(report for outlet in ledger.outlets for report in outlet.reports)
    if published != sorted(known):
        yield "the reports of the outlets are not the reports of the case"
    for row in ledger.reports:
        if (row.state is ReportState.READ) == bool(row.reason):
            yield f"{row.name}: state {row.state.value} with reason {row.reason!r}"
        if not row.outlet:
            yield f"{row.name}: no outlet, not even an unnamed one"
        yield from (f"{row.name}: {fault}" for fault in _offsets(row))


def _offsets(row: Report) -> Iterator[str]:
    """Every kept character but white space comes from the full text, unchanged and in order."""
    at, full = 0, 0
    for run in row.offsets:
        if row.text[at : run.kept].strip():
            yield f"{row.text[at : run.kept]!r} comes from nowhere"
        if run.kept < at or run.full < full:
            yield "offsets go backwards"
        kept = row.text[run.kept : run.kept + run.length]
        came = row.full_text[run.full : run.full + run.length]
        if any(one != other and not one.isspace() for one, other in zip(kept, came, strict=True)):
            yield f"{kept!r} was {came!r}"
        at, full = run.kept + run.length, run.full + run.length
    if row.text[at:].strip():
        yield f"{row.text[at:]!r} comes from nowhere"


def _spans(ledger: Ledger) -> Iterator[str]:
    texts = {row.id: row.text for row in ledger.reports}
    full = {row.id: row.full_text for row in ledger.reports}
    for where, report, span in _all_spans(ledger):
        if texts[report][span.start : span.end] != span.text:
            yield f"{where}: {span} reads otherwise"
    for out in ledger.left_out:
        if full[out.report][out.span.start : out.span.end] != out.span.text:
            yield f"{out.id}: left-out words read otherwise"


def _all_spans(ledger: Ledger) -> Iterator[tuple[str, str, Span]]:
    """Every span into a kept text: where it is used, its report, and itself."""
    for said in ledger.attributions:
        parts = [part.span for part in (said.source, said.cue, *said.chain) if part and part.span]
        yield from ((said.id, said.report, span) for span in (*said.content, *parts))
    for claim in ledger.claims:
        yield claim.id, claim.report, claim.span
        yield claim.id, claim.report, claim.words
    yield from ((row.id, row.report, row.span) for row in ledger.mentions)
    yield from ((row.id, row.report, row.span) for row in ledger.details)
    yield from ((row.name, row.report, row.span) for row in ledger.credits)
    for link in ledger.derivations:
        yield from ((link.id, link.child, passage.child) for passage in link.passages)
        yield from ((link.id, link.parent, passage.parent) for passage in link.passages)


def _statements(ledger: Ledger) -> Iterator[str]:
    outlets = {row.id: row.outlet for row in ledger.reports}
    ids = {row.id for row in ledger.attributions}
    for row in ledger.attributions:
        if not row.content:
            yield f"{row.id}: nothing was said"
        if not row.chain or row.chain[0].name != outlets[row.report]:
            yield f"{row.id}: the chain does not begin with its outlet"
        if row.inside and row.inside not in ids:
            yield f"{row.id}: inside an unknown {row.inside}"
        yield from _tail(row)


def _tail(row: Attribution) -> Iterator[str]:
    """The last link of the chain is the source: the same words, the same name, the same entity."""
    last = row.chain[-1]
    if row.source is None or last.span != row.source.span:
        return
    if (last.name, last.entity) != (row.source.name, row.source.entity):
        source = (row.source.name, row.source.entity)
        yield f"{row.id}: source {source}, last link {(last.name, last.entity)}"


def _names(ledger: Ledger) -> Iterator[str]:
    entities = {row.id: row for row in ledger.entities}
    mentions = {row.id: row for row in ledger.mentions}
    used = {row.entity for row in ledger.mentions}
    used |= {row.source.entity for row in ledger.attributions if row.source}
    used |= {link.entity for row in ledger.attributions for link in row.chain}
    used |= {row.subject for row in ledger.claims} | {row.subject for row in ledger.questions}
    used |= {link.entity for row in ledger.claims for link in row.holder}
    yield from (f"unknown entity {id}" for id in sorted(used - {None} - set(entities)))  # type: ignore[type-var]
    for entity in ledger.entities:
        for id in entity.mentions:
            if id in mentions and mentions[id].entity != entity.id:
                yield f"{entity.name}: its mention {id} belongs to {mentions[id].entity}"
        if len({entity.name, *entity.aliases}) != 1 + len(entity.aliases):
            yield f"{entity.name}: a name twice: {entity.aliases}"
    for mention in ledger.mentions:
        if mention.entity and mention.id not in entities[mention.entity].mentions:
            yield f"{mention.id}: not among the mentions of its entity"


def _claims(ledger: Ledger) -> Iterator[str]:
    said = {row.id: row for row in ledger.attributions}
    origins = {row.id for row in ledger.origins}
    for row in ledger.claims:
        if not row.span.contains(row.words):
            yield f"{row.id}: its value stands outside its words"
        if row.attribution and row.attribution not in said:
            yield f"{row.id}: unknown attribution {row.attribution}"
        elif row.attribution and said[row.attribution].report != row.report:
            yield f"{row.id}: said in another report"
        if row.origin and row.origin not in origins:
            yield f"{row.id}: unknown origin {row.origin}"
        if not row.holder:
            yield f"{row.id}: nobody holds it"
        low, high = row.value.low, row.value.high
        if low is not None and high is not None and low > high:
            yield f"{row.id}: {low} to {high}"


def _questions(ledger: Ledger) -> Iterator[str]:
    claims = {row.id: row for row in ledger.claims}
    origins = {row.id for row in ledger.origins}
    places = Counter(id for row in ledger.questions for id in row.claims)
    yield from (
        f"claim {id} answers {count} questions" for id, count in places.items() if count > 1
    )
    for row in ledger.questions:
        answered = [id for answer in row.answers for id in answer.claims]
        listed = {*answered, *(each.claim for each in row.finding.excluded)}
        if not set(row.claims) <= set(claims):
            yield f"{row.text}: unknown claims"
        if listed != set(row.claims):
            yield f"{row.text}: {sorted(listed ^ set(row.claims))} neither answer nor are excluded"
        for answer in row.answers:
            if not set(answer.origins) <= origins:
                yield f"{row.text}: unknown origins"
            yield from _one_vote(row, [claims[id] for id in answer.claims], set(answer.origins))
        yield from _graded(row, row.finding)


def _one_vote(row: Question, claims: list[Claim], origins: set[str]) -> Iterator[str]:
    held = {claim.origin for claim in claims if claim.origin}
    if not origins <= held:
        yield f"{row.text}: an answer counts origins that none of its claims has"


def _graded(row: Question, finding: Finding) -> Iterator[str]:
    if not finding.why:
        yield f"{row.text}: a finding without a reason"
    counted = [answer for answer in row.answers if answer.origins]
    if finding.agreement is Agreement.SINGLE and finding.grade is Grade.FAIR:
        yield f"{row.text}: fair on a single voice"
    if finding.agreement is Agreement.CONTRADICTORY and len(counted) < 2:
        yield f"{row.text}: contradictory with {len(counted)} answers"
    if finding.flags.how_many and row.kind not in (QuestionKind.HOW_MANY, QuestionKind.WHO_IS):
        yield f"{row.text}: a {row.kind.value} question flagged how_many"


def _lineage(ledger: Ledger) -> Iterator[str]:
    known = {row.id for row in ledger.reports}
    letters = [row.letter for row in ledger.origins]
    if letters != sorted(letters, key=lambda letter: (len(letter), letter)):
        yield f"origins out of order: {letters}"
    placed = Counter(report for row in ledger.origins for report in row.reports)
    yield from (f"report {id} in {n} origins" for id, n in placed.items() if n > 1)
    for row in ledger.reports:
        if row.state is ReportState.READ and row.id not in placed:
            yield f"{row.name}: read, and of no origin"
    for link in ledger.derivations:
        if link.child not in known or (link.parent and link.parent not in known):
            yield f"{link.id}: an unknown report"
        if link.child == link.parent:
            yield f"{link.id}: a report from itself"
        if not link.evidence:
            yield f"{link.id}: no evidence"
        if not (0 <= link.share_child <= 1 and 0 <= link.share_parent <= 1):
            yield f"{link.id}: a share beyond 0 to 1"

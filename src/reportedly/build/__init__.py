"""The six stages in order: originals and decisions in, the ledger and its pages out.

The one module that sees every stage. It holds no judgement of its own: what a stage decides is
decided there; here rows are handed on, cached, sorted and written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from reportedly import __version__, collect, publish, read, reconcile, resolve, trace
from reportedly.build.amending import amend, mark_duplicates
from reportedly.build.opening import containers, merge, open_originals
from reportedly.build.planning import plan
from reportedly.build.readers import Reader, reader_of
from reportedly.build.readers import readings as readings_of
from reportedly.build.replaying import replay
from reportedly.casefile import Case
from reportedly.casefile.codec import unhindered
from reportedly.engine.cache import Cache, MemoryShelf, Shelf
from reportedly.engine.progress import Progress, no_progress
from reportedly.engine.version import code_digest
from reportedly.model.canonical import Digests
from reportedly.model.decision import Act, Decision, Replayed, undone
from reportedly.model.entity import Resolved
from reportedly.model.ident import digest
from reportedly.model.ledger import Ledger
from reportedly.model.lineage import Derivation, Origin, Prints
from reportedly.model.report import Report, ReportState
from reportedly.model.settings import Settings
from reportedly.model.statement import Claim, Reading
from reportedly.text.anchor import locate

PUBLISHER = ("publish", "text", "model")
TRACER = ("trace", "text", "model")

Compared = dict[str, tuple[trace.Match, ...]]
"""What one text shares with others, by the hash of each."""

READABLE = frozenset({ReportState.READ, ReportState.WITHDRAWN})


def build(
    case: Case,
    *,
    workers: int = 1,
    progress: Progress = no_progress,
    reader: Reader | None = None,
) -> Ledger:
    """Bring the ledger, its database and its pages up to what the case's truth says.

    Args:
        case: Opened for writing; the caller holds its lock.
        workers: Processes to collect and read with; any number gives the same ledger.
        progress: Told how far it is.
        reader: What reads the reports; by default the one that the case's settings ask for.

    Returns:
        The ledger as written to the database, with the real names of protected people. What is
        written to ``site/`` is redacted.

    Raises:
        IntegrityError: An original or a log is not what it was.
        RedactionError: A protected name would have left the case; nothing was written.
    """
    with unhindered():
        ledger = assemble(case, workers=workers, progress=progress, reader=reader)
        shown = publish.redact(ledger, publish.protected(ledger), salt=case.salt)
        code = code_digest(*PUBLISHER)
        digests = Digests()
        site, pages = plan(shown, Cache(case.store.shelf(), code), code, digests)
        case.commit(ledger, pages, site.render, progress, digests)
    return ledger


def assemble(
    case: Case,
    *,
    workers: int = 1,
    progress: Progress = no_progress,
    fresh: bool = False,
    reader: Reader | None = None,
) -> Ledger:
    """The ledger that the case's originals, decisions and readings give; writes no ledger.

    Args:
        case: The case.
        workers: As for `build`.
        progress: As for `build`.
        fresh: Take no kept result and keep none: what this machine makes of the case by itself.
        reader: As for `build`.
    """
    decisions = case.decisions.all()
    gone = undone(decisions)
    standing = [decision for decision in decisions if decision.id not in gone]
    shelf: Shelf = MemoryShelf() if fresh else case.store.shelf()
    kept: Shelf = MemoryShelf() if fresh else case.readings

    reader = reader or reader_of(case.settings, case.path)
    opened = open_originals(case, shelf, workers, progress, partial(_prepare, reader))
    reports, left_out = merge(opened)
    reports, amended = amend(reports, standing)
    reports = mark_duplicates(reports)
    readable = [
        # A withdrawn report is read all the same: its claims stay listed, and count for nothing.
        replace(report, state=ReportState.READ)
        for report in reports
        if report.state in READABLE
    ]
    made = readings_of(reader, case.settings, kept, readable, workers, progress)
    readings, reviewed = _decided(readable, made, standing)
    derivations, origins = _trace(case, shelf, reports, readings, progress)
    resolved, joined = _resolve(reports, readings, standing, case.settings)
    linked = [resolve.link(reading, resolved) for reading in readings]
    claims = _place(linked, derivations, origins)
    settled = _reconcile(claims, reports, resolved, origins, standing)
    return Ledger(
        title=case.settings.title,
        software=f"reportedly {__version__}",
        reader=reader.digest[:16],
        originals=len(opened),
        containers=containers(opened),
        outlets=collect.outlets(reports, case.settings.outlets),
        reports=tuple(reports),
        left_out=tuple(left_out),
        attributions=tuple(row for reading in linked for row in reading.attributions),
        mentions=tuple(row for reading in linked for row in reading.mentions),
        details=tuple(row for reading in linked for row in reading.details),
        credits=tuple(row for reading in linked for row in reading.credits),
        entities=tuple(sorted(resolved.entities, key=lambda entity: entity.id)),
        claims=tuple(claims),
        questions=tuple(sorted(settled.questions, key=lambda question: question.id)),
        derivations=tuple(sorted(derivations, key=lambda row: row.id)),
        origins=tuple(origins),
        decisions=replay(decisions, gone, [*amended, *reviewed, *joined, *settled.replayed]),
    )


def _prepare(reader: Reader) -> None:
    """What can be made ready for the later stages while the first new originals are opened."""
    reader.prepare()
    publish.prepare()


# --- read --------------------------------------------------------------------------------------


def _decided(
    reports: Iterable[Report], made: Mapping[str, Reading], decisions: Sequence[Decision]
) -> tuple[list[Reading], list[Replayed]]:
    """The readings of the reports, in their order, as people left them."""
    by_report = _by_report(decisions)
    readings: list[Reading] = []
    replayed: list[Replayed] = []
    for report in reports:
        reading = made[report.id]
        if report.id in by_report:
            reading, seen = read.decide(report, reading, by_report[report.id])
            replayed += seen
        readings.append(reading)
    return readings, replayed


def _by_report(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """The decisions on words of one report, by that report."""
    acts = (Act.ACCEPT, Act.REJECT, Act.CORRECT, Act.ADD)
    grouped: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.act in acts and decision.targets and decision.targets[0].quote:
            grouped[decision.targets[0].report].append(decision)
    return grouped


# --- trace -------------------------------------------------------------------------------------


def _trace(
    case: Case,
    shelf: Shelf,
    reports: Iterable[Report],
    readings: Sequence[Reading],
    progress: Progress,
) -> tuple[tuple[Derivation, ...], tuple[Origin, ...]]:
    store = Cache(shelf, code_digest(*TRACER))
    traced = {report.id: report for report in reports if report.state in trace.TRACED}
    texts = {report.id: digest(report.text.encode()) for report in traced.values()}

    keys = {id_: store.key("prints", id_, text) for id_, text in texts.items()}
    marks = list(store.take(keys, Prints, lambda id_: trace.fingerprint(traced[id_])).values())
    alike = trace.candidates(marks)
    named = trace.credited_pairs(traced.values(), readings, case.settings)
    pairs = sorted({*alike, *named})
    compared = _compare(
        store, {(texts[a], texts[b]): (traced[a], traced[b]) for a, b in pairs}, progress
    )
    shared = {(a, b): compared[texts[a], texts[b]] for a, b in pairs}
    derivations = trace.derive(shared, marks, traced.values(), readings, case.settings)
    return derivations, trace.originate(traced.values(), derivations, case.salt)


def _compare(
    store: Cache, pairs: Mapping[tuple[str, str], tuple[Report, Report]], progress: Progress
) -> dict[tuple[str, str], tuple[trace.Match, ...]]:
    """What each pair of texts shares, by their hashes; remembered in one row a text.

    A case has many more pairs than texts, and reading a row costs more than comparing two reports.
    """
    partners: dict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        partners[one].append(other)
    compared: dict[tuple[str, str], tuple[trace.Match, ...]] = {}
    keys = {one: store.key("compare", one) for one in partners}
    before = store.many(keys.values(), Compared)
    for done, (one, others) in enumerate(sorted(partners.items())):
        kept = before.get(keys[one], {})
        found = {
            other: kept[other] if other in kept else trace.compare(*pairs[one, other])
            for other in sorted(others)
        }
        if found.keys() != kept.keys():
            store.put(keys[one], found)
        compared.update({(one, other): matches for other, matches in found.items()})
        progress("trace", done, len(partners))
    progress("trace", len(partners), len(partners))
    return compared


def _place(
    readings: Iterable[Reading],
    derivations: tuple[Derivation, ...],
    origins: tuple[Origin, ...],
) -> list[Claim]:
    """Every claim with the origin of the passage it stands in and of the chain that holds it."""
    index = trace.index_origins(derivations, origins)
    return [
        replace(claim, origin=index.of(claim.report, claim.span, claim.holder))
        for reading in readings
        for claim in reading.claims
    ]


# --- resolve -----------------------------------------------------------------------------------


def _resolve(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    decisions: Sequence[Decision],
    settings: Settings,
) -> tuple[Resolved, tuple[Replayed, ...]]:
    joins = [row for row in decisions if row.act in (Act.SAME, Act.DIFFERENT)]
    return resolve.resolve(readings, reports, joins, settings.outlets)


# --- reconcile ---------------------------------------------------------------------------------

ON_QUESTIONS = frozenset({Act.SPLIT, Act.MERGE, Act.RENAME, Act.GRADE, Act.NOTE})


def _reconcile(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    resolved: Resolved,
    origins: Sequence[Origin],
    decisions: Sequence[Decision],
) -> reconcile.Reconciled:
    texts = {report.id: report.text for report in reports}
    entities = {entity.id: entity for entity in resolved.entities}
    context = reconcile.Context(
        entities=entities,
        reports={
            report.id: reconcile.ReportFacts(report.outlet, report.published.time, report.state)
            for report in reports
        },
        origins={origin.id: origin for origin in origins},
        speaks_for=reconcile.speaks_for(claims, entities),
        decisions=tuple(_placed(row, texts) for row in decisions if row.act in ON_QUESTIONS),
    )
    return reconcile.reconcile(claims, context)


def _placed(decision: Decision, texts: dict[str, str]) -> reconcile.Placed:
    """A decision with where its words stand now."""
    spans = (locate(texts.get(target.report, ""), target) for target in decision.targets)
    return reconcile.Placed(decision, tuple(spans))

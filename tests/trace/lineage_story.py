"""A wire story of our own with its copies: verbatim, trimmed, edited, rewritten, embedded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import permutations

from reportedly.model.lineage import Derivation, Origin
from reportedly.model.report import Published, Report, ReportState
from reportedly.model.settings import OutletNote, Settings
from reportedly.model.span import Span
from reportedly.model.statement import (
    Attribution,
    AttributionKind,
    Credit,
    Holder,
    Reading,
)
from reportedly.trace.candidates import candidates
from reportedly.trace.derive import credited_pairs, derive
from reportedly.trace.fingerprint import fingerprint
from reportedly.trace.origins import originate
from reportedly.trace.passages import compare

LEAD = (
    "A freight train loaded with fertiliser jumped the rails outside Pellworth on Tuesday night "
    "and blocked the only line to the northern harbours, the railway company said."
)
CAUSE = (
    "Inspectors found a cracked fishplate beside the third wagon and sent it to a laboratory in "
    "the capital, where it will be cut open and looked at under a microscope."
)
DRIVER = (
    "The driver, who had been at the controls for eleven hours, walked away with a broken wrist "
    "and refused to be taken to hospital until every wagon had been searched."
)
TOWN = (
    "Some forty families were told to leave their houses because of the smell, although the fire "
    "brigade measured nothing that could have harmed them."
)
PRICE = (
    "Grain merchants expect prices at the harbours to climb within days, since lorries can carry "
    "no more than a tenth of what the railway moves in a week."
)
SPEECH = (
    "“I have asked for this bridge to be repaired in nine letters and I have nine polite replies "
    "in my drawer, so do not tell me that nobody could have known what was coming,”"
)


def wire() -> str:
    return "\n\n".join((LEAD, CAUSE, DRIVER, TOWN, PRICE))


REWRITTEN = "\n\n".join(
    (
        "Our reporter drove north this morning, past sheep and closed petrol stations.",
        "A cracked fishplate was found by inspectors next to the third wagon; a laboratory in the "
        "capital is to cut it open and put it under its microscope.",
        "With a broken wrist, the driver walked away after eleven hours at the controls, and would "
        "not go to hospital before all wagons had been searched.",
        "Roughly forty families had to leave home over the smell, though nothing harmful was "
        "measured by the fire brigade.",
        "At the inn the talk was of football and of nothing else.",
    )
)
OWN = (
    "Nobody in this office has slept since the weekend, and the kettle has given up as well. We "
    "went round the allotments behind the brewery and counted nineteen scarecrows dressed in "
    "uniforms of the old gas board, which the town clerk calls a coincidence.\n\n"
    "A neighbour keeps the buttons in a jar and sells them at the Saturday market for charity. "
    "She has raised enough to mend the roof of the scout hut and a good part of the porch."
)
ELSEWHERE = (
    "The library will open its reading room again in spring, after four winters under canvas. "
    "Its architect promises daylight on every desk and a lift that stops where it should.\n\n"
    "Members voted for oak shelves against the advice of the treasurer, who resigned over lunch "
    "and was voted back in before the coffee came."
)


def report(
    name: str,
    text: str,
    outlet: str = "",
    published: tuple[str, str] | None = None,
    state: ReportState = ReportState.READ,
    duplicate_of: str | None = None,
) -> Report:
    return Report(
        id=name,
        original=(name,),
        names=(f"{name}.txt",),
        format="text",
        state=state,
        duplicate_of=duplicate_of,
        outlet=outlet or f"Outlet {name}",
        published=Published(*published) if published else Published(),
        text=text,
        full_text=text,
    )


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def credit(item: Report, name: str, words: str) -> Credit:
    return Credit(item.id, name, span(item.text, words))


def attribution(item: Report, content: str, through: str, speaker: str) -> Attribution:
    words = span(item.text, content)
    return Attribution(
        id=f"at-{words.start}",
        report=item.id,
        kind=AttributionKind.INDIRECT,
        source=None,
        cue=None,
        content=(words,),
        chain=(
            Holder(item.outlet),
            Holder(through, span=span(item.text, through)),
            Holder(speaker, span=words),
        ),
    )


def traced(
    reports: Iterable[Report],
    readings: Mapping[str, Reading] | None = None,
    notes: tuple[OutletNote, ...] = (),
) -> tuple[tuple[Derivation, ...], tuple[Origin, ...]]:
    """The whole stage, as the build runs it."""
    items = list(reports)
    by_id = {item.id: item for item in items}
    read = list((readings or {}).values())
    settings = Settings(title="t", outlets=notes)
    prints = [fingerprint(item) for item in items]
    pairs = set(candidates(prints))
    pairs |= set(credited_pairs(items, read, settings))
    matches = {(a, b): compare(by_id[a], by_id[b]) for a, b in sorted(pairs)}
    rows = derive(matches, prints, items, read, settings)
    return rows, originate(items, rows)


def in_every_order(items: list[Report]) -> Iterable[list[Report]]:
    return (list(order) for order in permutations(items))

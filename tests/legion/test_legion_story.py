"""Five real accounts of one story, read in place: states, furniture, spans, names, chains, ranges.

Nothing of the articles stands here but names, line numbers and figures: the expectations were
written from reading them (`stories/legion` of the corpora), not from what the program gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest

from reportedly.casefile import Case
from reportedly.model.entity import Entity
from reportedly.model.finding import Agreement, QuestionKind
from reportedly.model.ledger import Ledger
from reportedly.model.report import Report, ReportState
from reportedly.model.span import Span
from reportedly.model.statement import Attribution, Claim, CueKind, EntityKind, Stance
from reportedly.text.normalise import normalise
from tests.cases import built, made_once, new_case, take_in
from tests.holding import faults

pytestmark = pytest.mark.corpora

STORY, COLUMN, TIMES, DEFECT, SOLDIERS = "000", "001", "002", "003", "004"
"""The five articles by the first digits of their file names."""

FURNITURE = {
    STORY: [1, 7, 8, *range(45, 49), *range(50, 83)],
    COLUMN: [5, 7, 9, 11, 13, 19, *range(32, 39)],
    TIMES: [],
    DEFECT: [1, 5, 13, 15, 17, 19, 21, *range(53, 61)],
    SOLDIERS: [1, 2, *range(40, 53)],
}
"""Lines that belong to the page: menus, bylines, counters, picture credits, links to other pieces."""

CREDITED = {STORY: {7, 45}, COLUMN: {5, 9}, DEFECT: {5}, SOLDIERS: set[int]()}
"""Of those, lines that a careful hand might keep: bylines, a date line, a caption, a farewell."""

RECEIVED = "2024-12-01T12:00:00Z"
"""After the last of them was published: nothing in them is later."""

NAMES = (
    "Freedom of Russia Legion",
    "Free Russia Legion",
    "Freedom for Russia Legion",
    "Freedom Legion",
    "Russian Freedom Legion",
    "Free Russian Legion",
)
"""Six names of one actor."""

OTHERS = ("Russian Volunteer Corps", "International Legion")
"""Two units that are not it."""


@pytest.fixture(scope="module")
def files(corpora: Path) -> dict[str, Path]:
    return {path.name[:3]: path for path in sorted((corpora / "stories/legion").glob("*.txt"))}


@pytest.fixture(scope="module")
def case(run_folder: Path, files: dict[str, Path]) -> Case:
    def make(folder: Path) -> None:
        case = new_case(folder / "case", "The legion")
        take_in(case, files.values(), at=RECEIVED)
        built(case)

    return Case.open(made_once(run_folder / "legion", make) / "case")


@pytest.fixture(scope="module")
def ledger(case: Case) -> Ledger:
    return case.ledger()


@pytest.fixture(scope="module")
def reports(ledger: Ledger) -> dict[str, Report]:
    return {row.name[:3]: row for row in ledger.reports}


@pytest.fixture(scope="module")
def line(files: dict[str, Path], reports: dict[str, Report]) -> Callable[[str, int], Span]:
    """Where a line of an article stands in its kept text."""

    @cache
    def find(article: str, number: int) -> Span:
        words = lines_of(files[article])[number - 1]
        start = reports[article].text.index(words)
        return Span.of(reports[article].text, start, start + len(words))

    return find


def lines_of(path: Path) -> list[str]:
    """The lines of an article as the kept text would have them."""
    text, _ = normalise(path.read_text(encoding="utf-8"))
    return [row.strip() for row in text.split("\n")]


def on(rows: Iterable[Attribution], report: Report, place: Span) -> list[Attribution]:
    """The attributions of a report with content in one place."""
    return [
        row
        for row in rows
        if row.report == report.id and any(span.overlaps(place) for span in row.content)
    ]


def claims_on(ledger: Ledger, report: Report, place: Span) -> list[Claim]:
    """The claims of a report that stand in one place."""
    return [row for row in ledger.claims if row.report == report.id and row.words.overlaps(place)]


def named(ledger: Ledger, name: str) -> list[Entity]:
    """The entities that go under a name."""
    return [row for row in ledger.entities if name in (row.name, *row.aliases)]


# --- reading -------------------------------------------------------------------------------------


def test_all_five_are_read(ledger: Ledger) -> None:
    assert [row.state for row in ledger.reports] == [ReportState.READ] * 5
    assert len(ledger.reports) == ledger.originals == 5


@pytest.mark.parametrize("article", FURNITURE)
def test_what_belongs_to_the_page_is_gone_from_the_text(
    article: str, files: dict[str, Path], reports: dict[str, Report]
) -> None:
    kept = {row.strip() for row in reports[article].text.split("\n")}
    rows = lines_of(files[article])
    sure = set(FURNITURE[article]) - CREDITED.get(article, set())
    left = [number for number in sorted(sure) if rows[number - 1] and rows[number - 1] in kept]
    assert not left, f"lines still in the text: {left}"


@pytest.mark.parametrize("article", FURNITURE)
def test_every_line_of_the_article_itself_is_kept(
    article: str, files: dict[str, Path], reports: dict[str, Report]
) -> None:
    text = reports[article].text
    rows = enumerate(lines_of(files[article]), 1)
    headline = {STORY: {3, 5, 9}, DEFECT: {3}, SOLDIERS: {4, 6, 7}}.get(article, set())
    lost = [
        number
        for number, row in rows
        if row and row not in text and number not in {*FURNITURE[article], *headline}
    ]
    assert not lost, f"lines lost: {lost}"


def test_nothing_is_left_out_unlisted(ledger: Ledger, reports: dict[str, Report]) -> None:
    for report in reports.values():
        covered = bytearray(len(report.full_text))
        for run in report.offsets:
            covered[run.full : run.full + run.length] = b"\1" * run.length
        for row in ledger.left_out:
            if row.report == report.id:
                covered[row.span.start : row.span.end] = b"\1" * (row.span.end - row.span.start)
        lost = [
            at
            for at, seen in enumerate(covered)
            if not seen and report.full_text[at].isprintable() and report.full_text[at] != " "
        ]
        assert not lost, f"{report.name}: characters {lost[:5]} are in neither"


def test_every_line_leads_somewhere_and_every_span_reads_what_it_says(ledger: Ledger) -> None:
    assert len(ledger.attributions) > 50
    found = faults(ledger)
    assert not found, "\n".join(found)


def test_the_one_printed_date_is_the_day_of_publication(reports: dict[str, Report]) -> None:
    time = reports[DEFECT].published.time
    assert (str(time.earliest)[:10], str(time.latest)[:10]) == ("2022-07-31", "2022-07-31")


@pytest.mark.parametrize(
    ("article", "earliest", "latest"),
    [
        (STORY, "2023-06-24", "2024-12-31"),
        (COLUMN, "2022-11-24", "2023-02-28"),
        (TIMES, "2023-05-29", "2023-06-30"),
        (SOLDIERS, "2023-05-22", "2023-05-31"),
    ],
)
def test_a_date_that_is_told_by_hints_is_a_range_that_holds_the_day(
    article: str, earliest: str, latest: str, reports: dict[str, Report]
) -> None:
    time = reports[article].published.time
    low, high = time.bounds()
    assert low[:10] <= latest
    assert high[:10] >= earliest
    assert not time.known or reports[article].published.evidence


# --- names ---------------------------------------------------------------------------------------


def test_six_names_are_one_actor(ledger: Ledger) -> None:
    holders = {name: sorted({row.id for row in named(ledger, name)}) for name in NAMES}
    assert all(holders.values()), {name: ids for name, ids in holders.items() if not ids}
    assert len({tuple(ids) for ids in holders.values()}) == 1, holders


@pytest.mark.parametrize("other", OTHERS)
def test_two_other_units_are_not_it(other: str, ledger: Ledger) -> None:
    found = [row for row in ledger.entities if any(other in each for each in all_names(row))]
    assert found, f"{other} is not found at all"
    for row in found:
        assert not set(NAMES) & set(all_names(row)), all_names(row)


def test_two_other_units_are_two(ledger: Ledger) -> None:
    for row in ledger.entities:
        both = [other for other in OTHERS if any(other in name for name in all_names(row))]
        assert len(both) < 2, all_names(row)


def all_names(row: Entity) -> tuple[str, ...]:
    return (row.name, *row.aliases)


def test_the_man_with_a_call_sign_is_one_man(ledger: Ledger) -> None:
    (man,) = named(ledger, "Maximilian Andronikov")
    assert man.kind is EntityKind.PERSON
    assert "Caesar" in all_names(man)


def test_no_two_people_are_made_one(ledger: Ledger) -> None:
    people = ("Andronikov", "Baranovsky", "Sushko", "Arestovich", "Feygin", "Putin", "Zelensky")
    for row in ledger.entities:
        found = [name for name in people if any(name in each for each in all_names(row))]
        assert len(found) < 2, all_names(row)


# --- who said it, through whom -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("article", "number", "through", "speaker"),
    [
        (TIMES, 41, "The Times", "Andronikov"),
        (TIMES, 55, "The Times", "Baranovsky"),
        (DEFECT, 39, "Express.co.uk", "Sushko"),
    ],
)
def test_a_chain_of_hearsay_is_found(
    article: str,
    number: int,
    through: str,
    speaker: str,
    ledger: Ledger,
    reports: dict[str, Report],
    line: Callable[[str, int], Span],
) -> None:
    found = on(ledger.attributions, reports[article], line(article, number))
    chains = [[link.name for link in row.chain] for row in found]
    good = [
        chain
        for chain in chains
        if len(chain) >= 3 and any(through in link for link in chain[1:-1]) and speaker in chain[-1]
    ]
    assert good, chains


@pytest.mark.parametrize(
    ("article", "number", "speaker"),
    [
        (STORY, 21, "Legion"),
        (TIMES, 53, "Andronikov"),
        (TIMES, 57, "Baranovsky"),
        (DEFECT, 27, "Arestovich"),
        (DEFECT, 51, "Sushko"),
        (SOLDIERS, 16, "Caesar"),
        (SOLDIERS, 22, "official"),
        (SOLDIERS, 34, "spokesman"),
        (SOLDIERS, 36, "Caesar"),
        (SOLDIERS, 38, "Caesar"),
    ],
)
def test_who_speaks_is_told(
    article: str,
    number: int,
    speaker: str,
    ledger: Ledger,
    reports: dict[str, Report],
    line: Callable[[str, int], Span],
) -> None:
    found = on(ledger.attributions, reports[article], line(article, number))
    entities = {row.id: row for row in ledger.entities}
    sources = [
        {row.source.span.text, row.source.name, *names_of(entities.get(row.source.entity or ""))}
        for row in found
        if row.source
    ]
    assert any(any(speaker in name for name in names) for names in sources), sources


def names_of(row: Entity | None) -> tuple[str, ...]:
    return all_names(row) if row else ()


def test_a_denial_is_a_denial(
    ledger: Ledger, reports: dict[str, Report], line: Callable[[str, int], Span]
) -> None:
    found = on(ledger.attributions, reports[TIMES], line(TIMES, 23))
    denials = [row for row in found if row.cue and row.cue.kind is CueKind.DENIES]
    assert [row.stance for row in denials] == [Stance.DENIES]
    assert denials[0].source
    assert "Ukraine" in denials[0].source.name


def test_what_an_unnamed_official_says_is_unnamed(
    ledger: Ledger, reports: dict[str, Report], line: Callable[[str, int], Span]
) -> None:
    found = on(ledger.attributions, reports[SOLDIERS], line(SOLDIERS, 22))
    assert any(row.source and row.source.unnamed for row in found)


# --- figures -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("article", "number", "low", "high"),
    [
        (STORY, 23, 500, 1000),
        (COLUMN, 15, 100, 100),
        (DEFECT, 27, 24, 99),
        (SOLDIERS, 28, 200, 999),
    ],
)
def test_a_strength_is_a_range_in_the_bounds_of_its_words(
    article: str,
    number: int,
    low: int,
    high: int,
    ledger: Ledger,
    reports: dict[str, Report],
    line: Callable[[str, int], Span],
) -> None:
    found = claims_on(ledger, reports[article], line(article, number))
    values = [row.value for row in found if row.measure == "strength"]
    assert values, [row.measure for row in found]
    for value in values:
        assert value.low is not None
        assert low <= value.low <= (value.high or high) <= high, (value.low, value.high)


def test_a_strength_that_grew_or_is_vague_is_no_contradiction(ledger: Ledger) -> None:
    asked = [
        row
        for row in ledger.questions
        if row.kind is QuestionKind.HOW_MANY and row.measure == "strength" and len(row.claims) > 1
    ]
    assert asked
    for row in asked:
        assert row.finding.agreement is not Agreement.CONTRADICTORY, row.finding.label


def test_founding_dates_stand_side_by_side(ledger: Ledger, reports: dict[str, Report]) -> None:
    asked = [row for row in ledger.questions if row.measure == "founded"]
    claims = {row.id: row for row in ledger.claims}
    held = [{claims[id].report for id in row.claims} for row in asked]
    wanted = {reports[TIMES].id, reports[SOLDIERS].id}
    assert any(wanted <= found for found in held), [row.text for row in asked]


def test_the_one_who_repeats_is_not_counted_twice(ledger: Ledger) -> None:
    for row in ledger.questions:
        for answer in row.answers:
            assert len(set(answer.origins)) == len(answer.origins)


def test_the_pages_of_the_case_show_every_report(case: Case, ledger: Ledger) -> None:
    pages = (case.path / "site").rglob("*.html")
    shown = "".join(path.read_text(encoding="utf-8") for path in pages)
    assert all(row.id[:12] in shown for row in ledger.reports)

"""What stands on each page, before it is put into HTML: the same nouns are the page's JSON twin."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ring:
    """An origin as shown everywhere: its letter in a ring of its colour.

    Attributes:
        letter: A, B, ...
        colour: ``o1`` to ``o8``: the class that colours it; the letter tells it apart.
        name: Of the origin.
    """

    letter: str
    colour: str
    name: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; ``href`` is relative to the root of the site, empty for none."""

    words: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """A report that repeats a statement of the same origin."""

    report: Link
    how: str


@dataclass(frozen=True, slots=True)
class Said:
    """One statement, as shown on a sheet.

    Attributes:
        id: Of the claim or attribution.
        ring: Its origin.
        chain: Who passed it on, outermost first; the outlet leads to the passage.
        before: The sentence before the words.
        words: The words of the value.
        after: The sentence after the words.
        verb: What the source is said to do: says, denies...
        facts: How firmly, in whose words.
        published: When its report was published.
        language: Of the report.
        copies: Statements of the same value from the same origin, folded.
        not_counted: Why it does not count towards the finding; empty if it does.
    """

    id: str
    ring: Ring | None
    chain: tuple[Link, ...]
    before: str
    words: str
    after: str
    verb: str
    facts: str
    published: str
    language: str = ""
    copies: tuple[Copy, ...] = ()
    not_counted: str = ""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One value, with everyone who gives it; ``standing`` if any of them counts."""

    label: str
    standing: bool
    rings: tuple[Ring, ...]
    said: tuple[Said, ...]
    count: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on the range figure, in per cent of its width."""

    kind: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One independent origin on the range figure."""

    ring: Ring
    marks: tuple[Mark, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis, in per cent of its width."""

    at: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Figure:
    """The answers by origin on one line."""

    title: str
    rows: tuple[FigureRow, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question: the finding, the answers, the reasons."""

    id: str
    title: str
    kind: str
    about: str
    label: str
    best: str
    agreement: str
    grade: str
    grade_class: str
    grade_means: str
    credibility: int | None
    conflict: str
    figure: Figure | None
    answers: tuple[AnswerView, ...]
    aside: tuple[Said, ...]
    why: tuple[str, ...]
    raises: tuple[str, ...]
    notes: tuple[str, ...]
    decided: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question in a list."""

    question: Link
    finding: str
    agreement: str
    grade: str
    grade_class: str
    rings: tuple[Ring, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions of one kind of standing."""

    title: str
    caption: str
    rows: tuple[QuestionRow, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """A number and what it counts."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class CasePage:
    """The case at a glance."""

    title: str
    about: str
    counts: tuple[Count, ...]
    states: tuple[Count, ...]
    contested: QuestionGroup
    agreed: QuestionGroup
    discounted: QuestionGroup
    hanging: QuestionGroup
    waiting: tuple[Link, ...]
    left_out: Count


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """A part of the list of questions."""

    title: str
    groups: tuple[QuestionGroup, ...]
    parts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report in a list."""

    report: Link
    outlet: str
    published: str
    state: str
    reason: str
    ring: Ring | None
    statements: int


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """A part of the list of reports."""

    title: str
    rows: tuple[ReportRow, ...]
    parts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Ref:
    """The number of a note, and the id it stands under."""

    number: int
    id: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same marks.

    Attributes:
        text: The words.
        marks: Class names of the marks.
        colour: Of an origin, if a mark has one.
        refs: Notes on a statement that ends here.
    """

    text: str
    marks: tuple[str, ...] = ()
    colour: str = ""
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What stands beside a paragraph: one attribution, under its number in the text."""

    id: str
    number: int
    who: str
    verb: str
    facts: str
    chain: tuple[str, ...]
    questions: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """A passage that stands in another report; ``others`` share words with this one as well."""

    ring: Ring | None
    words: str
    report: Link
    others: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a report in marked pieces, with its notes; ``number`` is its address."""

    number: int
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    taken: tuple[Taken, ...]


@dataclass(frozen=True, slots=True)
class Relative:
    """Another report that shares words with this one, and how the two stand to each other."""

    report: Link
    way: str
    how: str


@dataclass(frozen=True, slots=True)
class LeftOutView:
    """A part that was left out, and the rule."""

    words: str
    rule: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report, or a part of one that is too long for a page."""

    id: str
    title: str
    about: str
    ring: Ring | None
    language: str
    state: str
    reason: str
    paragraphs: tuple[Paragraph, ...]
    meta: tuple[tuple[str, str], ...]
    left_out: tuple[LeftOutView, ...]
    relatives: tuple[Relative, ...]
    parts: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One attribution in the list."""

    id: str
    ring: Ring | None
    chain: tuple[Link, ...]
    verb: str
    cue: str
    words: str
    facts: str


@dataclass(frozen=True, slots=True)
class StatementsPage:
    """A part of the list of attributions."""

    title: str
    rows: tuple[StatementRow, ...]
    parts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class JoinView:
    """Two names taken for one, and why; ``decided`` if a person said so."""

    names: str
    rule: str
    words: str
    decided: bool


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One entity in the list."""

    actor: Link
    kind: str
    aliases: tuple[str, ...]
    says: int
    mentions: int


@dataclass(frozen=True, slots=True)
class ActorsPage:
    """A part of the list of entities."""

    title: str
    rows: tuple[ActorRow, ...]
    parts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ActorPage:
    """One entity: its names and why they are one, what it says, what is asked of it."""

    id: str
    title: str
    kind: str
    aliases: tuple[str, ...]
    joins: tuple[JoinView, ...]
    maybe: tuple[Link, ...]
    says: tuple[StatementRow, ...]
    questions: tuple[QuestionRow, ...]
    reports: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True)
class Borrowed:
    """Something a report took from a report of another origin, or from one not in the case."""

    ring: Ring | None
    report: Link
    how: str


@dataclass(frozen=True, slots=True)
class Descendant:
    """A report in the family tree of an origin.

    Attributes:
        report: Its outlet.
        title: Its headline.
        published: When.
        how: How it took the whole from its parent; empty for the root.
        limbs: The lines that lead to it, outermost first: none, pass, fork, end.
        borrowed: What it took from elsewhere.
    """

    report: Link
    title: str
    published: str
    how: str
    limbs: tuple[str, ...]
    borrowed: tuple[Borrowed, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginView:
    """An origin with the reports that go back to it, as a tree in the order of its rows."""

    ring: Ring
    name: str
    why: str
    reports: tuple[Descendant, ...]


@dataclass(frozen=True, slots=True)
class DerivationRow:
    """One derivation."""

    id: str
    child: Link
    direction: str
    parent: Link
    kind: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet in a list: what the user says of it, and its reports."""

    id: str
    name: str
    kind: str
    reliability: str
    note: str
    reports: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """Who repeats whom, and what is known of the outlets."""

    title: str
    origins: tuple[OriginView, ...]
    outlets: tuple[OutletRow, ...]
    derivations: tuple[DerivationRow, ...]
    parts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LeftOutReport:
    """What was left out of one report."""

    report: Link
    rules: tuple[Count, ...]
    parts: tuple[LeftOutView, ...]


@dataclass(frozen=True, slots=True)
class LeftOutPage:
    """A part of the list of what was left out."""

    title: str
    unread: tuple[ReportRow, ...]
    reports: tuple[LeftOutReport, ...]
    parts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision."""

    id: str
    at: str
    by: str
    act: str
    words: str
    value: str
    why: str
    state: str


@dataclass(frozen=True, slots=True)
class LogPage:
    """The decision log."""

    title: str
    software: str
    reader: str
    rows: tuple[DecisionRow, ...]


AnyPage = (
    CasePage
    | QuestionsPage
    | QuestionPage
    | ReportsPage
    | ReportPage
    | StatementsPage
    | ActorsPage
    | ActorPage
    | SourcesPage
    | LeftOutPage
    | LogPage
)

"""What a report says and on whose word: attributions, mentions, typed details and claims."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.span import Span
from reportedly.model.value import UNKNOWN_TIME, TimeRange, Value


class AttributionKind(StrEnum):
    """Whose words the content is in (PolNeAR): the source's, both, or the writer's."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class CueKind(StrEnum):
    """What the source is said to have done (the statement classes of the PolNeAR guidelines)."""

    SAYS = "says"
    DENIES = "denies"
    ACCUSES = "accuses"
    PROMISES = "promises"
    BELIEVES = "believes"
    RULES = "rules"
    SHOWS = "shows"
    ASKS = "asks"
    DECLINES = "declines"


class Stance(StrEnum):
    """The source's own position towards the content (FactBank)."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    DOUBTS = "doubts"
    NONE = "none"


class Distance(StrEnum):
    """How far the writer stands off: `claimed` (allegedly, so-called), `doubted` (falsely)."""

    NONE = "none"
    CLAIMED = "claimed"
    DOUBTED = "doubted"


class Modality(StrEnum):
    """How firm the content itself is."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    NEGATED = "negated"
    FUTURE = "future"
    ASKED = "asked"


class ReviewState(StrEnum):
    """Machine output is `proposed` until a person decides."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name who is said to have said it.

    Attributes:
        span: The words.
        name: Whom they stand for, as resolved; the words themselves where nobody was found.
        entity: Entity id once resolved.
        mention: Mention id the words were linked to within the report, if any.
        unnamed: True for "a senior official", "residents", "sources".
    """

    span: Span
    name: str
    entity: str | None = None
    mention: str | None = None
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that say so, and what kind of act they report."""

    span: Span
    kind: CueKind


@dataclass(frozen=True, slots=True)
class Holder:
    """One link of a chain: the outlet (no span) or a source named in the text.

    Attributes:
        name: As resolved; as written where not.
        entity: Entity id, once resolved.
        span: The words in the report; ``None`` for its own outlet.
        unnamed: True if the source is described but not named.
    """

    name: str
    entity: str | None = None
    span: Span | None = None
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source + cue + content: who is said to have said it, the words that say so, what was said.

    Attributes:
        id: ``at-...``.
        report: Report id.
        kind: direct, mixed or indirect.
        source: ``None`` where the text names none ("it was reported").
        cue: ``None`` where only quotation marks say so.
        content: What was said: one or more spans, in order.
        chain: Who passed it on, outermost first; the report's outlet is always its head.
        stance: The source's own.
        distance: The writer's.
        modality: Within the content.
        inside: Id of the attribution whose content holds this one, if nested.
        state: Whether a person has looked at it.
    """

    id: str
    report: str
    kind: AttributionKind
    source: Source | None
    cue: Cue | None
    content: tuple[Span, ...]
    chain: tuple[Holder, ...]
    stance: Stance = Stance.AFFIRMS
    distance: Distance = Distance.NONE
    modality: Modality = Modality.CERTAIN
    inside: str | None = None
    state: ReviewState = ReviewState.PROPOSED


class MentionForm(StrEnum):
    """In which form a text names somebody or something."""

    NAME = "name"
    ALIAS = "alias"
    ACRONYM = "acronym"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


class EntityKind(StrEnum):
    """What a name stands for."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    PLACE = "place"
    NATIONALITY = "nationality"
    EVENT = "event"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, description or pronoun in a text.

    Attributes:
        id: ``mn-...``.
        report: Report id.
        span: The words.
        kind: What it seems to stand for.
        form: Name, alias, acronym, description or pronoun.
        refers: Mention id of the same report it was linked to (the "he" of "Ina Roke").
        role: Title or role words that stand with it ("commander of the legion"), as written.
        stated_alias: Mention ids that the text itself equates with it ("known as", "(FRL)").
        entity: Entity id, once resolved.
    """

    id: str
    report: str
    span: Span
    kind: EntityKind
    form: MentionForm
    refers: str | None = None
    role: str = ""
    stated_alias: tuple[str, ...] = ()
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Detail:
    """A count, time or place in a text, as a range.

    Attributes:
        id: ``dt-...``.
        report: Report id.
        span: The words.
        value: What they allow.
        rule: The rule that read them (``docs/reference/details.md``).
    """

    id: str
    report: str
    span: Span
    value: Value
    rule: str


@dataclass(frozen=True, slots=True)
class Event:
    """The happening a claim speaks of, as far as its words and their neighbourhood tell.

    Attributes:
        act: Kind of act as one family word: attack, explosion, fire, clash, arrest, founding...
        place: Where, as written or resolved; empty if not told.
        when: When, as a range; unknown if not told.
    """

    act: str = ""
    place: str = ""
    when: TimeRange = UNKNOWN_TIME


@dataclass(frozen=True, slots=True)
class Claim:
    """One comparable assertion.

    Attributes:
        id: ``cl-...``.
        report: Report id.
        span: The whole assertion (a clause or sentence).
        words: The span of the value itself within it.
        attribution: Id of the attribution whose content holds it; ``None`` if the writer's own.
        holder: The chain that holds it, outermost first; the outlet alone if the writer's own.
        measure: What is asserted, one of the families of ``docs/reference/measures.md``: killed,
            injured, strength, founded, occurred, responsible, role, age, asserted...
        subject: Entity id it is about, once resolved.
        subject_mention: Mention id it is about, within the report.
        subject_words: The words that name what it is about, as written.
        population: Whom a count counts: civilians, soldiers, staff...; empty if all or untold.
        event: The happening it belongs to; ``None`` for standing facts.
        value: What is asserted.
        as_of: As of when the holder says so: its own words, else the publication range.
        stance: The holder's.
        distance: The writer's.
        modality: Within the content.
        update: True where the words themselves revise a figure ("rose to", "corrected to").
        supersedes: The older value the words replace ("from 12"), if they give it.
        origin: Origin id of the passage it stands in.
        state: Whether a person has looked at it.
    """

    id: str
    report: str
    span: Span
    words: Span
    attribution: str | None
    holder: tuple[Holder, ...]
    measure: str
    value: Value
    subject: str | None = None
    subject_mention: str | None = None
    subject_words: str = ""
    population: str = ""
    event: Event | None = None
    as_of: TimeRange = UNKNOWN_TIME
    stance: Stance = Stance.AFFIRMS
    distance: Distance = Distance.NONE
    modality: Modality = Modality.CERTAIN
    update: bool = False
    supersedes: Value | None = None
    origin: str | None = None
    state: ReviewState = ReviewState.PROPOSED


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet that a report names as where it took something from ("Express reports").

    Attributes:
        report: Report id.
        name: The credited outlet as written.
        span: The words that credit it ("reports Express").
    """

    report: str
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything `read` makes of one report."""

    report: str
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
    details: tuple[Detail, ...] = ()
    claims: tuple[Claim, ...] = ()
    credits: tuple[Credit, ...] = ()

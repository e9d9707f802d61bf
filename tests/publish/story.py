"""A ledger written by hand: a ferry aground, five accounts, every kind of row. Nothing of it is real."""

from __future__ import annotations

from dataclasses import replace

from reportedly.model.decision import Act, Anchor, Decision, DecisionState, Replayed, TargetKind
from reportedly.model.entity import Entity, Join
from reportedly.model.finding import (
    Agreement,
    Answer,
    Excluded,
    Finding,
    Flags,
    Grade,
    Question,
    QuestionKind,
)
from reportedly.model.ident import digest, make_id
from reportedly.model.ledger import Container, Ledger, Outlet
from reportedly.model.lineage import Derivation, DerivationKind, Direction, Origin, Passage
from reportedly.model.report import Evidence, LeftOut, OffsetRun, Published, Report, ReportState
from reportedly.model.span import Span
from reportedly.model.statement import (
    Attribution,
    AttributionKind,
    Claim,
    Credit,
    Cue,
    CueKind,
    Detail,
    Distance,
    EntityKind,
    Event,
    Holder,
    Mention,
    MentionForm,
    Modality,
    ReviewState,
    Source,
    Stance,
)
from reportedly.model.value import Approximator, TimeRange, Value, ValueKind

GROUNDING = Event("accident", "Halvorn", TimeRange("2031-10-03", "2031-10-03"))

POST_TEXT = (
    "Ferry aground off Halvorn\n\n"
    "“We brought thirty-one people ashore before midnight,” said Odile Marchetti, who runs the "
    "lifeboat station at Halvorn.\n\n"
    "The shipping line Norrfjord denied that the pilot had been drinking. A deckhand who would not "
    "be named said dozens had jumped."
)
WIRE_TEXT = (
    "HALVORN, 3 October - The coastguard on Friday raised the number of rescued from 28 to 31.\n\n"
    "Captain Ruben Askill allegedly left the bridge at 22:40, two passengers told the agency."
)
COPY_TEXT = (
    "The coastguard on Friday raised the number of rescued from 28 to 31.\n\n"
    "The evening's other news: the market stays closed."
)
RADIO_TEXT = "قال متحدث باسم خفر السواحل إن العدد بلغ 31 شخصا.\n\nAskill will speak on Monday, his lawyer said."
BLOG_TEXT = (
    "Nobody knows how many were on board. Norrfjord sold 64 tickets, the Halvorn Post reported."
)


def report(name: str, outlet: str, text: str, day: str, title: str = "") -> Report:
    """A report that was read, with a menu before its text."""
    id_ = digest(name.encode())
    return Report(
        id=id_,
        original=(id_,),
        names=(name,),
        format="html",
        state=ReportState.READ,
        outlet=outlet,
        outlet_evidence=Evidence("site_name", outlet),
        author="Tilde Brann" if outlet == "Halvorn Post" else "",
        title=title or text.split("\n")[0][:60],
        url=f"https://{outlet.lower().replace(' ', '')}.example/{day}",
        language="en",
        published=Published(day, day, (Evidence("meta", day), Evidence("dateline", "3 October"))),
        captured=TimeRange("2031-10-09", "2031-10-09"),
        full_text=f"Home | Weather\n{text}",
        text=text,
        offsets=(OffsetRun(0, len("Home | Weather\n"), len(text)),),
    )


def cut(row: Report, words: str, turn: int = 0) -> Span:
    """Where words stand in a report, for the ``turn``-th time."""
    at = -1
    for _ in range(turn + 1):
        at = row.text.index(words, at + 1)
    return Span.of(row.text, at, at + len(words))


POST = report("post-1003.html", "Halvorn Post", POST_TEXT, "2031-10-04")
WIRE = report("wire-1003.txt", "Sound Wire", WIRE_TEXT, "2031-10-03")
COPY = report("evening.html", "Evening Echo", COPY_TEXT, "2031-10-05")
RADIO = replace(report("radio.txt", "Radio Sund", RADIO_TEXT, "2031-10-05"), language="ar")
BLOG = report("box.zip!/blog.md", "unnamed outlet (box.zip!/blog.md)", BLOG_TEXT, "2031-10-06")
WALL = Report(
    id=digest(b"wall"),
    original=(digest(b"wall"),),
    names=("wall.html",),
    format="html",
    state=ReportState.HOLLOW,
    reason="the page asks for a subscription",
    outlet="Halvorn Post",
    full_text="Subscribe to read on",
)

ODILE = make_id("en", "odile")
LINE = make_id("en", "norrfjord")
ASKILL = make_id("en", "askill")
GUARD = make_id("en", "coastguard")

A, B, C, D = (make_id("or", letter) for letter in "ABCD")


def mention(row: Report, words: str, entity: str, kind: EntityKind, turn: int = 0) -> Mention:
    """A name in a report."""
    span = cut(row, words, turn)
    id_ = make_id("mn", row.id, span.start)
    return Mention(id_, row.id, span, kind, MentionForm.NAME, entity=entity, role="")


PERSON, BODY = EntityKind.PERSON, EntityKind.ORGANIZATION
MENTIONS = (
    mention(POST, "Odile Marchetti", ODILE, PERSON),
    mention(POST, "Norrfjord", LINE, BODY),
    mention(WIRE, "Ruben Askill", ASKILL, PERSON),
    mention(WIRE, "coastguard", GUARD, BODY),
    mention(RADIO, "Askill", ASKILL, PERSON),
    mention(BLOG, "Norrfjord", LINE, BODY),
)


def attribution(
    row: Report,
    content: str,
    source: str = "",
    cue: str = "",
    *,
    entity: str | None = None,
    name: str = "",
    verb: CueKind = CueKind.SAYS,
    kind: AttributionKind = AttributionKind.INDIRECT,
    stance: Stance = Stance.AFFIRMS,
    distance: Distance = Distance.NONE,
    modality: Modality = Modality.CERTAIN,
    state: ReviewState = ReviewState.PROPOSED,
) -> Attribution:
    """Who is said to have said what."""
    said = cut(row, content)
    who = cut(row, source) if source else None
    unnamed = entity is None
    chain = [Holder(row.outlet)]
    if who:
        chain.append(Holder(name or source, entity, who, unnamed))
    return Attribution(
        id=make_id("at", row.id, said.start),
        report=row.id,
        kind=kind,
        source=Source(who, name or source, entity, unnamed=unnamed) if who else None,
        cue=Cue(cut(row, cue), verb) if cue else None,
        content=(said,),
        chain=tuple(chain),
        stance=stance,
        distance=distance,
        modality=modality,
        state=state,
    )


SAID_ODILE = attribution(
    POST,
    "We brought thirty-one people ashore before midnight,",
    "Odile Marchetti",
    "said",
    entity=ODILE,
    kind=AttributionKind.DIRECT,
    state=ReviewState.ACCEPTED,
)
SAID_LINE = attribution(
    POST,
    "that the pilot had been drinking",
    "Norrfjord",
    "denied",
    entity=LINE,
    verb=CueKind.DENIES,
    stance=Stance.DENIES,
)
SAID_HAND = attribution(
    POST, "dozens had jumped", "A deckhand who would not be named", "said", name="a deckhand"
)
SAID_GUARD = attribution(
    WIRE,
    "raised the number of rescued from 28 to 31",
    "The coastguard",
    entity=GUARD,
    name="coastguard",
)
SAID_PASSENGERS = attribution(
    WIRE,
    "Captain Ruben Askill allegedly left the bridge at 22:40",
    "two passengers",
    "told",
    distance=Distance.CLAIMED,
)
SAID_COPY = attribution(
    COPY,
    "raised the number of rescued from 28 to 31",
    "The coastguard",
    entity=GUARD,
    name="coastguard",
)
SAID_RADIO = attribution(RADIO, "العدد بلغ 31 شخصا", "متحدث باسم خفر السواحل", "قال")
SAID_LAWYER = attribution(
    RADIO, "Askill will speak on Monday", "his lawyer", "said", modality=Modality.FUTURE
)
SAID_BLOG = attribution(
    BLOG, "Norrfjord sold 64 tickets", "the Halvorn Post", "reported", name="Halvorn Post"
)


def claim(
    row: Report,
    words: str,
    value: Value,
    measure: str,
    said: Attribution | None,
    origin: str,
    *,
    span: str = "",
    supersedes: Value | None = None,
) -> Claim:
    """One comparable assertion."""
    at = cut(row, words)
    return Claim(
        id=make_id("cl", row.id, at.start, measure),
        report=row.id,
        span=cut(row, span) if span else at,
        words=at,
        attribution=said.id if said else None,
        holder=said.chain if said else (Holder(row.outlet),),
        measure=measure,
        value=value,
        event=GROUNDING,
        population="passengers" if measure == "rescued" else "",
        as_of=row.published.time,
        stance=said.stance if said else Stance.AFFIRMS,
        update=supersedes is not None,
        supersedes=supersedes,
        origin=origin,
    )


def count(low: float | None, high: float | None, how: Approximator = Approximator.EXACT) -> Value:
    """A number of people."""
    return Value(ValueKind.COUNT, low=low, high=high, unit="people", approximator=how)


WHOLE = "“We brought thirty-one people ashore before midnight,” said Odile Marchetti"
RESCUED_POST = claim(POST, "thirty-one people", count(31, 31), "rescued", SAID_ODILE, B, span=WHOLE)
RESCUED_HAND = claim(POST, "dozens", count(24, 99, Approximator.VAGUE), "rescued", SAID_HAND, B)
RESCUED_OLD = claim(WIRE, "28", count(28, 28), "rescued", SAID_GUARD, A)
RESCUED_WIRE = claim(
    WIRE, "31", count(31, 31), "rescued", SAID_GUARD, A,
    span="The coastguard on Friday raised the number of rescued from 28 to 31.",
    supersedes=count(28, 28),
)  # fmt: skip
RESCUED_COPY = claim(COPY, "31", count(31, 31), "rescued", SAID_COPY, A)
RESCUED_RADIO = claim(
    RADIO, "31", count(31, None, Approximator.AT_LEAST), "rescued", SAID_RADIO, C,
    span="قال متحدث باسم خفر السواحل إن العدد بلغ 31 شخصا.",
)  # fmt: skip
DRUNK = claim(
    POST,
    "the pilot had been drinking",
    Value(ValueKind.POLARITY, polarity=False),
    "asserted",
    SAID_LINE,
    B,
)
LEFT = claim(
    WIRE,
    "22:40",
    Value(ValueKind.TIME, earliest="2031-10-03T22:40", latest="2031-10-03T22:40"),
    "time_of_day",
    SAID_PASSENGERS,
    A,
)
WHERE = claim(
    POST,
    "off Halvorn",
    Value(ValueKind.PLACE, place="Halvorn", lat=64.1, lon=11.2, radius_km=4),
    "occurred_at",
    None,
    B,
)
WHO = claim(
    WIRE,
    "Ruben Askill",
    Value(ValueKind.WHO, who=ASKILL, text="Ruben Askill"),
    "responsible",
    SAID_PASSENGERS,
    A,
)
CALLED = claim(BLOG, "Nobody knows", Value(ValueKind.TEXT, text="unknown"), "called", None, D)

CLAIMS = (
    RESCUED_POST, RESCUED_HAND, RESCUED_OLD, RESCUED_WIRE, RESCUED_COPY, RESCUED_RADIO, DRUNK,
    LEFT, WHERE, WHO, CALLED,
)  # fmt: skip


def question(
    text: str,
    kind: QuestionKind,
    measure: str,
    answers: tuple[Answer, ...],
    finding: Finding,
    extra: tuple[Claim, ...] = (),
) -> Question:
    """A question whose claims are those of its answers, and those left out of the count."""
    rows = dict.fromkeys(
        [row for each in answers for row in each.claims] + [row.id for row in extra]
    )
    return Question(
        id=make_id("qu", text),
        text=text,
        kind=kind,
        subject=None,
        subject_name="Halvorn",
        measure=measure,
        claims=tuple(rows),
        answers=answers,
        finding=finding,
        event=GROUNDING,
        notes=("Ask the harbour office for its log (dc-0123456789abcdef).",) if extra else (),
        as_of=TimeRange("2031-10-03", "2031-10-06"),
    )


def answer(label: str, value: Value, *rows: Claim) -> Answer:
    """One value with those who give it."""
    held = tuple(dict.fromkeys(row.origin or "" for row in rows))
    return Answer(value, label, tuple(row.id for row in rows), held)


RESCUED = question(
    "How many people were rescued from the ferry?",
    QuestionKind.HOW_MANY,
    "rescued",
    (
        answer("31", count(31, 31), RESCUED_POST, RESCUED_WIRE, RESCUED_COPY),
        answer("at least 31", count(31, None, Approximator.AT_LEAST), RESCUED_RADIO),
        answer("some 24 to 99", count(24, 99, Approximator.VAGUE), RESCUED_HAND),
    ),
    Finding(
        count(24, 24), count(31, 31), count(99, 99), "31, of 24 to 99", Agreement.COMPATIBLE,
        Grade.FAIR,
        why=("Two independent origins, A and B, give 31.", "No responsible party gives a figure."),
        raises=("A count by Norrfjord itself.",),
        excluded=(
            Excluded(RESCUED_OLD.id, "superseded", "Sound Wire itself raised it to 31."),
            Excluded(RESCUED_COPY.id, "copy", "It repeats Sound Wire word for word."),
        ),
    ),
    (RESCUED_OLD,),
)  # fmt: skip
QUESTIONS = (
    RESCUED,
    question(
        "Is it so that the pilot had been drinking?", QuestionKind.WHETHER, "asserted",
        (answer("no", DRUNK.value, DRUNK),),
        Finding(None, None, None, "denied", Agreement.DENIED, Grade.CONTESTED, Flags(who=True)),
    ),
    question(
        "When did the captain leave the bridge?", QuestionKind.WHEN, "time_of_day",
        (answer("3 October 2031, 22:40", LEFT.value, LEFT),),
        Finding(LEFT.value, LEFT.value, LEFT.value, "22:40", Agreement.SINGLE, Grade.WEAK),
    ),
    question(
        "Where was the accident?", QuestionKind.WHERE, "occurred_at",
        (answer("Halvorn", WHERE.value, WHERE),),
        Finding(None, WHERE.value, None, "Halvorn", Agreement.SAME, Grade.CONFIRMED, decided=make_id("dc", 2)),
    ),
    question(
        "Who was responsible for the accident?", QuestionKind.WHO_DID, "responsible",
        (answer("Ruben Askill", WHO.value, WHO),),
        Finding(None, None, None, "Ruben Askill", Agreement.SINGLE, Grade.DISCOUNTED),
    ),
    question(
        "What is the ferry called?", QuestionKind.WHAT_CALLED, "called",
        (answer("unknown", CALLED.value, CALLED),),
        Finding(None, CALLED.value, None, "unknown", Agreement.SINGLE, Grade.WEAK),
    ),
)  # fmt: skip

ORIGINS = (
    Origin(
        A, "A", "Sound Wire", (WIRE.id, COPY.id), "Evening Echo repeats Sound Wire word for word."
    ),
    Origin(B, "B", "Halvorn Post", (POST.id,), "It goes back to no other report here."),
    Origin(C, "C", "Radio Sund", (RADIO.id,), "It goes back to no other report here."),
    Origin(
        D,
        "D",
        "unnamed outlet (box.zip!/blog.md)",
        (BLOG.id,),
        "It credits the Halvorn Post for one figure only.",
    ),
)
SHARED = "The coastguard on Friday raised the number of rescued from 28 to 31."
DERIVATIONS = (
    Derivation(
        make_id("dv", 1), COPY.id, WIRE.id, "", DerivationKind.VERBATIM, Direction.FROM_A,
        (Passage(cut(COPY, SHARED), cut(WIRE, SHARED)),),
        (Evidence("published_earlier", "2031-10-03 is before 2031-10-05"), Evidence("shared_words", "13 of 21 words", cut(COPY, SHARED))),
        0.62, 0.4,
    ),
    Derivation(
        make_id("dv", 2), BLOG.id, POST.id, "Halvorn Post", DerivationKind.CREDIT, Direction.FROM_A,
        (), (Evidence("credit", "the Halvorn Post reported", cut(BLOG, "the Halvorn Post reported")),),
    ),
    Derivation(
        make_id("dv", 3), RADIO.id, "", "Coast Gazette", DerivationKind.CREDIT, Direction.UNDETERMINED,
        (), (Evidence("credit", "Coast Gazette"),),
    ),
)  # fmt: skip
ENTITIES = (
    Entity(ODILE, "Odile Marchetti", PERSON, (), (MENTIONS[0].id,)),
    Entity(LINE, "Norrfjord", BODY, ("Norrfjord Line",), (MENTIONS[1].id, MENTIONS[5].id),
           (Join(MENTIONS[1].id, MENTIONS[5].id, "same_name"),)),
    Entity(ASKILL, "Ruben Askill", PERSON, ("Askill",), (MENTIONS[2].id, MENTIONS[4].id),
           (Join(MENTIONS[2].id, MENTIONS[4].id, "surname_in_report", "Askill", make_id("dc", 1)),)),
    Entity(GUARD, "coastguard", BODY, (), (MENTIONS[3].id,), maybe=(LINE,)),
)  # fmt: skip


def anchored(row: Report, words: str, kind: TargetKind) -> Anchor:
    """The address of words in a report."""
    span = cut(row, words)
    before = row.text[max(0, span.start - 32) : span.start]
    return Anchor(kind, row.id, words, before, row.text[span.end : span.end + 32], seen="31")


DECISIONS = (
    Replayed(
        Decision(make_id("dc", 0), Act.ACCEPT, "Ines", "2031-10-10T08:00:00Z", "Heard it on the tape.",
                 (anchored(POST, "We brought thirty-one people ashore before midnight,", TargetKind.ATTRIBUTION),)),
        DecisionState.STANDING,
    ),
    Replayed(
        Decision(make_id("dc", 1), Act.SAME, "Ines", "2031-10-10T08:05:00Z", "One captain.",
                 (anchored(WIRE, "Ruben Askill", TargetKind.MENTION), anchored(RADIO, "Askill", TargetKind.MENTION))),
        DecisionState.STANDING,
    ),
    Replayed(
        Decision(make_id("dc", 2), Act.GRADE, "Per", "2031-10-11T09:00:00Z", "Seen on the chart.",
                 (anchored(POST, "off Halvorn", TargetKind.QUESTION),), value="confirmed"),
        DecisionState.STANDING,
    ),
    Replayed(
        Decision(make_id("dc", 3), Act.CORRECT, "Per", "2031-10-11T09:30:00Z", "",
                 (Anchor(TargetKind.CLAIM, BLOG.id, "sixty tickets", "sold ", ", the"),), "value", "60"),
        DecisionState.ORPHANED,
        "the words no longer stand in the report",
    ),
)  # fmt: skip


OUTLETS = tuple(
    sorted(
        (
            Outlet(
                make_id("ou", "Sound Wire"), "Sound Wire", ("soundwire.example",), "news agency",
                wire=True, reliability="B", note="Owned by a partner of the shipping line.",
                reports=(WIRE.id,),
            ),
            Outlet(make_id("ou", "Halvorn Post"), "Halvorn Post", reports=(POST.id,)),
            Outlet(make_id("ou", "Coast Gazette"), "Coast Gazette", reliability="F"),
        ),
        key=lambda row: row.id,
    )
)  # fmt: skip


def left_out(row: Report, words: str, rule: str) -> LeftOut:
    """A part of the full text that was not kept."""
    at = row.full_text.index(words)
    return LeftOut(
        make_id("lo", row.id, at), row.id, Span.of(row.full_text, at, at + len(words)), rule
    )


def ledger() -> Ledger:
    """The whole ledger, in canonical order."""
    reports = tuple(sorted((POST, WIRE, COPY, RADIO, BLOG, WALL), key=lambda row: row.id))
    said = (SAID_ODILE, SAID_LINE, SAID_HAND, SAID_GUARD, SAID_PASSENGERS, SAID_COPY, SAID_RADIO,
            SAID_LAWYER, SAID_BLOG)  # fmt: skip
    details = tuple(
        Detail(make_id("dt", row.id), row.report, row.words, row.value, "cardinal") for row in CLAIMS
        if row.value.kind in (ValueKind.COUNT, ValueKind.TIME)
    )  # fmt: skip
    return Ledger(
        title="The ferry at Halvorn",
        software="reportedly 0.1.0",
        reader="0123456789abcdef",
        originals=6,
        containers=(Container(digest(b"box"), ("box.zip",), "zip", (BLOG.id,)),),
        outlets=OUTLETS,
        reports=reports,
        left_out=tuple(
            sorted(
                (
                    left_out(row, "Home | Weather", "navigation")
                    for row in (POST, WIRE, COPY, RADIO, BLOG)
                ),
                key=lambda row: (row.report, row.span),
            )
        ),
        attributions=tuple(sorted(said, key=lambda row: (row.report, row.content[0]))),
        mentions=tuple(sorted(MENTIONS, key=lambda row: (row.report, row.span))),
        details=tuple(sorted(details, key=lambda row: (row.report, row.span))),
        credits=(Credit(BLOG.id, "Halvorn Post", cut(BLOG, "the Halvorn Post reported")),),
        entities=tuple(sorted(ENTITIES, key=lambda row: row.id)),
        claims=tuple(sorted(CLAIMS, key=lambda row: (row.report, row.span))),
        questions=tuple(sorted(QUESTIONS, key=lambda row: row.id)),
        derivations=tuple(sorted(DERIVATIONS, key=lambda row: row.id)),
        origins=ORIGINS,
        decisions=DECISIONS,
    )

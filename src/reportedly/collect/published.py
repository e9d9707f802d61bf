"""When a report was published: a range, from everything in and around it that tells, strongest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from reportedly.collect.byline import says_updated
from reportedly.collect.dateline import ago_in, copyright_in, dates_in, stamp
from reportedly.collect.extract import Dated, Extract
from reportedly.collect.furniture import Plan
from reportedly.model.report import Evidence, Item, Published
from reportedly.model.span import Span
from reportedly.model.value import UNKNOWN_TIME, TimeRange
from reportedly.text.calendar_words import MONTH_NAMES, MONTHS, WEEKDAY_NAMES
from reportedly.text.edtf import calendar_range, edtf_range
from reportedly.text.layout import sentences

_DATELINE_WITHIN = 100
_DATELINE = re.compile(r"^.{0,90}?(?:\s[—–-]{1,2}\s|\)\s?[—–:-]|:\s)")
_URL_DATE = re.compile(
    r"[/_-](?P<y>(?:19|20)\d\d)[/_-](?P<m>[01]?\d)(?:[/_-](?P<d>[0-3]?\d))?(?=[/_.-]|$)"
)
_URL_DAY = re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)")
_MONTHS = [name.lower() for name in MONTH_NAMES]
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 1}
_PAST = re.compile(
    r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>"
    + "|".join(_MONTHS)
    + r"),?\s+(?P<y1>(?:19|20)\d\d)"
    r"|(?P<m2>"
    + "|".join(_MONTHS)
    + r")\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,\s+(?P<y2>(?:19|20)\d\d)"
    r"|(?P<m3>" + "|".join([*_MONTHS, *_SEASONS]) + r")(?:\s+of|,)?\s+(?P<y3>(?:19|20)\d\d)"
    r"|(?:in|of|since|during|from|early|late|mid-?|year)\s+(?P<y4>(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|would|shall|until|till|by|plan(?:s|ned)?|expect(?:s|ed)?|due|schedul\w+|deadline|aims?|target\w*|"
    r"next|upcoming|forecast\w*|hopes?|could|may|might|if|goal|before|end of|through)\b",
    re.IGNORECASE,
)
_HINTS = {"telegram": "message_date", "rss": "feed_date"}
_DAY_OF_YEAR = re.compile(
    r"\b(?:(?P<m1>"
    + "|".join(f"{each[:3]}(?:{each[3:]})?" for each in _MONTHS)
    + r")\.? (?P<d1>\d{1,2})"
    r"|(?P<d2>\d{1,2}) (?P<m2>"
    + "|".join(f"{each[:3]}(?:{each[3:]})?" for each in _MONTHS)
    + r"))\b(?!,? \d)",
    re.IGNORECASE,
)
_YEAR_TEXT = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One piece of evidence with the range it allows."""

    time: TimeRange
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Words:
    """What dating a report needs of its texts."""

    extract: Extract
    plan: Plan
    kept: str


def publication(item: Item, words: Words, zone: tzinfo, guess: Iterable[str] = ()) -> Published:
    """The publication range of an item and the evidence for it, strongest first.

    The strongest evidence sets the range. Weaker evidence narrows it where it fits inside, is
    listed where it only agrees, and is listed as ``contradiction`` where it does not.

    Args:
        item: With what was given, what its container says, and the day of receipt.
        words: Its texts.
        zone: Of the case; for dates without one.
        guess: Dates by the last resort (`guess_page_date`), only asked for if nothing else tells.
    """
    found = list(_told(item, words, zone))
    found += list(_ago(item, words, zone))
    found += list(_url_dates(item.given.url or item.hints.url or words.extract.url))
    if not found:
        found += [
            _Candidate(time, Evidence("page_guess", day))
            for day in guess
            if (time := stamp(day, zone))
        ]
    time, evidence = _combine(found)
    return _bounded(item, words, zone, time, evidence)


def captured(item: Item, extract: Extract, zone: tzinfo) -> TimeRange:
    """When the capture was made, as stated or as the file notes."""
    for words in (item.given.captured, item.hints.captured, extract.captured):
        time = stated(words, zone) if words else None
        if time is not None:
            return time
    return UNKNOWN_TIME


def stated(words: str, zone: tzinfo) -> TimeRange | None:
    """A date as a person states it (EDTF), or as a container has it; ``None`` where it is none."""
    try:
        return edtf_range(words)
    except ValueError:
        return stamp(words, zone)


# --- what says it outright ------------------------------------------------------------------------


def _told(item: Item, words: Words, zone: tzinfo) -> Iterator[_Candidate]:
    # What is given with a feed or an export is said of the whole: its parts know better.
    given = [
        ("given", item.given.published),
        (_HINTS.get(item.format, "container"), item.hints.published),
    ]
    if item.sha256 != item.original:
        given.reverse()
    seen: set[str] = set()
    for rule, said in given:
        time = stated(said, zone) if said else None
        if time is not None:
            seen.add(said)
            yield _Candidate(time, Evidence(rule, said))
    for dated in words.extract.dated:
        time = None if dated.rule == "modified" else stamp(dated.words, zone)
        if time is not None and dated.words not in seen:
            yield _Candidate(time, Evidence(dated.rule, dated.words))
    yield from _date_lines(words, zone)
    yield from _datelines(words, zone)


def _date_lines(words: Words, zone: tzinfo) -> Iterator[_Candidate]:
    """Dates on the lines that were left out as bylines and date lines, above the body first."""
    for number, rule in enumerate(words.plan.rules):
        if rule not in {"date_line", "byline", "masthead"}:
            continue
        line = words.plan.said[number].words
        if says_updated(line) and not re.search(r"publish|posted", line, re.IGNORECASE):
            continue
        for found in dates_in(line, zone)[:1]:
            yield _Candidate(found.time, Evidence("date_line", line))
            return


def _datelines(words: Words, zone: tzinfo) -> Iterator[_Candidate]:
    """``ORDANE, May 18, 2023 (Corren Wire) -`` at the head of the body, with or without the year."""
    kept = words.kept
    at = 0
    for paragraph in kept[:4_000].split("\n\n")[:6]:
        match = _DATELINE.match(paragraph[:_DATELINE_WITHIN])
        if match is not None and paragraph[:1].isupper():
            found = next(iter(dates_in(match.group(), zone)), None)
            if found is not None:
                span = Span.of(kept, at + found.start, at + found.end)
                yield _Candidate(found.time, Evidence("dateline", found.words, span))
                return
            day = _DAY_OF_YEAR.search(match.group())
            if day is not None:
                span = Span.of(kept, at + day.start(), at + day.end())
                yield from _yearless(words.plan, day, span, paragraph)
                return
        at += len(paragraph) + 2


def _yearless(plan: Plan, day: re.Match[str], span: Span, paragraph: str) -> Iterator[_Candidate]:
    """A dateline without its year, beside a copyright year: that year's day, or an earlier year's.

    The paragraph's own weekday tells: wire copy names the weekday on which it was written.
    """
    year, line = _copyright_year(plan)
    month = MONTHS[(day["m1"] or day["m2"])[:3].lower()]
    time = calendar_range(year, month, int(day["d1"] or day["d2"])) if year else None
    if time is None or time.earliest is None:
        return
    weekday = WEEKDAY_NAMES[date.fromisoformat(time.earliest).weekday()]
    if weekday.lower() not in paragraph.casefold():
        time = TimeRange(None, time.latest)
    yield _Candidate(time, Evidence("dateline", span.text, span))
    yield _Candidate(time, Evidence("copyright_year", line))


def _copyright_year(plan: Plan) -> tuple[int, str]:
    """The latest year beside a copyright sign, and its line; 0 if there is none."""
    years = [
        (found[0], said.words)
        for said, rule in zip(plan.said, plan.rules, strict=True)
        if rule and said.folded and (found := copyright_in(said.words)) is not None
    ]
    return max(years, default=(0, ""))


# --- what says it roundabout ----------------------------------------------------------------------


def _ago(item: Item, words: Words, zone: tzinfo) -> Iterator[_Candidate]:
    """``Published 10 months ago``, counted back from the capture, else from a copyright year."""
    for number, rule in enumerate(words.plan.rules):
        if rule not in {"date_line", "byline", "not_article"}:
            continue
        line = words.plan.said[number].words
        ago = ago_in(line)
        if ago is None or says_updated(line):
            continue
        seen = captured(item, words.extract, zone)
        beside: tuple[Evidence, ...] = ()
        if not seen.known:
            seen, beside = _capture_by_copyright(item, words.plan)
        time = TimeRange(
            _shift(seen.earliest, ago.longest), _shift(seen.latest or item.received, ago.shortest)
        )
        yield _Candidate(time, Evidence("ago", ago.words))
        for each in beside:
            yield _Candidate(time, each)
        return


def _capture_by_copyright(item: Item, plan: Plan) -> tuple[TimeRange, tuple[Evidence, ...]]:
    """A page shows the year in which it was captured beside its copyright sign."""
    year, line = _copyright_year(plan)
    if not year:
        return UNKNOWN_TIME, ()
    latest = f"{year:04d}-12-31"
    if item.received:
        latest = min(latest, item.received[:10])
    earliest = f"{year:04d}-01-01"
    if latest < earliest:
        return UNKNOWN_TIME, ()
    return TimeRange(earliest, latest), (Evidence("copyright_year", line),)


def _shift(day: str | None, days: int) -> str | None:
    if not day:
        return None
    try:
        return (date.fromisoformat(day[:10]) - timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return None


def _url_dates(url: str) -> Iterator[_Candidate]:
    match = _URL_DATE.search(url) or _URL_DAY.search(url)
    if match is None:
        return
    parts = match.groupdict()
    time = calendar_range(int(parts["y"]), int(parts["m"]), int(parts.get("d") or 0))
    if time is not None:
        yield _Candidate(time, Evidence("url_date", match.group().strip("/_-")))


def guess_page_date(data: bytes, received: str) -> Iterator[str]:
    """The last resort for pages: htmldate, told not to look beyond the day of receipt."""
    # Imported here: it takes 0.3 s to load and is needed for few pages.
    import htmldate.core
    from lxml import etree

    from reportedly.collect.encoding import decode
    from reportedly.collect.extract import PARSER_FAULTS
    from reportedly.collect.html import parse_html

    if not received:
        return
    htmldate.core.LOGGER.disabled = True
    try:
        found = htmldate.core.find_date(
            parse_html(decode(data).text), max_date=received[:10], original_date=True
        )
    except (etree.LxmlError, *PARSER_FAULTS):
        return
    # It fills a missing day or month with 01: such an answer claims more than the page says.
    if found and not found.endswith("-01"):
        yield found


# --- putting it together --------------------------------------------------------------------------


def _combine(found: Sequence[_Candidate]) -> tuple[TimeRange, list[Evidence]]:
    time = UNKNOWN_TIME
    evidence: list[Evidence] = []
    for each in found:
        if not time.known:
            time = each.time
            evidence.append(each.evidence)
        elif time.overlaps(each.time):
            time = _narrowed(time, each.time)
            evidence.append(each.evidence)
        elif _near(time, each.time):
            evidence.append(each.evidence)
        else:
            words = f"{each.evidence.rule}: {each.evidence.words}"
            evidence.append(Evidence("contradiction", words, each.evidence.span))
    return time, evidence


def _narrowed(a: TimeRange, b: TimeRange) -> TimeRange:
    """What both allow, with the ends in the words of whichever sets them."""
    low = max((a, b), key=lambda each: each.bounds()[0])
    high = min((a, b), key=lambda each: each.bounds()[1])
    return TimeRange(low.earliest, high.latest)


def _near(a: TimeRange, b: TimeRange) -> bool:
    """Whether two ranges that do not meet are a day apart at most: an unstated time zone."""
    (a_low, a_high), (b_low, b_high) = a.bounds(), b.bounds()
    gap = (b_low, a_high) if a_high < b_low else (a_low, b_high)
    try:
        late, early = (date.fromisoformat(each[:10]) for each in gap)
    except ValueError:
        return False
    return late - early <= timedelta(days=1)


def _bounded(
    item: Item, words: Words, zone: tzinfo, time: TimeRange, evidence: list[Evidence]
) -> Published:
    """Close open ends: by a later change, by the receipt, by the latest event told."""
    for dated in words.extract.dated:
        changed = stamp(dated.words, zone) if dated.rule == "modified" else None
        if changed is not None and time.latest is None:
            time = TimeRange(time.earliest, changed.latest)
            evidence.append(Evidence("modified", dated.words))
    seen = captured(item, words.extract, zone).latest
    if (
        seen
        and (time.latest is None or time.latest[:10] > seen[:10])
        and not (time.earliest and time.earliest[:10] > seen[:10])
    ):
        time = TimeRange(time.earliest, seen)
        evidence.append(Evidence("captured", seen))
    received = item.received[:10]
    if received:
        if time.latest is None:
            time = TimeRange(time.earliest, received)
            evidence.append(Evidence("received", received))
        elif time.earliest and time.earliest[:10] > received:
            evidence.append(Evidence("contradiction", f"received: {received}"))
        elif time.latest[:10] > received:
            time = TimeRange(time.earliest, received)
            evidence.append(Evidence("received", received))
    if time.earliest is None or time.earliest[:10] != (time.latest or "")[:10]:
        event = latest_event(words.kept, received or (time.latest or "")[:10])
        low = (time.earliest or "0000")[:10]
        if event is not None and low < event[0] <= (time.latest or "9999")[:10]:
            time = TimeRange(event[0], time.latest)
            evidence.append(Evidence("latest_event", event[1].text, event[1]))
    return Published(time.earliest, time.latest, tuple(evidence))


def latest_event(kept: str, no_later: str) -> tuple[str, Span] | None:
    """The latest day that the text tells of as past: it was not published before.

    Sentences that look ahead are not asked, and a month or a year counts from its first day.

    Args:
        kept: The kept text.
        no_later: Days after this one are taken for plans; empty for no bound.
    """
    best: tuple[str, Span] | None = None
    if not _YEAR_TEXT.search(kept):
        return None
    for sentence in sentences(kept):
        if not _YEAR_TEXT.search(sentence.text) or _FUTURE.search(sentence.text):
            continue
        for match in _PAST.finditer(sentence.text):
            day = _first_day(match)
            if day is None or (no_later and day > no_later):
                continue
            if best is None or day > best[0]:
                start = sentence.start + match.start()
                best = (day, Span.of(kept, start, start + len(match.group())))
    return best


def _first_day(match: re.Match[str]) -> str | None:
    year = int(match["y1"] or match["y2"] or match["y3"] or match["y4"])
    name = (match["m1"] or match["m2"] or match["m3"] or "").lower()
    month = _SEASONS.get(name) or (MONTHS[name] if name else 1)
    time = calendar_range(year, month, int(match["day"] or match["day2"] or 1))
    return time.earliest if time else None


def dated(rule: str, words: str) -> tuple[Dated, ...]:
    """One `Dated`, or none where there are no words."""
    return (Dated(rule, words),) if words.strip() else ()

"""How dates, periods and parts of them are written: patterns by the word they begin with.

``docs/reference/details.md`` says in words what each rule allows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from reportedly.text import date_days, date_feasts
from reportedly.text.calendar_words import MONTHS, SEASONS, WEEKDAYS, Days
from reportedly.text.numerals import UNITS

Resolver = Callable[["re.Match[str]", date, bool], Days | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a time.

    Attributes:
        name: As listed in the reference.
        pattern: Matched where a word begins.
        resolve: The days it allows, given the match, the day of reference and whether the words
            look ahead; ``None`` if the words are no such time after all.
        absolute: Whether the days do not depend on the day of reference.
        lead: What must stand before it, for words that are times only after a preposition.
    """

    name: str
    pattern: re.Pattern[str]
    resolve: Resolver
    absolute: bool = False
    lead: re.Pattern[str] | None = None


# --- pieces of patterns; a space stands for any run of spaces ------------------------------------

_FULL_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_MONTH = (
    rf"(?P<month>(?:{_FULL_MONTH})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_THEN = r"(?: |(?<=\.))"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_TO_DAY = r"(?:\s?(?:-|–|—|to|and|or)\s?(?P<to>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_TO_YEAR = r"(?:[-–/](?P<toyear>(?:19|20)?\d\d))?"
_ENDS = r"(?![\d%])(?![.,:]\d)(?![-–/]\d)"
_WEEKDAY = (
    r"(?P<weekday>Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?"
    r"|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?)"
)
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_WHICH = r"(?P<which>last|this|next|past|previous|coming|upcoming)"
_PART = (
    r"(?P<part>early|mid|late|(?:end|close|beginning|start|middle) of|first half of|second half of"
    r"|(?:first|last|final) (?:(?:few|two|three|four|five|six) )?months? of"
    r"|(?:first|second|third|fourth) quarter of)"
)
_DAY_PART = (
    r"(?:,? (?:in the |at )?(?P<daypart>early hours|morning|afternoon|evening|night|midnight)\b)?"
)
_UNIT = r"(?P<unit>second|minute|hour|day|night|week|fortnight|month|year|decade)s?\b"
_COUNTED = "|".join(sorted(UNITS, key=len, reverse=True))
_SMALL = (
    rf"(?P<n>\d{{1,3}}|half an?|an?(?: (?:few|couple(?: of)?))?|several|few|some|couple of|{_COUNTED})"
    rf"(?:(?: to | or |-|–)(?P<n2>\d{{1,3}}|{_COUNTED}))?"
)

_AFTER_PREPOSITION = re.compile(
    r"\b(?:in|on|since|until|till|by|of|from|during|through|throughout|to|before|after|between|and"
    r"|around|about|for|as early as|as of|like|early|late|year|season|last|this|next)\s+(?:the\s+)?"
    r"(?:\w+\s+)??\Z|[(–—-]\s?\Z",
    re.IGNORECASE,
)
_YEAR_LEAD = re.compile(
    r"\b(?:in|since|until|till|by|of|from|during|through|throughout|before|after|between|and|to"
    r"|around|about|circa|year|season|early|late|mid|spring|summer|autumn|fall|winter)[\s-]+\Z"
    r"|[(–]\Z",
    re.IGNORECASE,
)
_EVENT_NOUN = (
    r"uprising|revolution|war|raid|crackdown|summit|attack|invasion|election|referendum|coup|massacre"
    r"|bombing|shooting|offensive|operation|battle|siege|ceasefire|truce|agreement|treaty|accord|deal"
    r"|conference|earthquake|flood|hurricane|crisis|crash|explosion|protest|riot|strike|genocide"
    r"|occupation|annexation|withdrawal|campaign|championship|festival|olympics|famine|drought|disaster"
    r"|killing|murder|assassination|hijacking|conflict|incident|trial|census|budget|constitution"
)
_YEAR_OWNED = re.compile(
    r"(?:\b(?:the|a|an|this|that|its|his|her|their)|['’]s)\s+\Z", re.IGNORECASE
)
_YEAR_TITLED = re.compile(r"[A-Z]\w*\s+(?:Summit|Conference|Olympics|Festival|Championships?)\s+\Z")
_SEASON_LEAD = re.compile(
    r"\b(?:in|since|until|by|during|over|of|from|to|for)\s+(?:the\s+)?\Z", re.IGNORECASE
)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE)


# --- the rules, by the word they begin with; the first that fits is taken ------------------------

_DATE_RULES = (
    Rule(
        "iso_date",
        _compile(
            r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"
            r"(?:[T\s](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d\d(?:\.\d+)?)?"
            r"(?:Z\b|[+-]\d\d:?\d\d)?)?"
        ),
        date_days.iso,
        absolute=True,
    ),
    Rule(
        "numeric_date",
        _compile(
            r"(?P<a>\d?\d)(?P<sep>[./])(?P<b>\d?\d)(?P=sep)(?P<y>(?:19|20)?\d\d)(?!\d|[./]\d)"
        ),
        date_days.numeric,
        absolute=True,
    ),
    Rule(
        "day",
        _compile(rf"{_DAY}{_TO_DAY} (?:of )?{_MONTH},?\s*{_YEAR}{_ENDS}"),
        date_days.with_year,
        absolute=True,
    ),
    Rule(
        "day",
        _compile(rf"{_DAY}{_TO_DAY} {_MONTH},? ['’]?(?P<yy>\d\d)(?=,? \d?\d[:.]\d\d)"),
        date_days.with_year,
        absolute=True,
    ),
    Rule(
        "day_without_year", _compile(rf"{_DAY}{_TO_DAY} (?:of )?{_MONTH}"), date_days.without_year
    ),
    Rule("decade", _compile(r"(?P<decade>(?:19|20)\d0)['’]?s\b"), date_days.decade, absolute=True),
    Rule(
        "year",
        _compile(rf"{_YEAR}{_TO_YEAR}{_ENDS}(?!\w)"),
        date_days.whole_year,
        absolute=True,
        lead=_YEAR_LEAD,
    ),
    Rule(
        "year",
        _compile(
            rf"{_YEAR}{_ENDS}(?= (?:[A-Za-z][\w'’-]* ){{0,3}}?(?:{_EVENT_NOUN})s?\b)(?! (?:people|men)\b)"
        ),
        date_days.whole_year,
        absolute=True,
        lead=_YEAR_OWNED,
    ),
    Rule(
        "year",
        _compile(rf"{_YEAR}{_ENDS}(?!\w)"),
        date_days.whole_year,
        absolute=True,
        lead=_YEAR_TITLED,
    ),
)

_MONTH_RULES = (
    Rule(
        "day",
        _compile(
            rf"{_MONTH}{_THEN}(?:the )?{_DAY}{_TO_DAY}(?:,? ?| of ){_YEAR}{_ENDS}".replace(
                ",? ?", r",?\s*"
            )
        ),
        date_days.with_year,
        absolute=True,
    ),
    Rule(
        "day_without_year",
        _compile(rf"{_MONTH}{_THEN}(?:the )?{_DAY}{_TO_DAY}{_ENDS}(?!\s?[ap]\.?m\b|\w)"),
        date_days.without_year,
    ),
    Rule(
        "month",
        _compile(rf"{_MONTH},? (?:of )?{_YEAR}{_ENDS}(?!\w)"),
        date_days.month_of_year,
        absolute=True,
    ),
    Rule(
        "month",
        _compile(rf"{_MONTH} (?:of )?{_WHICH} year\b"),
        date_days.month_of_near_year,
    ),
)
_LONE_MONTH = _compile(_MONTH)
_SURE_MONTH_RULE = Rule("month_without_year", _LONE_MONTH, date_days.nearest_month)
_LED_MONTH_RULE = Rule(
    "month_without_year", _LONE_MONTH, date_days.nearest_month, lead=_AFTER_PREPOSITION
)
_ALSO_WORDS = ("may", "march", "mar", "dec", "jan", "sep", "august", "april", "june", "jun")
"""Months whose names are also words or given names: alone they need a preposition."""

_WEEKDAY_RULES = (
    Rule(
        "weekday",
        _compile(rf"{_WEEKDAY},? (?:of )?(?P<which>last|this|next) week\b"),
        date_days.weekday_of_week,
    ),
    Rule("weekday", _compile(rf"{_WEEKDAY}{_DAY_PART}(?!\w)"), date_days.weekday),
)

_SEASON_RULES = (
    Rule(
        "season",
        _compile(rf"{_SEASON},? (?:of )?{_YEAR}{_TO_YEAR}{_ENDS}"),
        date_days.season,
        absolute=True,
    ),
    Rule("season_without_year", _compile(rf"{_SEASON}\b"), date_days.season, lead=_SEASON_LEAD),
)

_NEAR_RULES = (
    Rule(
        "near_day",
        _compile(
            r"(?P<near>(?:earlier |later )?today|tonight|yesterday|tomorrow|overnight|last night"
            r"|this (?:morning|afternoon|evening)|day before yesterday|day after tomorrow)\b"
            + _DAY_PART
        ),
        date_days.near,
    ),
)

_WHICH_RULES = (
    Rule("weekday", _compile(rf"{_WHICH} {_WEEKDAY}{_DAY_PART}(?!\w)"), date_days.weekday),
    Rule("month_without_year", _compile(rf"{_WHICH} {_MONTH}"), date_days.last_month_name),
    Rule("season_without_year", _compile(rf"{_WHICH} {_SEASON}\b"), date_days.last_season),
    Rule(
        "calendar_period",
        _compile(
            r"(?:(?P<turn>earlier|later|early|late) )?(?:in )?"
            rf"{_WHICH} (?P<period>week|weekend|month|year)\b"
        ),
        date_days.calendar_unit,
    ),
    Rule(
        "past_period",
        _compile(rf"(?:last|past|previous|(?P<ahead>next|coming)) (?:{_SMALL} )?{_UNIT}"),
        date_days.past_period,
    ),
)

_PART_RULES = (
    Rule(
        "decade",
        _compile(r"(?P<decadepart>early|mid|late)[\s-]+(?:the )?(?P<decade>(?:19|20)\d0)['’]?s\b"),
        date_days.decade,
        absolute=True,
    ),
    Rule(
        "week_of_month",
        _compile(
            r"(?P<nth>first|second|third|fourth|last|final) (?:full )?week (?:of|in) "
            rf"{_MONTH}(?:,? (?:of )?{_YEAR}{_ENDS})?"
        ),
        date_days.week_of_month,
    ),
    Rule(
        "part_of_period",
        _compile(
            rf"{_PART}[\s-]+(?:the )?(?:{_WHICH} )?"
            rf"(?:{_MONTH}(?:,? (?:of )?{_YEAR}{_ENDS})?"
            rf"|{_SEASON}\b(?: (?:of )?(?P<year2>(?:19|20)\d\d){_ENDS})?"
            rf"|(?P<year3>(?:19|20)\d\d){_ENDS}|(?P<period>week|month|year)\b)"
        ),
        date_days.part_of,
    ),
    Rule(
        "weekday",
        _compile(rf"(?P<edge>early|late) (?:on )?{_WEEKDAY}{_DAY_PART}(?!\w)"),
        date_days.weekday,
    ),
)

_OVER = (
    r"(?:(?P<more>more than|over|at least|less than|nearly|almost|about|around|just over|some) )?"
)
_AGO = Rule("ago", _compile(rf"{_OVER}{_SMALL}(?: more)? {_UNIT} ago\b"), date_days.ago)
_EVENT = Rule(
    "relative_event",
    _compile(
        rf"(?:{_OVER}{_SMALL}(?: more)? {_UNIT} (?:after|before|later|earlier|since|prior)\b"
        r"|(?:days|weeks|months|years|hours|minutes|moments|shortly|soon|long) (?:after|before|later|earlier|afterwards?)\b"
        rf"|(?:following|preceding) {_WEEKDAY}\b"
        r"|(?:next|following|previous|same|preceding) (?:day|morning|evening|night|afternoon)\b"
        r"|(?:following|same|preceding) (?:week|month|year)\b"
        r"|day (?:after|before)\b|week (?:after|before)\b|since then\b|at the time\b)"
    ),
    date_days.event,
)
_WEEK_AROUND = Rule(
    "week_around",
    _compile(rf"week of (?:the )?{_DAY}{_TO_DAY} (?:of )?{_MONTH}(?:,? {_YEAR}{_ENDS})?"),
    date_days.week_around,
)
_WEEK_AROUND_MONTH = Rule(
    "week_around",
    _compile(rf"week of {_MONTH} (?:the )?{_DAY}{_TO_DAY}{_ENDS}(?:,? {_YEAR}{_ENDS})?"),
    date_days.week_around,
)
_WEEKEND = Rule(
    "calendar_period",
    _compile(r"weekend\b"),
    date_days.weekend,
    lead=re.compile(r"\b(?:over|at|during|on) the\s+\Z", re.IGNORECASE),
)
COUNTED_FROM = _compile(
    rf"(?:{_SMALL} )?(?:more )?{_UNIT} (?P<sense>after|before|later|earlier|since|prior)\b"
)
"""So many units from an event: "a week after", "the day before"."""
_FEAST = Rule("holiday", _compile(date_feasts.PATTERN), date_feasts.feast)
_RECENT = Rule("recent", _compile(r"recent (?P<unit>day|week|month|year)s\b"), date_days.recent)


def _rules_by_word() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}

    def put(words: str, rules: tuple[Rule, ...]) -> None:
        for word in words.split():
            table.setdefault(word, []).extend(rules)

    for month in MONTHS:
        lone = _LED_MONTH_RULE if month in _ALSO_WORDS else _SURE_MONTH_RULE
        put(month, (*_MONTH_RULES, lone))
    for weekday in WEEKDAYS:
        put(weekday, _WEEKDAY_RULES)
        put(f"{weekday}s", _WEEKDAY_RULES if len(weekday) > 5 else ())
    for season in SEASONS:
        put(season, _SEASON_RULES)
    put("next following previous same preceding", (_EVENT,))
    put("today tonight yesterday tomorrow overnight", _NEAR_RULES)
    put("earlier later last this day", _NEAR_RULES)
    put(
        "early mid late end close beginning start middle first second third fourth last final",
        _PART_RULES,
    )
    put("last this next past previous coming upcoming earlier later early late", _WHICH_RULES)
    put("recent", (_RECENT,))
    put(date_feasts.WORDS, (_FEAST,))
    put("week", (_WEEK_AROUND, _WEEK_AROUND_MONTH))
    put("weekend", (_WEEKEND,))
    small = " ".join(UNITS)
    put(
        f"{small} a an half several few some couple more over at less nearly almost about around just",
        (_AGO, _EVENT),
    )
    put(
        "days weeks months years hours minutes moments shortly soon long day week since at",
        (_EVENT,),
    )
    return {word: tuple(rules) for word, rules in table.items() if rules}


WORD_RULES = _rules_by_word()
DIGIT_RULES = (*_DATE_RULES, _AGO, _EVENT)
RULE_NAMES = tuple(
    sorted({rule.name for rules in (*WORD_RULES.values(), DIGIT_RULES) for rule in rules})
)

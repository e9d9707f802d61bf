"""In which state an item ends, and the sentence that says why and what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.collect.furniture import Plan
from reportedly.model.report import ReportState
from reportedly.model.settings import Settings
from reportedly.text.language import Told, language_name

_WALL_WORDS = 40
_THIN_WORDS = 120
_WALLS = re.compile(
    r"\b(?:subscribe|subscription|sign in|log ?in|register|create an account|become a member|members? only|"
    r"subscribers?|free articles?|premium|unlock|start your (?:free )?trial|this content is not available)\b",
    re.IGNORECASE,
)
_COOKIES = re.compile(r"\b(?:cookies?|consent|gdpr|privacy settings)\b", re.IGNORECASE)
_SCRIPT = re.compile(
    r"(?:enable|turn on|requires?|needs?|activate|without|disabled)\b.{0,30}\bjava ?script|java ?script\b.{0,60}\b(?:enable|disabled|required|turned off)",
    re.IGNORECASE,
)
_ROBOTS = re.compile(
    r"(?:checking (?:your browser|if the site)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|captcha|"
    r"access denied|403 forbidden|404 not found|page not found|502 bad gateway|attention required|"
    r"just a moment|unusual traffic|ddos protection)",
    re.IGNORECASE,
)
_PAGES = frozenset({"html", "text", "pdf"})
_CUT_SHORT = ("…", "...", "[…]")
_ROBOT = (
    "The capture shows an error or a check for robots instead of the report. "
    "Capture the page again in a browser and add that file."
)
_WALL = (
    "The capture shows a log-in or subscription wall instead of the report. "
    "Capture the page again while signed in, or add the text from another source."
)
_NO_SCRIPT = (
    "The page asks for JavaScript and was captured without it, so the report is not in the file. "
    "Save the page from a browser (or as PDF) and add that."
)
_COOKIE = (
    "The capture shows a cookie notice instead of the report. "
    "Accept or refuse the cookies in a browser, capture the page again and add that file."
)
_SCANNED = (
    "The PDF has no text layer: its pages are pictures. "
    "Run text recognition (OCR) over it and add the result."
)
_NO_WORDS = (
    "No words of a report were found in the file. "
    "Open the original: if there is a report in it, add its text as a file of its own."
)
_BAD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd\ue000-\uf8ff]")
_GARBLED = 0.05
_HOPELESS = 0.25
_WORDS = 0.7
_LOOKED_AT = 200_000


def garbled(text: str) -> bool:
    """Whether so many code points stand for nothing that the text cannot be what was written.

    Words with control characters strewn among them are still words; random bytes, read as
    Windows-1252, are letters, figures and spaces by half.
    """
    sample = text[:_LOOKED_AT]
    bad = len(_BAD.findall(sample))
    if bad <= max(2, _GARBLED * len(sample)):
        return False
    words = sum(char.isalnum() or char.isspace() for char in sample)
    return bad > _HOPELESS * len(sample) or words < _WORDS * len(sample)


def hollow(plan: Plan, kept: str, unseen: str, format_: str) -> str:
    """Why a capture holds no report although the page was captured; empty if it does.

    Args:
        plan: What was kept and left out.
        kept: The kept text.
        unseen: What only readers without script would see.
        format_: Of the item.
    """
    words = len(kept.split(maxsplit=_THIN_WORDS))
    if words >= _THIN_WORDS:
        return ""
    around = " ".join(said.words for said in plan.said if said.folded)[:_LOOKED_AT]
    thin = words < _WALL_WORDS
    reasons = (
        (_ROBOT, thin and _ROBOTS.search(around)),
        (_WALL, "wall" in plan.rules and (thin or kept.rstrip().endswith(_CUT_SHORT))),
        (_NO_SCRIPT, thin and (_SCRIPT.search(around) or _SCRIPT.search(unseen))),
        (_WALL, thin and format_ in _PAGES and _WALLS.search(around)),
        (_COOKIE, thin and format_ in _PAGES and _COOKIES.search(around)),
        (_SCANNED if format_ == "pdf" else _NO_WORDS, not kept.strip()),
    )
    return next((reason for reason, holds in reasons if holds), "")


def unread_language(told: Told, settings: Settings) -> str:
    """Why a text is not read although it is readable; empty if it is read."""
    if told.may_be(settings.languages):
        return ""
    return (
        f"Language not read yet: {named(told)}. The text is kept and compared with the other "
        "reports, but no statement in it is read. Add a translation as a report of its own, with "
        "a note of who made it."
    )


def named(told: Told) -> str:
    """A language as a person calls it, or what can be said of it."""
    if told.code != "und":
        return language_name(told.code)
    if told.script in {"LATIN", ""}:
        return "which one could not be told"
    return f"one written in {told.script.capitalize()} letters"


UNREADABLE_TEXT = (
    "The text is garbled: most of it is no letters of any script. "
    "Open the original in its own program and save it again as UTF-8 text or PDF."
)
EMPTY = "The file is empty (0 bytes). Receive it again from where it came."


def state_of(reasons: Sequence[tuple[ReportState, str]]) -> tuple[ReportState, str]:
    """The first state that has a reason; `read` if none has."""
    for state, reason in reasons:
        if reason:
            return state, reason
    return ReportState.READ, ""

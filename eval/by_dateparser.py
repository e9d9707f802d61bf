"""Read dates with dateparser, the peer that can: in the kindest settings for news.

From the day of publication, English only, a day without a year in the past. It comes with `htmldate`,
which dates pages; the program itself does not use it.
"""

from __future__ import annotations

from datetime import date, datetime

import dateparser  # type: ignore[import-untyped]
from dateparser.search import search_dates  # type: ignore[import-untyped]


def day_of(words: str, published: str) -> date | None:
    """The day that ``words`` mean."""
    found = dateparser.parse(words, languages=["en"], settings=_settings(published))
    return found.date() if isinstance(found, datetime) else None


def days_of(text: str, published: str) -> list[date]:
    """The days found in a text, in order."""
    found = search_dates(text, languages=["en"], settings=_settings(published)) or []
    return [when.date() for _, when in found]


def _settings(published: str) -> dict[str, object]:
    noon = datetime.fromisoformat(f"{published}T12:00:00")
    return {"RELATIVE_BASE": noon, "PREFER_DATES_FROM": "past"}

"""The closed words of the ledger: what a rule or a measure is called is nobody's name.

A person may be called Given or Fair. Where a field holds one word of a closed list, and exactly
that word, it stays as it is; anything else that stands there is rewritten like all else.
"""

from __future__ import annotations

from enum import StrEnum

from reportedly.model import decision, finding, lineage, measure, report, statement, value
from reportedly.text.units import FAMILIES

FIELDS = frozenset(
    [
        "act", "agreement", "approximator", "direction", "distance", "field", "form", "format",
        "grade", "kind", "language", "letter", "measure", "modality", "population", "reliability",
        "role", "rule", "schema", "stance", "state", "unit", "value",
    ]
)  # fmt: skip
"""Fields, and keys of the file, that hold closed words."""

_ENUMS = {
    str(member)
    for module in (decision, finding, lineage, report, statement, value)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum)
    for member in kind
}
_MEASURES = set(measure.MEASURES)
_RULES = frozenset(
    [
        "acronym", "advert", "age", "ago", "approximate", "aside", "author_bio", "back_to_top",
        "bare_link", "both_credit", "bound", "breadcrumb", "byline", "calendar_period", "call_sign",
        "caption", "captured", "channel", "clock_time", "comments", "container", "contradiction",
        "cookie_notice", "copy", "copyright", "copyright_year", "credit", "cut_from_the_end",
        "date_line", "dateline", "day", "day_without_year", "decade", "decision", "denied_only",
        "domain", "each_credits_other", "edited", "embedded", "encoding", "feed_date",
        "feed_footer", "feed_title", "file_created", "fits_better", "form", "fraction", "front_matter", "future",
        "given", "initials", "invisible", "iso_date", "json_ld", "json_ld_publisher",
        "language_switch", "latest_event", "line_end_hyphen", "links", "listen", "mail_date",
        "mail_from", "masthead", "message_date", "meta", "meta_publisher", "military_unit",
        "modified", "month", "month_without_year", "navigation", "near_day", "news_agency",
        "newsletter", "none", "not_article", "not_firm", "number", "numeric_date", "odd_value",
        "one_of_several", "other_language", "other_population", "outlet", "page_guess",
        "part_of_period", "past_period",
        "percent", "photo_credit", "published_earlier", "questioned", "quotation", "quoted_reply",
        "quotes_its_words", "range", "read_also", "reading_time", "received", "recent", "refers",
        "rejected", "related", "relative_event", "repeated_headline", "rests_on", "rewritten",
        "rule_off", "running_head", "same_name", "same_speech", "saved_by", "season",
        "season_without_year", "share", "shared_parent", "shared_words", "short_name", "shortcode",
        "sign_off", "signature", "since", "site_footer", "site_links", "site_name", "stated_alias",
        "superseded", "support", "surname_in_report", "tags", "time_element", "title", "title_site",
        "transliteration", "trimmed", "undetermined", "unnamed_outlet", "unresolved", "until",
        "url_date", "vague_quantity", "verbatim", "view_count", "wall", "weekday", "withdrawn",
        "word_order", "year",
    ]
)  # fmt: skip
"""Every rule that the pages of ``docs/reference`` explain."""

_OTHER = frozenset(
    [
        "html", "text", "markdown", "pdf", "docx", "email", "telegram", "rss", "zip", "unknown",
        "content", "source", "cue", "value", "percent", "named_place", "en", "und",
        "A", "B", "C", "D", "E", "F",
    ]
)  # fmt: skip

WORDS = frozenset(_ENUMS | _MEASURES | _RULES | _OTHER | set(FAMILIES))
"""Every closed word."""


def closed(field: str, words: str) -> bool:
    """Whether ``words``, found in ``field``, are one word of a closed list."""
    return field in FIELDS and words in WORDS

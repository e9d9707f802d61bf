"""The closed words of the ledger: what a rule or a measure is called is nobody's name.

A person may be called Given or Fair. Where a field holds one word of a closed list, and exactly
that word, it stays as it is; anything else that stands there is rewritten like all else.
"""

from __future__ import annotations

from enum import StrEnum

from reportedly.model import decision, finding, lineage, measure, report, statement, value

FIELDS = frozenset(
    [
        "act", "agreement", "approximator", "direction", "distance", "field", "form", "format",
        "grade", "kind", "language", "letter", "measure", "modality", "population", "role", "rule",
        "schema", "stance", "state", "unit", "value",
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
        # evidence
        "ago", "author_bio", "byline", "captured", "container", "copyright_year", "date_line",
        "dateline", "decision", "domain", "encoding", "feed_date", "file_created", "front_matter",
        "given", "json_ld", "latest_event", "mail_date", "mail_from", "masthead", "message_date",
        "meta", "received", "site_name", "time_element", "title_site", "url_date",
        # left out
        "advert", "aside", "back_to_top", "bare_link", "breadcrumb", "caption", "comments",
        "cookie_notice", "copyright", "feed_footer", "form", "language_switch", "listen",
        "navigation", "newsletter", "not_article", "photo_credit", "read_also", "related",
        "repeated_headline", "rule_off", "running_head", "share", "shortcode", "sign_off",
        "signature", "site_footer", "site_links", "support", "tags", "view_count", "wall",
    ]
)  # fmt: skip
_OTHER = frozenset(
    [
        "html", "text", "markdown", "pdf", "docx", "email", "telegram", "rss", "zip", "unknown",
        "content", "source", "cue", "value", "people", "percent", "vehicles", "soldiers",
        "civilians", "staff", "en", "und",
    ]
)  # fmt: skip

WORDS = frozenset(_ENUMS | _MEASURES | _RULES | _OTHER)
"""Every closed word."""


def closed(field: str, words: str) -> bool:
    """Whether ``words``, found in ``field``, are one word of a closed list."""
    return field in FIELDS and words in WORDS

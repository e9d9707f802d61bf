"""Which part of a page an element is, told from its tag, role, class and id."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_TAGS = {
    "nav": "navigation",
    "menu": "navigation",
    "footer": "site_footer",
    "aside": "aside",
    "form": "form",
    "button": "form",
    "label": "form",
    "legend": "form",
    "figcaption": "caption",
    "dialog": "cookie_notice",
}
_ROLES = {
    "navigation": "navigation",
    "banner": "masthead",
    "contentinfo": "site_footer",
    "complementary": "aside",
    "search": "form",
    "dialog": "cookie_notice",
}
# First match decides. Words of a class or id are bounded by anything that is no letter.
_WORDS = tuple(
    (rule, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])"))
    for rule, words in (
        ("cookie_notice", "cookies?|consent|gdpr|ccpa"),
        ("wall", "paywall|wall|regwall|piano|metered"),
        ("comments", "comments?|comment-?list|disqus|commentary-list|respond|reader-?comments"),
        (
            "newsletter",
            "newsletters?|subscribe|subscription|sign-?up|mailing-?list|mailchimp|optin",
        ),
        (
            "related",
            "related|recommend(?:ed|ations?)?|more-?(?:stories|news|from|on)|read-?(?:more|also|next)"
            "|also-?(?:like|read)|you-?may|most-?(?:read|popular|viewed)|trending|popular|"
            "see-?also|outbrain|taboola|up-?next",
        ),
        ("share", "shares?|sharing|share-?bar|social|social-?(?:links|media)|follow|tools|toolbar"),
        ("author_bio", "author-?(?:bio|box|info|card|about)|about-?(?:the-?)?author|bio"),
        ("breadcrumb", "breadcrumbs?|crumbs?"),
        ("advert", "ads?|advert|adverts|advertisement|advertising|sponsor(?:ed)?|promo|promotion"),
        ("caption", "captions?|wp-caption-text|photo-?credit|image-?credit|credit|media-?caption"),
        ("tags", "tags?|tag-?list|topics|kicker|categories|cat-?links|eyebrow"),
        (
            "navigation",
            "nav|navbar|navigation|menu|top-?bar|skip|skip-?link|pagination|pager|site-?header",
        ),
        ("masthead", "masthead|site-?(?:title|name|branding)|logo"),
        ("site_footer", "footer|colophon|copyright|legal"),
        ("aside", "sidebar|widgets?|widget-?area"),
        (
            "byline",
            "byline|author-?name|article-?meta|post-?meta|entry-?meta|dateline|timestamp|"
            "post-?date|entry-?date|pub-?date|publish-?date|posted-?on",
        ),
    )
)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# Class names of the whole page tell of the theme, not of the part: "category-news tag-fire".
_WHOLE = frozenset({"html", "body", "main", "article", "h1", "table", "tbody", "tr"})
_INSIDE_ARTICLE = frozenset({"article", "main"})


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether no reader sees the element."""
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")[:500]))


def region_of(tag: str, attributes: Mapping[str, str], ancestors: Sequence[str]) -> str:
    """The rule under which this part of a page is left out; empty for everything else.

    Args:
        tag: Of the element.
        attributes: Of the element.
        ancestors: Tags around it.
    """
    if tag in _WHOLE:
        return ""
    if tag == "footer" and "blockquote" in ancestors:
        return ""
    if tag == "header" and _INSIDE_ARTICLE.isdisjoint(ancestors):
        return "masthead"
    if tag in _TAGS:
        return _TAGS[tag]
    role = attributes.get("role", "")
    if role in _ROLES:
        return _ROLES[role]
    if not ("class" in attributes or "id" in attributes):
        return ""
    named = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:300].lower()
    named = named.replace("_", "-")
    for rule, words in _WORDS:
        if words.search(named):
            return rule
    return ""

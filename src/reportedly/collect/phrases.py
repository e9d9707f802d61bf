"""The wording of page furniture: which lines are never part of an article, rule by rule.

Patterns are matched against the whole of a short line in `text.normalise.fold` form (no case, no
accents, plain quotes and dashes). Every pattern is linear: no line longer than `LONGEST` is tried.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

LONGEST = 300


class Zone(Enum):
    """Where in a text a phrase is furniture: anywhere, before the first prose, after the last."""

    ANY = "any"
    HEAD = "head"
    TAIL = "tail"
    EDGE = "edge"


class Opens(Enum):
    """What a line opens: nothing, a list of links up to the next prose, the rest of the page."""

    NOTHING = "nothing"
    LIST = "list"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One wording of furniture."""

    rule: str
    pattern: re.Pattern[str]
    zone: Zone = Zone.ANY
    opens: Opens = Opens.NOTHING
    words: int = 30


def _phrase(
    rule: str,
    pattern: str,
    *,
    zone: Zone = Zone.ANY,
    opens: Opens = Opens.NOTHING,
    words: int = 30,
) -> Phrase:
    return Phrase(rule, re.compile(rf"(?:{pattern})"), zone, opens, words)


_ORDINAL = r"(?:an?|the|this|our|your|its|all|\d{1,6})"
_ITEM = r"(?:article|articles|story|stories|post|posts|page|piece|news|item|report|video|videos)"

PHRASES: tuple[Phrase, ...] = (
    # --- lines that lead elsewhere -------------------------------------------------------------
    _phrase(
        "read_also",
        r"(?:you (?:can|may|might|could) also (?:read|like|enjoy|want to read|be interested in)|read (?:also|too|next|"
        r"further)|also read|see also|also see|watch also|watch next|more on this|(?:read|see|find) more"
        r"(?: (?:on|about|here|from|at|in)\b.{0,80})?|related(?: (?:story|article|news|coverage|reading|"
        r"video|link))?|recommended(?: reading)?|further reading|don't miss|in case you missed it|must read|"
        r"(?:previous|next|earlier) (?:story|article|post|coverage))\s?:.+",
    ),
    _phrase(
        "read_also",
        r"(?:you (?:can|may|might|could) also (?:read|want to read)|read (?:also|too|next|further)|also read|"
        r"see also|read more (?:on|about|from)\b.{0,80}|more on this(?: story)?|more on\b.{0,80}|"
        r"recommended reading|further reading|in case you missed it)\s?:?",
        opens=Opens.LIST,
        words=12,
    ),
    _phrase(
        "read_also",
        r"(?:read more|(?:continue|keep) reading|read (?:the )?(?:full|whole|original) "
        rf"(?:{_ITEM}|text|statement|interview)(?: (?:here|at|on)\b.{{0,60}})?|(?:click|tap) here"
        r"(?: (?:to|for)\b.{0,80})?|learn more|find out more|see more|show more|load more|view more|"
        r"view all|see all|more details|download (?:pdf|the app))[.:…>» →]{0,5}",
        words=12,
    ),
    _phrase(
        "related",
        r"(?:related (?:articles?|posts?|stories|story|news|content|topics?|coverage|reading|links|"
        r"videos?|items?)|you (?:may|might|will|'ll) (?:also )?(?:like|love|enjoy|be interested in|have missed)|"
        r"you may have missed|(?:read )?more (?:[\w'-]{1,20} ){0,3}(?:news|stories|coverage|videos)(?: (?:on|from) .{1,40})?|more (?:stories|news|articles|posts|top stories|headlines|like this|from\b.{0,50}|in\b.{0,40})|"
        r"(?:most|recently|popular|latest|recent|top|trending|featured|other|similar|previous|next)"
        r"(?: (?:read|popular|viewed|shared|commented|watched|now|today))? ?"
        r"(?:stories|news|articles?|posts?|headlines|videos?)?|recommended(?: for you| stories)?|"
        r"what to read next|up next|trending(?: now)?|today's (?:top )?(?:stories|picks|headlines)|"
        r"editor'?s'? ?(?:picks?|choice)|don't miss|also in the news|around the web|"
        r"sponsored (?:content|links?|stories)|promoted (?:content|stories|links)|"
        r"from (?:the|our) (?:archives?|partners|web))\s?:?",
        opens=Opens.LIST,
        words=10,
    ),
    # --- sign up, pay, cookies ------------------------------------------------------------------
    _phrase(
        "newsletter",
        r"(?:sign up|subscribe|register|join|get)\b(?=.{0,120}\b(?:newsletters?|alerts?|briefings?|inbox|e-?mails?|"
        r"updates|channel|mailing list|letter|digest|app|whatsapp|telegram|youtube|podcast)\b).{0,200}",
        words=26,
    ),
    _phrase(
        "newsletter",
        r"(?:enter )?your e-?mail(?: address)?\*?|e-?mail address\*?|sign ?up(?: now| here| today)?|"
        r"subscribe(?: now| here| today| to (?:us|our newsletter|the newsletter))?|"
        r"thank you for (?:subscribing|signing up).{0,60}|unsubscribe(?: at any time)?.{0,60}|"
        r"by (?:signing up|subscribing|clicking|submitting|continuing),? (?:i|you) .{0,200}|"
        r"(?:you can|to) (?:unsubscribe|opt out)\b.{0,120}|to leave,? (?:press|click|reply|write)\b.{0,100}|we (?:respect|care about|protect) your privacy\.?|"
        r"invalid e-?mail.{0,40}|please (?:enter|provide) a valid e-?mail.{0,40}|privacy notice:.{0,200}|"
        r"(?:download|install|get) (?:our|the)\b.{0,40}\bapp\b.{0,60}",
        words=40,
    ),
    _phrase(
        "newsletter",
        r"you (?:get|got|receive|received|are receiving|'re receiving|are getting) this "
        r"(?:letter|e-?mail|message|newsletter|mail)\b.{0,200}|this (?:e-?mail|message|letter) was sent to\b.{0,120}|"
        r"(?:update|manage|change) (?:your )?(?:e-?mail |mail )?preferences.{0,60}|(?:view|read|open) this "
        r"(?:e-?mail|message|letter|newsletter) (?:in|on) (?:your|a|the) (?:web ?)?browser\b.{0,200}|"
        r"(?:was this )?forwarded (?:to you|this (?:e-?mail|letter|newsletter))\b.{0,120}",
        words=40,
    ),
    _phrase(
        "support",
        r"(?:support|donate to|back|fund) (?:us|our (?:work|journalism|newsroom|reporting)|independent journalism)\b.{0,160}|"
        r"(?:please )?(?:donate|consider donating|make a donation|become a (?:member|patron|supporter|subscriber))\b.{0,160}|"
        r"buy (?:us|me) a coffee\b.{0,80}|.{0,80}\bis free to read\b.{0,160}|"
        r"(?:if you (?:like|enjoyed|found|value)\b.{0,120}\b(?:support|donate|subscribe|share)\b.{0,80})",
        words=40,
    ),
    _phrase(
        "wall",
        r"(?:(?:please )?(?:subscribe|sign in|log ?in|register|become a member|create (?:a|an) (?:free )?account)"
        r"(?:,? (?:or|and) (?:subscribe|sign in|log ?in|register))? (?:now )?to (?:continue|keep|read|unlock|access|view|see|finish)\b.{0,160})|"
        r"you(?: have|'ve) (?:read|reached|used|hit)\b.{0,60}\b(?:articles?|limit|stories)\b.{0,80}|"
        r"this (?:article|content|story|page) is (?:only |reserved )?(?:for|available to|available for) "
        r"(?:\w{1,12} )?(?:subscribers|members)\b.{0,80}|already (?:a )?(?:subscriber|member|subscribed|registered|have an account)\b.{0,80}|"
        r"(?:subscriber|members?)[- ]only(?: (?:content|article|story))?|to continue reading\b.{0,120}|"
        r"forgot(?:ten)? (?:your )?password\??|log ?in|sign in(?: with\b.{0,40})?|log ?out|register|create (?:an )?account|"
        r"my account|remember me",
        words=40,
    ),
    _phrase(
        "cookie_notice",
        r"(?:we|this (?:web)?site|our (?:web)?sites?|our partners|we and our\b.{0,40}) (?:use|uses|store|stores)\b.{0,80}\bcookies?\b.{0,200}|"
        r"(?:accept|reject|allow|manage|customi[sz]e|decline|deny)(?: all| necessary| only)?(?: (?:cookies|preferences|settings|choices|options))?|"
        r"cookies?(?: (?:policy|settings|preferences|notice|consent))?|by (?:using|continuing to (?:use|browse)) (?:this|our) (?:web)?site\b.{0,160}|"
        r"your privacy (?:choices|matters|settings)|we value your privacy\.?|privacy (?:settings|preferences|center|centre)|"
        r"do not (?:sell|share) my (?:personal )?(?:info|information|data)\b.{0,60}|consent",
        words=50,
    ),
    _phrase("advert", r"-?\s?(?:advertisements?|ads?|sponsored|paid (?:post|content|for by\b.{0,40})|promoted|publicidad|anzeige|publicité|реклама)\s?-?:?|"
            r"(?:story|article|text) continues (?:below|after)\b.{0,60}|scroll (?:down )?to continue\b.{0,60}|(?:skip|close|remove|hide) ads?\b.{0,40}|report (?:this )?ad", words=12),
    # --- readers' corner ------------------------------------------------------------------------
    _phrase(
        "comments",
        r"(?:leave|write|post|add|submit) (?:a|your|us a) (?:comm+ents?|reply|response|remark)(?: .{0,40})?|"
        r"(?:\d{1,6} )?comm+ents?(?: ?\(\d{1,6}\)| ?: ?\d{1,6}| \d{1,6})?|\d{1,6} (?:replies|responses|thoughts on\b.{0,120})|"
        r"(?:reader|readers') (?:insights|comments|reactions)|join the (?:conversation|discussion)|"
        r"there are (?:no|currently no) comments\b.{0,60}|no comments(?: yet)?\.?|comments (?:are )?(?:closed|off|disabled)\.?|"
        r"start the (?:conversation|discussion)|discussion|have your say",
        zone=Zone.TAIL,
        opens=Opens.REST,
        words=16,
    ),
    _phrase(
        "comments",
        r"your e-?mail address will not be published\b.{0,80}|required fields are marked\b.{0,20}|"
        r"(?:sign|log) ?in to (?:comment|reply|post|join)\b.{0,60}|be the first to (?:share|comment|respond|reply|review|like)\b.{0,80}|"
        r"you must be logged in to\b.{0,60}|save my name, e-?mail\b.{0,120}|add your (?:insights|comment|voice)|"
        r"(?:show|hide|view|load|read|see)(?: all| more)? (?:\d{1,6} )?comm+ents?(?: \(\d{1,6}\))?|"
        r"notify me of\b.{0,80}|this site uses akismet\b.{0,120}|post comment|cancel reply",
        words=24,
    ),
    # --- share, print, listen -------------------------------------------------------------------
    _phrase(
        "share",
        r"read or share this\b.{0,200}|stay up to date\b.{0,100}|a friend wanted you to see\b.{0,160}|"
        r"(?:share|print|e-?mail|save|bookmark|gift|send) this\b.{0,80}|share (?:on|via|with|to)\b.{0,60}|"
        r"(?:follow|find|like|join|connect with|watch) (?:us|me|@\w{1,30}|\w{1,20}(?: \w{1,20})?) on\b.{0,120}|follow us\b.{0,60}|"
        r"click to (?:share|print|e-?mail)\b.{0,80}|give us your feedback.{0,40}|was this (?:article|page|story) (?:helpful|useful)\b.{0,30}",
        words=20,
    ),
    _phrase(
        "listen",
        r"please enable java ?script to (?:watch|view|play|see)\b.{0,60}|\d{1,2}:\d{2} .{3,160} pause|"
        r"(?:listen|hear|play|watch)(?: to)?(?: (?:this|the))? ?(?:article|story|audio|post|piece|episode|podcast|video|version)?"
        r"(?: (?:read|here|now))?(?: ?\(?\d{1,3}(?::\d{2}| ?min(?:utes)?| ?mins)\)?)?|(?:your browser does not support\b.{0,80})|"
        r"audio (?:version|article|by\b.{0,40})|\d{1,2}:\d{2}(?: ?/ ?\d{1,2}:\d{2})?|0:00|play(?: video| audio)?|pause|mute|unmute",
        words=12,
    ),
    # --- about the page -------------------------------------------------------------------------
    _phrase(
        "back_to_top",
        r"(?:back|return|go|scroll|jump|up) to (?:the )?(?:top|home ?page|home|news|main page|list)(?: button| of page)?|to top|top\s?[↑^]?|"
        r"skip to\b.{0,60}|(?:next|previous|prev)(?: (?:article|post|story|page))?\s?[:›»→]?|[«‹←]\s?(?:previous|prev|back).{0,30}|go back",
        words=10,
    ),
    _phrase(
        "language_switch",
        r"(?:leer en|lire en|lesen sie auf|читати|читать|read (?:this )?(?:article |story |page )?in|читайте|"
        r"(?:this (?:article|page|story) is )?(?:also )?available in|przeczytaj po|leggi in|ler em|auf|en|version (?:en|in))\s"
        r"(?:espanol|ingles|francais|anglais|english|deutsch|englisch|русском|украинском|українською|на русском|на английском|polsku|"
        r"italiano|portugues|spanish|french|german|russian|ukrainian|arabic|chinese|portuguese|turkish|polish|italian)\b\s?(?::.{0,200})?",
    ),
    _phrase(
        "language_switch",
        r"(?:(?:english|espanol|francais|deutsch|русский|українська|polski|italiano|portugues|العربية|中文|turkce|en|ru|ua|uk|fr|de|es)(?:\s?[|/·,]\s?|\s{1,3}|$)){2,12}",
        words=16,
    ),
    _phrase(
        "author_bio",
        r"about (?:the )?(?:author|creator|writer|reporter|journalist|editor|contributor)s?|(?:the )?authors? (?:bio|details|profile)|"
        r"written by the (?:author|staff)|meet the (?:author|team)",
        zone=Zone.TAIL,
        opens=Opens.REST,
        words=8,
    ),
    _phrase(
        "author_bio",
        r"(?:[\w.' -]{3,50}) is an? (?:[\w,' -]{0,60})(?:reporter|correspondent|journalist|editor|writer|columnist|contributor|freelancer)\b"
        r"(?=.{0,160}\b(?:at|for|based in|covering|covers|with|who|of)\b).{0,200}|(?:more )?(?:posts|stories|articles) by\b.{0,60}|"
        r"(?:view|see) (?:all posts|author|full bio|profile)\b.{0,60}|(?:additional )?(?:reporting|editing|writing|research) by\b.{0,160}|"
        r"\(?(?:additional )?(?:reporting|editing|writing) (?:by|and)\b.{0,160}\)?",
        zone=Zone.TAIL,
        words=40,
    ),
    _phrase(
        "copyright",
        r"(?:.{0,60}(?:©|\(c\)|&copy;|\bcopyright\b).{0,200})|.{0,80}\ball rights reserved\b.{0,120}|"
        r"(?:this material|no part of|reproduction|the content of this)\b.{0,60}\b(?:may not|without|prohibited|published)\b.{0,200}|"
        r"(?:republish|reprint)\b.{0,120}",
        words=45,
    ),
    _phrase(
        "site_links",
        r"(?:letters? to the editor|write to the editor|contact the (?:editor|newsroom|author))\b.{0,200}|"
        r"(?:tide tables|crosswords?|weather|classifieds|sport|obituaries|tv guide|horoscopes?)\b.{0,20}\bpage \d.{0,100}|"
        r"(?:find|spotted|seen|report|noticed) an? (?:error|mistake|typo)\b.{0,160}|(?:got|have) a (?:tip|story|question)\b.{0,120}|"
        r"(?:for )?(?:press|media) (?:contact|enquir|inquir)\w{0,5}\b.{0,160}|tel(?:ephone)?\.?:.{0,60}|(?:phone|fax|e-?mail|web|address):.{0,100}",
        zone=Zone.TAIL,
        words=30,
    ),
    _phrase(
        "newsletter",
        r"(?:subscribe|join(?: us)?|follow(?: us)?|our (?:channel|chat|bot)|channel|chat|підписатися|підписуйтесь|подписаться|"
        r"подписывайтесь)\b.{0,40}(?:@\w{3,40}|t\.me/\S{2,60}).{0,60}|(?:підписатися|підписуйтесь|подписаться|подписывайтесь|"
        r"надіслати новину|прислать новость)\b.{0,80}|@\w{4,40}",
        zone=Zone.TAIL,
        words=14,
    ),
    _phrase("feed_footer", r"the post .{1,220} (?:appeared first|first appeared) on .{1,80}|(?:source|original) article.{0,60}", zone=Zone.TAIL),
    _phrase("shortcode", r"(?:\[/?(?:ad|ads|embed|gallery|caption|[a-z]{2,20}[_-][a-z0-9_-]{1,30}|[a-z][a-z0-9_-]{1,30}(?=[^\]]{0,120}=))(?:\s[^\]]{0,120})?\]\s?){1,6}|(?:\{c\}\s?){2,60}|\{\{.{0,120}\}\}|<!--.{0,200}-->|%%\w{1,30}%%"),
    _phrase(
        "view_count",
        r"(?:views?|reads?|visits?|likes?|votes?|hits|reactions)\s?:?\s?[\d,.]{1,12}[km]?|"
        r"[\d,.]{1,12}[km]? ?(?:views?|reads?|visits?|likes?|votes?|hits|shares?|claps?|reactions|people (?:like|reacted)\b.{0,30})",
        words=8,
    ),
    _phrase("reading_time", r"(?:(?:estimated )?reading time:? ?)?\d{1,3}[- ]?(?:min(?:ute)?s?)(?:[- ]read(?:ing)?| of reading)?|(?:estimated )?reading time:?.{0,20}", words=6),
    _phrase("tags", r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|posted in|sections?|labels?)\s?:?(?:\s.{0,150})?", zone=Zone.EDGE, words=20),
    _phrase("tags", r"(?:#\w{2,40}[\s,]{0,3}){1,20}", zone=Zone.TAIL),
    _phrase("sign_off", r"(?:thank you|thanks) (?:so much |very much )?for (?:watching|reading|listening|your attention)\b.{0,60}|"
            r"(?:-\s?)?(?:ends?|end of (?:statement|story|article|text|message)|# ?# ?#|\*\s?\*\s?\*|-30-)(?:\s?-)?", zone=Zone.TAIL, words=12),
    _phrase("rule_off", r"[\s*_=~#.·•—–―-]{3,300}|\*|·|•|[|/<>»«›‹→←↑+×]{1,3}"),
    _phrase("masthead", r".{0,60}\b(?:logo|favicon|masthead)(?: (?:image|icon))?", words=6),
    _phrase("photo_credit", r"(?:photo(?:graph|s|graphs|graphy)?|image|images|picture|pictures|credits?|(?:photo|image|picture|file|header|featured)s? (?:credit|courtesy|source|by|image)s?|illustration|screenshot|"
            r"infographic|file (?:photo|picture|image)|foto|archive photo)(?: (?:by|credit|courtesy(?: of)?|from))?\s?[:/|©].{1,160}", words=22),
    _phrase("photo_credit", r"(?:photo(?:graph)?|image|picture|illustration|video)s? (?:by|courtesy(?: of)?|from|via|credit)\b.{1,100}|"
            r"(?:\(|\[)?(?:ap|afp|reuters|epa|getty(?: images)?|tass|anadolu(?: agency)?|shutterstock|istock|alamy|ukrinform|imago|dpa)(?: photo)?(?:[/|,-] ?.{1,60})?(?:\)|\])?|"
            r".{2,60}/(?:ap|afp|reuters|epa|getty(?: images)?|tass|anadolu|shutterstock|afp via getty images|keystone|dpa|imago)", words=14),
    _phrase(
        "caption",
        r".{0,200}\((?:file )?(?:photo|image|picture|credit|source photo|courtesy)s?(?: (?:by|credit|courtesy(?: of)?))?\s?[:/] ?.{1,80}\)|"
        r".{3,200}\((?:[\w.' -]{2,30} (?:file )?(?:photo|image)|(?:photo|image) (?:by|courtesy(?: of)?|from) .{2,60})\)",
        words=40,
    ),
    _phrase("bare_link", r"(?:(?:link|url|source|via|here|web|website)\s?:?\s?)?<?(?:https?://|www\.)\S{3,280}>?", words=4),
)  # fmt: skip


_SHARE = frozenset(
    [
        "share",
        "shares",
        "tweet",
        "print",
        "pin",
        "email",
        "mail",
        "save",
        "gift",
        "bookmark",
        "flip",
        "embed",
        "facebook",
        "twitter",
        "whatsapp",
        "telegram",
        "linkedin",
        "reddit",
        "pinterest",
        "messenger",
        "instagram",
        "youtube",
        "tiktok",
        "threads",
        "bluesky",
        "mastodon",
        "viber",
        "copied",
    ]
)
_SHARE_FILL = _SHARE | frozenset(
    [
        "e",
        "x",
        "this",
        "article",
        "story",
        "post",
        "page",
        "on",
        "via",
        "to",
        "with",
        "by",
        "friend",
        "friends",
        "and",
        "or",
        "a",
        "the",
        "more",
        "close",
        "open",
        "new",
        "window",
        "now",
        "us",
        "link",
        "copy",
        "rss",
        "comment",
        "listen",
        "follow",
        "whats",
        "app",
        "linked",
        "in",
        "like",
        "read",
        "later",
    ]
)
_SITE = frozenset(
    [
        "home",
        "news",
        "world",
        "politics",
        "opinion",
        "sport",
        "sports",
        "business",
        "culture",
        "about",
        "contact",
        "contacts",
        "privacy",
        "terms",
        "imprint",
        "impressum",
        "advertise",
        "advertising",
        "careers",
        "jobs",
        "help",
        "faq",
        "support",
        "explore",
        "sitemap",
        "rss",
        "accessibility",
        "cookies",
        "complaints",
        "login",
        "subscribe",
        "donate",
        "store",
        "shop",
        "archive",
        "search",
        "menu",
        "podcast",
        "podcasts",
        "newsletter",
        "newsletters",
        "links",
        "crossword",
        "crosswords",
        "puzzles",
        "classifieds",
        "obituaries",
        "feedback",
        "weather",
        "multimedia",
        "donations",
        "register",
        "reply",
        "report",
        "like",
        "courts",
        "letters",
    ]
)
_SITE_FILL = _SITE | frozenset(
    [
        "us",
        "policy",
        "notice",
        "statement",
        "of",
        "use",
        "and",
        "service",
        "conditions",
        "with",
        "site",
        "map",
        "cookie",
        "settings",
        "editorial",
        "standards",
        "code",
        "conduct",
        "sign",
        "in",
        "out",
        "log",
        "miscellaneous",
        "useful",
        "quick",
        "our",
        "team",
        "mission",
        "press",
        "partners",
        "video",
        "photo",
        "photos",
        "more",
        "paper",
        "e",
        "an",
        "error",
        "language",
        "my",
        "account",
        "blog",
        "latest",
        "the",
    ]
)
_WORD = re.compile(r"[^\W_]+")
_AUTHORS = Phrase("author_bio", re.compile(""))
_LISTS = (
    (Phrase("share", re.compile(""), words=24), _SHARE, _SHARE_FILL, False),
    (Phrase("site_links", re.compile(""), words=40), _SITE, _SITE_FILL, True),
)


_CONTACT = re.compile(r"\S@\S+\.\S|(?<!\S)@\w{2,30}|\(?\d{3}\)?[ -]\d{3}-\d{4}")
_CONTACT_WORDS = 5


def _is_contact(folded: str, words: int) -> bool:
    """Whether the line is a writer's addresses; a dash before a name attributes a post instead."""
    return words <= _CONTACT_WORDS and folded[:1] != "-" and bool(_CONTACT.search(folded))


def _of_words(folded: str, words: int, *, edge: bool) -> Phrase | None:
    """Lines that are nothing but the labels of buttons or of a menu, in any order."""
    if words > 40:
        return None
    found = set(_WORD.findall(folded))
    for phrase, telling, allowed, edge_only in _LISTS:
        if (edge or not edge_only) and found <= allowed and found & telling:
            return phrase
    return None


def matching(folded: str, words: int, *, head: bool, tail: bool) -> Phrase | None:
    """The first phrase that the whole line is.

    Args:
        folded: The line in `fold` form.
        words: How many words it has.
        head: Whether it stands before the first prose.
        tail: Whether it stands after the last prose.
    """
    for phrase in PHRASES:
        if words > phrase.words or not _in_zone(phrase.zone, head=head, tail=tail):
            continue
        if phrase.pattern.fullmatch(folded):
            return phrase
    if tail and _is_contact(folded, words):
        return _AUTHORS
    return _of_words(folded, words, edge=head or tail)


def _in_zone(zone: Zone, *, head: bool, tail: bool) -> bool:
    if zone is Zone.ANY:
        return True
    if zone is Zone.EDGE:
        return head or tail
    return head if zone is Zone.HEAD else tail

"""What a page says of itself: JSON-LD, meta tags, `<time>`, and the notes of tools that saved it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec
from lxml import etree

from reportedly.collect.extract import Dated, Extract, Named
from reportedly.model.report import Evidence

_ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report|Review|WebPage|Page)$")
_META_DATES = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "date.published",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.created",
    "date",
)
_META_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified")
_META_OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site")
_META_AUTHOR = (
    "author",
    "article:author",
    "dc.creator",
    "parsely-author",
    "byl",
    "sailthru.author",
)
_META_TITLE = ("og:title", "twitter:title", "dc.title")
_SINGLEFILE = re.compile(r"url:\s*(\S+)\s+saved date:\s*([^\n]{10,80})")
_SAVED_FROM = re.compile(r"saved from url=\(\d{1,6}\)(\S+)")
_LD_LIMIT = 2_000_000
_NODES = 2_000
_TIMES = 20


@dataclass(slots=True)
class _Linked:
    """What the page's JSON-LD says of the article."""

    title: str = ""
    author: str = ""
    outlet: str = ""
    url: str = ""
    published: list[str] = field(default_factory=list)
    modified: list[str] = field(default_factory=list)


def read_meta(root: etree._Element, comments: str) -> Extract:
    """An `Extract` without text, filled with the page's metadata, best evidence first."""
    metas = _metas(root)
    linked = _json_ld(root)
    saved = _SINGLEFILE.search(comments)
    saved_from = saved or _SAVED_FROM.search(comments)
    outlets = [Named(metas[_META_OUTLET[0]], "site_name")] if metas.get(_META_OUTLET[0]) else []
    outlets += [Named(linked.outlet, "json_ld_publisher")] if linked.outlet else []
    outlets += [
        Named(metas[name].lstrip("@"), "meta_publisher")
        for name in _META_OUTLET[1:]
        if metas.get(name)
    ]
    title = linked.title or _first(metas, _META_TITLE) or _element_text(root, "title")
    return Extract(
        full_text="",
        lines=(),
        title=title,
        author=linked.author or _person(_first(metas, _META_AUTHOR)),
        url=_canonical(root)
        or metas.get("og:url", "")
        or linked.url
        or (saved_from.group(1) if saved_from else ""),
        language=(root.get("lang") or metas.get("og:locale", ""))[:2].lower(),
        outlets=tuple(outlets),
        dated=tuple(_dates(root, metas, linked)),
        captured=saved.group(2).strip() if saved else "",
        evidence=(Evidence("saved_by", saved.group(0)[:200]),) if saved else (),
    )


def title_and_site(title: str) -> tuple[str, str]:
    """Part a page title from the site's name: ``What was in the shed? - The Herald``."""
    parts = re.split(r"\s+[|–—·»-]\s+", title)
    if len(parts) < 2 or len(parts[-1].split()) > 6:
        return title, ""
    return title[: title.rindex(parts[-1])].rstrip(" |–—·»-\t"), parts[-1].strip()


def _dates(root: etree._Element, metas: dict[str, str], linked: _Linked) -> Iterator[Dated]:
    for words in linked.published:
        yield Dated("json_ld", words)
    for name in _META_DATES:
        if metas.get(name):
            yield Dated("meta", f"{metas[name]}")
            break
    yield from (Dated("time_element", words) for words in _time_elements(root))
    for words in linked.modified:
        yield Dated("modified", words)
    for name in _META_MODIFIED:
        if metas.get(name):
            yield Dated("modified", metas[name])
            break


def _time_elements(root: etree._Element) -> Iterator[str]:
    """`<time datetime>` that says it is the publication; else the first one in the article."""
    marked, plain = [], []
    for number, node in enumerate(root.iter("time")):
        if number >= _TIMES:
            break
        stamp = node.get("datetime", "").strip()
        if not stamp:
            continue
        around = " ".join(
            each.get("class", "") + " " + each.get("itemprop", "") + " " + str(each.tag)
            for each in [node, *list(node.iterancestors())[:4]]
        ).lower()
        if "pubdate" in node.attrib or re.search(r"publish|posted|entry-date", around):
            marked.append(stamp)
        elif not re.search(r"comment|related|modif|updat|aside|footer|nav", around):
            plain.append(stamp)
    yield from (marked or plain)[:1]


def _metas(root: etree._Element) -> dict[str, str]:
    """The first content of each meta name, lower-case names."""
    found: dict[str, str] = {}
    for node in root.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        content = " ".join((node.get("content") or "").split())[:1_000]
        if name and content:
            found.setdefault(name.strip().lower()[:60], content)
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if metas.get(name)), "")


def _person(words: str) -> str:
    """An author as a name: profile addresses and machine names are none."""
    return "" if "://" in words or words.lower() in {"admin", "administrator", "editor"} else words


def _element_text(root: etree._Element, tag: str) -> str:
    node = next(root.iter(tag), None)
    return " ".join("".join(node.itertext()).split())[:1_000] if node is not None else ""


def _canonical(root: etree._Element) -> str:
    for node in root.iter("link"):
        if "canonical" in (node.get("rel") or "").lower().split():
            return str(node.get("href") or "").strip()[:2_000]
    return ""


def _json_ld(root: etree._Element) -> _Linked:
    linked = _Linked()
    nodes: list[dict[str, object]] = []
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            nodes += _objects(script.text or "")
    for node in nodes:
        kinds = node.get("@type")
        names = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(name, str) and _ARTICLE_TYPES.search(name) for name in names):
            _take(node, linked)
    return linked


def _take(node: dict[str, object], linked: _Linked) -> None:
    linked.title = linked.title or _string(node.get("headline"))
    linked.author = linked.author or _names(node.get("author"))
    linked.outlet = linked.outlet or _names(node.get("publisher"))
    linked.url = linked.url or _string(node.get("url"))
    for words, to in (("datePublished", linked.published), ("dateModified", linked.modified)):
        stamp = _string(node.get(words))
        if stamp and stamp not in to:
            to.append(stamp)


def _objects(text: str) -> list[dict[str, object]]:
    """Every object of a JSON-LD block, outermost first; none if it is no JSON."""
    if len(text) > _LD_LIMIT:
        return []
    try:
        waiting: list[object] = [msgspec.json.decode(text.strip().rstrip(";"))]
    except (msgspec.DecodeError, RecursionError, ValueError):
        return []
    found: list[dict[str, object]] = []
    while waiting and len(found) < _NODES:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value[:_NODES]
        elif isinstance(value, dict):
            found.append(value)
            waiting += [value[key] for key in ("@graph", "mainEntity") if key in value]
    return found


def _string(value: object) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    return " ".join(value.split())[:1_000] if isinstance(value, str) else ""


def _names(value: object) -> str:
    """A person or organisation, or several, as names."""
    many = value if isinstance(value, list) else [value]
    names = [
        _string(each.get("name")) if isinstance(each, dict) else _string(each) for each in many[:10]
    ]
    return ", ".join(dict.fromkeys(filter(None, map(_person, names))))

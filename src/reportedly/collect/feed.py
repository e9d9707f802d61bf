"""RSS and Atom: one report per item, with what the feed says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec
from lxml import etree

from reportedly.collect.extract import PARSER_FAULTS, Dated, Extract, Named
from reportedly.collect.html import read_html
from reportedly.collect.limits import Limits
from reportedly.errors import CollectError, RefusedError

_DATES = ("published", "pubdate", "issued", "date", "created", "updated")
_TEXTS = ("encoded", "content", "description", "summary")


class Entry(msgspec.Struct, frozen=True):
    """A feed item in the form that is hashed: the same in every copy of the feed."""

    feed: str
    title: str
    link: str
    id: str
    date: str
    author: str
    html: str


def entries(data: bytes) -> Iterator[tuple[Entry, bytes]]:
    """Every item of the feed with its canonical bytes, in the feed's order.

    Raises:
        RefusedError: The document declares entities of its own.
        CollectError: The bytes are no feed.
    """
    if b"<!ENTITY" in data or "<!ENTITY".encode("utf-16-le") in data:
        raise RefusedError(
            "The feed declares entities of its own, which can make a parser run without end",
            remedy="receive the feed again from its publisher, or save its articles as pages",
        )
    root = parse_xml(data)
    if root is None:
        raise CollectError("The feed could not be parsed", remedy="save its articles as pages")
    channel = next((node for node in root.iter() if _name(node) in {"channel", "feed"}), root)
    feed = _child(channel, ("title",))
    for node in root.iter():
        if _name(node) in {"item", "entry"}:
            entry = _entry(node, feed)
            yield entry, msgspec.json.encode(entry)


def parse_xml(data: bytes) -> etree._Element | None:
    """The root of an XML document: no entities, no DTD, no network; mended where it is broken."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data.lstrip(), parser)
    except (etree.LxmlError, *PARSER_FAULTS):
        return None


def read_entry(data: bytes, limits: Limits) -> Extract:
    """The text of one item; its title stands in the metadata.

    Raises:
        CollectError: The bytes are no canonical item.
    """
    try:
        entry = msgspec.json.decode(data, type=Entry)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise CollectError(f"The feed item could not be read ({error})") from error
    html = entry.html.strip() or f"<p>{entry.title}</p>"
    extract = read_html(f"<div>{html}</div>".encode(), limits, declared="utf-8", article=False)
    return replace(
        extract,
        title=entry.title,
        author=entry.author,
        url=entry.link,
        outlets=(Named(entry.feed, "feed_title"),) if entry.feed else (),
        dated=(Dated("feed_date", entry.date),) if entry.date else (),
    )


def _entry(node: etree._Element, feed: str) -> Entry:
    return Entry(
        feed=feed,
        title=_plain(_child(node, ("title",))),
        link=_link(node),
        id=_child(node, ("guid", "id")),
        date=_child(node, _DATES),
        author=_author(node),
        html=next((text for name in _TEXTS if (text := _markup(node, name))), ""),
    )


def _name(node: etree._Element) -> str:
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def _child(node: etree._Element, names: tuple[str, ...]) -> str:
    """The text of the first child of one of these names, the first name first."""
    for name in names:
        for child in node:
            if _name(child) == name and (words := " ".join("".join(child.itertext()).split())):
                return words
    return ""


def _markup(node: etree._Element, name: str) -> str:
    """The longest child of a name as HTML: escaped, CDATA or inline XHTML."""
    found = ""
    for child in node:
        if _name(child) != name:
            continue
        if len(child):
            markup = "".join(
                etree.tostring(part, encoding="unicode", method="html") for part in child
            )
            words = (child.text or "") + markup
        else:
            words = child.text or ""
        found = max(found, words, key=len)
    return found


def _link(node: etree._Element) -> str:
    for child in node:
        if _name(child) == "link":
            target = child.get("href") or child.text or ""
            if child.get("rel", "alternate") == "alternate" and target.strip():
                return target.strip()
    return ""


def _author(node: etree._Element) -> str:
    for child in node:
        if _name(child) in {"creator", "author"}:
            return _child(child, ("name",)) or " ".join("".join(child.itertext()).split())
    return ""


def _plain(title: str) -> str:
    """A title without the markup that some feeds escape into it."""
    if "<" not in title and "&" not in title:
        return title
    try:
        root = etree.fromstring(f"<p>{title}</p>", etree.HTMLParser(no_network=True))
    except (etree.LxmlError, *PARSER_FAULTS):
        return title
    return " ".join("".join(root.itertext()).split()) if root is not None else title

"""Web pages: all visible text in blocks, and which of it the article finder takes for the article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from reportedly.collect.article import chosen_lines
from reportedly.collect.encoding import decode
from reportedly.collect.extract import PARSER_FAULTS, Extract, Line, TextBuilder
from reportedly.collect.limits import Limits
from reportedly.collect.page_meta import read_meta
from reportedly.collect.plain import encoding_evidence
from reportedly.collect.regions import is_hidden, region_of
from reportedly.errors import CollectError

_UNSEEN = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "title",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "applet",
        "audio",
        "video",
        "canvas",
        "select",
        "datalist",
        "textarea",
        "map",
        "noembed",
        "noframes",
        "meta",
        "link",
        "base",
        "param",
        "source",
        "track",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "button",
        "label",
    ]
)
_HEADINGS = {"h1": "h1"} | dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "h2")
_TAGS = {"li": "li", "dd": "li", "dt": "li", "blockquote": "quote", "pre": "pre", "tr": "row"}
_TAGS |= {"figcaption": "caption", "caption": "caption", **_HEADINGS}
_LAYOUT = _BLOCKS - {"tr", "td", "th"}
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BOXES = frozenset({"div", "section", "aside", "fieldset", "form", "p", "td", "li"})
_ASKS_FOR_WORDS = frozenset({"text", "email", "tel", "search", "password"})
_BOX_CHARACTERS = 400
_ARTICLE_SHARE = 0.6
# libxml2 ends a document at a zero byte; a reader sees nothing there either.
_ZERO = "\x00"
_PICTURE = re.compile(r"data:[\w.+-]{1,40}/[\w.+-]{1,60}[;,][^\s\"'<>)]{200,}")
_FORMATTING = re.compile(
    r"</?(?:b|i|u|s|em|strong|font|span|small|big|tt|center|a|ins|mark|strike)(?:\s[^<>]{0,2000})?>",
    re.IGNORECASE,
)


def read_html(data: bytes, limits: Limits, *, declared: str = "", article: bool = True) -> Extract:
    """The visible text of a page with its structure, its metadata and the article finder's choice.

    Args:
        data: The page as captured.
        limits: Of the text.
        declared: Charset stated outside the page.
        article: Whether to ask the article finder; not for fragments and mails.

    Raises:
        CollectError: There is no page to be found in the bytes.
    """
    decoded = decode(data, declared)
    root = parse_html(decoded.text)
    builder = TextBuilder(limits.text_characters)
    walk = _Walk(builder, _sign_up_boxes(root), _around_headlines(root))
    unseen = walk.run(root)
    lines = _outside_article(_without_overgrown_regions(builder), walk.within)
    extract = read_meta(root, _comments_before(root))
    extract = replace(
        extract,
        full_text=builder.text,
        lines=lines,
        unseen=unseen,
        evidence=(*extract.evidence, encoding_evidence(decoded)),
    )
    if article and lines:
        extract = replace(extract, chosen=chosen_lines(root, extract.full_text, lines))
    return extract


def parse_html(text: str) -> etree._Element:
    """The tree of a page; no network, no entity of its own, nothing run.

    A page that never closes its formatting (``<b><b><b>``) is parsed without it; the parser would
    otherwise stop at 256 nested elements and lose the rest without a word.

    Raises:
        CollectError: It is nested too deeply all the same, or there is no page to be found.
    """
    # Pictures inside the page (data:) take most of its bytes and are no text.
    text = _PICTURE.sub("data:", text.replace(_ZERO, ""))
    for source in (text, None):
        root, cut_short = _parse(source if source is not None else _FORMATTING.sub("", text))
        if not cut_short:
            break
    else:
        raise CollectError(
            "The page nests its elements deeper, or writes one piece longer, than a page does",
            remedy="save it from a browser as text or PDF and add that",
        )
    if root is None:
        raise CollectError(
            "The page holds no text and no structure", remedy="capture the page again"
        )
    return root


def _parse(text: str) -> tuple[etree._Element | None, bool]:
    """The tree, and whether the parser stopped at one of its limits."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True, recover=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, *PARSER_FAULTS) as error:
        raise CollectError(f"The page could not be parsed ({error})") from error
    return root, any(each.type_name == "ERR_RESOURCE_LIMIT" for each in parser.error_log)


def _comments_before(root: etree._Element) -> str:
    """Comments around the page: where tools note what they saved and when."""
    nodes = [*root.itersiblings(preceding=True), *root[:5]]
    return "\n".join(str(each.text)[:2_000] for each in nodes if each.tag is etree.Comment)


@dataclass(slots=True)
class _Open:
    """An element being walked."""

    tag: str
    region: str
    number: int
    row: bool = False
    article: int = 0


@dataclass(slots=True)
class _Walk:
    """One pass over a tree, without recursion: pages may nest as deep as they like."""

    builder: TextBuilder
    boxes: frozenset[etree._Element]
    holders: frozenset[etree._Element]
    within: list[int] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    in_link: int = 0
    in_pre: int = 0
    stack: list[_Open] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    count: int = 0
    owner: _Open | None = None

    def run(self, root: etree._Element) -> str:
        """Fill the builder; returns what stands in `noscript`."""
        skip: etree._Element | None = None
        for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event in {"comment", "pi"}:
                if skip is None:
                    self._text(node.tail)
            elif skip is not None:
                if event == "end" and node is skip:
                    skip = None
                    self._text(node.tail)
            elif event == "start":
                if self._hides(node):
                    skip = node
                else:
                    self._enter(node)
            else:
                self._leave(node)
        self._flush()
        return " ".join(self.unseen)

    def _hides(self, node: etree._Element) -> bool:
        tag = node.tag
        if not isinstance(tag, str):
            return True
        if tag == "noscript":
            self.unseen.append(" ".join("".join(node.itertext()).split())[:2_000])
        if tag in _UNSEEN or is_hidden(node.attrib):
            if tag in _BLOCKS:
                self._break()
            return True
        return False

    def _enter(self, node: etree._Element) -> None:
        tag = node.tag
        around = self.stack[-1] if self.stack else _Open("", "", 0)
        self.count += 1
        region = around.region or ("form" if node in self.boxes else self._region(node, tag))
        if tag == "blockquote" and region in {"aside", "related"}:
            region = ""
        if tag == "br":
            self._flush()
        elif tag in _BLOCKS and not (around.row and tag in {"td", "th"}):
            self._break()
        elif around.row and tag in {"td", "th"} and self.pieces:
            self.pieces.append("\t")
        row = around.row or (tag == "tr" and not _has_blocks(node))
        article = around.article or (self.count if tag == "article" else 0)
        self.stack.append(_Open(tag, region, self.count, row, article))
        self.in_link += tag == "a"
        self.in_pre += tag == "pre"
        self._text(node.text)

    def _region(self, node: etree._Element, tag: str) -> str:
        attributes: Mapping[str, str] = node.attrib
        if node in self.holders and tag != "header":
            # Whatever its class says, it holds the article and not what stands around it.
            return ""
        return region_of(tag, attributes, [each.tag for each in self.stack])

    def _leave(self, node: etree._Element) -> None:
        opened = self.stack[-1]
        if opened.tag in _BLOCKS and not (opened.row and opened.tag in {"td", "th"}):
            self._break()
        self.stack.pop()
        self.in_link -= opened.tag == "a"
        self.in_pre -= opened.tag == "pre"
        self._text(node.tail)

    def _text(self, words: str | None) -> None:
        if not words or not self.stack:
            return
        if self.in_pre:
            *full, last = words.split("\n")
            for line in full:
                self.pieces.append(line)
                self._flush()
            words = last
        else:
            words = _SPACE.sub(" ", words)
        if words:
            self.pieces.append(words)
            self.linked += len(words) if self.in_link else 0
            if self.owner is None and words.strip():
                self.owner = self.stack[-1]

    def _flush(self) -> None:
        """End the line."""
        words = "".join(self.pieces)
        if "\t" not in words and "\n" not in words:
            words = _SPACE.sub(" ", words)
        else:
            words = re.sub(r" *\t *", "\t", re.sub(r"  +", " ", words))
        visible = len(words.strip())
        if visible:
            tag, parent, region = self._place()
            self.builder.add(
                words,
                tag=tag,
                region=region,
                linked=min(1.0, self.linked / visible),
                parent=parent,
            )
            self.within.append((self.owner or self.stack[-1]).article)
        self.pieces.clear()
        self.linked = 0
        self.owner = None

    def _break(self) -> None:
        """End the paragraph."""
        self._flush()
        self.builder.start_paragraph()

    def _place(self) -> tuple[str, int, str]:
        """Tag and region of the line, and the number of the element around its block."""
        tag, parent, found = "p", 0, False
        for each in reversed(self.stack):
            if found:
                parent = each.number
                if each.tag == "blockquote" and tag == "p":
                    tag = "quote"
                break
            if each.tag in _BLOCKS:
                tag, found = _TAGS.get(each.tag, "p"), True
        owner = self.owner or self.stack[-1]
        return tag, parent, owner.region


def _has_blocks(row: etree._Element) -> bool:
    """Whether a table row lays out a page rather than holding a row of values."""
    nodes = row.iter()
    next(nodes, None)
    return any(node.tag in _LAYOUT for node in nodes)


def _without_overgrown_regions(builder: TextBuilder) -> tuple[Line, ...]:
    """Forget a region that holds most of the page's words: its name tells of the theme."""
    sizes: dict[str, int] = {}
    total = 0
    for line in builder.lines:
        size = line.end - line.start
        total += size
        if line.region and line.linked < 0.5 and size > 80:
            sizes[line.region] = sizes.get(line.region, 0) + size
    overgrown = {
        region
        for region, size in sizes.items()
        if size > total * 0.5 and region not in {"comments", "cookie_notice"}
    }
    if not overgrown:
        return tuple(builder.lines)
    return tuple(
        replace(line, region="") if line.region in overgrown else line for line in builder.lines
    )


def _around_headlines(root: etree._Element) -> frozenset[etree._Element]:
    """Every element that has a first-level heading in it."""
    found: set[etree._Element] = set()
    for heading in root.iter("h1"):
        for each in heading.iterancestors():
            if each in found:
                break
            found.add(each)
    return frozenset(found)


def _sign_up_boxes(root: etree._Element) -> frozenset[etree._Element]:
    """The small boxes around fields for words or addresses: what they say belongs to the form."""
    boxes: set[etree._Element] = set()
    for node in root.iter("input", "textarea"):
        if node.tag == "input" and (node.get("type") or "text").lower() not in _ASKS_FOR_WORDS:
            continue
        box = next((each for each in node.iterancestors() if each.tag in _BOXES), None)
        if box is not None and box not in boxes and _is_small(box):
            boxes.add(box)
    return frozenset(boxes)


def _is_small(box: etree._Element) -> bool:
    length = 0
    for words in box.itertext():
        length += len(words.strip())
        if length > _BOX_CHARACTERS:
            return False
    return next(box.iter("h1", "article"), None) is None


def _outside_article(lines: tuple[Line, ...], within: Sequence[int]) -> tuple[Line, ...]:
    """Where one `article` holds most of the prose, leave out what stands outside it.

    The page's headline, and what stands between it and the article, stay.
    """
    sizes: dict[int, int] = {}
    for line, article in zip(lines, within, strict=True):
        if not line.region and line.linked < 0.5:
            sizes[article] = sizes.get(article, 0) + line.end - line.start
    best = max((each for each in sizes if each), key=lambda each: sizes[each], default=0)
    if not best or sizes[best] < _ARTICLE_SHARE * sum(sizes.values()):
        return lines
    first = within.index(best)
    head = next((n for n in range(first) if lines[n].tag == "h1"), first)
    return tuple(
        line
        if within[number] == best or line.region or head <= number < first
        else replace(line, region="not_article")
        for number, line in enumerate(lines)
    )

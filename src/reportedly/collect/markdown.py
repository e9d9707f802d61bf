"""Markdown: the text as it reads when rendered, its headings and lists, and its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportedly.collect.encoding import decode
from reportedly.collect.extract import Dated, Extract, Named, TextBuilder
from reportedly.collect.limits import Limits
from reportedly.collect.plain import encoding_evidence, wraps

_FRONT = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_FIELD = re.compile(r"^([A-Za-z][\w -]{0,40}):[ \t]*(.{0,1000})$")
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"^[ \t]{0,12}(?:[-+*]|\d{1,4}[.)])[ \t]+(.*)$")
_QUOTE = re.compile(r"^ {0,3}>[ \t]?(.*)$")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_ROW = re.compile(r"^[ \t]{0,3}\|.*\|[ \t]*$")
_ROW_RULE = re.compile(r"^[ \t|:-]+$")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]]{1,100}\]:[ \t]*\S+")
_IMAGE = re.compile(r"!\[[^\]]{0,500}\](?:\([^()]{0,1000}\)|\[[^\]]{0,100}\])")
_LINK = re.compile(
    r"\[([^\[\]]{1,1000})\](?:\([^()]{0,1000}(?:\([^()]{0,200}\)[^()]{0,200})?\)|\[[^\]]{0,100}\])"
)
_AUTO = re.compile(r"<((?:https?://|mailto:)[^>\s]{1,1000})>")
_STRONG = re.compile(
    r"(?<![\w*_\\])([*_]{1,3})(?=[^\s*_])([^*_\n]{1,2000}?)(?<=[^\s\\])\1(?![\w*_])"
)
_CODE = re.compile(r"(`{1,3})([^`\n]{1,1000})\1")
_STRUCK = re.compile(r"~~([^~\n]{1,1000})~~")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|~>-])")
_COMMENT = re.compile(r"<!--.{0,5000}?-->", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>")
_TITLE = ("title", "headline")
_AUTHOR = ("author", "authors", "byline")
_DATE = ("date", "published", "pubdate", "date_published", "created")
_OUTLET = ("publication", "outlet", "publisher", "site", "source", "website")
_URL = ("url", "link", "canonical", "permalink", "source_url")


def read_markdown(data: bytes, limits: Limits) -> Extract:
    """The rendered text of a Markdown file; marks, link targets and comments are not visible text."""
    decoded = decode(data)
    text = decoded.text
    front = _FRONT.match(text)
    fields = _fields(front.group(1)) if front else {}
    builder = TextBuilder(limits.text_characters)
    _render(_COMMENT.sub("", text[front.end() :] if front else text), builder)
    outlet, date = _one(fields, _OUTLET), _one(fields, _DATE)
    return Extract(
        full_text=builder.text,
        lines=tuple(builder.lines),
        title=_one(fields, _TITLE),
        author=_one(fields, _AUTHOR).strip("[]\"' "),
        url=_one(fields, _URL),
        language=_one(fields, ("lang", "language"))[:2].lower(),
        outlets=(Named(outlet, "front_matter"),) if outlet and "://" not in outlet else (),
        dated=(Dated("front_matter", date),) if date else (),
        evidence=(encoding_evidence(decoded),),
    )


def _fields(front: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in front.splitlines():
        match = _FIELD.match(line)
        if match:
            found.setdefault(match[1].strip().lower(), match[2].strip().strip("\"'"))
    return found


def _one(fields: dict[str, str], names: tuple[str, ...]) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")


@dataclass(slots=True)
class _Block:
    """The block being read: its lines and what it is."""

    builder: TextBuilder
    lines: list[str] = field(default_factory=list)
    tag: str = "p"

    def end(self) -> None:
        """Hand the block on."""
        if self.lines:
            _add(self.builder, self.lines, self.tag)
        self.lines = []
        self.tag = "p"

    def take(self, kind: str, words: str) -> None:
        """Add a line that marks what it is, or one that goes on with the block."""
        if kind in {"p", "quote"} and self.tag == "li" and self.lines:
            self.lines[-1] += f" {words.strip()}"
            return
        if kind != self.tag:
            self.end()
            self.tag = kind
        self.lines.append(words)


def _render(text: str, builder: TextBuilder) -> None:
    """Add every block of the text; blank lines, headings and marks end a block."""
    block = _Block(builder)
    for kind, words in _kinds(text):
        if kind == "underline" and block.lines and block.tag == "p":
            block.tag = "h1" if words == "=" else "h2"
            block.end()
        elif kind in {"blank", "underline"}:
            block.end()
        elif kind in {"h1", "h2"}:
            block.end()
            block.take(kind, words)
            block.end()
        else:
            block.take(kind, words)
    block.end()


def _add(builder: TextBuilder, block: list[str], tag: str) -> None:
    builder.start_paragraph()
    whole = "\n".join(block)
    if tag in {"p", "quote"} and _wrapped(block):
        whole = " ".join(line.strip() for line in block)
    for line in whole.split("\n"):
        if tag in {"li", "row"}:
            builder.start_paragraph()
        words, linked = (line, 0.0) if tag == "pre" else _inline(line)
        builder.add(words, tag=tag, linked=linked)
    builder.start_paragraph()


def _wrapped(block: list[str]) -> bool:
    """Whether breaks are only wrapping; two spaces at a line's end are a break that is meant."""
    if any(line.endswith(("  ", "\\")) for line in block[:-1]):
        return False
    text = "\n".join(block)
    group, at = [], 0
    for line in block:
        group.append((at, at + len(line)))
        at += len(line) + 1
    return wraps(text, group)


def _kinds(text: str) -> Iterator[tuple[str, str]]:
    """Each source line with what it is."""
    fenced = False
    for line in text.splitlines():
        if _FENCE.match(line):
            fenced = not fenced
            yield "blank", ""
        elif fenced:
            yield "pre", line
        else:
            yield _kind(line)


def _kind(line: str) -> tuple[str, str]:
    if not line.strip() or _DEFINITION.match(line):
        return "blank", ""
    if heading := _HEADING.match(line):
        return ("h1" if len(heading[1]) == 1 else "h2"), heading[2]
    if underline := _UNDERLINE.match(line):
        return "underline", underline[1][0]
    if _RULE.match(line):
        return "blank", ""
    if _ROW.match(line):
        return ("blank", "") if _ROW_RULE.match(line) else ("row", "\t".join(_cells(line)))
    if item := _ITEM.match(line):
        return "li", item[1]
    if quote := _QUOTE.match(line):
        return ("quote", quote[1]) if quote[1].strip() else ("blank", "")
    return "p", line


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _inline(line: str) -> tuple[str, float]:
    """A line without its marks, and which share of it stands in links."""
    line = _IMAGE.sub("", line)
    in_links = sum(len(match[1]) for match in _LINK.finditer(line))
    line = _LINK.sub(r"\1", line)
    line = _AUTO.sub(r"\1", line)
    line = _CODE.sub(r"\2", line)
    line = _STRUCK.sub(r"\1", line)
    for _ in range(2):
        line = _STRONG.sub(r"\2", line)
    line = _ESCAPED.sub(r"\1", _TAG.sub("", line))
    visible = len(line.strip()) or 1
    return line, min(1.0, in_links / visible)

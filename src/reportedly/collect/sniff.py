"""Tell what bytes are by what is in them; the name only tips the scale between text and Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.collect import telegram
from reportedly.collect.archive import names
from reportedly.collect.encoding import decode
from reportedly.collect.limits import Limits
from reportedly.collect.states import EMPTY, UNREADABLE_TEXT, garbled

READABLE = ("html", "text", "markdown", "pdf", "docx", "email", "telegram", "rss", "zip")


@dataclass(frozen=True, slots=True)
class Kind:
    """A format of `READABLE`, or ``unknown`` with the sentence that says what to do instead."""

    format: str
    reason: str = ""


_UNPACK = "Unpack it yourself and add the files."
_AS_PDF = "Open it in its own program, save it as PDF or DOCX, and add that."
_NO_TEXT = f"The file is of a kind that is not known here, and no text. {_AS_PDF}"
_AS_WORDS = "Write down or transcribe what it says in a text file, and add that."
_MAGIC: tuple[tuple[bytes, int, str, str], ...] = (
    (b"\x1f\x8b", 0, "a gzip archive", _UNPACK),
    (b"BZh", 0, "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", 0, "an xz archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", 0, "a 7z archive", _UNPACK),
    (b"Rar!\x1a\x07", 0, "a RAR archive", _UNPACK),
    (b"ustar", 257, "a tar archive", _UNPACK),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "an old Office or Outlook file", _AS_PDF),
    (b"{\\rtf", 0, "an RTF document", _AS_PDF),
    (
        b"SQLite format 3\x00",
        0,
        "a database",
        "Export what it holds as text or HTML, and add that.",
    ),
    (b"WARC/1.", 0, "a web archive (WARC)", "Save the page from it as HTML, and add that."),
    (b"\x89PNG\r\n", 0, "a picture", _AS_WORDS),
    (b"\xff\xd8\xff", 0, "a picture", _AS_WORDS),
    (b"GIF8", 0, "a picture", _AS_WORDS),
    (b"RIFF", 0, "a picture, sound or film", _AS_WORDS),
    (b"ftyp", 4, "a film or sound recording", _AS_WORDS),
    (b"ID3", 0, "a sound recording", _AS_WORDS),
    (b"OggS", 0, "a sound recording", _AS_WORDS),
    (b"\x1aE\xdf\xa3", 0, "a film", _AS_WORDS),
    (b"\x7fELF", 0, "a program", "It is never run. Remove it from the case's input."),
    (b"MZ\x90", 0, "a program", "It is never run. Remove it from the case's input."),
)
_OFFICE = (
    ("word/document.xml", "docx", ""),
    ("xl/workbook.xml", "unknown", "a spreadsheet"),
    ("ppt/presentation.xml", "unknown", "a slide show"),
    ("META-INF/container.xml", "unknown", "an e-book"),
    ("content.xml", "unknown", "an OpenDocument file"),
    ("datapackage.json", "unknown", "a web archive (WACZ)"),
)
_ROOT = re.compile(
    r"(?:\s|<\?.{0,500}?\?>|<!--.{0,5000}?-->|<!DOCTYPE[^>\[]{0,500}(?:\[.{0,5000}?\]\s*)?>)*<([\w.:-]{1,60})",
    re.DOTALL | re.IGNORECASE,
)
_HTML_TAG = re.compile(
    r"<(?:!doctype html|html|head|body|div|p|h[1-6]|article|main|section|span|table|ul|ol|li|br|a|img|title|meta|b|i|em|strong|blockquote|script|style|header|nav|figure|font|center)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_HTML_CLOSE = re.compile(
    r"</(?:p|div|a|span|html|body|h[1-6]|li|td|article|b|strong|em)>", re.IGNORECASE
)
_HEADER = re.compile(r"^([!-9;-~]{1,60}):(?:[ \t]|$)")
_KNOWN_HEADERS = frozenset(
    [
        "from",
        "to",
        "cc",
        "subject",
        "date",
        "message-id",
        "received",
        "mime-version",
        "return-path",
        "delivered-to",
        "content-type",
        "reply-to",
        "sender",
        "x-mailer",
        "list-id",
        "list-unsubscribe",
        "dkim-signature",
        "authentication-results",
        "content-transfer-encoding",
        "snapshot-content-location",
    ]
)
_MARKS = (
    re.compile(r"^ {0,3}#{1,6} \S", re.MULTILINE),
    re.compile(r"\[[^\[\]\n]{1,300}\]\((?:https?:|/|#|mailto:|\.)[^()\s]{0,500}\)"),
    re.compile(r"(?<![\w*])\*\*[^\s*][^*\n]{0,300}\*\*(?![\w*])"),
    re.compile(r"^> \S", re.MULTILINE),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"!\[[^\]\n]{0,300}\]\([^()\n]{1,500}\)"),
    re.compile(r"^\S[^\n]{0,200}\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE),
    re.compile(r"^[-*+] \S", re.MULTILINE),
    re.compile(r"(?<![\w*_])[*_][^\s*_][^*_\n]{0,300}[*_](?![\w*_])"),
)
_FIELD = re.compile(r"[A-Za-z][\w -]{0,40}:(?:\s|$)")
_FRONT_LINES = 60
_LOOKED_AT = 65_536


def sniff(data: bytes, name: str, limits: Limits) -> Kind:
    """What the bytes are.

    Args:
        data: The bytes of a file, member or attachment.
        name: What it was called; only its ending is looked at, and only for Markdown.
        limits: For looking into ZIP directories.
    """
    if not data:
        return Kind("unknown", EMPTY)
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    if head.startswith(b"%PDF-") or (b"%PDF-" in data[:1024] and b"endobj" in data):
        return Kind("pdf")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(data, limits)
    for magic, at, what, remedy in _MAGIC:
        if data[at : at + len(magic)] == magic:
            return Kind("unknown", f"The file is {what}, which is not read. {remedy}")
    return _text_kind(data, name)


def _zip_kind(data: bytes, limits: Limits) -> Kind:
    found = frozenset(names(data, limits))
    for part, format_, what in _OFFICE:
        if part in found and (part != "content.xml" or "mimetype" in found):
            return Kind(
                format_, f"The file is {what}, which is not read. {_AS_PDF}" if what else ""
            )
    return Kind("zip")


def _text_kind(data: bytes, name: str) -> Kind:
    bare = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    if bare.startswith(b"{") and telegram.is_export(data):
        return Kind("telegram")
    text = decode(data[:_LOOKED_AT]).text
    if garbled(text):
        letters = sum(char.isalpha() or char.isspace() for char in text)
        return Kind("unknown", UNREADABLE_TEXT if letters > len(text) // 2 else _NO_TEXT)
    if is_mail(text):
        return Kind("email")
    root = _ROOT.match(text)
    if root is not None:
        local = root[1].rpartition(":")[2].lower()
        if local in {"rss", "feed", "rdf"}:
            return Kind("rss")
        if text.lstrip("\ufeff \t\r\n").startswith("<?xml") and local != "html":
            return Kind("unknown", f"The file is XML, but no feed and no page. {_AS_PDF}")
    if _is_html(text, root is not None):
        return Kind("html")
    if bare.startswith((b"{", b"[")) and name.lower().endswith(".json"):
        return Kind(
            "unknown",
            "The file is JSON, but no export of Telegram Desktop. Save what it says as text, and add that.",
        )
    return Kind("markdown" if _is_markdown(text, name) else "text")


def is_mail(text: str) -> bool:
    """Whether the text begins with the headers of a message."""
    if text.startswith("From ") and "\n" in text:
        text = text.partition("\n")[2]
    known: set[str] = set()
    for number, line in enumerate(text.lstrip("\ufeff\r\n").splitlines()):
        if not line.strip():
            break
        if number > 400:
            return False
        if number and line[0] in " \t":
            continue
        match = _HEADER.match(line)
        if match is None:
            return False
        if match[1].lower() in _KNOWN_HEADERS:
            known.add(match[1].lower())
    return len(known) >= 2 and bool(
        known & {"from", "mime-version", "received", "message-id", "content-type"}
    )


def _is_html(text: str, starts: bool) -> bool:
    """A page or a piece of one: it begins with a tag of HTML, or is full of them."""
    head = text[:3_000].lower()
    if "<!doctype html" in head or "<html" in head:
        return True
    opening, closing = len(_HTML_TAG.findall(text)), len(_HTML_CLOSE.findall(text))
    if starts and opening and (closing or opening >= 5):
        return True
    return closing >= 5 and opening >= 5 and (opening + closing) * 200 > len(text)


def _is_markdown(text: str, name: str) -> bool:
    """Two different marks, or one where the name says so as well."""
    if _has_front_matter(text):
        return True
    kinds = sum(1 for mark in _MARKS if mark.search(text))
    named = name.lower().endswith((".md", ".markdown", ".mdown"))
    strong = any(mark.search(text) for mark in _MARKS[:3])
    return kinds >= 1 if named else kinds >= 2 and strong


def _has_front_matter(text: str) -> bool:
    """Whether the text begins with fields between two lines of three dashes."""
    lines = text.lstrip("\ufeff").split("\n", _FRONT_LINES + 1)
    if lines[0].rstrip() != "---":
        return False
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    return any(_FIELD.match(line) for line in lines[1:end])

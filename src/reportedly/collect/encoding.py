"""Turn bytes into text, and say which evidence decided the encoding."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})|<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
_CYRILLIC_TRIALS = ("cp1251", "koi8-u", "cp866", "iso8859-5")
# Browsers read these labels as the Windows code page that holds them (WHATWG Encoding Standard).
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
_BAD_SHARE = 0.02
_SAMPLE = 200_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, its encoding, and how that was told: bom, declared, utf-8, zeros, letters or fallback."""

    text: str
    encoding: str
    how: str


def decode(data: bytes, declared: str = "") -> Decoded:
    """Decode ``data`` without ever failing.

    Order: byte order mark, UTF-8 where bytes outside ASCII prove it, the declared encoding, UTF-16
    by its zero bytes, nearly-UTF-8 with its bad bytes shown as U+FFFD, a Cyrillic code page by its
    letters, Windows-1252. Mojibake made before the capture is left as it is.

    Args:
        data: Any bytes.
        declared: A charset stated outside the data (a mail header).
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return Decoded(_lenient(data[len(bom) :], name), name, "bom")
    wide = _utf16_by_zeros(data)
    if wide:
        return Decoded(_lenient(data, wide), wide, "zeros")
    label = _codec(declared or _declared_in(data))
    text = _strict_utf8(data)
    if text is not None and (not data.isascii() or not label or label in {"utf-8", "cp1252"}):
        return Decoded(text, "utf-8", "utf-8")
    if label:
        try:
            return Decoded(data.decode(label), label, "declared")
        except (UnicodeDecodeError, ValueError):
            pass
    return _by_letters(data)


def _by_letters(data: bytes) -> Decoded:
    """The encodings that nothing states, told by what the bytes would spell."""
    high = sum(1 for byte in data[:_SAMPLE] if byte >= 0x80) or 1
    nearly = data.decode("utf-8", "replace")
    if nearly[:_SAMPLE].count("\ufffd") <= max(_BAD_SHARE * high, 1) and "\ufffd" in nearly:
        return Decoded(nearly, "utf-8", "nearly utf-8")
    letters = sum(1 for byte in data[:_SAMPLE] if byte >= 0x80 or chr(byte).isalpha()) or 1
    if high > letters * 0.5:
        best = max(_CYRILLIC_TRIALS, key=lambda name: _cyrillic_score(data[:_SAMPLE], name))
        if _cyrillic_score(data[:_SAMPLE], best) > 0.5:
            return Decoded(data.decode(best, "replace"), best, "letters")
    return Decoded(data.decode("cp1252", "replace"), "cp1252", "fallback")


def _cyrillic_score(data: bytes, name: str) -> float:
    """Share of small Cyrillic letters: a wrong page swaps the cases or gives signs."""
    text = data.decode(name, "replace")
    high = sum(1 for char in text if char > "\x7f") or 1
    return sum(1 for char in text if "а" <= char <= "ё") / high


def _strict_utf8(data: bytes) -> str | None:
    """The text if it is UTF-8; a capture cut within its last character still is."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    try:
        text = decoder.decode(data)
    except UnicodeDecodeError:
        return None
    return text + ("\ufffd" if decoder.getstate()[0] else "")


def _utf16_by_zeros(data: bytes) -> str:
    """UTF-16 without a mark: Latin text has a zero in every second byte."""
    sample = data[:4096]
    if len(sample) < 8 or b"\x00" not in sample:
        return ""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    return ""


def _declared_in(data: bytes) -> str:
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    return (match.group(1) or match.group(2)).decode("ascii", "replace") if match else ""


def _codec(label: str) -> str:
    """Python's name for a text encoding; empty if there is none of that name."""
    try:
        info = codecs.lookup(label) if label else None
    except (LookupError, ValueError):
        return ""
    if info is None or not getattr(info, "_is_text_encoding", True):
        return ""
    if info.name in {"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape"}:
        return ""
    return _READ_AS.get(info.name, info.name)


def _lenient(data: bytes, name: str) -> str:
    return data.decode(name, "replace")

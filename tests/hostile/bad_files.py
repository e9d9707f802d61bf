"""Files that do harm, by what is in them or by what they are called."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.cases import demo_files

GOOD = "good.txt"
WORDS = "Ada Moll of the Harbour Office said that nine people died on the pier on 3 May 2031."

STATES = {"read", "duplicate", "hollow", "unreadable", "refused", "unread_language", "withdrawn"}


def zipped(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


@cache
def bomb(depth: int) -> bytes:
    """An archive of archives; at the bottom 64 MB of nothing each."""
    inner = zipped({"nothing.txt": bytes(64 << 20)})
    for _ in range(depth):
        inner = zipped({f"{number}.zip": inner for number in range(4)})
    return inner


def pdf(objects: list[bytes]) -> bytes:
    """A PDF of the given objects, the first of them the catalog, with a right cross-reference."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


CYCLE = pdf(
    [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 100000 >>",
        b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Parent 2 0 R /Count 100000 >>",
    ]
)
NESTED = pdf(
    [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + b"[" * 200_000 + b"]" * 200_000 + b"] /Count 1 >>",
    ]
)
FORM = pdf(
    [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R"
        b" /Resources << /XObject << /F 5 0 R >> >> >>",
        b"<< /Length 5 >>\nstream\n/F Do\nendstream",
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 11"
        b" /Resources << /XObject << /F 5 0 R >> >> >>\nstream\n/F Do /F Do\nendstream",
    ]
)

SCRIPTS = f"""<!doctype html><html><head><title>Pier <script>alert(1)</script></title>
<script>document.write('never')</script><style>p {{ background: url(javascript:alert(1)) }}</style>
<meta property="og:site_name" content="&lt;img src=x onerror=alert(2)&gt;">
<meta http-equiv="refresh" content="0;url=javascript:alert(3)"></head>
<body onload="alert(4)"><article><h1>Fire on the pier</h1>
<p onmouseover="alert(5)">{WORDS} <a href="javascript:alert(6)">More</a>.</p>
<p>“&lt;script&gt;alert(7)&lt;/script&gt; is what I saw,” Ada Moll said of the &lt;b&gt;sign&lt;/b&gt;.</p>
<p>It was confirmed by <iframe src="data:text/html,never"></iframe>nobody, officials said.</p>
<svg onload="alert(8)"><script>alert(9)</script></svg></article></body></html>"""

ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)).replace("&a0;", "&a;")
    + '<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    "<rss version='2.0'><channel><title>The Gull</title><item><title>Pier</title>"
    f"<description>&a9;&file; {WORDS}</description></item></channel></rss>"
)

HEBREW = "אדה מול אמרה שתשעה בני אדם מתו על הרציף. " * 20
ARABIC = "قالت آدا مول إن تسعة أشخاص لقوا حتفهم على الرصيف. " * 20
ZALGO = "H̴̡̛͚a̷̧͎̋r̸̰̈b̶̟̂o̷͕͝u̴͇̔r̵̼͐ " * 200
TURNED = f"\u202eerif eht tes eH\u202c \u2066said\u2069 nobody. {WORDS}"


@dataclass(frozen=True, slots=True)
class Bad:
    """A bad file, and the states it may end in; for an archive, the states of what it held."""

    name: str
    data: bytes
    states: frozenset[str]


def bad(name: str, data: str | bytes, *states: str) -> Bad:
    return Bad(name, data if isinstance(data, bytes) else data.encode(), frozenset(states))


def bad_files(sandbox: Path) -> list[Bad]:
    """Every bad file; the archive that climbs out aims at places inside ``sandbox``."""
    climbing = {
        "../../climbed.txt": b"out",
        "../climbed.txt": b"out",
        f"{sandbox}/absolute.txt": b"out",
        "..\\..\\climbed.txt": b"out",
        "inner.txt": WORDS.encode(),
    }
    story = demo_files() / "story"
    page = (story / "corren-wire-0517.html").read_bytes()
    return [
        bad(GOOD, WORDS, "read"),
        bad("empty.txt", "", "unreadable", "hollow", "refused"),
        bad("spaces.txt", " \n\t\n " * 50, "unreadable", "hollow"),
        bad("zeros.bin", bytes(4096), "unreadable", "hollow", "refused"),
        bad("noise.bin", bytes(range(256)) * 64, "unreadable", "hollow", "refused"),
        bad("nuls.txt", WORDS.replace(" ", " \0") * 3, "read", "unreadable", "hollow"),
        bad("latin1.txt", f"{WORDS} Café owner Zoë Müller said so.".encode("latin-1"), "read"),
        bad("utf16.txt", WORDS.encode("utf-16"), "read"),
        bad(
            "liar.html", f'<meta charset="utf-8"><p>{WORDS}</p><p>Zoë</p>'.encode("cp1252"), "read"
        ),
        bad("half.html", page[: len(page) // 3], "read", "hollow"),
        bad("hebrew.txt", HEBREW, "unread_language"),
        bad("arabic.txt", ARABIC, "unread_language"),
        bad("zalgo.txt", ZALGO + WORDS, *STATES),
        bad("emoji.txt", f"“🔥👩‍🚒🏴‍☠️ nine people died 🙏🏽,” Ada Moll said. {WORDS}", "read"),
        bad("turned.txt", TURNED, "read"),
        bad("escapes.txt", f"\x1b[2J\x1b]0;owned\x07{WORDS}\x9b31m\x08\x7f", "read"),
        bad("marks.txt", "“" * 20_000 + WORDS, *STATES),
        bad("scripts.html", SCRIPTS, "read"),
        bad("deep.html", "<div>" * 50_000 + WORDS, "read", "unreadable", "hollow"),
        bad("laughs.xml", ENTITIES, "read", "unreadable", "refused", "hollow"),
        bad("deep.json", "[" * 100_000, "unreadable", "read", "hollow", "refused"),
        bad(
            "telegram.json", '{"name":"G","type":"public_channel","messages":[{"id":{}}]}', *STATES
        ),
        bad("broken.pdf", b"%PDF-1.7\n" + b"garbage " * 500, "unreadable"),
        bad("cycle.pdf", CYCLE, "unreadable", "refused"),
        bad("nested.pdf", NESTED, "unreadable", "hollow"),
        bad("form.pdf", FORM, "unreadable", "hollow"),
        bad("broken.docx", zipped({"word/document.xml": b"<w:document"}), *STATES),
        bad("broken.zip", zipped({"a.txt": WORDS.encode() * 2})[:-30], "unreadable", "refused"),
        bad("bomb.zip", bomb(3), "refused", "read"),
        bad("climbing.zip", zipped(climbing), "refused", "read"),
        bad("loop.eml", "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n" * 5_000, *STATES),
    ]


NAMES = {
    "esc\x1b[31mape.txt": f"{WORDS} One.",
    "new\nline.txt": f"{WORDS} Two.",
    "turned\u202etxt.exe": f"{WORDS} Three.",
    "=cmd|'calc'!A1.txt": f"{WORDS} Four.",
    "-rf.txt": f"{WORDS} Five.",
    "<img src=x onerror=alert(1)>.txt": f"{WORDS} Six.",
    ("x" * 240) + ".txt": f"{WORDS} Seven.",
}
"""Names that are an attack by themselves, each with a text of its own."""

RAW_NAME = b"not\xff\xfeutf8.txt"

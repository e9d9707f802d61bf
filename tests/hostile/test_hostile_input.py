"""Whatever comes in ends in a named state, costs nothing else, and reaches nothing outside the case.

One folder holds all the bad files; it is taken in, built and shown once through the command line, in
a home, a temporary folder and a working folder of its own, and each test looks at one promise.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.cases import Ended, command, demo_files

GOOD = "good.txt"
WORDS = "Ada Moll of the Harbour Office said that nine people died on the pier on 3 May 2031."

STATES = {"read", "duplicate", "hollow", "unreadable", "refused", "unread_language", "withdrawn"}


# --- the bad files -------------------------------------------------------------------------------


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


# --- one run of all of it ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Run:
    """The sandbox after every command, and what the commands said."""

    sandbox: Path
    case: Path
    bad: tuple[Bad, ...]
    ended: dict[str, Ended]
    ledger: dict[str, list[dict[str, object]]]
    outside_before: frozenset[str]

    def reports(self, name: str) -> list[dict[str, object]]:
        """The reports that came out of the file of this name, members included."""
        return [
            row
            for row in self.ledger["reports"]
            if any(re.split("!/|#", str(given))[0] == name for given in names_of(row))
        ]


def names_of(row: dict[str, object]) -> list[str]:
    names = row.get("names") or [row.get("name", "")]
    assert isinstance(names, list)
    return [str(name) for name in names]


def outside(sandbox: Path) -> frozenset[str]:
    """Everything in the sandbox that is not in the case."""
    found = (path.relative_to(sandbox) for path in sandbox.rglob("*"))
    return frozenset(str(path) for path in found if path.parts[0] != "case")


def in_sandbox(sandbox: Path, *words: str | Path) -> Ended:
    """Run the command line with a home, a temporary folder and a working folder in the sandbox."""
    done = subprocess.run(
        [sys.executable, "-m", "reportedly", *(str(word) for word in words)],
        cwd=sandbox / "work",
        env={
            **os.environ,
            "HOME": str(sandbox / "home"),
            "TMPDIR": str(sandbox / "tmp"),
            "XDG_CACHE_HOME": str(sandbox / "home/.cache"),
            "PYTHONPYCACHEPREFIX": "",
            "COLUMNS": "200",
        },
        capture_output=True,
        timeout=300,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    sandbox = tmp_path_factory.mktemp("sandbox")
    for name in ("home", "tmp", "work", "in"):
        (sandbox / name).mkdir()
    files = bad_files(sandbox)
    for file in files:
        (sandbox / "in" / file.name).write_bytes(file.data)
    for name, text in NAMES.items():
        (sandbox / "in" / name).write_text(text, encoding="utf-8")
    with open(os.fsencode(sandbox / "in") + b"/" + RAW_NAME, "wb") as raw:  # noqa: PTH123
        raw.write(f"{WORDS} Eight.".encode())
    before = outside(sandbox)
    case = sandbox / "case"
    ended = {
        "new": in_sandbox(sandbox, "new", case),
        "add": in_sandbox(sandbox, "add", case, sandbox / "in"),
        "build": in_sandbox(sandbox, "build", case),
    }
    assert ended["build"].code == 0, ended["build"].err + ended["add"].err
    ledger = json.loads((case / "site" / "ledger.json").read_bytes())
    turned = next(row["id"] for row in ledger["reports"] if "escapes.txt" in names_of(row))
    # In this process: a child costs a second each time, and nothing but the words is looked at.
    ended |= {
        "verify": command("verify", case),
        "list": command("show", case, "report"),
        "report": in_sandbox(sandbox, "show", case, "report", turned),
        "json": command("show", case, "report", "--json"),
        "said": command("show", case, "attribution"),
        "why": command("why", case, turned),
        "unknown": in_sandbox(sandbox, "show", case, "report", "\x1b[31mno\u202esuch"),
        "nothing": command("add", case, "no\x1bsuch.txt"),
        "again": command("new", case),
        "csv": command("export", case, "--format", "csv"),
    }
    return Run(sandbox, case, tuple(files), ended, ledger, before)


BAD_NAMES = [file.name for file in bad_files(Path("/sandbox"))]


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_bad_file_ends_in_a_named_state_with_a_reason(name: str, run: Run) -> None:
    file = next(file for file in run.bad if file.name == name)
    rows = run.reports(name)
    assert rows, "it is in no report"
    for row in rows:
        assert row["state"] in file.states, f"{names_of(row)}: {row['state']}: {row['reason']}"
        assert row["state"] == "read" or row["reason"], f"{names_of(row)} has no reason"


def test_the_good_file_among_them_is_read_whole(run: Run) -> None:
    (row,) = run.reports(GOOD)
    assert row["text"] == WORDS
    said = [each for each in run.ledger["attributions"] if each["report"] == row["id"]]
    assert said, "nobody is said to have said anything"


def test_every_file_is_sealed_and_answered_for(run: Run) -> None:
    taken = {
        hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (run.sandbox / "in").iterdir()
        if path.is_file()
    }
    sealed = {path.name for path in (run.case / "originals").rglob("*") if path.is_file()}
    assert sealed == taken
    answered = {str(sha256) for row in run.ledger["reports"] for sha256 in originals_of(row)}
    held = {str(row["sha256"]) for row in run.ledger["containers"]}
    assert taken == answered | (held & taken)


def originals_of(row: dict[str, object]) -> list[object]:
    original = row.get("original") or row.get("sha256")
    return original if isinstance(original, list) else [original]


def test_the_counts_add_up(run: Run) -> None:
    states = [str(row["state"]) for row in run.ledger["reports"]]
    assert set(states) <= STATES
    ids = [row["id"] for row in run.ledger["reports"]]
    assert len(set(ids)) == len(ids)
    spans = [
        (row["report"], span)
        for row in run.ledger["attributions"]
        for span in row["content"]  # type: ignore[attr-defined]
    ]
    texts = {row["id"]: str(row["text"]) for row in run.ledger["reports"]}
    assert all(texts[report][at["start"] : at["end"]] == at["text"] for report, at in spans)


def test_every_name_that_is_an_attack_is_a_report_like_another(run: Run) -> None:
    texts = " ".join(str(row["text"]) for row in run.ledger["reports"])
    for number in ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"):
        assert f"2031. {number}." in texts


def test_nothing_is_written_outside_the_case(run: Run) -> None:
    new = outside(run.sandbox) - run.outside_before
    assert not new, sorted(new)


def test_nothing_that_was_climbing_out_arrived_anywhere(run: Run) -> None:
    assert not list(run.sandbox.rglob("climbed.txt"))
    assert not list(run.sandbox.rglob("absolute.txt"))
    assert not list(run.sandbox.parent.glob("climbed.txt"))


RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def test_no_control_character_of_a_source_reaches_the_terminal(run: Run) -> None:
    for name, ended in run.ended.items():
        for stream, text in (("out", ended.out), ("err", ended.err)):
            found = RAW.search(text)
            where = text[max(0, found.start() - 40) : found.end() + 10] if found else ""
            assert found is None, f"{name} {stream}: {where!r}"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("new", 0),
        ("add", 0),
        ("build", 0),
        ("verify", 0),
        ("list", 0),
        ("report", 0),
        ("json", 0),
        ("said", 0),
        ("why", 0),
        ("csv", 0),
        ("unknown", 2),
        ("nothing", 2),
        ("again", 2),
    ],
)
def test_every_command_ends_with_its_documented_exit_code(name: str, code: int, run: Run) -> None:
    ended = run.ended[name]
    assert ended.code == code, ended.out + ended.err
    assert "Traceback" not in ended.err


def test_an_error_says_what_to_do(run: Run) -> None:
    for name in ("unknown", "nothing", "again"):
        assert "do:" in run.ended[name].err, run.ended[name].err


class Active(HTMLParser):
    """Collects what in a page could run: scripts, handlers, script addresses, frames."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._script = tag == "script"
        if tag in {"iframe", "object", "embed", "base", "frame", "applet"}:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            address = "".join((value or "").split()).lower()
            scheme = address.startswith(("javascript:", "data:text", "vbscript:"))
            refresh = name == "http-equiv" and address == "refresh"
            if name.startswith("on") or scheme or refresh:
                self.found.append(f"<{tag} {name}={value}>")

    def handle_data(self, data: str) -> None:
        if self._script and "alert" in data:
            self.found.append(data)


def test_nothing_of_a_source_can_be_executed_in_the_pages(run: Run) -> None:
    pages = list((run.case / "site").rglob("*.html"))
    assert len(pages) > len(run.bad)
    for page in pages:
        active = Active()
        active.feed(page.read_text(encoding="utf-8"))
        assert not active.found, f"{page.name}: {active.found[:3]}"


def test_no_entity_of_a_feed_reads_a_file_of_the_machine(run: Run) -> None:
    assert "root:" not in json.dumps(run.ledger)


def test_no_cell_for_a_spreadsheet_begins_a_formula(run: Run) -> None:
    tables = list((run.case / "exports" / "csv").rglob("spreadsheet/*.csv"))
    assert tables
    for path in tables:
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "-"))], path.name

"""Make the demo story's binary files again from the text beside this script.

The demo story is twelve received files. Eight of them are plain text of some
kind and are edited by hand in `src/reportedly/demo/story/`. The other four are
made here, so that a word in them can be changed without an office program:

* `courier-briefing.docx`        from `demo_sources/courier-briefing.txt`
* `highland-rights-monitor.pdf`  from `demo_sources/highland-rights-monitor.txt`
* `ministry-statement.pdf`       a PDF that breaks off, on purpose
* `stringer-bundle.zip`          from `demo_sources/bundle/`

In the two text sources a blank line parts paragraphs, `#`, `##` and `@` open a
title, a heading and a sub-title, and `~` stands for a non-breaking space.

The same sources give the same bytes: every time stamp is fixed below.

    pip install fpdf2==2.8.3 python-docx==1.1.2
    python scripts/make_demo_story.py
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

from docx import Document
from docx.shared import Pt
from fpdf import FPDF

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "demo_sources"
STORY = HERE.parent / "src" / "reportedly" / "demo" / "story"

LOCAL = dt.timezone(dt.timedelta(hours=2))  # Talvenia's clock in May
FILED = dt.datetime(2023, 5, 18, 18, 12, tzinfo=LOCAL)
NOTE_MADE = dt.datetime(2023, 5, 31, 12, 0, tzinfo=LOCAL)
PACKED = (2023, 6, 27, 20, 14, 0)  # ZIP keeps local time without a zone

BUNDLE = (
    "corren-wire-0519.txt",
    "marnholt-courier.html",
    "radio-marn.html",
    "frontier-notes.html",
)


def paragraphs(name: str) -> list[str]:
    """The paragraphs of one source, with `~` turned into a non-breaking space."""
    text = (SOURCES / name).read_text(encoding="utf-8")
    return [p.strip().replace("~", "\u00a0") for p in text.split("\n\n") if p.strip()]


def zipped(members: list[tuple[str, bytes]]) -> bytes:
    """A ZIP of the members, in the order given, with one fixed time stamp."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name, date_time=PACKED)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3  # Unix, whatever machine this runs on
            archive.writestr(info, data)
    return buffer.getvalue()


def briefing_docx() -> bytes:
    """The Courier reporter's own file, with the running head of a copy desk."""
    title, *body = paragraphs("courier-briefing.txt")
    document = Document()
    document.styles["Normal"].font.size = Pt(11)
    section = document.sections[0]
    section.header.paragraphs[0].text = "MARNHOLT COURIER / copy for the desk / not for circulation"
    section.footer.paragraphs[0].text = "© 2023 Marnholt Courier Printing House"
    document.add_heading(title, level=1)
    for text in body:
        document.add_paragraph(text)
    core = document.core_properties
    core.author = "Pell Ravnick"
    core.title = title
    core.comments = ""
    core.last_modified_by = "Pell Ravnick"
    core.revision = 3
    stamp = FILED.astimezone(dt.UTC).replace(tzinfo=None)
    core.created = core.modified = stamp
    buffer = io.BytesIO()
    document.save(buffer)
    # python-docx stamps the members with the present time: pack them again.
    with zipfile.ZipFile(buffer) as archive:
        return zipped([(name, archive.read(name)) for name in archive.namelist()])


class NotePDF(FPDF):  # fpdf2 is untyped
    """The Monitor's letter paper: a running head, and a foot on every page."""

    def header(self) -> None:
        self.set_font("Helvetica", "", 8)
        self.cell(0, 6, "HIGHLAND RIGHTS MONITOR  |  Incident notes", align="R")
        self.ln(10)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", "", 8)
        line = "© 2023 Highland Rights Monitor. Donate: hrm.example/give. "
        self.cell(0, 6, f"{line}Page {self.page_no()} of {{nb}}", align="C")


def note_pdf() -> bytes:
    """The Monitor's incident note: a text PDF of two pages."""
    pdf = NotePDF(format="A5")
    pdf.set_creation_date(NOTE_MADE)
    pdf.set_title("Two incidents at the Sulvek crossing")
    pdf.set_author("Highland Rights Monitor")
    pdf.set_creator("Highland Rights Monitor")
    pdf.set_margin(16)
    pdf.set_auto_page_break(True, margin=20)
    # The built-in fonts know Windows-1252, which has curly quotes and NBSP.
    pdf.core_fonts_encoding = "windows-1252"
    pdf.add_page()
    looks = {"# ": ("B", 16), "## ": ("B", 11), "@ ": ("I", 9)}
    for text in paragraphs("highland-rights-monitor.txt"):
        mark = next((m for m in looks if text.startswith(m)), "")
        style, size = looks.get(mark, ("", 10))
        pdf.set_font("Times", style, size)
        pdf.multi_cell(0, size * 0.5, text.removeprefix(mark), align="L")
        pdf.ln(3)
    return bytes(pdf.output())


def broken_pdf() -> bytes:
    """A statement whose download broke off: a PDF's head and no more.

    There is no page object, no cross-reference table and no trailer, so that
    no parser can mend it; what follows the head is a stream of fixed rubbish.
    """
    head = b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Filter/FlateDecode/Length 48211>>stream\n"
    state, rubbish = 23, bytearray()
    for _ in range(4096):
        state = (state * 1103515245 + 12345) % 2**31
        rubbish.append(state >> 16 & 0xFF)
    return head + bytes(rubbish)


def main() -> None:
    """Write the four files."""
    bundle = [(name, (SOURCES / "bundle" / name).read_bytes()) for name in BUNDLE]
    made = {
        "courier-briefing.docx": briefing_docx(),
        "highland-rights-monitor.pdf": note_pdf(),
        "ministry-statement.pdf": broken_pdf(),
        "stringer-bundle.zip": zipped(bundle),
    }
    for name, data in made.items():
        (STORY / name).write_bytes(data)
        print(f"{len(data):7,} bytes  {name}")


if __name__ == "__main__":
    main()

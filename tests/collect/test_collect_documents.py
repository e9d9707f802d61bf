"""PDF, Word and Markdown: the words in paragraphs, without the marks of the page or the markup."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from fpdf import FPDF

from reportedly.collect.limits import Limits
from reportedly.model.report import ReportState
from tests.collect.making import PROSE, check_law, gone, one_of

TITLE = "Mill at Harrow Bridge burns down"
LONG = "\n\n".join(PROSE)


class Paper(FPDF):
    """A note with a running head and numbered pages."""

    def header(self) -> None:
        self.set_font("helvetica", size=8)
        self.cell(0, 8, "Quay Monitor | Notes", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("helvetica", size=8)
        self.cell(0, 8, f"Page {self.page_no()} of 3")


def pdf(*blocks: str, pages: int = 1, **encrypted: str) -> bytes:
    paper = Paper() if pages > 1 else FPDF()
    for _ in range(pages):
        paper.add_page()
        paper.set_font("helvetica", size=18)
        paper.multi_cell(0, 9, TITLE, new_x="LMARGIN", new_y="NEXT")
        paper.ln(4)
        paper.set_font("helvetica", size=11)
        for block in blocks:
            paper.multi_cell(0, 6, block, new_x="LMARGIN", new_y="NEXT")
            paper.ln(4)
    if encrypted:
        paper.set_encryption(owner_password=encrypted["owner"], user_password=encrypted["user"])
    return bytes(paper.output())


def word(*blocks: str) -> bytes:
    document = Document()
    document.add_heading(TITLE, level=1)
    for block in blocks:
        document.add_paragraph(block)
    table = document.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, (("Dead", "two"), ("Hurt", "twelve")), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    box = io.BytesIO()
    document.save(box)
    return box.getvalue()


def test_the_lines_of_a_pdf_are_put_back_into_paragraphs() -> None:
    made = one_of(pdf(*PROSE), "a.pdf")
    assert made.report.text == f"{TITLE}\n\n{LONG}"
    assert made.report.title == TITLE
    check_law(made.report, made.left_out)


def test_a_word_broken_at_the_end_of_a_line_is_mended_with_its_offsets() -> None:
    paper = FPDF()
    paper.add_page()
    paper.set_font("helvetica", size=11)
    lines = (
        "Twelve people were hurt when the old mill at Harrow Bridge burned on Tuesday, said the neigh-",
        "bours, and the roof came down at three in the morning while the well-known keeper slept.",
    )
    for line in lines:
        paper.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    made = one_of(bytes(paper.output()), "a.pdf")
    assert "said the neighbours, and the roof" in made.report.text
    assert "well-known" in made.report.text
    assert gone(made) == {"line_end_hyphen": ["-"]}
    check_law(made.report, made.left_out)


def test_running_heads_and_page_numbers_go() -> None:
    made = one_of(pdf(*PROSE, pages=3), "a.pdf")
    assert "Quay Monitor" not in made.report.text
    assert "Page 2" not in made.report.text
    assert set(gone(made)) == {"running_head", "repeated_headline"}
    check_law(made.report, made.left_out)


def test_a_pdf_without_a_text_layer_is_hollow() -> None:
    paper = FPDF()
    paper.add_page()
    paper.rect(10, 10, 50, 50)
    report = one_of(bytes(paper.output()), "a.pdf").report
    assert report.state is ReportState.HOLLOW
    assert "OCR" in report.reason


def test_an_encrypted_pdf_is_refused() -> None:
    report = one_of(pdf(*PROSE, owner="o", user="u"), "a.pdf").report
    assert report.state is ReportState.REFUSED
    assert "password" in report.reason


def test_a_pdf_beyond_the_limit_of_pages_is_refused() -> None:
    report = one_of(pdf(*PROSE, pages=3), "a.pdf", limits=Limits(pdf_pages=2)).report
    assert report.state is ReportState.REFUSED
    assert "3 pages" in report.reason


@pytest.mark.parametrize("cut", [20, 200, 700])
def test_a_damaged_pdf_ends_in_a_named_state(cut: int) -> None:
    report = one_of(pdf(*PROSE)[:cut], "a.pdf").report
    assert report.state in {ReportState.UNREADABLE, ReportState.HOLLOW, ReportState.READ}
    assert report.reason.endswith(".")


def test_a_word_document_gives_paragraphs_and_rows() -> None:
    made = one_of(word(*PROSE), "a.docx")
    assert made.report.text == f"{TITLE}\n\n{LONG}\n\nDead two\n\nHurt twelve"
    assert made.report.title == TITLE
    check_law(made.report, made.left_out)


def test_deleted_words_of_a_word_document_are_not_read() -> None:
    data = io.BytesIO(word(*PROSE))
    out = io.BytesIO()
    with zipfile.ZipFile(data) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            body = source.read(info)
            if info.filename == "word/document.xml":
                run = b"<w:del w:id='1' w:author='x'><w:r><w:delText>gone words</w:delText></w:r></w:del><w:ins w:id='2' w:author='x'><w:r><w:t>new words </w:t></w:r></w:ins>"
                body = body.replace(b"<w:r><w:t>Twelve people", run + b"<w:r><w:t>Twelve people")
            target.writestr(info, body)
    report = one_of(out.getvalue(), "a.docx").report
    assert "gone words" not in report.full_text
    assert "new words Twelve people" in report.text


@pytest.mark.parametrize("keep", [60, 400, 3_000])
def test_a_damaged_word_document_ends_in_a_named_state(keep: int) -> None:
    report = one_of(word(*PROSE)[:keep], "a.docx").report
    assert report.state is ReportState.UNREADABLE


def test_a_word_document_of_broken_parts_is_unreadable() -> None:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        )
        archive.writestr("word/document.xml", "<not xml")
    report = one_of(box.getvalue(), "a.docx").report
    assert report.state is ReportState.UNREADABLE


MARKDOWN = f"""---
title: {TITLE}
author: Ina Roke
publication: Quay Post
date: 2031-05-12
---

# {TITLE}

*By Ina Roke*

{PROSE[0]}

## What *he* saw

{PROSE[1]} See the **[letter](https://quay.example/letter)** and `key_ring`.

![The mill](mill.png)

- two men
- one lamp,
  still lit

> {PROSE[2]}

| Dead | Hurt |
|------|-----:|
| two  | twelve |

<!-- not this -->
2 * 3 * 4 is 24, snake_case_name and \\*this\\*.
"""


def test_markdown_reads_as_it_is_rendered() -> None:
    made = one_of(MARKDOWN, "a.md")
    report = made.report
    assert report.text == "\n\n".join(
        (
            TITLE,
            PROSE[0],
            "What he saw",
            f"{PROSE[1]} See the letter and key_ring.",
            "two men",
            "one lamp, still lit",
            PROSE[2],
            "Dead Hurt",
            "two twelve",
            "2 * 3 * 4 is 24, snake_case_name and *this*.",
        )
    )
    assert (report.title, report.author, report.outlet) == (TITLE, "Ina Roke", "Quay Post")
    assert report.published.evidence[0].rule == "front_matter"
    check_law(report, made.left_out)


@pytest.mark.parametrize(
    "nasty",
    ["[" * 20_000, "*a " * 20_000, "[a](" * 20_000, "`" * 20_000, "# " * 20_000, "|" * 20_000],
)
def test_markdown_that_never_closes_its_marks_is_read_to_its_end(nasty: str) -> None:
    made = one_of(f"# {TITLE}\n\n{PROSE[0]}\n\n{nasty}\n\n{PROSE[1]}", "a.md")
    assert PROSE[1] in made.report.text
    check_law(made.report, made.left_out)

"""PDF: the text layer page by page, lines put back into paragraphs, running heads left out by rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportedly.collect.extract import PARSER_FAULTS, Cut, Extract, Line, TextBuilder
from reportedly.collect.limits import Limits
from reportedly.errors import CollectError, RefusedError
from reportedly.model.report import Evidence

_EDGE_LINES = 2
_REPEATS = 3
_GAP = 1.45
_TALLER = 1.18
_SHORT_OF = 0.86
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—]?\s*\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\s*[-–—]?", re.IGNORECASE
)
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_HYPHENS = "-\u2010\u00ad"
_MARK = re.compile("[\ufffe\x02]")
_BEFORE = re.compile(r"[^\W\d_]+$")
_AFTER = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"(?<![^\W_])[^\W\d_]+-[^\W\d_]+(?=\s|[.,;:!?)”\"])")
_HEADING = 200
_BULLET = re.compile(r"^(?:[•●▪◦‣–—*-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_JUNK_TITLE = re.compile(
    r"^(?:microsoft word.*|untitled.*|document\d*|.*\.(?:docx?|pdf|indd|odt|qxd)|slide \d+|\W*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Row:
    """One printed line: its words and where it stands on its page, in points from the bottom.

    Where pdfium has joined the halves of a broken word it is two printed lines: ``foot`` is the
    bottom of the second.
    """

    words: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    foot: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


def read_pdf(data: bytes, limits: Limits) -> Extract:
    """The text layer of a PDF.

    Raises:
        RefusedError: It is encrypted, or has more pages or text than the limits allow.
        CollectError: It cannot be parsed.
    """
    rows, title, author, created = _rows(data, limits)
    body_height = _usual([row.height for row in rows])
    running = _running(rows, body_height)
    builder = TextBuilder(limits.text_characters)
    pitch = _pitch(rows, body_height)
    width = max((row.right for row in rows), default=0.0)
    follows: dict[int, str] = {}
    before: _Row | None = None
    for number, row in enumerate(rows):
        head = number in running
        how = "new" if head else _follows(before, row, pitch, width)
        if how == "new":
            builder.start_paragraph()
        builder.add(
            _MARK.sub("-", row.words),
            tag=_tag(row, body_height),
            region="running_head" if head else "",
        )
        follows[len(builder.lines) - 1] = how
        if head:
            builder.start_paragraph()
        else:
            before = row
    lines = _joined(builder.lines, follows)
    return Extract(
        full_text=builder.text,
        lines=lines,
        cuts=_hyphens(builder.text, lines, rows),
        title="" if _JUNK_TITLE.match(title) else title,
        author=author,
        evidence=(Evidence("file_created", created),) if created else (),
    )


def _tag(row: _Row, body_height: float) -> str:
    if _BULLET.match(row.words):
        return "li"
    return "h2" if row.height > body_height * _TALLER and len(row.words) < _HEADING else "p"


def _rows(data: bytes, limits: Limits) -> tuple[list[_Row], str, str, str]:
    # Imported here: the library is loaded for PDF alone.
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if (
            getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
            or "password" in str(error).lower()
        ):
            raise RefusedError(
                "The PDF is encrypted and asks for a password",
                remedy="save a copy without a password and add that",
            ) from error
        raise CollectError(
            f"The PDF could not be parsed ({str(error).rstrip('.')})",
            remedy="open it in a PDF reader and print it to PDF again",
        ) from error
    try:
        if len(document) > limits.pdf_pages:
            raise RefusedError(
                f"The PDF has {len(document):,} pages, more than {limits.pdf_pages:,}",
                remedy="cut out the pages that tell the story and add them as a file",
            )
        rows: list[_Row] = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            try:
                rows += _page_rows(text, number)
            finally:
                text.close()
                page.close()
        meta = document.get_metadata_dict()
        return (
            rows,
            meta.get("Title", "").strip(),
            meta.get("Author", "").strip(),
            meta.get("CreationDate", ""),
        )
    except (pdfium.PdfiumError, *PARSER_FAULTS) as error:
        raise CollectError(f"The PDF could not be read to its end ({error})") from error
    finally:
        document.close()


def _page_rows(text: object, page: int) -> list[_Row]:
    """The printed lines of a page, in reading order as the file has them."""
    words = text.get_text_range()  # type: ignore[attr-defined]
    rows: list[_Row] = []
    at = 0
    for line in re.split(r"(?<=\n)|(?<=\r)(?!\n)", words):
        bare = line.strip()
        if bare:
            first = at + line.index(bare[0])
            last = at + len(line.rstrip()) - 1
            try:
                left, bottom, _, top = _box(text, first)
                _, foot, right, _ = _box(text, last)
            except PARSER_FAULTS:
                left = bottom = right = top = foot = 0.0
            rows.append(_Row(bare, page, left, right, bottom, top, foot))
        at += len(line)
    return rows


def _box(text: object, at: int) -> tuple[float, float, float, float]:
    return text.get_charbox(at, loose=True)  # type: ignore[attr-defined,no-any-return]


def _usual(values: Sequence[float]) -> float:
    """The commonest positive value, rounded to half a point."""
    rounded = Counter(round(value * 2) / 2 for value in values if value > 0.5)
    return rounded.most_common(1)[0][0] if rounded else 0.0


def _pitch(rows: Sequence[_Row], height: float) -> float:
    """The distance of lines within a paragraph: the smallest that recurs and is no overprinting."""
    gaps = Counter(
        round((a.foot - b.bottom) * 2) / 2
        for a, b in pairwise(rows)
        if a.page == b.page and a.foot - b.bottom > 0.9 * height
    )
    return min((gap for gap, count in gaps.items() if count > 1), default=1.25 * height)


def _running(rows: Sequence[_Row], body_height: float) -> set[int]:
    """Numbers of the rows at page edges that recur from page to page, and of lone page numbers."""
    by_page: dict[int, list[int]] = {}
    for number, row in enumerate(rows):
        by_page.setdefault(row.page, []).append(number)
    edges: dict[str, list[int]] = {}
    found: set[int] = set()
    for numbers in by_page.values():
        for number in {*numbers[:_EDGE_LINES], *numbers[-_EDGE_LINES:]}:
            words = rows[number].words
            if rows[number].height > body_height * _TALLER:
                continue
            if _PAGE_NUMBER.fullmatch(words):
                found.add(number)
            edges.setdefault(_DIGITS.sub("#", words.casefold()), []).append(number)
    pages = len(by_page)
    for numbers in edges.values():
        often = len(numbers) >= min(_REPEATS, pages) and pages > 1 and len(numbers) * 2 > pages
        # On two pages a repeated line must be the same to the letter to be a running head.
        if often and (pages > 2 or len({rows[number].words for number in numbers}) == 1):
            found.update(numbers)
    return found


def _follows(before: _Row | None, row: _Row, pitch: float, width: float) -> str:
    """How a row follows the row before it: new (paragraph), wrapped, joins (over a page break)."""
    if before is None or _BULLET.match(row.words):
        return "new"
    tall = max(before.height, 0.1)
    if not 1 / _TALLER < max(row.height, 0.1) / tall < _TALLER:
        return "new"
    open_end = not _ENDS.search(before.words) and before.right > width * _SHORT_OF
    if before.page != row.page:
        return "joins" if open_end and row.words[:1].islower() else "new"
    gap = before.foot - row.bottom
    if pitch and (gap > pitch * _GAP or gap < -pitch):
        return "new"
    indented = row.left > before.left + tall * 0.8
    short = before.right < width * _SHORT_OF
    if (indented or short) and _ENDS.search(before.words):
        return "new"
    return "wrapped"


def _joined(lines: Sequence[Line], wraps: dict[int, str]) -> tuple[Line, ...]:
    """The lines with how each follows the one before: `wrapped` within a paragraph, `joins` across."""
    return tuple(
        replace(line, wrapped=wraps.get(number) == "wrapped", joins=wraps.get(number) == "joins")
        for number, line in enumerate(lines)
    )


def _hyphens(text: str, lines: Sequence[Line], rows: Sequence[_Row]) -> tuple[Cut, ...]:
    """The hyphens that only broke a word: it goes on in small letters, and nowhere has a hyphen."""
    whole = {found.casefold() for row in rows for found in _COMPOUND.findall(row.words)}
    places: list[tuple[int, int]] = []
    for line, row in zip(lines, rows, strict=True):
        # pdfium joins some broken words itself and leaves this mark for their hyphen.
        places += [
            (line.start + each.start(), line.start + each.end())
            for each in _MARK.finditer(row.words)
        ]
    body = [line for line in lines if not line.region]
    for line, following in pairwise(body):
        if (following.wrapped or following.joins) and text[line.end - 1] in _HYPHENS:
            places.append((line.end - 1, following.start))
    cuts: list[Cut] = []
    for at, after in sorted(places):
        left, right = _BEFORE.search(text[max(0, at - 40) : at]), _AFTER.match(text, after)
        if left is None or right is None or not text[after].islower():
            continue
        if f"{left.group()}-{right.group()}".casefold() not in whole:
            cuts.append(Cut(at, at + 1, "line_end_hyphen"))
    return tuple(cuts)

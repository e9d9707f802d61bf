"""The ledger as CSV tables: once in the very characters, once safe to open in a spreadsheet.

A spreadsheet takes a cell that begins with ``=`` for a formula and runs it; a source can write such
a cell (OWASP, "CSV Injection"). The exact tables keep it as it is, for programs; the others do not.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from reportedly.model.ledger import Ledger
from reportedly.publish.table_rows import TABLES
from reportedly.text.normalise import display, normalise

Row = tuple[str, ...]

BOM = "\ufeff"
"""Without it, spreadsheets take UTF-8 for the code page of the country they were sold in."""

_SIGNS = ("=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠", "−", "﹢", "﹣", "﹫", "﹦")
"""What may begin a formula or a command, in plain, full-width and small form."""

_BLANKS = ("\t", "\r", "\n")
"""What some spreadsheets drop, to run what comes after."""

CELL = 32_767
"""Characters a spreadsheet cell holds; what is longer would be cut in silence."""

_CUT = " ⟨cut: the exact table has all of it⟩"


def tables(ledger: Ledger) -> Iterator[tuple[str, bytes]]:
    """Every table twice, as (relative path, bytes): ``tables/exact/`` and ``tables/spreadsheet/``.

    Args:
        ledger: Redacted.
    """
    for name, columns, rows_of in TABLES:
        rows = [columns, *rows_of(ledger)]
        yield f"tables/exact/{name}.csv", written(rows, str).encode()
        yield f"tables/spreadsheet/{name}.csv", (BOM + written(rows, harmless)).encode()


def written(rows: Iterable[Row], cell: Callable[[str], str]) -> str:
    """Rows as RFC 4180 has them: commas, doubled quotes, carriage return and line feed."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([cell(value) for value in row])
    return out.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs and nothing invisible hides in.

    The signs are looked for behind spaces and invisible characters too, which a program on the way
    may drop.
    """
    shown = display(cell.replace("\r\n", "\n"))
    if cell.startswith(_BLANKS) or normalise(cell)[0].lstrip().startswith(_SIGNS):
        shown = f"'{shown}"
    return shown if len(shown) <= CELL else shown[: CELL - len(_CUT)] + _CUT

"""The figures on the page of limits are those that the command beside them prints.

`make golden` writes them into the page anew; review the diff.
"""

from __future__ import annotations

import re
from pathlib import Path

from eval.floors import KEY
from eval.key import compare, told
from eval.key_rows import read_key
from eval.ledger_view import read_ledger
from tests.conftest import Golden

PAGE = Path(__file__).parents[2] / "docs/explanation/limits.md"
BLOCK = re.compile(r"(?<=<!-- figures -->\n```\n).*?(?=```\n<!-- /figures -->)", re.DOTALL)


def test_every_figure_of_the_page_is_what_the_command_prints(
    demo_case: Path, golden: Golden
) -> None:
    items = compare(read_key(KEY), read_ledger(demo_case / "site/ledger.json"))
    figures = told(items).partition("\n\n")[0]
    page = PAGE.read_text(encoding="utf-8")
    assert len(BLOCK.findall(page)) == 1
    golden(PAGE, BLOCK.sub(lambda _: f"{figures}\n", page))


def test_the_page_gives_no_other_share() -> None:
    rest = BLOCK.sub("", PAGE.read_text(encoding="utf-8"))
    assert re.findall(r"\d\s*%|\d+ of \d+|\d/\d", rest) == []

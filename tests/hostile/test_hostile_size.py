"""Fifty megabytes of one line are taken in, answered for and shown, like any other file."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cases import reportedly

LINE = "Ada Moll of the Harbour Office said that nine people died on the pier "
SIZE = 50 << 20


def test_fifty_megabytes_of_one_line_end_in_a_state(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    big.write_text(LINE * (SIZE // len(LINE) + 1), encoding="utf-8")
    small = tmp_path / "small.txt"
    small.write_text(f"{LINE}on 3 May 2031.", encoding="utf-8")
    case = tmp_path / "case"
    assert reportedly("new", case).code == 0
    assert reportedly("add", case, big, small).code == 0
    ended = reportedly("build", case)
    assert ended.code == 0, ended.err
    rows = json.loads((case / "site" / "ledger.json").read_bytes())["reports"]
    states = {row["names"][0]: (row["state"], row["reason"]) for row in rows}
    assert states["small.txt"] == ("read", "")
    state, reason = states["big.txt"]
    assert state in {"read", "refused", "unreadable"}
    assert state == "read" or reason

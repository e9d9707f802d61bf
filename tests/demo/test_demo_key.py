"""The demo story's ledger says what its hand-written key says; a hit that is lost fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from eval.floors import FLOORS, KEY, LOG, below, committed, lowered_silently, reached, read_floors
from eval.key import compare, misattributed, told
from eval.key_rows import Item, read_key
from eval.ledger_view import read_ledger

Summary = Callable[[str, str], None]

HITS = Path(__file__).with_name("hits.txt")


@pytest.fixture(scope="module")
def items(demo_case: Path) -> list[Item]:
    return compare(read_key(KEY), read_ledger(demo_case / "site" / "ledger.json"))


def test_every_pinned_item_of_the_key_is_still_hit(
    items: list[Item], golden_update: bool, summary: Summary
) -> None:
    summary("The demo story against its key", told(items))
    hits = sorted(item.pin for item in items if item.hit)
    if golden_update:
        HITS.write_text("\n".join(hits) + "\n", encoding="utf-8")
        return
    pinned = HITS.read_text(encoding="utf-8").splitlines()
    has = {item.pin: item.instead or "no such item in the key" for item in items}
    lost = [f"{pin}\n    has: {has.get(pin, 'gone')}" for pin in sorted({*pinned} - {*hits})]
    assert not lost, "lost, though it was hit before:\n" + "\n".join(lost)
    new = sorted({*hits} - {*pinned})
    assert not new, "newly hit; run `make golden` to pin it:\n" + "\n".join(new)


def test_no_statement_is_given_to_the_wrong_speaker(demo_case: Path) -> None:
    wrong = misattributed(read_key(KEY), read_ledger(demo_case / "site" / "ledger.json"))
    assert not wrong, "\n".join(wrong)


def test_no_section_of_the_key_falls_below_its_floor(demo_case: Path) -> None:
    fallen = below(reached(demo_case), read_floors(FLOORS.read_text()))
    assert not fallen, f"{fallen}: `python eval/floors.py CASE` shows all of them"


def test_no_floor_was_lowered_without_a_reason_in_the_log() -> None:
    now = read_floors(FLOORS.read_text())
    silent = lowered_silently(committed(), now, LOG.read_text(encoding="utf-8"))
    assert not silent, f"lower than committed: {silent}; use `python eval/floors.py CASE --lower`"

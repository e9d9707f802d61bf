"""Print how much of the demo story's key a case's ledger hits, and everything it misses.

python eval/key_report.py demo-case/case
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval.key import compare, told, told_by_field
from eval.key_rows import read_key
from eval.ledger_view import read_ledger

KEY = Path(__file__).resolve().parents[1] / "src/reportedly/demo/key.toml"


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", type=Path, help="the case folder of the demo story")
    parser.add_argument("--section", help="only this section's misses")
    asked = parser.parse_args()
    key, ledger = read_key(KEY), read_ledger(asked.case / "site" / "ledger.json")
    items = compare(key, ledger)
    if asked.section:
        items = [item for item in items if item.section == asked.section]
    try:
        print(told(items))
        print(told_by_field(key, ledger), flush=True)
    except BrokenPipeError:
        # Whoever read this (head, less) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()

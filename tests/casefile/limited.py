"""A process of its own that may not write large files: as near to a full disk as a test can go."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from reportedly.casefile import Case
from reportedly.casefile.receive import receive
from reportedly.errors import CaseError
from reportedly.model.custody import CustodyAct
from reportedly.model.report import NOTHING_GIVEN
from tests.casefile.samples import AT, pages, render, small_ledger

LIMIT = 20_000


def main() -> None:
    """Do one act on the case named, and print the error it ends in."""
    folder, act = sys.argv[1:]
    case = Case.open(Path(folder))
    large = Path(folder).parent / "large.txt"
    large.write_bytes(b"x" * (2 * LIMIT))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))
    try:
        if act == "log":
            case.record(CustodyAct.READ, at=AT, by="x" * (2 * LIMIT))
        elif act == "receive":
            receive(case, [large], NOTHING_GIVEN, by="x", at=AT)
        else:
            ledger = small_ledger(400)
            case.commit(ledger, pages(ledger), render)
    except CaseError as error:
        sys.stdout.write(f"CaseError: {error.what}\n")


if __name__ == "__main__":
    main()

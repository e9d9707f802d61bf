"""A process of its own that appends decisions and acts as fast as it can."""

from __future__ import annotations

import sys
from pathlib import Path

from reportedly.casefile import Case
from reportedly.model.custody import CustodyAct
from reportedly.model.decision import Act, Decision

AT = "2031-05-22T23:40:00Z"


def main() -> None:
    """Append so many of each to the case named."""
    folder, name, many = sys.argv[1:]
    case = Case.open(Path(folder))
    for number in range(int(many)):
        case.decisions.append(Decision("", Act.NOTE, name, AT, value=f"note {number}"))
        case.record(CustodyAct.READ, at=AT, by=name)


if __name__ == "__main__":
    main()

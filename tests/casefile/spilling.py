"""A process that is killed in the middle of a transaction too large to be held in memory."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from reportedly.casefile import Case
from reportedly.casefile.database import CACHE


def main() -> None:
    """Write much into the database of the case named, and have a child die before the end."""
    case = Case.open(Path(sys.argv[1]))
    process = os.fork()
    if process:
        os.waitpid(process, 0)
        return
    with case.store.database.writing() as connection:
        connection.exec_driver_sql("PRAGMA cache_size = 2")
        connection.exec_driver_sql("DELETE FROM reports")
        connection.execute(CACHE.insert().values(key="half", value=b"x" * 1_000_000))
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()

"""What was done with the case's originals: one line per act."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.report import NOTHING_GIVEN, Given


class CustodyAct(StrEnum):
    """What happened."""

    CREATED = "created"
    RECEIVED = "received"
    READ = "read"
    EXPORTED = "exported"


@dataclass(frozen=True, slots=True)
class CustodyLine:
    """One act of custody.

    Attributes:
        act: What happened.
        at: When, ISO 8601 UTC with seconds.
        by: Who, as the operating system or the user names them.
        sha256: The original it happened to; empty for acts on the whole case.
        name: The file name it came under.
        size: Bytes.
        given: What the user stated with it.
        detail: What else there is to say: software version, format exported, number of reports.
    """

    act: CustodyAct
    at: str
    by: str
    sha256: str = ""
    name: str = ""
    size: int = 0
    given: Given = NOTHING_GIVEN
    detail: str = ""

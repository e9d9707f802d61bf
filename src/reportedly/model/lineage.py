"""Who took what from whom: derivations between reports, and the origins they come down to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.report import Evidence
from reportedly.model.span import Span


class DerivationKind(StrEnum):
    """How the child's words relate to the parent's."""

    VERBATIM = "verbatim"
    TRIMMED = "trimmed"
    EDITED = "edited"
    EMBEDDED = "embedded"
    REWRITTEN = "rewritten"
    QUOTATION = "quotation"
    CREDIT = "credit"
    ODD_VALUE = "odd_value"


class Direction(StrEnum):
    """Which way it went, `a` being the parent as written in the derivation, `b` the child."""

    FROM_A = "from_a"
    FROM_B = "from_b"
    COMMON_UPSTREAM = "common_upstream"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage two reports share: where it stands in each."""

    child: Span
    parent: Span


@dataclass(frozen=True, slots=True)
class Derivation:
    """Report ``child`` took passages from report ``parent``, or credits it.

    Attributes:
        id: ``dv-...``.
        child: Report id.
        parent: Report id; empty where the parent is credited but not in the case.
        parent_name: Outlet of the parent, as credited where it is absent.
        kind: How the words relate.
        passages: Shared passages, in the order of the child; empty for a bare credit.
        direction: `from_a` if the child took it from the parent. Where the direction is not known
            the earlier id is written as the parent and the direction says so.
        evidence: Why, strongest first.
        share_child: Share of the child's words inside shared passages, 0 to 1.
        share_parent: Share of the parent's words inside shared passages, 0 to 1.
    """

    id: str
    child: str
    parent: str
    parent_name: str
    kind: DerivationKind
    direction: Direction
    passages: tuple[Passage, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    share_child: float = 0.0
    share_parent: float = 0.0


@dataclass(frozen=True, slots=True)
class Origin:
    """A set of reports that go back to one. Only origins corroborate each other.

    Attributes:
        id: ``or-...``.
        letter: A, B, ... Z, AA, ...: by earliest publication, then id; in a case of more than 52
            origins a tag of three letters that does not move when a report is added.
        name: What to call it: the outlet of the root report, or of the credited absent one.
        reports: Report ids, the root first, then by publication.
        why: One sentence: why these are one.
    """

    id: str
    letter: str
    name: str
    reports: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Prints:
    """The fingerprints of one report.

    Attributes:
        report: Report id.
        hashes: Selected word n-gram hashes (64 bit, our own fixed hash), in the order of the text.
        starts: For each hash, the code point of the kept text where its n-gram starts.
        words: Number of words of the report.
        unquoted: Those of them outside quotation marks.
        phrases: 32 bits of the hash of every run of three words and every pair of telling words,
            little-endian, ascending: what tells a phrase that many reports have from one of few.
    """

    report: str
    hashes: tuple[int, ...]
    starts: tuple[int, ...]
    words: int
    unquoted: int = 0
    phrases: bytes = b""

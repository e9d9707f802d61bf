"""Reports to derivations and origins: who repeats whom, and how many accounts that leaves."""

from reportedly.trace.candidates import candidates
from reportedly.trace.derive import credited_pairs, derive
from reportedly.trace.fingerprint import fingerprint
from reportedly.trace.matches import Match
from reportedly.trace.origins import originate
from reportedly.trace.outlets import TRACED
from reportedly.trace.passage_origins import OriginIndex, index_origins, origin_of
from reportedly.trace.passages import compare
from reportedly.trace.versions import Version, versions

__all__ = [
    "TRACED",
    "Match",
    "OriginIndex",
    "Version",
    "candidates",
    "compare",
    "credited_pairs",
    "derive",
    "fingerprint",
    "index_origins",
    "origin_of",
    "originate",
    "versions",
]

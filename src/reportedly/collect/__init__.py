"""Bytes to reports: formats told from content, full text kept, furniture left out by rule, dates as ranges."""

from reportedly.collect.items import collect, failed, refusal
from reportedly.collect.limits import LIMITS, Limits
from reportedly.collect.opened import Opened, as_opened, open_original
from reportedly.collect.originals import unpack
from reportedly.collect.outlets import outlets

__all__ = [
    "LIMITS",
    "Limits",
    "Opened",
    "as_opened",
    "collect",
    "failed",
    "open_original",
    "outlets",
    "refusal",
    "unpack",
]

"""Bytes to reports: formats told from content, full text kept, furniture left out by rule, dates as ranges."""

from reportedly.collect.items import collect, failed, refusal
from reportedly.collect.limits import LIMITS, Limits
from reportedly.collect.originals import unpack

__all__ = ["LIMITS", "Limits", "collect", "failed", "refusal", "unpack"]

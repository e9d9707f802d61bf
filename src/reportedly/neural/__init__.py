"""Run the trained models: from the bytes of their files and a text to what they find in it."""

from __future__ import annotations

from reportedly.neural.found import Found, Link, Marked
from reportedly.neural.model import Model, ModelFiles

__all__ = ["Found", "Link", "Marked", "Model", "ModelFiles"]

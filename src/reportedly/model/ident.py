"""Identity is content: an id is a hash of raw values, never a counter, a clock or chance."""

from __future__ import annotations

import hashlib

SEPARATOR = "\x1f"


def digest(data: bytes) -> str:
    """SHA-256 of ``data`` as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def make_id(prefix: str, *parts: str | int) -> str:
    """Name a thing by what it is made of: ``prefix`` + ``-`` + 16 hexadecimal digits.

    Args:
        prefix: Two letters that say what kind of thing it is (``at`` attribution, ``mn`` mention,
            ``en`` entity, ``dt`` detail, ``cl`` claim, ``qu`` question, ``dv`` derivation,
            ``or`` origin, ``lo`` left out, ``dc`` decision).
        parts: The raw values that make it this thing and no other, in a fixed order.
    """
    joined = SEPARATOR.join(str(part) for part in parts)
    return f"{prefix}-{digest(joined.encode('utf-8', 'surrogatepass'))[:16]}"

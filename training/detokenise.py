"""Write tokens as running text again, so that a model is trained on text as people write it.

The sets give tokens apart by blanks, hyphens and the points of abbreviations included. A model
that saw only those would meet real text as something strange.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LEFT = frozenset(",.;:!?)]}%’”'…»")
"""Stand close to the token before."""
_RIGHT = frozenset("([{“‘#$£€¥₹₡«@")
"""Stand close to the token after."""
_CLITIC = frozenset({"s", "t", "re", "ve", "ll", "d", "m"})
_CURRENCY = frozenset({"US", "U.S.", "A", "C", "HK", "NT", "NZ", "S", "R"})


def detokenise(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """One sentence of tokens as text, and where each token stands in it.

    Args:
        tokens: None of them empty.

    Returns:
        The text and the start and end of each token.
    """
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    quoted = False
    for index, token in enumerate(tokens):
        close = index == 0 or _close(tokens, index, quoted)
        if token == '"':
            quoted = not quoted
        if not close:
            parts.append(" ")
            at += 1
        parts.append(token)
        places.append((at, at + len(token)))
        at += len(token)
    return "".join(parts), places


def _close(tokens: Sequence[str], index: int, quoted: bool) -> bool:
    """Whether no blank stands before this token. `quoted`: an odd number of `"` came before."""
    before, token = tokens[index - 1], tokens[index]
    if token == '"' or (before == '"' and quoted):
        return quoted
    if token in _LEFT or before in _RIGHT - {"#"} or _clitic(tokens, index):
        return True
    if (token[0] in "’'" and token[1:].lower() in _CLITIC) or token == "n't":
        return True
    if token == "$":
        return before in _CURRENCY
    return before == "#" or "/" in (before, token) or _joined(tokens, index)


def _clitic(tokens: Sequence[str], index: int) -> bool:
    """The `s` of `Tom ’ s`."""
    return tokens[index - 1] in ("’", "'") and tokens[index].lower() in _CLITIC


def _joined(tokens: Sequence[str], index: int) -> bool:
    """Whether a hyphen or the points of an abbreviation hold the two tokens together."""
    before, token = tokens[index - 1], tokens[index]
    if token == "-":
        return before[-1].isalnum() and index + 1 < len(tokens) and tokens[index + 1][0].isalnum()
    if before == "-":
        return index > 1 and tokens[index - 2][-1].isalnum() and token[0].isalnum()
    # U . S . -> U.S.
    initial = index > 1 and before == "." and re.fullmatch(r"[A-Z]", tokens[index - 2]) is not None
    return initial and re.fullmatch(r"[A-Z]", token) is not None

"""The least a quotation finder can do: words in marks, a verb of saying near by, a name beside it."""

from __future__ import annotations

import re

Found = dict[str, list[tuple[int, int]]]
"""Source, cue and content as ranges of the text."""

NEAR = 120
_QUOTE = re.compile(r"[“\"][^“”\"\n]{10,}[”\"]")
_SAID = re.compile(
    r"\b(?:said|says|told|tells|added|wrote|writes|asked|argued|claimed|insisted|explained|noted|"
    r"announced|declared|warned|stated|tweeted|replied|continued|according to)\b"
)
_NAME = r"((?:[Hh]e|[Ss]he|[Tt]hey)\b|(?:the )?[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3})"
_BEFORE = re.compile(rf"\b{_NAME}\s*\Z")
_AFTER = re.compile(rf"\s*{_NAME}")


def quotations(text: str) -> list[Found]:
    """Each quotation with a verb of saying and a name within `NEAR`, in its own paragraph."""
    found = []
    for quote in _QUOTE.finditer(text):
        low = max(text.rfind("\n", 0, quote.start()) + 1, quote.start() - NEAR)
        stop = text.find("\n", quote.end())
        high = min(len(text) if stop < 0 else stop, quote.end() + NEAR)
        before = max(_SAID.finditer(text, low, quote.start()), key=re.Match.start, default=None)
        cue = _SAID.search(text, quote.end(), high) or before
        name = cue and (
            _BEFORE.search(text, low, cue.start()) or _AFTER.match(text, cue.end(), high)
        )
        if cue and name:
            found.append({"source": [name.span(1)], "cue": [cue.span()], "content": [quote.span()]})
    return found

"""Which parts of a report stand under another outlet's name: "VELA, May 3 (Corren Wire) —"."""

from __future__ import annotations

import re
from bisect import bisect_right

from reportedly.model.span import Span
from reportedly.model.statement import Holder
from reportedly.read.once import paragraphs
from reportedly.read.outlets import Outlets, plain

_NAME = r"(?:[Tt]he )?[A-Z][\w’'&-]*(?:[ .](?:of |the |and )?[A-Z][\w’'&-]*){0,4}"
_TOWN = r"[A-Z][A-Z.’'-]+(?:[ ,]+[A-Z\d][\w.’'-]*){0,7}"
_DATELINE = re.compile(
    rf"(?:{_TOWN}\s*)?\((?P<name>{_NAME})\)(?:\s*(?:[—–-]|--|:))?\s+(?=[^\s)])"
    rf"|{_TOWN}\s*(?:\([^()\n]{{1,40}}\)\s*)?(?:[—–]|--| - )\s*(?=\S)"
)


class Wires:
    """The stretches of a report that a dateline gives to another outlet.

    A dateline holds from its paragraph to the next dateline; one without a name, or with the
    report's own, gives the text back to the outlet.
    """

    def __init__(self, text: str, outlets: Outlets) -> None:
        self._starts: list[int] = []
        self._whose: list[Holder | None] = []
        for block in paragraphs(text):
            match = _DATELINE.match(text, block.start, block.end)
            if match is None:
                continue
            wire = _wire(text, match, outlets)
            if wire is not None or self._starts:
                self._starts.append(block.start)
                self._whose.append(wire)

    def of(self, offset: int) -> Holder | None:
        """The outlet that the words at ``offset`` are taken from; ``None`` where they are own."""
        at = bisect_right(self._starts, offset) - 1
        return self._whose[at] if at >= 0 else None

    def under(self, links: tuple[Holder, ...], offset: int) -> tuple[Holder, ...]:
        """A chain with the outlet it was taken from after its head."""
        wire = self.of(offset)
        if wire is None or not links or any(plain(one.name) == plain(wire.name) for one in links):
            return links
        return (links[0], wire, *links[1:])


def _wire(text: str, match: re.Match[str], outlets: Outlets) -> Holder | None:
    if match["name"] is None:
        return None
    end = match.end("name")
    name = match["name"].removeprefix("the ")
    if not outlets.is_outlet(name) or outlets.is_own(name):
        return None
    return Holder(name, None, Span.of(text, end - len(name), end))

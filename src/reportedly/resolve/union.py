"""Joining names into entities, and refusing what would join two that must stay apart."""

from __future__ import annotations

from collections.abc import Iterable


class Union:
    """Disjoint sets of names with pairs that may never meet, however long the chain between them.

    The outcome depends on the order of the calls alone, so callers join in a fixed order.
    """

    def __init__(self, items: Iterable[str]) -> None:
        self._parent = {item: item for item in items}
        self._apart: dict[str, set[str]] = {}

    def __contains__(self, item: str) -> bool:
        return item in self._parent

    def find(self, item: str) -> str:
        """The name that stands for the set of ``item``."""
        parent = self._parent
        top = item
        while (above := parent[top]) != top:
            top = above
        while (above := parent[item]) != top:
            parent[item], item = top, above
        return top

    def keep_apart(self, a: str, b: str) -> bool:
        """Never let two names meet; False if they already have."""
        one, other = self.find(a), self.find(b)
        if one == other:
            return False
        self._apart.setdefault(one, set()).add(other)
        self._apart.setdefault(other, set()).add(one)
        return True

    def may_join(self, a: str, b: str) -> bool:
        """Whether nothing keeps the two apart."""
        one, other = self.find(a), self.find(b)
        return one == other or other not in self._apart.get(one, ())

    def join(self, a: str, b: str) -> bool:
        """Make one set of two; False if something keeps them apart."""
        one, other = self.find(a), self.find(b)
        if one == other:
            return True
        if other in self._apart.get(one, ()):
            return False
        top, gone = (one, other) if one < other else (other, one)
        self._parent[gone] = top
        for enemy in self._apart.pop(gone, ()):
            self._apart[enemy].discard(gone)
            self._apart[enemy].add(top)
            self._apart.setdefault(top, set()).add(enemy)
        return True

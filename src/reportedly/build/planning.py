"""The site planned, with what the last build remembered of its pages taken from the shelf and put back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from reportedly.engine.cache import Cache
from reportedly.model.canonical import Digests
from reportedly.model.ident import digest
from reportedly.model.ledger import Ledger
from reportedly.publish import Made, PlannedPage, Site

_SHARDS = [f"{number:02x}" for number in range(256)]
"""Rows that the memory is spread over: one report more then rewrites a few small ones."""

_Shard = dict[str, Made]


def plan(
    ledger: Ledger, store: Cache, code: str, digests: Digests
) -> tuple[Site, tuple[PlannedPage, ...]]:
    """The site of a redacted ledger and every file of it.

    Args:
        ledger: Already redacted.
        store: Holds what was remembered; its code digest is that of the pages.
        code: That digest.
        digests: Of the ledger's rows.
    """
    keys = {name: _key(store, name) for name in _SHARDS}
    kept = store.many(keys.values(), _Shard)
    before = {name: kept.get(key, {}) for name, key in keys.items()}
    remembered = {path: made for shard in before.values() for path, made in shard.items()}
    site = Site(ledger, code, remembered, digests)
    pages = site.plan()
    after = _sharded(site.made)
    for name in _SHARDS:
        if after.get(name, {}) != before[name]:
            store.put(keys[name], after.get(name, {}))
    return site, pages


def _key(store: Cache, shard: str) -> str:
    return store.key("pages", shard)


def _sharded(made: Mapping[str, Made]) -> dict[str, _Shard]:
    shards: dict[str, _Shard] = defaultdict(dict)
    for path, page in made.items():
        shards[digest(path.encode())[:2]][path] = page
    return shards

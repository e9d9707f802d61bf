"""MinHash and locality-sensitive hashing by a peer, on a generated corpus; prints one line of JSON.

    python -m lineage.minhash datasketch|rensa FOLDER

Run by `run.py` with an interpreter that has `requirements.txt`. Runs of three words, 128 permutations,
threshold .5: where these tools find most of what they can find.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lineage.truth import peak_memory, read_copies, read_texts, shares, shingles

PERMUTATIONS, BANDS, THRESHOLD = 128, 32, 0.5

Pairs = set[tuple[str, str]]


def by_datasketch(texts: Iterable[tuple[str, str]]) -> Pairs:
    """As it comes, but for the scheme that it asks for by name."""
    import datasketch

    scheme: dict[str, Any] = {"num_perm": PERMUTATIONS}
    index = datasketch.MinHashLSH(params=(BANDS, PERMUTATIONS // BANDS), **scheme)
    found: Pairs = set()
    for name, text in texts:
        sketch = datasketch.MinHash(scheme="affine32", **scheme)
        sketch.update_batch([run.encode() for run in shingles(text)])
        found.update((name, other) for other in index.query(sketch))
        index.insert(name, sketch, check_duplication=False)
    return found


def by_rensa(texts: Iterable[tuple[str, str]]) -> Pairs:
    """Its faster sketch, and its index."""
    import rensa

    index = rensa.RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=BANDS)
    names: list[str] = []
    found: Pairs = set()
    for number, (name, text) in enumerate(texts):
        sketch = rensa.RMinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update(list(shingles(text)))
        found.update((name, names[other]) for other in index.query(sketch))
        index.insert(number, sketch)
        names.append(name)
    return found


def main() -> None:
    """Run one peer."""
    engine, folder = sys.argv[1], Path(sys.argv[2])
    started = time.process_time()
    found = {"datasketch": by_datasketch, "rensa": by_rensa}[engine](
        read_texts(folder, lambda _: True)
    )
    seconds = time.process_time() - started
    peak = peak_memory()
    reached = shares(
        read_copies(folder),
        lambda copy: (copy.child, copy.parent) in found or (copy.parent, copy.child) in found,
    )
    print(json.dumps({"seconds": seconds, "peak": peak, "shares": reached}))


if __name__ == "__main__":
    main()

"""How much of a small generated corpus is found, held above floors."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lineage import run
from lineage.base_texts import read_base
from lineage.corpus import generate, write

from reportedly.engine.corpus.index import Corpus

FLOORS = Path(run.__file__).with_name("floors.json")


@pytest.mark.corpora
def test_copies_of_known_parents_are_found_and_passages_are_right(
    corpora: Path, tmp_path: Path, summary: Callable[[str, str], None]
) -> None:
    base = read_base(corpora / "data")
    write(generate(base, 4_000), str(tmp_path / "corpus"))
    corpus = Corpus(tmp_path / "index")
    corpus.add([tmp_path / "corpus" / "documents.jsonl"])
    reached = run.found_shares(corpus, tmp_path / "corpus")
    reached["passages"] = run.sampled(corpus.passages(), corpus.ids(), tmp_path / "corpus")
    told = "\n".join(f"{name:<12}{share:.3f}" for name, share in reached.items())
    summary("Copies found in 4,000 generated documents", told)
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert {name: reached[name] for name in floors if reached[name] < floors[name]} == {}


def test_half_the_words_in_common_are_counted_in_order() -> None:
    assert run.in_common(["a", "b", "c", "d", "e"], ["x", "b", "d", "c", "e", "a"]) == 3

"""Event words with their scores, as text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.certainty import UDS, held_out_certainty, judged, training_certainty


def test_an_event_word_keeps_its_place_in_the_running_text(tmp_path: Path) -> None:
    folder = tmp_path / "factuality" / UDS
    folder.mkdir(parents=True)
    row = {"text": "Orr ’ s men did n't leave .", "targets": [{"span1": [5, 6], "label": -2.5}]}
    (folder / "dev.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (text,) = judged(tmp_path, UDS, "dev")
    (event,) = text.events
    assert text.text == "Orr’s men didn't leave."
    assert text.text[event.start : event.end] == "n't"
    assert event.score == -2.5


@pytest.mark.corpora
def test_the_dev_part_is_never_trained_on(corpora: Path) -> None:
    data = corpora / "data"
    trained, measured = training_certainty(data), held_out_certainty(data)
    assert not {text.id for text in trained} & {text.id for text in measured}
    assert all(-3 <= event.score <= 3 for text in [*trained, *measured] for event in text.events)
    assert all(text.open for text in training_certainty(data, open_only=True))

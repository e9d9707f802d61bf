"""What kind of act a cue reports, and that the reference names every verb."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportedly.model.statement import CueKind
from reportedly.read.cue_verbs import LEXICON, Frame
from reportedly.read.cues import VERBS, WORDS, is_negated, kind_of

KINDS = [
    ("said", CueKind.SAYS),
    ("according to", CueKind.SAYS),
    ("reportedly", CueKind.SAYS),
    ("has repeatedly denied", CueKind.DENIES),
    ("ruled out", CueKind.DENIES),
    ("did not deny", CueKind.SAYS),
    ("accused", CueKind.ACCUSES),
    ("was quick to accuse", CueKind.ACCUSES),
    ("was accused", CueKind.ACCUSES),
    ("vowed", CueKind.PROMISES),
    ("plans", CueKind.PROMISES),
    ("believe", CueKind.BELIEVES),
    ("is convinced", CueKind.BELIEVES),
    ("is expected", CueKind.BELIEVES),
    ("ordered", CueKind.RULES),
    ("ruled", CueKind.RULES),
    ("was convicted", CueKind.RULES),
    ("showed", CueKind.SHOWS),
    ("asked", CueKind.ASKS),
    ("called for", CueKind.ASKS),
    ("declined", CueKind.DECLINES),
    ("did not respond", CueKind.DECLINES),
    ("has not divulged", CueKind.DECLINES),
    ("would provide no", CueKind.DECLINES),
    ("could not be independently confirmed", CueKind.SAYS),
    ("pointed out", CueKind.SAYS),
    ("claimed responsibility", CueKind.SAYS),
    ("fear", CueKind.BELIEVES),
    ("allegation", CueKind.ACCUSES),
    ("", CueKind.SAYS),
    (":", CueKind.SAYS),
    ("gurgled", CueKind.SAYS),
    ("wants", CueKind.BELIEVES),
    ("'s also supportive of", CueKind.BELIEVES),
    ("has supported", CueKind.BELIEVES),
    ("would like", CueKind.BELIEVES),
    ("seemed", CueKind.BELIEVES),
    ("opposition to", CueKind.BELIEVES),
    ("didn't know", CueKind.BELIEVES),
    ("is planning", CueKind.PROMISES),
    ("has sought", CueKind.PROMISES),
    ("is willing", CueKind.PROMISES),
    ("does not plan", CueKind.PROMISES),
    ("attacks on", CueKind.ACCUSES),
    ("railed against", CueKind.ACCUSES),
    ("struck down", CueKind.RULES),
    ("voted against", CueKind.RULES),
    ("ban on", CueKind.RULES),
    ("laid bare", CueKind.SHOWS),
    ("footage", CueKind.SHOWS),
    ("request for", CueKind.ASKS),
    ("declined to offer", CueKind.DECLINES),
    ("refuses to disavow", CueKind.DECLINES),
    ("failed to respond", CueKind.DECLINES),
    ("stopped short of confirming", CueKind.DECLINES),
    ("neither confirmed nor denied", CueKind.DECLINES),
    ("ignored", CueKind.DECLINES),
    ("praised", CueKind.SAYS),
    ("talked about", CueKind.SAYS),
    ("issued a statement saying", CueKind.SAYS),
]


@pytest.mark.parametrize(("cue", "kind"), KINDS)
def test_a_cue_has_the_kind_of_act_it_reports(cue: str, kind: CueKind) -> None:
    assert kind_of(cue) is kind


def test_no_word_has_two_kinds() -> None:
    words = [word for table in WORDS.values() for word in table.split()]
    assert len(set(words)) == len(words)
    verbs = [entry for table in VERBS.values() for entry in table.split("|")]
    assert len(set(verbs)) == len(verbs)


def test_the_reference_names_every_word_that_only_tells_a_kind() -> None:
    page = (Path(__file__).parents[2] / "docs/reference/cues.md").read_text(encoding="utf-8")
    section = page.split("\n## Words that only tell the kind")[1]
    rows = dict(re.findall(r"^\| ([a-z]+) \| ([^|]+) \|", section, re.MULTILINE))
    for kind in {*WORDS, *VERBS}:
        verbs = [
            entry.split("~")[0].split("/")[0] + (" " + entry.split("~")[1] if "~" in entry else "")
            for entry in VERBS.get(kind, "").split("|")
            if entry
        ]
        told = {word.strip() for word in rows[kind.value].split(",")}
        assert told == {*verbs, *WORDS.get(kind, "").split()}


def test_recognising_that_is_a_belief_and_recognising_as_is_a_ruling() -> None:
    assert kind_of("recognised", "that it") is CueKind.BELIEVES
    assert kind_of("recognised", "the Guar") is CueKind.RULES


@pytest.mark.parametrize("cue", ["did not say", "has never said", "can’t say", "cannot confirm"])
def test_negation_is_seen_in_the_cue(cue: str) -> None:
    assert is_negated(cue)
    assert not is_negated(cue.split()[-1])


def test_forms_are_made_as_english_makes_them() -> None:
    forms = {word for word, rows in LEXICON.items() for row in rows if row.lemma == "deny"}
    assert forms == {"deny", "denies", "denied", "denying"}
    assert {"said", "told", "wrote", "written", "quipped", "committed", "putting"} <= set(LEXICON)


def test_every_frame_is_a_letter_of_its_own() -> None:
    letters = [frame.value for frame in Frame]
    assert len(set(letters)) == len(letters)
    assert all(set(row.frames) <= set(letters) for rows in LEXICON.values() for row in rows)


def test_the_reference_names_every_verb_under_its_kind() -> None:
    page = Path(__file__).parents[2] / "docs/reference/cues.md"
    sections = page.read_text(encoding="utf-8").split("\n## ")
    named = {
        part.split("\n", 1)[0].strip(): {
            word.strip(" .\n") for word in part.split("\n\n")[1].replace("\n", " ").split(",")
        }
        for part in sections
        if part.split("\n", 1)[0].strip() in {kind.value for kind in CueKind}
    }
    for kind in CueKind:
        lemmas = {row.lemma for rows in LEXICON.values() for row in rows if row.kind is kind}
        assert named[kind.value] == lemmas

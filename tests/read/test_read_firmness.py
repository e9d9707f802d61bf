"""Stance, distance and modality: three fields that are never made one."""

from __future__ import annotations

import pytest

from reportedly.model.statement import Attribution, Distance, Modality, Stance
from tests.read.readings import reading_of


def first(text: str) -> Attribution:
    found = reading_of(text).attributions
    assert found, text
    return found[0]


STANCES = [
    ("Ina Roke said that it rained.", Stance.AFFIRMS),
    ("Ina Roke denied that it rained.", Stance.DENIES),
    ("Ina Roke did not say that it rained.", Stance.NONE),
    ("Ina Roke did not deny that it rained.", Stance.NONE),
    ("Ina Roke doubts that it rained.", Stance.DOUBTS),
    ("Ina Roke asked whether it rained.", Stance.NONE),
    ("Ina Roke declined to comment.", Stance.NONE),
    ("The report could not be independently verified.", Stance.DOUBTS),
    ("The figure has not been confirmed.", Stance.DOUBTS),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_the_stance_is_the_sources_own(text: str, stance: Stance) -> None:
    assert first(text).stance is stance


DISTANCES = [
    ("Ina Roke said that it rained.", Distance.NONE),
    ("Ina Roke claimed that it rained.", Distance.CLAIMED),
    ("Ina Roke claimed responsibility for the raid.", Distance.NONE),
    ("It had allegedly rained.", Distance.CLAIMED),
    ("The guards were reportedly asleep.", Distance.CLAIMED),
    ("Ina Roke falsely claimed that it rained.", Distance.DOUBTED),
    ("Ina Roke claimed, without evidence, that it rained.", Distance.DOUBTED),
]


@pytest.mark.parametrize(("text", "distance"), DISTANCES)
def test_the_distance_is_the_writers(text: str, distance: Distance) -> None:
    assert first(text).distance is distance


MODALITIES = [
    ("Ina Roke said that it rained.", Modality.CERTAIN),
    ("Ina Roke said that it might rain.", Modality.POSSIBLE),
    ("Ina Roke said that perhaps it rained.", Modality.POSSIBLE),
    ("Ina Roke said that it had probably rained.", Modality.PROBABLE),
    ("Ina Roke said that it was likely to rain.", Modality.PROBABLE),
    ("Ina Roke said that it had not rained.", Modality.NEGATED),
    ("Ina Roke said that no rain had fallen.", Modality.NEGATED),
    ("Ina Roke said that nobody had died.", Modality.NEGATED),
    ("Ina Roke said that the bridge would reopen.", Modality.FUTURE),
    ("Ina Roke said that they will not go.", Modality.NEGATED),
    ("Ina Roke said that they are going to leave.", Modality.FUTURE),
    ("Ina Roke vowed to return.", Modality.FUTURE),
    ("Ina Roke asked whether it rained.", Modality.ASKED),
    ("“Did it rain?” Ina Roke asked.", Modality.ASKED),
    ("“Did it rain?” Ina Roke said.", Modality.ASKED),
    ("Ina Roke said that 11 people had died in May.", Modality.CERTAIN),
    ("Ina Roke said that the men who could not swim drowned.", Modality.CERTAIN),
    ("Ina Roke said that the men, who may be hurt, had left.", Modality.CERTAIN),
]


@pytest.mark.parametrize(("text", "modality"), MODALITIES)
def test_the_modality_is_that_of_the_contents_main_clause(text: str, modality: Modality) -> None:
    assert first(text).modality is modality

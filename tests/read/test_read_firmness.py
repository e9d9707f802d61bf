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
    ("The ministry has not confirmed that it rained.", Stance.NONE),
    ("Ina Roke refused to say whether it rained.", Stance.NONE),
    ("Ina Roke is not convinced that it rained.", Stance.DOUBTS),
    ("Ina Roke is not sure that it rained.", Stance.DOUBTS),
    ("Ina Roke does not believe that it rained.", Stance.DOUBTS),
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
    ("The band claimed that raid within the hour.", Distance.NONE),
    ("The band claimed that raiders had come.", Distance.CLAIMED),
    ("Ina Roke maintains that the gate was shut.", Distance.CLAIMED),
    ("Ina Roke insisted the gate was shut.", Distance.CLAIMED),
    ("By her account the gate was shut before it rained.", Distance.CLAIMED),
    ("He is 43, by his own account.", Distance.NONE),
    ("Ina Roke condemned the alleged fraud.", Distance.CLAIMED),
    ("Ina Roke dismissed the so-called vote.", Distance.CLAIMED),
    ("Ina Roke accused the so-called Owls.", Distance.NONE),
    ("“The alleged fraud,” Ina Roke said, “was none at all.”", Distance.NONE),
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
    (
        "Ina Roke said that the mill burned in the east wing and not in the cellar.",
        Modality.CERTAIN,
    ),
    (
        "The mill burned in the wing, where oats are kept, and not below, Ina Roke said.",
        Modality.CERTAIN,
    ),
    ("Ina Roke said that he had asked for a boat and had not been given one.", Modality.CERTAIN),
    ("Ina Roke said that no more than 30 sacks were in the mill.", Modality.CERTAIN),
    ("Ina Roke said that not only the mill had burned.", Modality.CERTAIN),
    ("Ina Roke said that the crew had decided not to sail.", Modality.CERTAIN),
    ("Ina Roke said that he left because nobody had paid him.", Modality.CERTAIN),
    ("Ina Roke said that he hoped nobody had drowned.", Modality.CERTAIN),
    ("Ina Roke said that the boy, who had not slept, was found.", Modality.CERTAIN),
    ("Ina Roke said that the men who left did not return.", Modality.NEGATED),
    ("Ina Roke said that they heard no bell.", Modality.NEGATED),
    ("Ina Roke said that there were no boats.", Modality.NEGATED),
    ("Ina Roke said that not one of the boats had sailed.", Modality.NEGATED),
    ("Ina Roke said that Bo Lind never slept.", Modality.NEGATED),
    ("“We did not open the gate and we will say so,” Ina Roke said.", Modality.NEGATED),
    ("“We think the gate was open,” Ina Roke said.", Modality.PROBABLE),
    ("If it rains, the gate will be shut, Ina Roke said.", Modality.FUTURE),
    ("Ina Roke said that the gate was open on 3 May.", Modality.CERTAIN),
]


@pytest.mark.parametrize(("text", "modality"), MODALITIES)
def test_the_modality_is_that_of_the_contents_main_clause(text: str, modality: Modality) -> None:
    assert first(text).modality is modality

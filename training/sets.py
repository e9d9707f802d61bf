"""What each training set is, for the card: where it stands, what it teaches, and its licence."""

from __future__ import annotations

from typing import NamedTuple


class TrainingSet(NamedTuple):
    """One set of the card."""

    name: str
    teaches: str
    licence: str
    open: bool


SETS = (
    TrainingSet(
        "PolNeAR 1.0, train", "attributions and links",
        "none stated for the data (code MIT); texts copyright of their publishers", open=False,
    ),
    TrainingSet(
        "en-worldwide-newswire, without the countries set aside", "names",
        "none stated with the data; listed elsewhere as CC BY-NC-SA", open=False,
    ),
    TrainingSet(
        "re3d, the part from the BBC", "names", "non-commercial use", open=False,
    ),
    TrainingSet(
        "re3d, all other parts", "names", "public domain, OGL, CC BY, CC BY-SA by part", open=True,
    ),
    TrainingSet("wikigold", "names", "CC BY 4.0", open=True),
    TrainingSet("UDS-IH2, train", "certainty", "MIT; texts of EWT CC BY-SA 4.0", open=True),
    TrainingSet("UW factuality, train", "certainty", "unclear; research use", open=False),
)  # fmt: skip

GUM = TrainingSet(
    "GUM, open genres", "attributions, links and names",
    "annotations CC BY 4.0; texts CC BY or CC BY-SA by genre", open=True,
)  # fmt: skip
"""Teaches the open variant alone: beside PolNeAR its few attributions would say little."""


def sets(open_only: bool) -> list[dict[str, str]]:
    """The sets of one of the two variants, as the card lists them."""
    chosen = [one for one in SETS if one.open] + [GUM] if open_only else list(SETS)
    return [{"name": o.name, "teaches": o.teaches, "licence": o.licence} for o in chosen]

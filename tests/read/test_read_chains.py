"""Through whom a statement reached the reader, outermost first."""

from __future__ import annotations

import pytest

from reportedly.model.settings import OutletNote, Settings
from reportedly.read import read
from tests.read.readings import reading_of, report_of

CHAINS = [
    ("Ina Roke said it rained.", ["Vela Courier", "Ina Roke"]),
    ("It had reportedly rained.", ["Vela Courier"]),
    ("Ina Roke told the Ordane Herald that it rained.", ["Vela Courier", "Ordane Herald", "Ina Roke"]),
    ("Ina Roke told Express.example that it rained.", ["Vela Courier", "Express.example", "Ina Roke"]),
    ("Ina Roke told the Vela Courier that it rained.", ["Vela Courier", "Ina Roke"]),
    ("Ina Roke told the Courier that it rained.", ["Vela Courier", "Ina Roke"]),
    ("Ina Roke told the council that it rained.", ["Vela Courier", "Ina Roke"]),
    (
        "The Ordane Herald says the ministry told it that the mayor had left.",
        ["Vela Courier", "Ordane Herald", "ministry"],
    ),
    (
        "Radio Marn, citing the Ordane Herald, reported that a loader had said it was full.",
        ["Vela Courier", "Radio Marn", "Ordane Herald", "a loader"],
    ),
    (
        "Bo Lind was quoted by the Ordane Herald as saying it rained.",
        ["Vela Courier", "Ordane Herald", "Bo Lind"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), CHAINS)
def test_the_chain_runs_from_the_outlet_to_the_source(text: str, names: list[str]) -> None:
    inner = max(reading_of(text).attributions, key=lambda one: len(one.chain))
    found = [holder.name.removeprefix("the ") for holder in inner.chain]
    assert found == [name.removeprefix("the ") for name in names]


def test_the_outlet_is_known_by_its_other_names() -> None:
    case = Settings("a case", outlets=(OutletNote("Vela Courier", ("VC", "vc.example")),))
    text = "Ina Roke told VC that it rained. Bo Lind told vc.example that it snowed."
    chains = [one.chain for one in read(report_of(text), case).attributions]
    assert [[link.name for link in links] for links in chains] == [
        ["Vela Courier", "Ina Roke"],
        ["Vela Courier", "Bo Lind"],
    ]


def test_a_statement_within_another_knows_it() -> None:
    text = "Ina Roke said that the guard denied that it slept."
    outer, inner = reading_of(text).attributions
    assert inner.inside == outer.id
    assert [link.name for link in inner.chain] == ["Vela Courier", "Ina Roke", "the guard"]


WIRED = """VELA, May 3 (Corren Wire) — Four people died, the ministry said.

“It burned,” Ina Roke told the Ordane Herald. Corren Wire reported that it snowed."""


def test_what_stands_under_a_wires_dateline_is_held_through_the_wire() -> None:
    found = reading_of(WIRED)
    assert [[link.name for link in one.chain] for one in found.attributions] == [
        ["Vela Courier", "Corren Wire", "the ministry"],
        ["Vela Courier", "Corren Wire", "Ordane Herald", "Ina Roke"],
        ["Vela Courier", "Corren Wire"],
    ]
    assert [link.name for link in found.claims[0].holder][:2] == ["Vela Courier", "Corren Wire"]


def test_a_wires_own_dateline_adds_no_link() -> None:
    chains = [one.chain for one in reading_of(WIRED, "Corren Wire").attributions]
    assert [link.name for link in chains[0]] == ["Corren Wire", "the ministry"]


@pytest.mark.parametrize(
    "text",
    [
        "ORDANE, May 17 — It rained, the ministry said.",
        "VELA (12 May) — It rained, the ministry said.",
        "The mayor (Corren Wire calls her Ina Roke) said it rained.",
        "(Bo Lind) The ministry said it rained.",
    ],
)
def test_a_dateline_or_bracket_that_names_no_other_outlet_adds_no_link(text: str) -> None:
    assert all(len(one.chain) == 2 for one in reading_of(text).attributions)


def test_the_next_dateline_ends_what_is_taken_from_the_wire() -> None:
    text = WIRED + "\n\nORDANE, May 4 — It hailed, the council said."
    assert [link.name for link in reading_of(text).attributions[-1].chain] == [
        "Vela Courier",
        "the council",
    ]

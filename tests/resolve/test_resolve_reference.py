"""The reference pages name every rule there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportedly.model.lineage import DerivationKind

_ROOT = Path(__file__).parents[2]
_DOCS = _ROOT / "docs" / "reference"


def listed(page: str) -> set[str]:
    text = (_DOCS / page).read_text(encoding="utf-8")
    return set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))


def source(package: str) -> str:
    files = sorted((_ROOT / "src" / "reportedly" / package).glob("*.py"))
    return "\n".join(file.read_text("utf-8") for file in files)


def test_every_rule_of_a_join_is_documented() -> None:
    code = source("resolve")
    calls = re.findall(r'(?:_gather|_choose|_join|_join_first|Join)\([^"]*?(?:"(\w+)")', code)
    assert set(calls) <= listed("joins.md")
    assert all(f'"{rule}"' in code for rule in listed("joins.md"))
    assert len(listed("joins.md")) == 13


@pytest.mark.parametrize("kind", list(DerivationKind))
def test_every_kind_of_derivation_is_documented(kind: DerivationKind) -> None:
    assert kind.value in listed("derivations.md")


def test_every_rule_of_a_derivations_evidence_is_documented() -> None:
    rules = set(re.findall(r'Evidence\(\s*"(\w+)"', source("trace"))) | {"rests_on"}
    assert rules <= listed("derivations.md")
    assert listed("derivations.md") == rules | {kind.value for kind in DerivationKind}

"""The reference pages list every rule, every kind of evidence and every limit, and nothing else."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from reportedly.collect.limits import LIMITS
from reportedly.collect.phrases import PHRASES
from reportedly.collect.regions import region_of
from reportedly.collect.rules import EVIDENCE, LEFT_OUT
from reportedly.collect.sniff import READABLE

REFERENCE = Path(__file__).parents[2] / "docs/reference"
SOURCE = Path(__file__).parents[2] / "src/reportedly/collect"


def rows(page: str) -> dict[str, str]:
    text = (REFERENCE / page).read_text(encoding="utf-8")
    return dict(re.findall(r"^\| `(\w+)` \| (.+?) \|", text, re.MULTILINE))


def test_every_rule_is_documented_as_the_code_has_it() -> None:
    assert rows("left-out.md") == LEFT_OUT


def test_every_kind_of_evidence_is_documented_as_the_code_has_it() -> None:
    assert rows("evidence.md") == EVIDENCE


def test_every_format_and_limit_is_documented() -> None:
    text = (REFERENCE / "formats.md").read_text(encoding="utf-8")
    listed = rows("formats.md")
    for field in fields(LIMITS):
        assert f"| `{field.name}` | {getattr(LIMITS, field.name):,} |" in text
    assert set(READABLE) <= listed.keys()


def test_every_phrase_and_region_has_a_documented_rule() -> None:
    assert {phrase.rule for phrase in PHRASES} <= LEFT_OUT.keys()
    named = re.findall(r'^\s{4,8}\(?"(\w+)",$', (SOURCE / "regions.py").read_text(), re.MULTILINE)
    assert set(named) <= LEFT_OUT.keys()
    assert region_of("nav", {}, []) in LEFT_OUT


def test_every_rule_and_evidence_that_the_code_names_is_documented() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.glob("*.py"))
    left = set(re.findall(r'(?:leave\([\w\s,+-]+|region=|rule=)"(\w+)"', code))
    evidence = set(re.findall(r'(?:Evidence|Dated)\(\s*"(\w+)"', code))
    assert left <= LEFT_OUT.keys()
    assert evidence <= EVIDENCE.keys()

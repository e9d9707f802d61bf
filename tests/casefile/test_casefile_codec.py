"""Canonical JSON of nouns."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given, settings

from reportedly.casefile.codec import decode, decode_all
from reportedly.model.canonical import encode
from reportedly.model.ledger import Ledger
from reportedly.model.report import Given
from reportedly.model.value import Value, ValueKind
from tests import strategies


@given(strategies.ledgers())
@settings(max_examples=30)
def test_a_ledger_comes_back_as_it_was(ledger: Ledger) -> None:
    assert decode(encode(ledger), Ledger) == ledger


@given(strategies.ledgers())
@settings(max_examples=30)
def test_the_bytes_are_those_of_sorted_json_without_spaces(ledger: Ledger) -> None:
    data = encode(ledger)
    keys: list[list[str]] = []

    def note(pairs: list[tuple[str, object]]) -> dict[str, object]:
        keys.append([key for key, _ in pairs])
        return dict(pairs)

    json.loads(data, object_pairs_hook=note)
    assert all(some == sorted(some) for some in keys)
    assert encode(decode(data, Ledger)) == data


def test_characters_beyond_ascii_stand_as_themselves() -> None:
    assert "Żółć “ж” 😀".encode() in encode(Given(outlet="Żółć “ж” 😀"))


def test_a_number_is_written_as_short_as_it_can_be() -> None:
    assert b'"high":0.1,' in encode(Value(ValueKind.COUNT, low=12, high=0.1))
    assert b'"low":12,' in encode(Value(ValueKind.COUNT, low=12, high=0.1))


def test_a_number_beyond_64_bits_survives() -> None:
    value = Value(ValueKind.COUNT, low=10**30)
    assert decode(encode(value), Value) == value


def test_bytes_of_another_type_are_refused() -> None:
    with pytest.raises(msgspec.DecodeError):
        decode_all([b'{"kind":"colour"}'], Value)

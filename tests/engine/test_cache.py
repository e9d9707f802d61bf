"""What is kept is taken again; what cannot be read is made anew."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.engine.cache import Cache, MemoryShelf


def lengths(cache: Cache, words: list[str], make: Callable[[str], int]) -> dict[str, int]:
    return cache.take({word: cache.key("length", word) for word in words}, int, make)


def test_a_result_is_made_once() -> None:
    made: list[str] = []

    def length(word: str) -> int:
        made.append(word)
        return len(word)

    cache = Cache(MemoryShelf(), "code")
    assert lengths(cache, ["one", "three"], length) == {"one": 3, "three": 5}
    assert lengths(cache, ["three", "one", "eleven"], length) == {"three": 5, "one": 3, "eleven": 6}
    assert made == ["one", "three", "eleven"]


def test_another_code_makes_its_own() -> None:
    shelf = MemoryShelf()
    lengths(Cache(shelf, "code"), ["one"], len)
    assert lengths(Cache(shelf, "newer"), ["one"], lambda word: -1) == {"one": -1}


def test_what_cannot_be_read_is_made_anew() -> None:
    shelf = MemoryShelf()
    cache = Cache(shelf, "code")
    key = cache.key("length", "one")
    for rest in (b"", b"\xc1", b"\xa3one"):
        shelf.put(key, rest)
        assert cache.get(key, int) is None
        assert lengths(cache, ["one"], len) == {"one": 3}
        assert cache.get(key, int) == 3

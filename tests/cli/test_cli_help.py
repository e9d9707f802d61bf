"""Help as a stranger reads it: every command and option in plain words, and none cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import typer.main
from typer.core import TyperCommand, TyperGroup

from reportedly.cli import app
from tests.cases import command

INNER = re.compile(
    r"\b(?:typer|click|dataclass|kwargs|msgspec|sqlalchemy|callback|anchor|span|payload|stdout|"
    r"stderr|enum|None|True|False|TODO|FIXME)\b|[a-z]+_[a-z]+"
)
"""Words of the workshop; a stranger knows none of them."""

FIELDS = {"cue_kind"}
"""Names that are to be typed as they stand."""

Parts = tuple[tuple[str, ...], TyperCommand | TyperGroup]


def commands(group: TyperGroup | None = None, before: tuple[str, ...] = ()) -> Iterator[Parts]:
    root = typer.main.get_command(app) if group is None else group
    assert isinstance(root, TyperGroup)
    for name, inner in root.commands.items():
        assert isinstance(inner, TyperCommand | TyperGroup)
        yield (*before, name), inner
        if isinstance(inner, TyperGroup):
            yield from commands(inner, (*before, name))


ALL = list(commands())


def printed(*words: str) -> str:
    ended = command(*words)
    assert (ended.code, ended.err) == (0, "")
    return ended.out


@pytest.mark.parametrize(("words", "inner"), ALL, ids=[" ".join(words) for words, _ in ALL])
def test_every_command_explains_itself_and_everything_it_takes(
    words: tuple[str, ...], inner: TyperCommand | TyperGroup
) -> None:
    text = printed(*words, "--help")
    about = re.sub(r"\s+", " ", text.split("Arguments:")[0].split("Options:")[0])
    assert re.search(r"[A-Z][^.]{10,}[.]", about.partition("Usage:")[2]), about
    assert printed(*words, "-h") == text
    unexplained = [
        param.name
        for param in inner.params
        if param.name != "help" and not str(getattr(param, "help", None) or "").strip()
    ]
    assert unexplained == []


@pytest.mark.parametrize("words", [(), *(words for words, _ in ALL)], ids=" ".join)
def test_no_help_speaks_the_language_of_the_workshop(words: tuple[str, ...]) -> None:
    text = printed(*words, "--help")
    assert set(INNER.findall(text)) - FIELDS == set()
    assert "!" not in text


def test_every_line_of_a_list_of_commands_is_a_whole_sentence() -> None:
    for words in ((), ("decide",)):
        listed = re.findall(r"^  ([a-z]+) {2,}(\S.*)$", printed(*words, "--help"), re.MULTILINE)
        assert len(listed) > 9
        assert [name for name, said in listed if not re.fullmatch(r"[A-Z].*[^.]\.", said)] == []


def test_every_help_fits_a_terminal_of_eighty_columns() -> None:
    for words, _ in ALL:
        assert max(len(line) for line in printed(*words, "--help").splitlines()) <= 80


def test_help_for_an_act_needs_no_case() -> None:
    assert "pseudonym" in printed("decide", "protect", "--help")
    assert printed("decide", "anywhere", "protect", "--help") == printed(
        "decide", "protect", "--help"
    )


def test_no_words_at_all_get_the_help_and_the_version_is_told() -> None:
    assert "Exit codes: 0 fine, 1 findings, 2 usage, 3 integrity." in re.sub(
        r"\s+", " ", command().out + command().err
    )
    assert re.fullmatch(r"reportedly \d+\.\d+\.\d+\n", printed("--version"))

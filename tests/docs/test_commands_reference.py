"""The reference names every command and every option there is, and none that is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import typer.main
from typer.core import TyperCommand, TyperGroup

from reportedly.cli import app

PAGE = (Path(__file__).parents[2] / "docs/reference/commands.md").read_text(encoding="utf-8")
COMMON = {"--help", "-h"}


def sections() -> dict[str, str]:
    parts = re.split(r"^## reportedly ", PAGE, flags=re.MULTILINE)[1:]
    return {part.split()[0]: part for part in parts}


def commands() -> Iterator[tuple[str, TyperCommand | TyperGroup]]:
    root = typer.main.get_command(app)
    assert isinstance(root, TyperGroup)
    for name, command in root.commands.items():
        assert isinstance(command, TyperCommand | TyperGroup)
        yield name, command


def options(command: TyperCommand | TyperGroup) -> set[str]:
    found = {name for param in command.params for name in (*param.opts, *param.secondary_opts)}
    if isinstance(command, TyperGroup):
        for inner in command.commands.values():
            assert isinstance(inner, TyperCommand)
            found |= options(inner)
    return {name for name in found if name.startswith("--")} - COMMON


def test_every_command_has_a_section_and_every_section_a_command() -> None:
    assert {name for name, _ in commands()} | {"--version"} == set(sections())


def test_every_option_stands_in_the_section_of_its_command() -> None:
    missing = [
        f"{name} {option}"
        for name, command in commands()
        for option in options(command)
        if f"`{option}`" not in sections()[name] and option not in sections()[name]
    ]
    assert missing == []


def test_no_section_names_an_option_its_command_lacks() -> None:
    invented = [
        f"{name} {option}"
        for name, command in commands()
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", sections()[name])
        if option not in options(command) | COMMON | {"--version"}
    ]
    assert invented == []


def test_every_act_of_deciding_is_explained() -> None:
    decide = dict(commands())["decide"]
    assert isinstance(decide, TyperGroup)
    assert [name for name in decide.commands if f"| `{name} " not in sections()["decide"]] == []

"""Let the options of a group stand anywhere: before the case, behind it, or behind the act."""

from __future__ import annotations

from typing import ClassVar

import typer
from typer.core import TyperGroup

HELP = frozenset({"-h", "--help"})


class Anywhere(TyperGroup):
    """A group of acts that share options, which people write where they think of them.

    Attributes:
        flags: The shared options that take no value.
        valued: The shared options that take one.
    """

    flags: ClassVar[frozenset[str]] = frozenset({"--build", "--no-build"})
    valued: ClassVar[frozenset[str]] = frozenset({"--by", "--why"})

    # Typer hands every command a Context of its own, which its base class does not say.
    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Bring the shared options to the front; help for an act needs no case."""
        ahead: list[str] = []
        rest: list[str] = []
        left = iter(args)
        for word in left:
            if word == "--":
                rest += [word, *left]
            elif word in self.valued:
                value = next(left, None)
                if value is None:
                    ctx.fail(f"Option '{word}' requires an argument.")
                ahead += [word, value]
            elif word in self.flags or word.partition("=")[0] in self.valued:
                ahead.append(word)
            else:
                rest.append(word)
        act = next((word for word in rest if word in self.commands), None)
        if act and HELP & {*rest}:
            return super().parse_args(ctx, ["CASE", act, "--help"])
        return super().parse_args(ctx, [*ahead, *rest])

"""The command line, one file per command."""

from __future__ import annotations

import sys
from io import TextIOWrapper

import typer
from typer.core import TyperGroup

from reportedly import __version__
from reportedly.cli import (
    add,
    build,
    decide,
    demo,
    doctor,
    export,
    model,
    new,
    show,
    verify,
    why,
)
from reportedly.cli.screen import err, safe
from reportedly.errors import ReportedlyError

ORDER = (
    "new",
    "add",
    "build",
    "show",
    "why",
    "decide",
    "export",
    "verify",
    "demo",
    "model",
    "doctor",
)
"""The commands in the order in which a case needs them."""


class _InOrder(TyperGroup):
    """The group of all commands; left alone, those with acts of their own would come last."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        names = super().list_commands(ctx)
        return sorted(names, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))


app = typer.Typer(
    name="reportedly",
    cls=_InOrder,
    help=(
        "Read every account of one contested story and keep a ledger of it: who said what, in "
        "which words, on whose word, who merely repeats whom, where the accounts disagree, and "
        "what nobody has confirmed. It never says what is true."
    ),
    epilog=(
        "Start with: reportedly demo /tmp/story, then open the page it names. "
        "Exit codes: 0 fine, 1 findings, 2 usage, 3 integrity."
    ),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command("new", help=new.HELP)(new.new)
app.command("add", help=add.HELP)(add.add)
app.command("build", help=build.HELP)(build.build)
app.command("show", help=show.HELP)(show.show)
app.command("why", help=why.HELP)(why.why)
app.add_typer(decide.app, name="decide", help=decide.HELP)
app.command("export", help=export.HELP)(export.export)
app.command("verify", help=verify.HELP)(verify.verify)
app.command("demo", help=demo.HELP)(demo.demo)
app.add_typer(model.app, name="model", help=model.HELP)
app.command("doctor", help=doctor.HELP)(doctor.doctor)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"reportedly {__version__}")
        raise typer.Exit


@app.callback()
def top(
    version: bool = typer.Option(
        False, "--version", help="Print the version.", callback=_version, is_eager=True
    ),
) -> None:
    """Hold the options that stand before a command."""


def main() -> None:
    """Run the command line; turn every error made on purpose into words and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that knows no curly quotes gets their numbers, not a traceback.
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except ReportedlyError as error:
        console = err()
        console.print(safe(f"reportedly: {error.what}", "bold"))
        if error.where:
            console.print(safe(f"  where: {error.where}"))
        console.print(safe(f"  do:    {error.remedy}"))
        sys.exit(error.exit_code)

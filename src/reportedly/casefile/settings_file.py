"""Read ``case.toml``, say which line is wrong, and write the first one."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from zoneinfo import ZoneInfo, available_timezones

from reportedly.errors import CaseError, UsageError
from reportedly.model.settings import OutletNote, PlaceNote, Settings

NAME = "case.toml"
SCHEMA = 1
"""Version of the case folder; a case of a higher one is refused, never misread."""

WIRE_KINDS = frozenset({"news agency", "wire", "wire service"})
TOP = frozenset({"schema", "title", "languages", "time_zone", "reading", "outlet", "place"})
READING = frozenset({"model"})
OUTLET = frozenset({"name", "aliases", "kind", "note", "reliability", "wire"})
PLACE = frozenset({"name", "aliases", "lat", "lon", "radius_km"})
_LANGUAGE = re.compile(r"[a-z]{2}")


class _WrongValueError(Exception):
    """A value is not what its key must have: the key and what is wrong with it."""

    def __init__(self, key: str, what: str, remedy: str) -> None:
        super().__init__(what)
        self.key, self.what, self.remedy = key, what, remedy


def read_settings(data: bytes, where: str) -> Settings:
    """Read the settings of a case.

    Args:
        data: The bytes of ``case.toml``.
        where: Its path, for errors.

    Raises:
        UsageError: It is not TOML, or a key is unknown or has a value it cannot have; the key and
            its line are named.
        CaseError: The case was made by a newer version.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(
            f"byte {error.start} is not UTF-8", where=where, remedy="save the file as UTF-8"
        ) from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(
            f"not TOML: {error}", where=where, remedy="put that line right; texts need quotes"
        ) from error
    schema = table.get("schema", SCHEMA)
    if isinstance(schema, int) and schema > SCHEMA:
        raise CaseError(
            f"the case is of schema {schema}; this version knows {SCHEMA}",
            where=where,
            remedy="install a newer version of reportedly",
        )
    return _settings(table, text, where)


def _settings(table: Mapping[str, object], text: str, where: str) -> Settings:
    path: tuple[str, int] = ("", 0)
    try:
        _known(table, TOP)
        _schema(table)
        title = _text(table, "title", needed=True)
        languages = _languages(table)
        time_zone = _time_zone(table)
        model = _model(table)
        outlets: list[OutletNote] = []
        for number, row in enumerate(_rows(table, "outlet")):
            path = ("outlet", number)
            outlets.append(_outlet(row, outlets))
        places: list[PlaceNote] = []
        for number, row in enumerate(_rows(table, "place")):
            path = ("place", number)
            places.append(_place(row))
    except _WrongValueError as wrong:
        line = line_of(text, wrong.key, *path)
        raise UsageError(
            f"line {line}: {wrong.what}", where=f"{where}:{line}", remedy=wrong.remedy
        ) from None
    return Settings(title, languages, time_zone, tuple(outlets), tuple(places), model)


def line_of(text: str, key: str, table: str = "", number: int = 0) -> int:
    """Line, from 1, on which ``key`` stands in the ``number``-th ``[[table]]`` (from 0).

    Where the key is missing, the line of the table's header, or 1.
    """
    seen, inside, header = -1, not table, 1
    for position, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if re.match(r"\[", stripped):
            seen += bool(table and re.match(rf"\[\[\s*{table}\s*\]\]", stripped))
            inside = bool(table) and seen == number
            header = position if inside and header == 1 else header
            if not table and re.match(rf"\[+\s*{re.escape(key)}\b", stripped):
                return position
        elif inside and re.match(rf'"?{re.escape(key)}"?\s*=', stripped):
            return position
    return header


def _known(table: Mapping[str, object], keys: frozenset[str]) -> None:
    for key in table:
        if key not in keys:
            raise _WrongValueError(
                key, f"unknown key `{key}`", f"the keys are: {', '.join(sorted(keys))}"
            )


def _schema(table: Mapping[str, object]) -> None:
    if table.get("schema", SCHEMA) != SCHEMA:
        raise _WrongValueError("schema", "`schema` must be 1", "write schema = 1")


def _text(table: Mapping[str, object], key: str, *, needed: bool = False) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise _WrongValueError(key, f"`{key}` must be a text", f'write {key} = "..."')
    if needed and not value.strip():
        raise _WrongValueError(key, f"`{key}` is missing or empty", f'write {key} = "..."')
    return value.strip()


def _model(table: Mapping[str, object]) -> str:
    """``model`` of the table ``[reading]``."""
    reading = table.get("reading", {})
    if not isinstance(reading, dict):
        raise _WrongValueError("reading", "`reading` must be a table", "write [reading]")
    _known(reading, READING)
    return _text(reading, "model")


def _texts(table: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise _WrongValueError(
            key, f"`{key}` must be a list of texts", f'write {key} = ["...", "..."]'
        )
    return tuple(v.strip() for v in value)


def _number(table: Mapping[str, object], key: str, low: float, high: float) -> float:
    value = table.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise _WrongValueError(
            key,
            f"`{key}` must be a number from {low:g} to {high:g}",
            f"write {key} = 12.5 or the like",
        )
    return float(value)


def _languages(table: Mapping[str, object]) -> tuple[str, ...]:
    languages = _texts(table, "languages") or ("en",)
    for language in languages:
        if not _LANGUAGE.fullmatch(language):
            raise _WrongValueError(
                "languages",
                f"{language!r} is not a language code of two letters",
                'write languages = ["en"]',
            )
    return languages


def _time_zone(table: Mapping[str, object]) -> str:
    name = _text(table, "time_zone") or "UTC"
    if name == "UTC":
        return name
    try:
        ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        if available_timezones():  # A machine without the zone table can judge no name.
            raise _WrongValueError(
                "time_zone",
                f"{name!r} is not the name of a time zone",
                'write a name like "Europe/Madrid" or "UTC"',
            ) from None
    return name


def _rows(table: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    rows = table.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _WrongValueError(
            key, f"`{key}` must be a table", f"write [[{key}]] and its keys below"
        )
    return rows


def _outlet(row: Mapping[str, object], earlier: list[OutletNote]) -> OutletNote:
    _known(row, OUTLET)
    name = _text(row, "name", needed=True)
    aliases = _texts(row, "aliases")
    taken = {n.casefold(): o.name for o in earlier for n in (o.name, *o.aliases)}
    for key, names in (("name", (name,)), ("aliases", aliases)):
        for other in names:
            if other.casefold() in taken:
                raise _WrongValueError(
                    key,
                    f"{other!r} is already a name of {taken[other.casefold()]!r}",
                    "give each name to one outlet only",
                )
    reliability = _text(row, "reliability") or None
    if reliability is not None and reliability not in tuple("ABCDEF"):
        raise _WrongValueError(
            "reliability",
            f"`reliability` must be a letter from A to F, not {reliability!r}",
            "leave it out where you do not judge it",
        )
    kind = _text(row, "kind")
    wire = row.get("wire", kind.casefold() in WIRE_KINDS)
    if not isinstance(wire, bool):
        raise _WrongValueError("wire", "`wire` must be true or false", "write wire = true")
    return OutletNote(name, aliases, reliability, wire, kind, _text(row, "note"))


def _place(row: Mapping[str, object]) -> PlaceNote:
    _known(row, PLACE)
    radius = _number(row, "radius_km", 0, 20_040) if "radius_km" in row else 1.0
    return PlaceNote(
        name=_text(row, "name", needed=True),
        lat=_number(row, "lat", -90, 90),
        lon=_number(row, "lon", -180, 180),
        radius_km=radius,
        aliases=_texts(row, "aliases"),
    )


_FIRST = """\
# What is known before anything is read. Change it, then run `reportedly build` again.
schema = {schema}
title = {title}
languages = ["en"]
# Dates and clock times that name no zone are in this one.
time_zone = "UTC"

# What you know of the outlets, one block for each. Only `name` is needed.
# [[outlet]]
# name = "The Ardle Herald"
# aliases = ["ardle-herald.example", "the Herald"]
# kind = "newspaper"        # "news agency" for one whose copy others run
# reliability = "B"         # Admiralty letter A to F, only if you judge it
# note = "Owned by the mayor's brother."

# Places that no gazetteer knows.
# [[place]]
# name = "Shed 4"
# lat = 12.5
# lon = 45.25
# radius_km = 0.5
"""


def first_settings(title: str) -> bytes:
    """The ``case.toml`` of a new case.

    Raises:
        UsageError: The title is empty.
    """
    if not title.strip():
        raise UsageError("a case needs a title", where="reportedly new", remedy='add --title "..."')
    # A JSON text is a TOML text but for the delete character, which TOML wants escaped.
    written = json.dumps(title.strip(), ensure_ascii=False).replace("\x7f", "\\u007f")
    return _FIRST.format(schema=SCHEMA, title=written).encode()

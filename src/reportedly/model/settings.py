"""What ``case.toml`` says: read once, frozen, passed down."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutletNote:
    """What the user knows of an outlet.

    Attributes:
        name: As it should be shown.
        aliases: Other names, domains (``herald.example``) and channel names it goes by.
        reliability: Admiralty letter A to F, only if the user gives one.
        wire: True for a news agency whose copy others run.
        kind: What it is, in the user's words: newspaper, channel, party to the story...
        note: Anything else worth knowing of it.
    """

    name: str
    aliases: tuple[str, ...] = ()
    reliability: str | None = None
    wire: bool = False
    kind: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlaceNote:
    """A place the user knows and the gazetteer may not."""

    name: str
    lat: float
    lon: float
    radius_km: float = 1.0
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a case.

    Attributes:
        title: What the case is called.
        languages: ISO 639-1 codes that are read; English is the only reader there is yet.
        time_zone: IANA name; dates and clock times without a zone are in it.
        outlets: What the user knows of the outlets.
        places: Places the user knows.
        model: Which trained model reads: empty for that of the package, ``open`` for the one that
            learned from openly licensed sets alone, ``rules`` for none, else the folder of one,
            from the case's folder.
    """

    title: str
    languages: tuple[str, ...] = ("en",)
    time_zone: str = "UTC"
    outlets: tuple[OutletNote, ...] = ()
    places: tuple[PlaceNote, ...] = ()
    model: str = ""

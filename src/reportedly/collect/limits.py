"""How much an input may ask for: beyond these numbers it is refused by name, never cut silently."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What one original may cost. ``docs/reference/formats.md`` lists the same numbers.

    Attributes:
        file_bytes: Size of an original, and of one member taken out of it.
        text_characters: Code points of one item's full text.
        members: Files in a ZIP, posts of an export, items of a feed, attachments of a mail.
        ratio: How many times its packed size a ZIP member may unpack to (small members are free
            of it: see `archive.FREE_BYTES`).
        unpacked_bytes: What all members of an original may unpack to together.
        nesting: How many containers may lie inside each other.
        pdf_pages: Pages of a PDF.
    """

    file_bytes: int = 100 * MEGABYTE
    text_characters: int = 10_000_000
    members: int = 2_000
    ratio: int = 200
    unpacked_bytes: int = 500 * MEGABYTE
    nesting: int = 3
    pdf_pages: int = 2_000


LIMITS = Limits()

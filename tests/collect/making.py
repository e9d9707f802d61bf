"""Make originals, items and reports for the tests of collect; everything in them is invented."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from reportedly.collect import collect, refusal, unpack
from reportedly.collect.limits import LIMITS, Limits
from reportedly.model.ident import digest
from reportedly.model.report import NOTHING_GIVEN, Collected, Given, LeftOut, Original, Report
from reportedly.model.settings import Settings

RECEIVED = "2033-09-30"
CASE = Settings(title="The mill fire", time_zone="UTC")

PROSE = (
    "Twelve people were hurt when the old mill at Harrow Bridge burned on Tuesday night, the fire "
    "service said.",
    "The mayor, Odile Brandt, told reporters that nobody had been inside the mill when the fire "
    "began, and that she had seen the keys herself.",
    "A night watchman who asked not to be named said that he had heard two men on the stairs "
    "shortly before the roof came down.",
)
"""Three paragraphs of a report that never was."""


def original(
    data: bytes | str,
    name: str = "report.txt",
    given: Given = NOTHING_GIVEN,
    received: str = RECEIVED,
) -> Original:
    """An original as it would come out of the case."""
    raw = data.encode() if isinstance(data, str) else data
    return Original(digest(raw), (name,), raw, given, received)


def all_of(
    data: bytes | str,
    name: str = "report.txt",
    *,
    given: Given = NOTHING_GIVEN,
    received: str = RECEIVED,
    settings: Settings = CASE,
    limits: Limits = LIMITS,
) -> list[Collected]:
    """Everything an original becomes: its items in order, then what was refused."""
    source = original(data, name, given, received)
    unpacked = unpack(source, limits)
    made = [collect(item, settings, limits) for item in unpacked.items]
    return made + [refusal(part, source, settings) for part in unpacked.refused]


def one_of(
    data: bytes | str,
    name: str = "report.txt",
    *,
    given: Given = NOTHING_GIVEN,
    received: str = RECEIVED,
    settings: Settings = CASE,
    limits: Limits = LIMITS,
) -> Collected:
    """The only report an original becomes."""
    made = all_of(data, name, given=given, received=received, settings=settings, limits=limits)
    assert len(made) == 1, [each.report.name for each in made]
    return made[0]


def page(body: str, head: str = "", title: str = "") -> str:
    """A web page."""
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>{head}"
        f"</head><body>{body}</body></html>"
    )


def paragraphs(*words: str) -> str:
    """Paragraphs of a page."""
    return "".join(f"<p>{each}</p>" for each in words)


def zipped(members: Mapping[str, bytes | str], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of these members."""
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", packed) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return box.getvalue()


def gone(made: Collected) -> dict[str, list[str]]:
    """What was left out, by rule."""
    found: dict[str, list[str]] = {}
    for row in made.left_out:
        found.setdefault(row.rule, []).append(row.span.text)
    return found


def check_law(report: Report, left_out: tuple[LeftOut, ...]) -> None:
    """Every visible code point of the full text is kept once or left out once, and reads the same."""
    full, kept = report.full_text, report.text
    covered = bytearray(len(full))
    mapped = bytearray(len(kept))
    end = 0
    for run in report.offsets:
        assert run.kept >= end, "runs overlap or are out of order"
        end = run.kept + run.length
        for step in range(run.length):
            a, b = kept[run.kept + step], full[run.full + step]
            assert a == b or a in " \n\ufffd", f"{b!r} became {a!r}"
            assert not covered[run.full + step], "kept twice"
            covered[run.full + step] = mapped[run.kept + step] = 1
    for row in left_out:
        row.span.check(full)
        for at in range(row.span.start, row.span.end):
            assert full[at].isspace() or not covered[at], f"kept and left out: {row}"
            covered[at] = 1
    lost = [at for at, char in enumerate(full) if not (covered[at] or char.isspace())]
    assert not lost, f"neither kept nor left out: {lost[:10]}"
    made_up = [at for at, char in enumerate(kept) if not mapped[at] and char not in " \n"]
    assert not made_up, f"in no full text: {made_up[:10]}"
    assert kept == kept.strip()
    assert "\n\n\n" not in kept

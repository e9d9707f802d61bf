"""Two accounts of one invented night, small enough to build in a breath."""

from __future__ import annotations

import json
from pathlib import Path

from reportedly.model.report import Given
from tests.cases import Ended, built, command, new_case, take_in, write_files

POST = """\
Ferry sinks off Osk

At least nine people were killed when a ferry exploded at Osk on Tuesday, the coast guard said. \
"We heard one bang and then nothing," said Marit Holm, 51, who sells fish on the quay.

The mayor, Jonas Vik, denied that the harbour had been warned. Vik said 40 people were injured. \
The Harbour Union was founded in March 2024.
"""

TRIBUNE = """\
What happened at the quay

The Harbour Union says that 14 people were killed when the boat exploded at Osk on 20 May, five \
more than the authorities admit. Captain Erik Sund accused the coast guard of planting the charge.

The hospital counted 40 injured, according to J. Vik. Its wards are full. The union has 300 \
members, said Lena Brandt, its chairwoman. "Nobody asked us," Brandt said.
"""


def make_small(folder: Path) -> None:
    """A built case at ``folder/case`` and its two files at ``folder/files``."""
    post, tribune = write_files(folder / "files", {"post.txt": POST, "tribune.txt": TRIBUNE})
    case = new_case(folder / "case", "The ferry")
    take_in(case, [post], Given(outlet="Osk Evening Post", published="2031-05-22"))
    take_in(case, [tribune], Given(outlet="North Tribune", published="2031-05-23"))
    built(case)


def fine(*words: str | Path) -> Ended:
    """Run a command that must end well."""
    ended = command(*words)
    assert ended.code == 0, ended.out + ended.err
    return ended


def rows(case: Path, kind: str) -> list[dict[str, object]]:
    """The rows of a kind, as the command line prints them for programs."""
    found = json.loads(fine("show", case, kind, "--json").out)
    assert isinstance(found, list)
    return found


def find(case: Path, kind: str, *words: str) -> str:
    """The id of the one row in whose JSON all the words stand."""
    (found,) = [
        str(row["id"])
        for row in rows(case, kind)
        if all(word in json.dumps(row, ensure_ascii=False) for word in words)
    ]
    return found

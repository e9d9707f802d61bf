"""What kills a parser costs the one file it was reading, and the archive's other files stay.

PDFium survives every file we could think of (`tests/engine` tries what does not); here the limit on
what a parser may hand back is set so low that one real file breaks it.
"""

from __future__ import annotations

import io
import zipfile
from functools import partial
from pathlib import Path

import pytest

from reportedly.build import opening
from reportedly.casefile.verify import verify
from reportedly.engine.limited import ProcessLimits
from reportedly.model.report import ReportState
from tests.cases import built, new_case, take_in, write_files

SENTENCE = "Ada Moll of the Harbour Office said that nine people died on the pier. "
LONG = "".join(f"{SENTENCE}That was note {number}.\n\n" for number in range(4_000))


@pytest.fixture
def low_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "ProcessLimits", partial(ProcessLimits, output_bytes=600_000))


@pytest.mark.usefixtures("low_limits")
def test_a_file_that_breaks_its_parser_is_unreadable_and_says_why(tmp_path: Path) -> None:
    case = new_case(tmp_path / "case")
    take_in(case, write_files(tmp_path / "in", {"long.txt": LONG, "short.txt": SENTENCE}))
    rows = {row.name: row for row in built(case).reports}
    assert rows["short.txt"].state is ReportState.READ
    assert rows["long.txt"].state is ReportState.UNREADABLE
    assert "MB" in rows["long.txt"].reason
    assert not verify(case).problems


@pytest.mark.usefixtures("low_limits")
def test_an_archive_with_one_such_file_keeps_the_others(tmp_path: Path) -> None:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {"a.txt": SENTENCE, "long.txt": LONG, "z.txt": SENTENCE * 2}.items():
            archive.writestr(name, text)
    case = new_case(tmp_path / "case")
    take_in(case, write_files(tmp_path / "in", {"box.zip": box.getvalue()}))
    states = {row.name: row.state for row in built(case).reports}
    assert states == {
        "box.zip!/a.txt": ReportState.READ,
        "box.zip!/long.txt": ReportState.UNREADABLE,
        "box.zip!/z.txt": ReportState.READ,
    }

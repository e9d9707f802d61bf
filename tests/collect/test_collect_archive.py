"""Archives are taken apart within limits; the bad members are named and the good ones kept."""

from __future__ import annotations

import io
import stat
import zipfile

import pytest

from reportedly.collect import unpack
from reportedly.collect.limits import Limits
from reportedly.model.report import ReportState
from tests.collect.making import PROSE, all_of, one_of, original, zipped

TEXT = "\n\n".join(PROSE)


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "a/../../evil.txt",
        "/etc/evil.txt",
        "C:\\evil.txt",
        "..\\evil.txt",
        "\\\\host\\evil.txt",
    ],
)
def test_a_name_that_leads_out_of_the_archive_is_refused_and_the_rest_kept(name: str) -> None:
    made = all_of(zipped({name: "x", "good.txt": TEXT}), "box.zip")
    states = {each.report.name: each.report.state for each in made}
    assert states["box.zip!/good.txt"] is ReportState.READ
    refused = next(each.report for each in made if each.report.state is ReportState.REFUSED)
    assert "leads out" in refused.reason
    assert len(made) == 2


def test_a_symbolic_link_is_refused() -> None:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert "symbolic link" in one_of(box.getvalue(), "box.zip").report.reason


def test_a_member_that_swells_is_refused_and_the_rest_kept() -> None:
    bomb = zipped({"bomb.txt": b"0" * 3_000_000, "good.txt": TEXT})
    made = all_of(bomb, "box.zip", limits=Limits(ratio=50))
    assert [each.report.state for each in made] == [ReportState.READ, ReportState.REFUSED]
    assert "50 times" in made[1].report.reason


def test_members_are_counted_as_they_unpack_not_as_they_claim() -> None:
    data = zipped({f"{number}.txt": b"a" * 400_000 for number in range(4)}, zipfile.ZIP_STORED)
    made = all_of(data, "box.zip", limits=Limits(unpacked_bytes=1_000_000))
    assert sum(each.report.state is ReportState.REFUSED for each in made) >= 1
    assert any("altogether" in each.report.reason for each in made)


def test_too_many_members_refuse_the_whole() -> None:
    data = zipped({f"{number}.txt": TEXT for number in range(12)})
    report = one_of(data, "box.zip", limits=Limits(members=10)).report
    assert report.state is ReportState.REFUSED
    assert "12 files" in report.reason


def test_a_directory_of_a_million_entries_is_refused_before_it_is_read() -> None:
    data = zipped({f"{number:05}.txt": b"" for number in range(3_000)})
    report = one_of(data, "box.zip", limits=Limits(members=10)).report
    assert report.state is ReportState.REFUSED


def test_archives_inside_archives_are_taken_apart_up_to_the_limit() -> None:
    data = zipped({"a.txt": TEXT})
    for _ in range(2):
        data = zipped({"in.zip": data})
    assert all_of(data, "box.zip")[0].report.name == "box.zip!/in.zip!/in.zip!/a.txt"
    for _ in range(3):
        data = zipped({"in.zip": data})
    report = one_of(data, "box.zip").report
    assert report.state is ReportState.REFUSED
    assert "inside each other" in report.reason


def test_an_encrypted_member_is_refused() -> None:
    data = bytearray(zipped({"a.txt": TEXT}))
    data[6] |= 1
    central = data.rindex(b"PK\x01\x02")
    data[central + 8] |= 1
    report = one_of(bytes(data), "box.zip").report
    assert report.state is ReportState.REFUSED
    assert "encrypted" in report.reason


def test_a_damaged_member_is_unreadable_and_the_rest_kept() -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT + "!"}, zipfile.ZIP_STORED))
    at = data.index(TEXT.encode())
    data[at] ^= 1
    made = all_of(bytes(data), "box.zip")
    assert sorted(each.report.state.value for each in made) == ["read", "unreadable"]


def test_a_truncated_archive_is_unreadable() -> None:
    report = one_of(zipped({"a.txt": TEXT})[:-30], "box.zip").report
    assert report.state is ReportState.UNREADABLE
    assert "damaged" in report.reason


def test_files_left_by_an_operating_system_are_named_and_not_read() -> None:
    made = all_of(zipped({"__MACOSX/._a.txt": "x", ".DS_Store": "x", "a.txt": TEXT}), "box.zip")
    assert [each.report.state for each in made].count(ReportState.REFUSED) == 2


def test_the_same_bytes_twice_are_one_item_with_two_names() -> None:
    unpacked = unpack(original(zipped({"b.txt": TEXT, "a.txt": TEXT}), "box.zip"))
    assert [item.names for item in unpacked.items] == [("box.zip!/a.txt", "box.zip!/b.txt")]
    assert unpacked.container


def test_a_file_beyond_the_limit_is_refused_unopened() -> None:
    report = one_of(TEXT, limits=Limits(file_bytes=100)).report
    assert report.state is ReportState.REFUSED
    assert "larger than 100 bytes" in report.reason
    assert report.original == (report.id,)


def test_a_document_that_swells_is_refused_before_it_is_parsed() -> None:
    data = zipped(
        {
            "[Content_Types].xml": "<x/>",
            "word/document.xml": "<x/>",
            "word/media/a.bin": b"0" * 3_000_000,
        }
    )
    report = one_of(data, "a.docx", limits=Limits(ratio=50)).report
    assert report.state is ReportState.REFUSED

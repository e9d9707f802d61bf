"""Receiving: bytes sealed, receipts written, nothing lost, nothing else touched."""

from __future__ import annotations

import os
import stat
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.casefile import Case
from reportedly.casefile.receive import LeftAlone, Received, receive
from reportedly.errors import IntegrityError, UsageError
from reportedly.model.report import NOTHING_GIVEN, Given, Original
from tests.casefile.children import child
from tests.casefile.samples import AT, BY, LATER, SALT

EARLIER = "2031-05-20T00:00:00Z"


def take(case: Case, *paths: Path, given: Given = NOTHING_GIVEN, at: str = AT) -> Received:
    return receive(case, paths, given, by=BY, at=at)


def manifest(case: Case, path: Path) -> Received:
    return receive(case, [], NOTHING_GIVEN, manifest=path, by=BY, at=AT)


def by_name(case: Case) -> dict[tuple[str, ...], Original]:
    return {original.names: original for original in case.originals()}


def test_a_folder_is_received_in_the_order_of_its_names(case: Case, inbox: Path) -> None:
    received = take(case, inbox)
    assert [r.name for r in received] == ["herald.txt", "saved/channel.html", "wire.txt"]
    assert all(r.new for r in received)
    originals = by_name(case)
    assert originals[("herald.txt",)].data == (inbox / "herald.txt").read_bytes()
    assert originals[("herald.txt",)].received == "2031-05-22"


def test_an_original_is_named_by_its_hash_and_cannot_be_written(case: Case, inbox: Path) -> None:
    (receipt,) = take(case, inbox / "wire.txt")
    assert receipt.sha256 == sha256((inbox / "wire.txt").read_bytes()).hexdigest()
    path = case.path / "originals" / receipt.sha256[:2] / receipt.sha256
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    assert receipt.size == path.stat().st_size


def test_the_same_bytes_are_sealed_once_and_receipted_twice(case: Case, inbox: Path) -> None:
    take(case, inbox / "wire.txt")
    copy = inbox / "copy.txt"
    copy.write_bytes((inbox / "wire.txt").read_bytes())
    (again,) = take(case, copy)
    assert not again.new
    (original,) = case.originals()
    assert original.names == ("copy.txt", "wire.txt")
    assert len(case.custody.all()) == 3


def test_the_latest_statement_of_a_field_wins_and_the_earliest_day_counts(
    case: Case, inbox: Path
) -> None:
    path = inbox / "wire.txt"
    take(case, path, given=Given(outlet="Wire?", author="Roke"))
    take(case, path, given=Given(outlet=" Corren Wire ", published="2031-05"), at=EARLIER)
    (original,) = case.originals()
    assert original.given == Given(outlet="Corren Wire", author="Roke", published="2031-05")
    assert original.received == "2031-05-20"


def test_the_order_of_receiving_is_not_seen_in_the_originals(tmp_path: Path, inbox: Path) -> None:
    files = sorted(path for path in inbox.rglob("*") if path.is_file())
    cases = [
        Case.create(tmp_path / name, "x", at=AT, by=BY, salt=SALT) for name in ("there", "back")
    ]
    for path in files:
        take(cases[0], path)
    for path in reversed(files):
        take(cases[1], path)
    assert list(cases[0].originals()) == list(cases[1].originals())


def test_what_is_left_alone_is_listed(case: Case, inbox: Path) -> None:
    (inbox / ".hidden").write_bytes(b"x")
    (inbox / "link.txt").symlink_to(inbox / "wire.txt")
    (inbox / "loop").symlink_to(inbox, target_is_directory=True)
    os.mkfifo(inbox / "pipe")
    received = take(case, inbox)
    assert len(received) == 3
    assert received.left_alone == (
        LeftAlone(".hidden", "hidden"),
        LeftAlone("link.txt", "a link"),
        LeftAlone("loop", "a link"),
        LeftAlone("pipe", "no plain file"),
    )


def test_a_case_is_not_received_into_itself(tmp_path: Path, case: Case, inbox: Path) -> None:
    received = take(case, tmp_path)
    assert LeftAlone("case", "the case itself") in received.left_alone
    assert {receipt.name for receipt in received} == {
        "inbox/herald.txt",
        "inbox/saved/channel.html",
        "inbox/wire.txt",
    }
    with pytest.raises(UsageError, match="inside the case"):
        take(case, case.path / "case.toml")


def test_a_name_that_is_no_unicode_is_kept_readable(case: Case, inbox: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(inbox) + b"/caf\xe9.txt"))
    path.write_bytes(b"coffee")
    (receipt,) = take(case, path)
    assert receipt.name == r"caf\xe9.txt"
    assert case.receipts()[0].names == (r"caf\xe9.txt",)


def test_an_empty_file_is_an_original_too(case: Case, inbox: Path) -> None:
    (inbox / "empty").touch()
    take(case, inbox / "empty")
    assert next(case.originals()).data == b""


@pytest.mark.parametrize("name", ["missing.txt", "link.txt", "pipe"])
def test_one_path_that_is_wrong_and_nothing_is_received(case: Case, inbox: Path, name: str) -> None:
    (inbox / "link.txt").symlink_to(inbox / "wire.txt")
    os.mkfifo(inbox / "pipe")
    with pytest.raises(UsageError, match=r"no such file|a link|no plain file"):
        take(case, inbox / "wire.txt", inbox / name)
    assert case.receipts() == ()
    assert list(case.sealed.names()) == []


def test_a_stated_date_must_be_one(case: Case, inbox: Path) -> None:
    with pytest.raises(UsageError, match=r"`published` is not a date: 'last Tuesday'"):
        take(case, inbox, given=Given(published="last Tuesday"))
    assert case.receipts() == ()


def test_a_manifest_that_is_not_there_is_said_to_be_so(case: Case, inbox: Path) -> None:
    with pytest.raises(UsageError, match="there is no such manifest") as error:
        manifest(case, inbox / "reports.csv")
    assert error.value.where == str(inbox / "reports.csv")
    assert error.value.remedy
    assert case.receipts() == ()


def test_a_stated_date_may_be_a_month_an_interval_or_a_minute(case: Case, inbox: Path) -> None:
    take(case, inbox / "wire.txt", given=Given(published="2031-05/..", captured="2031-06-02T18:30"))
    (original,) = case.originals()
    assert original.given == Given(published="2031-05/..", captured="2031-06-02T18:30")


def test_a_damaged_original_is_not_papered_over(case: Case, inbox: Path) -> None:
    (receipt,) = take(case, inbox / "wire.txt")
    path = case.sealed.path(receipt.sha256)
    path.chmod(0o644)
    path.write_bytes(b"No barge has sunk.\n")
    with pytest.raises(IntegrityError, match="changed after it was received"):
        take(case, inbox / "wire.txt")
    with pytest.raises(IntegrityError, match="changed after it was received"):
        list(case.originals())
    assert path.read_bytes() == b"No barge has sunk.\n"


def test_a_full_disk_leaves_no_half_original(case: Case) -> None:
    assert child("limited", str(case.path), "receive").startswith("CaseError: the disk is full")
    assert [path for path in (case.path / "originals").rglob("*") if path.is_file()] == []
    assert case.receipts() == ()


MANIFEST = """\
path,outlet,published,note
herald.txt,The Ardle Herald,2031-05-22,"typed, by hand"
saved/channel.html,,,
"""


def test_a_manifest_states_something_about_each_file(case: Case, inbox: Path) -> None:
    (inbox / "reports.csv").write_text(MANIFEST, encoding="utf-8-sig")
    received = manifest(case, inbox / "reports.csv")
    assert [r.name for r in received] == ["herald.txt", "saved/channel.html"]
    assert by_name(case)[("herald.txt",)].given == Given(
        outlet="The Ardle Herald", published="2031-05-22", note="typed, by hand"
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("wire.txt,A,B,C,D", "line 4: has 5 cells for 4 columns"),
        (",Herald,,", "line 4: no path"),
        ("gone.txt,,,", "line 4: there is no file 'gone.txt'"),
        ("saved,,,", "line 4: 'saved' is a folder"),
        ("../inbox/wire.txt,,,", "does not stay in the manifest's folder"),
        ("/etc/hostname,,,", "does not stay in the manifest's folder"),
        ("link.txt,,,", "is a link"),
        ("out/hostname,,,", "or behind one"),
        ("wire.txt,,soon,", "line 4: `published` is not a date: 'soon'"),
        ("herald.txt,,,", "line 4: 'herald.txt' stands in line 2 too"),
        ('wire.txt,"open,,', "line 4: "),
        ("wire.txt\0,,,", "line 4"),
    ],
)
def test_a_manifest_with_a_fault_is_told_with_its_line_and_nothing_is_received(
    case: Case, inbox: Path, line: str, says: str
) -> None:
    (inbox / "link.txt").symlink_to(inbox / "wire.txt")
    (inbox / "out").symlink_to("/etc", target_is_directory=True)
    (inbox / "reports.csv").write_text(f"{MANIFEST}{line}\n")
    with pytest.raises(UsageError) as caught:
        manifest(case, inbox / "reports.csv")
    assert says in caught.value.what
    assert case.receipts() == ()
    assert list(case.sealed.names()) == []


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("path,outlett", "unknown column 'outlett'"),
        ("outlet,url", "needs the column `path`"),
        ("path,url,path", "each column once"),
        ("path;outlet", "unknown column 'path;outlet'"),
        ("", "is empty"),
    ],
)
def test_a_manifest_with_a_wrong_header_is_told(
    case: Case, inbox: Path, header: str, says: str
) -> None:
    (inbox / "reports.csv").write_text(f"{header}\n")
    with pytest.raises(UsageError) as caught:
        manifest(case, inbox / "reports.csv")
    assert says in caught.value.what
    assert "path,outlet,url" in caught.value.remedy


def test_all_faults_of_a_manifest_are_told_at_once(case: Case, inbox: Path) -> None:
    (inbox / "reports.csv").write_text(MANIFEST + "a,,,\nb,,,\n")
    with pytest.raises(UsageError) as caught:
        manifest(case, inbox / "reports.csv")
    assert "line 4" in caught.value.what
    assert "line 5" in caught.value.what


def test_a_manifest_that_is_not_utf_8_is_told(case: Case, inbox: Path) -> None:
    (inbox / "reports.csv").write_bytes(b"path\ncaf\xe9.txt\n")
    with pytest.raises(UsageError, match="not UTF-8"):
        manifest(case, inbox / "reports.csv")


@given(data=st.binary(max_size=120))
def test_any_bytes_are_a_manifest_or_a_clear_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("any")
    case = Case.create(folder / "case", "x", at=AT, by=BY)
    (folder / "reports.csv").write_bytes(data)
    told = "read"
    try:
        manifest(case, folder / "reports.csv")
    except UsageError as error:
        told = error.remedy
    assert told
    assert len(case.receipts()) <= 1


def test_a_second_receipt_on_a_later_day_adds_no_original(case: Case, inbox: Path) -> None:
    take(case, inbox)
    take(case, inbox, at=LATER)
    assert len(case.receipts()) == 3
    assert {original.received for original in case.receipts()} == {"2031-05-22"}

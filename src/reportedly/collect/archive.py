"""ZIP: take members out within limits, and name every one that was not taken."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.collect.limits import Limits
from reportedly.errors import CollectError, RefusedError
from reportedly.model.report import ReportState

FREE_BYTES = 1_000_000
"""Members that unpack to less are not asked for their ratio: long runs of spaces pack well."""

_CHUNK = 65_536
_END_MARK = b"PK\x05\x06"
_END_SIZE = 22
_RECORD = 46
# Names of members are at most this long on average; more is a directory made to be expensive.
_DIRECTORY_BYTES_PER_MEMBER = 2_048
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    LookupError,
    RuntimeError,
    struct.error,
)
_LITTER = re.compile(r"(?:^|/)(?:__MACOSX/.*|\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$")
_DRIVE = re.compile(r"^[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an archive: its bytes, or the state and reason why it was not taken."""

    name: str
    data: bytes = b""
    state: ReportState | None = None
    reason: str = ""


@dataclass(slots=True)
class Budget:
    """What may still be unpacked from one original, over all its nested archives."""

    members: int
    unpacked: int

    @classmethod
    def of(cls, limits: Limits) -> Budget:
        """The whole budget."""
        return cls(limits.members, limits.unpacked_bytes)


def open_zip(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive, once its directory is known to be of a size that can be read.

    Raises:
        RefusedError: Its directory is beyond the limits.
        CollectError: It is damaged.
    """
    end = data.rfind(_END_MARK, max(0, len(data) - 65_536 - _END_SIZE))
    if 0 <= end <= len(data) - _END_SIZE:
        (size,) = struct.unpack_from("<I", data, end + 12)
        if size != 0xFFFFFFFF and size > max(limits.members, 1) * _DIRECTORY_BYTES_PER_MEMBER:
            raise RefusedError(
                f"The archive lists more than {limits.members:,} files",
                remedy="unpack it yourself and add the files that tell the story",
            )
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _FAULTS as error:
        raise CollectError(
            f"The archive is damaged ({error})", remedy="receive it again, or repack its files"
        ) from error
    return archive


def members(data: bytes, limits: Limits, budget: Budget) -> Iterator[Member]:
    """Every member in the archive's order; directories are none.

    Raises:
        RefusedError: The archive as a whole is beyond the limits.
        CollectError: The archive as a whole is damaged.
    """
    archive = open_zip(data, limits)
    with archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if len(infos) > budget.members:
            raise RefusedError(
                f"The archive holds {len(infos):,} files, more than the {budget.members:,} that are taken",
                remedy="unpack it yourself and add the files that tell the story",
            )
        budget.members -= len(infos)
        for info in infos:
            name = info.filename.replace("\x00", "")
            state, reason = _refusal(name, info, limits)
            if state is not None:
                yield Member(name, state=state, reason=reason)
                continue
            try:
                yield Member(name, _read(archive, info, limits, budget))
            except RefusedError as error:
                yield Member(
                    name,
                    state=ReportState.REFUSED,
                    reason=f"{error.what}. {_sentence(error.remedy)}",
                )
            except _FAULTS as error:
                yield Member(
                    name,
                    state=ReportState.UNREADABLE,
                    reason=f"The member is damaged ({error}). Receive the archive again.",
                )


def _refusal(name: str, info: zipfile.ZipInfo, limits: Limits) -> tuple[ReportState | None, str]:
    """Why a member is not even opened."""
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or _DRIVE.match(name) or ".." in parts:
        return ReportState.REFUSED, (
            "The member's name leads out of the archive, as names made to overwrite files do. "
            "If you trust it, unpack it yourself and add the file."
        )
    if stat.S_ISLNK(info.external_attr >> 16):
        return ReportState.REFUSED, (
            "The member is a symbolic link, not a file. Add the file it points to instead."
        )
    if _LITTER.search(name):
        return ReportState.REFUSED, (
            "The member is a file that an operating system leaves behind; it holds no report. Nothing needs doing."
        )
    if info.flag_bits & 0x1:
        return ReportState.REFUSED, (
            "The member is encrypted. Unpack the archive with its password and add the file."
        )
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return ReportState.REFUSED, (
            "The member is packed by a method that is not read here. "
            "Unpack the archive yourself and add the file."
        )
    if info.file_size > limits.file_bytes:
        return ReportState.REFUSED, _too_big(limits)
    return None, ""


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits, budget: Budget) -> bytes:
    """A member's bytes, counted as they come: what the directory states is not believed."""
    pieces: list[bytes] = []
    size = 0
    allowed = max(FREE_BYTES, limits.ratio * max(info.compress_size, 1))
    with archive.open(info) as stream:
        while piece := stream.read(_CHUNK):
            size += len(piece)
            if size > limits.file_bytes:
                raise RefusedError(_too_big(limits).partition(". ")[0], remedy="cut it into parts")
            if size > allowed:
                raise RefusedError(
                    f"The member unpacks to more than {limits.ratio} times its packed size, as archives made to fill a disk do",
                    remedy="if you trust it, unpack it yourself and add the file",
                )
            if size > budget.unpacked:
                raise RefusedError(
                    f"The archive unpacks to more than {limits.unpacked_bytes:,} bytes altogether",
                    remedy="unpack it yourself and add the files that tell the story",
                )
            pieces.append(piece)
    budget.unpacked -= size
    return b"".join(pieces)


def check_parts(data: bytes, limits: Limits) -> None:
    """Refuse a document whose parts would unpack beyond the limits, before its own parser opens it.

    Raises:
        RefusedError: A part, or all together, is beyond the limits.
        CollectError: The container is damaged.
    """
    budget = Budget.of(limits)
    for member in members(data, limits, budget):
        if member.state is not None and not _LITTER.search(member.name):
            raise RefusedError(
                member.reason.partition(". ")[0],
                remedy="open it in its own program and save it again",
            )


def names(data: bytes, limits: Limits) -> tuple[str, ...]:
    """The names of an archive's members; empty if it cannot be opened."""
    try:
        with open_zip(data, limits) as archive:
            return tuple(archive.namelist()[: limits.members])
    except CollectError:
        return ()


def _too_big(limits: Limits) -> str:
    return (
        f"The member unpacks to more than {limits.file_bytes:,} bytes. "
        "Unpack the archive yourself and cut the file into parts."
    )


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."

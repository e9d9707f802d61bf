"""Telegram Desktop exports: one chat (`result.json`) or all (`chats.list`); one report per post."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec

from reportedly.collect.extract import Dated, Extract, Named, TextBuilder
from reportedly.collect.limits import Limits
from reportedly.errors import CollectError


class _Chat(msgspec.Struct):
    """A chat as exported; messages stay raw until each is asked for."""

    name: str | None = None
    type: str = ""
    id: int | str = 0
    messages: list[msgspec.Raw] = []


class _Chats(msgspec.Struct):
    chats: list[_Chat] = msgspec.field(name="list")


class _Full(msgspec.Struct):
    chats: _Chats


class _Run(msgspec.Struct):
    """A formatted stretch of a post."""

    text: str = ""
    type: str = ""


class _Message(msgspec.Struct):
    id: int | str = 0
    type: str = ""
    date: str = ""
    date_unixtime: str | int = ""
    from_: str | None = msgspec.field(default=None, name="from")
    author: str | None = None
    forwarded_from: str | None = None
    saved_from: str | None = None
    text: str | list[str | _Run] = ""
    photo: str | None = None
    file: str | None = None
    media_type: str | None = None


class Canonical(msgspec.Struct, frozen=True):
    """A post in the form that is hashed: the same in every export it comes in."""

    channel: str
    channel_id: str
    id: str
    date: str
    author: str
    forwarded_from: str
    text: str


@dataclass(frozen=True, slots=True)
class Post:
    """One post of an export; ``data`` is empty where it has no text, and ``media`` says what it has."""

    number: str
    data: bytes
    channel: str
    date: str
    media: str


def is_export(data: bytes) -> bool:
    """Whether the bytes are an export of Telegram Desktop."""
    head = data[:200_000]
    if b'"messages"' not in data or b'"type"' not in head:
        return False
    try:
        return any(True for chat in _chats(data) if chat.messages)
    except CollectError:
        return False


def _chats(data: bytes) -> list[_Chat]:
    bare = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return msgspec.json.decode(bare, type=_Full).chats.chats
    except (msgspec.DecodeError, RecursionError, ValueError):
        pass
    try:
        chat = msgspec.json.decode(bare, type=_Chat)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise CollectError(f"The JSON could not be read ({error})") from error
    return [chat] if chat.messages else []


def posts(data: bytes) -> Iterator[Post]:
    """Every post of the export, in its order; service messages are nobody's words and are no posts.

    Raises:
        CollectError: The bytes are no such export.
    """
    chats = _chats(data)
    for chat in chats:
        channel = chat.name or "unnamed chat"
        for raw in chat.messages:
            try:
                message = msgspec.json.decode(raw, type=_Message)
            except (msgspec.DecodeError, RecursionError, ValueError):
                yield Post("?", b"", channel, "", "a form that cannot be read")
                continue
            if message.type == "service":
                continue
            number = str(message.id) if len(chats) == 1 else f"{chat.id}/{message.id}"
            yield _post(message, chat, channel, number)


def _post(message: _Message, chat: _Chat, channel: str, number: str) -> Post:
    text = _text(message)
    date = _date(message)
    if not text.strip():
        media = message.media_type or (
            "photo" if message.photo else "file" if message.file else "nothing"
        )
        return Post(number, b"", channel, date, media.replace("_", " "))
    author = message.author or (message.from_ if message.from_ != channel else "") or ""
    canonical = Canonical(
        channel=channel,
        channel_id=str(chat.id),
        id=str(message.id),
        date=date,
        author=author,
        forwarded_from=message.forwarded_from or message.saved_from or "",
        text=text,
    )
    return Post(number, msgspec.json.encode(canonical), channel, date, "")


def _text(message: _Message) -> str:
    if isinstance(message.text, str):
        return message.text
    return "".join(part if isinstance(part, str) else part.text for part in message.text)


def _date(message: _Message) -> str:
    """The moment in UTC where the export gives it; else its local time without a zone."""
    try:
        return datetime.fromtimestamp(int(message.date_unixtime), UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return message.date


def read_post(data: bytes, limits: Limits) -> Extract:
    """The text of one post, with the line that says whence it was forwarded.

    Raises:
        CollectError: The bytes are no canonical post.
    """
    try:
        post = msgspec.json.decode(data, type=Canonical)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise CollectError(f"The post could not be read ({error})") from error
    builder = TextBuilder(limits.text_characters)
    if post.forwarded_from:
        builder.add(f"Forwarded from {post.forwarded_from}")
    for paragraph in _paragraphs(post.text):
        builder.start_paragraph()
        for line in paragraph:
            builder.add(line)
    return Extract(
        full_text=builder.text,
        lines=tuple(builder.lines),
        author=post.author,
        outlets=(Named(post.channel, "channel"),),
        dated=(Dated("message_date", post.date),) if post.date else (),
    )


def _paragraphs(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in text.splitlines():
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block

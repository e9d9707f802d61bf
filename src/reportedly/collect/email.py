"""Mail: the body as text, the headers as metadata, attachments as items of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.utils import parseaddr

from reportedly.collect.encoding import decode
from reportedly.collect.extract import PARSER_FAULTS, Cut, Dated, Extract, Line, Named, check_length
from reportedly.collect.html import read_html
from reportedly.collect.limits import Limits
from reportedly.collect.outlet import sender
from reportedly.collect.plain import plain_lines
from reportedly.errors import CollectError

_WROTE = re.compile(
    r"^(?:on\b.{5,200}\bwrote:|-{2,}\s?original message\s?-{2,}|_{20,})$", re.IGNORECASE
)
_DEEP = 20


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a mail."""

    name: str
    data: bytes


def parse(data: bytes) -> EmailMessage:
    """The message.

    Raises:
        CollectError: It cannot be parsed.
    """
    if data.startswith(b"From "):
        data = data.partition(b"\n")[2]
    try:
        found = message_from_bytes(data, policy=policy.default)
    except (MessageError, *PARSER_FAULTS) as error:
        raise CollectError(f"The mail could not be parsed ({error})") from error
    if not isinstance(found, EmailMessage):
        raise CollectError("The mail could not be parsed")
    return found


def attachments(message: EmailMessage) -> Iterator[Attachment]:
    """The attached files, messages included; pictures that belong to the body are none."""
    for number, part in enumerate(_leaves(message), 1):
        inline_text = part.get_content_type() in {"text/plain", "text/html"} and not _is_attached(
            part
        )
        if inline_text or (part.get_content_maintype() == "image" and not _is_attached(part)):
            continue
        data = _payload(part)
        if data:
            yield Attachment(_filename(part) or f"part-{number}", data)


def read_mail(data: bytes, limits: Limits) -> Extract:
    """The body of a mail: its plain text, or its HTML where the plain text is missing or a stub.

    Raises:
        CollectError: The mail cannot be parsed.
    """
    message = parse(data)
    texts = [part for part in _leaves(message) if not _is_attached(part)]
    plain = "\n\n".join(_text(part) for part in texts if part.get_content_type() == "text/plain")
    page = next((part for part in texts if part.get_content_type() == "text/html"), None)
    if page is not None and len(plain.split()) < 20:
        extract = read_html(_payload(page), limits, declared=_charset(page), article=False)
    else:
        check_length(len(plain), limits.text_characters)
        extract = _with_mail_furniture(plain)
    name, address = parseaddr(_value(message, "From"))
    author, outlet = sender(name, address)
    date = _value(message, "Date")
    url = _value(message, "Snapshot-Content-Location") or _value(message, "Content-Location")
    return replace(
        extract,
        title=_value(message, "Subject") or extract.title,
        author=author or extract.author,
        url=url if url.startswith("http") else extract.url,
        outlets=(
            *((Named(outlet, "mail_from", _value(message, "From")),) if outlet else ()),
            *extract.outlets,
        ),
        dated=(*((Dated("mail_date", date),) if date else ()), *extract.dated),
    )


def _with_mail_furniture(text: str) -> Extract:
    """The lines of a plain body; signature and quoted replies carry their rule."""
    lines: list[Line] = []
    region = ""
    for line in plain_lines(text):
        words = text[line.start : line.end]
        if words == "--" and not region:
            region = "signature"
        elif _WROTE.match(words) and sum(1 for each in lines if not each.region) >= 3:
            region = "quoted_reply"
        lines.append(replace(line, region=region))
    return Extract(full_text=text, lines=tuple(lines), cuts=tuple[Cut, ...]())


def _leaves(message: Message) -> Iterator[EmailMessage]:
    """Parts that hold content; a message inside the message is a leaf."""
    waiting: list[tuple[Message, int]] = [(message, 0)]
    while waiting:
        part, depth = waiting.pop(0)
        payload = part.get_payload()
        inside = part.get_content_maintype() == "multipart"
        if inside and isinstance(payload, list) and depth < _DEEP:
            waiting[:0] = [(each, depth + 1) for each in payload if isinstance(each, Message)]
        elif isinstance(part, EmailMessage):
            yield part


def _is_attached(part: Message) -> bool:
    try:
        return part.get_content_disposition() == "attachment" or (
            part.get_content_type() == "message/rfc822"
        )
    except PARSER_FAULTS:
        return False


def _payload(part: Message) -> bytes:
    try:
        inner = part.get_payload()
        if isinstance(inner, list):
            return inner[0].as_bytes() if inner and isinstance(inner[0], Message) else b""
        data = part.get_payload(decode=True)
    except (MessageError, *PARSER_FAULTS):
        return b""
    return data if isinstance(data, bytes) else b""


def _text(part: Message) -> str:
    return decode(_payload(part), _charset(part)).text


def _charset(part: Message) -> str:
    try:
        return str(part.get_content_charset() or "")
    except (MessageError, *PARSER_FAULTS):
        return ""


def _value(message: Message, name: str) -> str:
    """A header as one line; empty where it is missing or too damaged to be read."""
    try:
        value = message.get(name)
    except (MessageError, *PARSER_FAULTS):
        return ""
    return " ".join(str(value).split()) if value is not None else ""


def _filename(part: Message) -> str:
    try:
        return " ".join((part.get_filename() or "").split())
    except (MessageError, *PARSER_FAULTS):
        return ""

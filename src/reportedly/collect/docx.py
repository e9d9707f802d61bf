"""Word documents: paragraphs, tables row by row, text boxes and notes; deleted text is not visible."""

from __future__ import annotations

import io
from collections.abc import Iterator

from lxml import etree

from reportedly.collect.archive import check_parts
from reportedly.collect.extract import PARSER_FAULTS, Extract, TextBuilder
from reportedly.collect.limits import Limits
from reportedly.errors import CollectError
from reportedly.model.report import Evidence

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = frozenset(
    {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_MC}Fallback", f"{_W}rPr", f"{_W}pPr"}
)
_NOTES = ("footnotes", "endnotes")
_EDGES = ("header", "footer")


def read_docx(data: bytes, limits: Limits) -> Extract:
    """The text of a Word document, its parts checked against the limits before any is parsed.

    Raises:
        RefusedError: It unpacks to more than the limits allow.
        CollectError: It cannot be parsed.
    """
    check_parts(data, limits)
    # Imported here: the library is loaded for DOCX alone.
    from docx import Document

    try:
        document = Document(io.BytesIO(data))
        body = document.element.body
        parts = [
            (rel.reltype.rsplit("/", 1)[-1], rel.target_part)
            for rel in document.part.rels.values()
            if not rel.is_external
        ]
    except (etree.LxmlError, *PARSER_FAULTS) as error:
        raise CollectError(
            f"The document could not be parsed ({error})",
            remedy="open it in Word and save it again",
        ) from error
    builder = TextBuilder(limits.text_characters)
    try:
        for kind, part in parts:
            if kind == "header":
                _walk(_root(part), builder, "running_head")
        _walk(body, builder, "")
        for kind, part in parts:
            if kind in _NOTES:
                _walk(_root(part), builder, "")
            elif kind == "footer":
                _walk(_root(part), builder, "running_head")
        title, author, created = _properties(document)
    except (etree.LxmlError, *PARSER_FAULTS) as error:
        raise CollectError(f"The document could not be read to its end ({error})") from error
    return Extract(
        full_text=builder.text,
        lines=tuple(builder.lines),
        title=title,
        author=author,
        evidence=(Evidence("file_created", created),) if created else (),
    )


def _root(part: object) -> etree._Element | None:
    """The tree of a part, parsed without entities where the library left it as bytes."""
    element = getattr(part, "element", None)
    if element is not None:
        return element
    blob = getattr(part, "blob", b"")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    return etree.fromstring(blob, parser) if blob else None


def _properties(document: object) -> tuple[str, str, str]:
    """Title, author and day of creation, where the document has such a part.

    The library would make up the part, with the clock's time, where there is none.
    """
    kinds = {rel.reltype.rsplit("/", 1)[-1] for rel in document.part.package.rels.values()}  # type: ignore[attr-defined]
    if "core-properties" not in kinds:
        return "", "", ""
    core = document.core_properties  # type: ignore[attr-defined]
    created = core.created.isoformat() if core.created else ""
    author = core.author or ""
    return core.title or "", "" if author == "python-docx" else author, created


def _walk(root: etree._Element | None, builder: TextBuilder, region: str) -> None:
    """Add every paragraph under ``root``; rows of a table as one line each."""
    if root is None:
        return
    done: set[etree._Element] = set()
    for node in root.iter(f"{_W}p", f"{_W}tr"):
        if node in done or _inside(node, (f"{_MC}Fallback",)):
            continue
        builder.start_paragraph()
        if node.tag == f"{_W}tr":
            if next(node.iter(f"{_W}tbl"), None) is not None:
                continue
            cells = [
                " ".join(_words(p) for p in cell.iter(f"{_W}p")) for cell in node.iter(f"{_W}tc")
            ]
            done.update(node.iter(f"{_W}p"))
            builder.add("\t".join(cell.strip() for cell in cells), tag="row", region=region)
            continue
        tag = _tag(node)
        for line in _words(node).split("\n"):
            builder.add(line, tag=tag, region=region)


def _inside(node: etree._Element, tags: tuple[str, ...]) -> bool:
    return any(each.tag in tags for each in node.iterancestors())


def _tag(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = (style.get(f"{_W}val") or "").lower() if style is not None else ""
    if name in {"title", "heading1", "heading 1"}:
        return "h1"
    if name.startswith("heading") or name == "subtitle":
        return "h2"
    if name.startswith("caption"):
        return "caption"
    return "li" if paragraph.find(f"{_W}pPr/{_W}numPr") is not None or "list" in name else "p"


def _words(paragraph: etree._Element) -> str:
    return "".join(_pieces(paragraph)).replace("\x00", "")


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    """The runs of a paragraph; text boxes inside it are paragraphs of their own."""
    waiting: list[etree._Element] = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        tag = node.tag
        if tag in _SKIPPED or tag == f"{_W}txbxContent" or not isinstance(tag, str):
            continue
        if tag == f"{_W}t":
            yield node.text or ""
        elif tag == f"{_W}tab":
            yield "\t"
        elif tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n"
        elif tag == f"{_W}noBreakHyphen":
            yield "\u2011"
        elif tag == f"{_W}softHyphen":
            yield "\u00ad"
        else:
            waiting += reversed(node)

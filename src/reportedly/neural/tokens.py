"""Cut a text into the word pieces a model knows, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from reportedly.errors import UsageError
from reportedly.neural.features import Ints, quoted, shapes
from reportedly.text.layout import paragraphs

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")
"""Broken files give these; no encoding of Unicode can hold one alone."""


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """The word pieces of a text, a closing sign after each paragraph.

    Attributes:
        ids: Rows of the word table.
        starts: Where each piece begins in the text; closing signs are empty.
        ends: Where each piece ends.
        heads: Index of the first piece of each word.
        word_ends: Where each word ends in the text.
        shape: How the word of each piece is written.
        quoted: Where each piece stands to quotation marks.
        paragraph_ends: One past the last piece of each paragraph.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    heads: Ints
    word_ends: Ints
    shape: Ints
    quoted: Ints
    paragraph_ends: list[int]


class Tokens:
    """The tokenizer of a model.

    Args:
        data: A ``tokenizer.json``.

    Attributes:
        first: The sign that opens a window.
        last: The sign that closes a window, and each paragraph in it.
        size: How many words it knows.

    Raises:
        UsageError: It is no tokenizer, or one without signs for the two ends of a text.
    """

    def __init__(self, data: bytes) -> None:
        self._tokenizer = _opened(data)
        signs = self._tokenizer.encode("").ids
        if len(signs) < 2:
            raise UsageError(
                "the tokenizer of the model puts no sign before and after a text",
                where="tokenizer.json",
                remedy="bring the tokenizer of an encoder such as BERT or RoBERTa",
            )
        self.first, self.last = signs[0], signs[-1]
        self.size: int = self._tokenizer.get_vocab_size()

    def pieces(self, text: str) -> Pieces:
        """The pieces of ``text`` with everything a model is told about them.

        Args:
            text: Any; its offsets are those of the pieces.
        """
        text = _HALF_A_CHARACTER.sub("\ufffd", text)
        ids: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        words: list[int] = []
        paragraph_ends: list[int] = []
        for block in paragraphs(text):
            # One by one: a batch would be cut by threads that no setting of ours holds.
            encoding = self._tokenizer.encode(block.text, add_special_tokens=False)
            base = words[-1] + 1 if words else 0
            numbers = [word or 0 for word in encoding.word_ids]
            ids += [*encoding.ids, self.last]
            starts += [
                block.start + _after_space(block.text, start, end)
                for start, end in encoding.offsets
            ]
            starts.append(block.end)
            ends += [block.start + end for _, end in encoding.offsets] + [block.end]
            words += [base + word for word in numbers]
            words.append(base + (numbers[-1] + 1 if numbers else 0))
            paragraph_ends.append(len(ids))
        if not ids:
            none = np.zeros(0, np.int64)
            return Pieces(none, none, none, none, none, none, none, [])
        return _featured(text, ids, starts, ends, words, paragraph_ends)


def _opened(data: bytes) -> Tokenizer:
    # Not at the top: the command line starts without it, and only a reading needs it.
    from tokenizers import Tokenizer

    try:
        found = Tokenizer.from_buffer(data)
    except Exception as error:
        # The library raises nothing more exact than this.
        raise UsageError(
            "the tokenizer of the model cannot be read",
            where="tokenizer.json",
            remedy="bring the file that the `tokenizers` library wrote",
        ) from error
    found.no_padding()
    found.no_truncation()
    return found


def _after_space(text: str, start: int, end: int) -> int:
    """Where a piece begins: some tokenizers count the space before a word to it."""
    while start < end and text[start].isspace():
        start += 1
    return start


def _featured(
    text: str,
    ids: list[int],
    starts: list[int],
    ends: list[int],
    words: list[int],
    paragraph_ends: list[int],
) -> Pieces:
    begins = np.flatnonzero(np.diff(np.array([-1, *words], np.int64)))
    firsts, lasts = np.array(starts, np.int64), np.array(ends, np.int64)
    word_ends = lasts[np.append(begins[1:], len(ids)) - 1]
    of_words = shapes(text, firsts[begins].tolist(), word_ends.tolist())
    which = np.searchsorted(begins, np.arange(len(ids)), "right") - 1
    real = firsts[begins] < word_ends
    return Pieces(
        ids=np.array(ids, np.int64),
        starts=firsts,
        ends=lasts,
        heads=begins[real],
        word_ends=word_ends[real],
        shape=of_words[which],
        quoted=np.where(firsts == lasts, 0, quoted(text, firsts, lasts)),
        paragraph_ends=paragraph_ends,
    )

"""Replace every protected name in a text, and say where everything else has moved."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import category

from reportedly.model.report import OffsetRun
from reportedly.model.span import Span
from reportedly.publish.protected import Protected
from reportedly.publish.redact_fold import MARKS, Plain, plain, squeezed
from reportedly.publish.redact_names import HANDLE, LONG, SHORT, Form, cut_short, forms
from reportedly.text.normalise import fold

_ID = re.compile(r"(?:[a-z]{2}-[0-9a-f]{16}|[0-9a-f]{12,64})\Z")
_IDS = re.compile(r"(?<![^\W_])(?:[a-z]{2}-[0-9a-f]{16}|[0-9a-f]{64})(?![^\W_])")
_ADDRESS = re.compile(r"://|www\.|[@#_/\\=&?~]|%[0-9A-Fa-f]{2}|\.[a-z]{2,5}\Z", re.IGNORECASE)
_SLUG_SIGNS = "/_=@#%&?~+\\"
_CASE_FORMS = 3
_PLURAL = re.compile(r"(?:es|s)(?![^\W\d_])")
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters ``[start, end)`` become ``words``."""

    start: int
    end: int
    words: str


class Moved:
    """Where the characters of a text went when it was edited.

    Args:
        source: The text as it was.
        edits: In order, apart from each other.
    """

    def __init__(self, source: str, edits: Sequence[Edit]) -> None:
        self.source = source
        self.edits = tuple(edits)
        self._starts = [edit.start for edit in edits]
        self._after: list[int] = []
        pieces: list[str] = []
        done = shift = 0
        for edit in edits:
            pieces += [source[done : edit.start], edit.words]
            done = edit.end
            shift += len(edit.words) - (edit.end - edit.start)
            self._after.append(shift)
        self.text = "".join([*pieces, source[done:]]) if edits else source

    def span(self, start: int, end: int) -> Span:
        """The same words in the edited text; one that cuts into an edit grows to cover it whole."""
        return Span.of(self.text, self._to(start, at_end=False), self._to(end, at_end=True))

    def _to(self, offset: int, *, at_end: bool) -> int:
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return offset
        edit = self.edits[at]
        before = self._after[at - 1] if at else 0
        if offset >= edit.end:
            return offset + self._after[at]
        if offset == edit.start or not at_end:
            return edit.start + before
        return edit.start + before + len(edit.words)

    def kept(self) -> Iterator[tuple[int, int, int]]:
        """Stretches that no edit touched: old start, old end, new start."""
        done = new = 0
        for edit in (*self.edits, Edit(len(self.source), len(self.source), "")):
            if edit.start > done:
                yield done, edit.start, new
            new += edit.start - done + len(edit.words)
            done = edit.end


def moved_runs(runs: Iterable[OffsetRun], kept: Moved, full: Moved) -> tuple[OffsetRun, ...]:
    """The runs that join two edited texts: what was replaced in either has none."""
    if not kept.edits and not full.edits:
        return tuple(runs)
    in_kept, in_full = list(kept.kept()), list(full.kept())
    result: list[OffsetRun] = []
    for run in runs:
        for start, end, new in _within(in_kept, run.kept, run.kept + run.length):
            there = run.full + start - run.kept
            for low, high, new_full in _within(in_full, there, there + end - start):
                result.append(OffsetRun(new + low - there, new_full, high - low))
    return tuple(result)


def _within(
    stretches: list[tuple[int, int, int]], start: int, end: int
) -> Iterator[tuple[int, int, int]]:
    at = max(0, bisect_right(stretches, start, key=lambda each: each[0]) - 1)
    while at < len(stretches) and stretches[at][0] < end:
        old, stop, new = stretches[at]
        low, high = max(old, start), min(stop, end)
        if low < high:
            yield low, high, new + low - old
        at += 1


class Rewriter:
    """Replaces the names of protected people.

    Args:
        people: The earlier ones win where two share a name.
    """

    def __init__(self, people: Sequence[Protected]) -> None:
        self._people = [(person, forms(person), cut_short(person)) for person in people]
        every = [form for _, several, _ in self._people for form in several]
        self._ascii = all(form.key.isascii() for form in every)
        self._least = _least(every)
        self._known: dict[str, str] = {}

    def rewrite(self, text: str) -> str:
        """``text`` with every protected name replaced."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self.moved(text).text
        return known

    def moved(self, text: str) -> Moved:
        """``text`` with every protected name replaced, and where the rest went."""
        return Moved(text, self._edits(text))

    def pseudonym(self, names: Iterable[str]) -> str:
        """The pseudonym of the person who has one of these names, or goes by one already."""
        wanted = {fold(name) for name in names if name}
        for person, _, _ in self._people:
            if wanted & {fold(name) for name in (*person.names, person.pseudonym)}:
                return person.pseudonym
        return self._people[0][0].pseudonym

    def letters(self, text: str) -> str:
        """The letters of a text that `suspects` needs."""
        return squeezed(text, ascii_only=self._ascii)

    def suspects(self, letters: str) -> bool:
        """Whether a name can stand in a text that has these letters, without anything between."""
        return any(word in letters for word in self._least)

    def _edits(self, text: str) -> list[Edit]:
        if not text or _ID.match(text):
            return []
        letters = self.letters(text)
        if not self.suspects(letters):
            return []
        found: list[tuple[int, int, str]] = []
        whole: Plain | None = None
        ids: list[tuple[int, int]] = []
        for person, every, cut in self._people:
            here = [form for form in every if all(word in letters for word in form.words)]
            short = cut is not None and any(
                form.words[0] in letters
                for form in every
                if not (form.single or form.initial or form.turned)
            )
            if not here and not short:
                continue
            if whole is None:
                whole = plain(text)
                ids = [match.span() for match in _IDS.finditer(text)]
            matches = [match for form in here for match in _matches(form, whole)]
            if cut is not None and short:
                matches += [_source(whole, *m.span()) for m in cut.finditer(whole.text)]
            found += [(start, end, person.pseudonym) for start, end in matches]
        return _apart([each for each in found if not _inside(each[:2], ids)], text)


def _least(every: Iterable[Form]) -> tuple[str, ...]:
    """Words of which at least one stands wherever a form does, or a full name cut short."""
    words = {max(form.words, key=len) for form in every}
    words |= {form.words[0] for form in every if not (form.single or form.initial or form.turned)}
    return tuple(sorted(w for w in words if not any(o != w and o in w for o in words)))


def _inside(place: tuple[int, int], ids: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in ids)


def _apart(found: list[tuple[int, int, str]], text: str) -> list[Edit]:
    """One edit for each place: of overlapping ones the union, named after the first and longest."""
    edits: list[Edit] = []
    order = sorted(enumerate(found), key=lambda each: (each[1][0], -each[1][1], each[0]))
    for _, (start, end, pseudonym) in order:
        if edits and start < edits[-1].end:
            last = edits[-1]
            if end > last.end:
                edits[-1] = Edit(last.start, end, last.words)
            continue
        edits.append(Edit(start, end, pseudonym))
    return [Edit(e.start, e.end, _as_slug(e, text)) for e in edits]


def _as_slug(edit: Edit, text: str) -> str:
    """The pseudonym as it stands in an address or a file name: without spaces."""
    before = text[max(0, edit.start - 1) : edit.start]
    after = text[edit.end : edit.end + 2]
    # A sign after it joins it to something only where that goes on: "Who is Orla Brenkov?" ends.
    joined = len(after) == 2 and after[1].isalnum()
    around = before + (after[0] if joined else "")
    inner = text[edit.start : edit.end]
    if any(sign in _SLUG_SIGNS for sign in around) or "_" in inner or "%" in inner:
        return re.sub(r"[\W_]+", "-", edit.words).strip("-").lower() or "x"
    return edit.words


def _matches(form: Form, whole: Plain) -> Iterator[tuple[int, int]]:
    """Every place where ``form`` stands, in characters of the source."""
    at = 0
    while found := form.pattern.search(whole.text, at):
        place = None if _accident(found, whole) else _place(form, whole, *found.span())
        if place is None:
            at = found.start() + 1
            continue
        at = found.end()
        yield _source(whole, *place)


def _accident(found: re.Match[str], whole: Plain) -> bool:
    """Whether what seems a second name is a small word: ``Orla and Brenkov``."""
    second = found.start("second") if "second" in found.re.groupindex else -1
    return second >= 0 and not _capital(whole, second)


def _source(whole: Plain, start: int, end: int) -> tuple[int, int]:
    low, high = whole.starts[start], whole.ends[end - 1]
    while high < len(whole.source) and category(whole.source[high]) in MARKS:
        high += 1
    return low, high


def _place(form: Form, whole: Plain, start: int, end: int) -> tuple[int, int] | None:
    """The match if it stands apart, or the longer word it stands in; ``None`` if by accident."""
    text = whole.text
    opens = _edge(whole, start)
    closes = _edge(whole, end)
    if not closes:
        tail = _tail(whole, end)
        closes = tail is not None
    if opens and closes:
        if form.single and len(form.key) <= SHORT and not _capital(whole, start):
            return None
        end += 0 if _edge(whole, end) else (_tail(whole, end) or 0)
        return _with_digits(text, start, end)
    if form.initial:
        return None
    inner = text[start:end]
    joined = inner.isalnum()
    if not form.single and len(form.key) >= LONG and (joined or _parted_at_words(form, inner)):
        return _word_around(text, start, end)
    if form.single and len(form.key) >= HANDLE and joined and _in_address(text, start, end):
        return _word_around(text, start, end)
    return None


def _with_digits(text: str, start: int, end: int) -> tuple[int, int]:
    """The match with the digits that stand on it: ``ildray84`` is one handle."""
    while start and text[start - 1].isdigit():
        start -= 1
    while end < len(text) and text[end].isdigit():
        end += 1
    return start, end


def _parted_at_words(form: Form, inner: str) -> bool:
    return tuple(part for part in re.split(r"[\W_]+", inner) if part) == form.words


def _edge(whole: Plain, at: int) -> bool:
    """Whether a word begins or ends at ``at``: no letter goes on there, or its case changes."""
    text = whole.text
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if not (before.isalpha() and after.isalpha()) and not (before.isdigit() and after.isdigit()):
        return True
    if ord(before) > 0x2E7F or ord(after) > 0x2E7F:
        return True  # Scripts that part no words: Han, kana, Hangul.
    left, right = whole.source[whole.ends[at - 1] - 1], whole.source[whole.starts[at]]
    return left.islower() and right.isupper()


def _tail(whole: Plain, end: int) -> int | None:
    """How many letters of an ending to swallow: none of an English plural, those of a case form."""
    if _PLURAL.match(whole.text, end):
        return 0
    # Asked of the source: in plain form some Cyrillic endings are Latin letters.
    if "\u0400" <= whole.source[whole.starts[end]] <= "\u052f":
        run = _LETTERS.match(whole.text, end)
        if run and len(run.group()) <= _CASE_FORMS:
            return len(run.group())
    return None


def _capital(whole: Plain, at: int) -> bool:
    char = whole.source[whole.starts[at]]
    return not char.islower()


def _in_address(text: str, start: int, end: int) -> bool:
    low, high = start, end
    while low and not text[low - 1].isspace() and start - low < 200:
        low -= 1
    while high < len(text) and not text[high].isspace() and high - end < 200:
        high += 1
    return bool(_ADDRESS.search(text[low:high]))


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end

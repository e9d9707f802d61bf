"""Decide, line by line, what of a full text is the report and what only stood around it.

Every line that goes is given a rule of ``docs/reference/left-out.md``; nothing is changed and
nothing vanishes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC

from reportedly.collect.article import rescued
from reportedly.collect.byline import is_byline, is_date_line
from reportedly.collect.extract import Extract, Line
from reportedly.collect.phrases import LONGEST, Opens, matching
from reportedly.text.normalise import fold, normalise

_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
_ENDS_FIRMLY = re.compile(r"[.…][\"'”’»)\]]*$")
_CAPITALISED = re.compile(r"[^\W\d_]")
_TOKEN = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d{1,7}")
_PROSE_WORDS = 12
_LONG_WORDS = 30
_BODY_WORDS = 20
_HEAD_LINES = 25
_ENOUGH = 40
_SUBHEADING_WORDS = 8
_CAPTION_WORDS = 25
_TITLE_WORDS = 4
_NEAR_TOP = 15
_NEAR = 0.7
_LABEL_WORDS = 6
_PARTED = re.compile(r"\s[|•·›»>/]\s")


@dataclass(frozen=True, slots=True)
class Said:
    """What one line says, in the forms the rules ask for."""

    words: str
    folded: str
    count: int
    prose: bool

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_ENDS.search(self.words[-8:]))


@dataclass(slots=True)
class Plan:
    """The rule of each line (``None`` keeps it), the headline, and the lines that date the report.

    Attributes:
        lines: Of the extract.
        said: What each says.
        rules: Why each is left out; ``None`` where it is kept.
        headline: Number of the headline's line; ``None`` where none was found.
        firm: Whether the headline is more than the first line.
    """

    lines: tuple[Line, ...]
    said: tuple[Said, ...]
    rules: list[str | None] = field(default_factory=list)
    headline: int | None = None
    firm: bool = False

    def leave(self, number: int, rule: str) -> None:
        """Leave a line out, unless a rule has it already."""
        if self.rules[number] is None:
            self.rules[number] = rule

    @property
    def first_prose(self) -> int:
        """The first line of the body; the number of lines if there is none."""
        return next((n for n, said in enumerate(self.said) if self._body(n, said)), len(self.said))

    @property
    def last_prose(self) -> int:
        """The last line of the body; -1 if there is none."""
        numbers = range(len(self.said) - 1, -1, -1)
        return next((n for n in numbers if self._body(n, self.said[n])), -1)

    def _body(self, number: int, said: Said) -> bool:
        # A headline may be a question of a dozen words; a paragraph seldom is.
        firm = said.count >= _BODY_WORDS or bool(_ENDS_FIRMLY.search(said.words[-8:]))
        return said.prose and firm and self.rules[number] is None


def plan(extract: Extract, title: str) -> Plan:
    """Give every line its rule.

    Args:
        extract: The full text and its lines.
        title: The headline as metadata give it; empty if they do not.
    """
    said = tuple(_said(extract.full_text, line) for line in extract.lines)
    made = Plan(extract.lines, said, [None] * len(said))
    steps: tuple[Callable[[Plan], None], ...] = (
        _by_region,
        lambda each: _find_headline(each, fold(title)),
        _by_phrase,
        _mast_and_repeats,
        _bylines,
        _captions,
        _before_the_rest,
        _link_lines,
    )
    for step in steps:
        step(made)
    if extract.chosen:
        _not_article(made, extract.chosen)
    return made


def _said(text: str, line: Line) -> Said:
    raw = text[line.start : line.end]
    words = normalise(raw)[0].strip() if len(raw) <= LONGEST else raw
    count = len(words.split(maxsplit=_LONG_WORDS + 1))
    prose = count > _LONG_WORDS or (count >= _PROSE_WORDS and bool(_ENDS.search(words[-8:])))
    return Said(words, fold(words) if len(words) <= LONGEST else "", count, prose)


# --- what the markup says -----------------------------------------------------------------------


def _by_region(made: Plan) -> None:
    """Leave out what the markup names; a date or a caption must also be short."""
    for number, line in enumerate(made.lines):
        if not line.region or line.tag == "h1":
            continue
        soft = line.region in {"byline", "caption", "tags", "masthead"}
        if not (soft and made.said[number].count > 60):
            made.leave(number, line.region)


def _not_article(made: Plan, chosen: Sequence[bool]) -> None:
    """Leave out what the article finder did not take, unless it stands among what it took."""
    prose = [said.prose for said in made.said]
    for number, keep in enumerate(rescued(made.lines, chosen, prose)):
        if not keep and number != made.headline:
            made.leave(number, "not_article")


def _link_lines(made: Plan) -> None:
    """Leave out short lines that are nothing but links."""
    for number, line in enumerate(made.lines):
        if line.linked > 0.9 and made.said[number].count <= 20 and number != made.headline:
            made.leave(number, "links")


# --- the headline -------------------------------------------------------------------------------


def _find_headline(made: Plan, title: str) -> None:
    """The headline: what the metadata call so, the page's h1, a line said twice, else the first line."""
    free = [n for n in range(len(made.said)) if made.rules[n] is None][:_HEAD_LINES]
    body = made.first_prose
    found = None
    if title:
        found = next((n for n in free if _same_title(made.said[n].folded, title)), None)
    if found is None:
        found = next((n for n in free if made.lines[n].tag == "h1"), None)
    if found is None:
        found = _said_twice(made, [n for n in free if n < body])
    made.firm = found is not None
    if found is None:
        found = next((n for n in free if n < body and _could_be_headline(made, n)), None)
    made.headline = found


def _same_title(folded: str, title: str) -> bool:
    """Whether a line is the page title, or the title is the line and the site's name."""
    if not folded or len(folded) < 8:
        return folded == title
    if folded == title or (title.startswith(folded) and len(folded) >= 0.5 * len(title)):
        return True
    return title.endswith(f" {folded}") and folded.count(" ") >= 2


def _said_twice(made: Plan, numbers: Sequence[int]) -> int | None:
    """A line said twice near the top, or said once alone and once behind a trail of section names."""
    seen: dict[str, int] = {}
    for number in numbers:
        said = made.said[number]
        if said.count < _TITLE_WORDS or not said.folded:
            continue
        if said.folded in seen:
            return seen[said.folded]
        if any(longer.endswith(f" {said.folded}") for longer in seen):
            return number
        seen[said.folded] = number
    return None


def _could_be_headline(made: Plan, number: int) -> bool:
    said = made.said[number]
    if not said.folded or not _CAPITALISED.search(said.words) or said.count < 2:
        return False
    if matching(said.folded, said.count, head=True, tail=False) is not None:
        return False
    rest = 0 if number == 0 else 3
    return not (is_date_line(said.words, UTC, rest_words=rest) or is_byline(said.words))


def _mast_and_repeats(made: Plan) -> None:
    """Leave out what stands above the headline, and the headline's repeats."""
    if made.headline is None:
        return
    head = made.said[made.headline].folded
    body = made.first_prose
    if made.firm:
        for number in range(made.headline):
            said = made.said[number]
            if head and said.folded.endswith(head):
                made.leave(number, "breadcrumb")
            elif _is_label_above(said, made.lines[number]):
                made.leave(number, "masthead")
    elif _is_masthead(made):
        first = made.headline
        made.leave(first, "masthead")
        free = [n for n in range(first + 1, min(body, first + 10)) if made.rules[n] is None]
        made.headline = next((n for n in free if _could_be_headline(made, n)), None)
        head = made.said[made.headline].folded if made.headline is not None else ""
    for number, said in enumerate(made.said):
        if number == made.headline or not said.folded:
            continue
        if said.folded == head or (number < body and _near(said.folded, head)):
            made.leave(number, "repeated_headline")


def _is_label_above(said: Said, line: Line) -> bool:
    """Whether a line above the headline is a name or a menu, and not another headline."""
    if said.prose:
        return False
    # On a page everything above the headline is the site's; a text may bring the page's title along.
    return said.count <= _LABEL_WORDS or line.parent > 0 or bool(_PARTED.search(said.words))


def _is_masthead(made: Plan) -> bool:
    """Whether the first line is a paper's name: a date line follows in its paragraph, then a headline."""
    first = made.headline
    if first is None or first + 2 >= len(made.lines):
        return False
    if made.said[first].count > 6 or made.lines[first].paragraph != made.lines[first + 1].paragraph:
        return False
    return is_date_line(made.said[first + 1].words, UTC)


def _near(folded: str, head: str) -> bool:
    """Whether two lines say the same headline in nearly the same words, and the same numbers."""
    ours, theirs = _TOKEN.findall(folded), _TOKEN.findall(head)
    if min(len(ours), len(theirs)) < 5:
        return False
    if [t for t in ours if t.isdigit()] != [t for t in theirs if t.isdigit()]:
        return False
    if ("not" in ours or "no" in ours) != ("not" in theirs or "no" in theirs):
        return False
    a, b = set(ours), set(theirs)
    return len(a & b) >= _NEAR * len(a | b)


# --- wording ------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Section:
    """What a marker line opened: a rule, and whether it runs to the end of the text."""

    rule: str = ""
    rest: bool = False


def _by_phrase(made: Plan) -> None:
    """Leave out lines by their wording, and the lists and tails that such lines open."""
    body, last = made.first_prose, made.last_prose
    open_now = _Section()
    prose_words = 0
    total = sum(s.count for n, s in enumerate(made.said) if s.prose and made.rules[n] is None)
    for number, said in enumerate(made.said):
        if made.rules[number] is not None or number == made.headline:
            continue
        # With most of the prose behind, a closing marker closes although readers' prose follows.
        tail = number > last or (prose_words >= _ENOUGH and prose_words * 2 >= total)
        found = (
            matching(said.folded, said.count, head=number < body, tail=tail)
            if said.folded
            else None
        )
        if found is not None:
            made.leave(number, found.rule)
            if not open_now.rest or found.opens is Opens.REST:
                open_now = _opened(made, number, found.rule, found.opens, tail=tail)
        elif open_now.rule and (open_now.rest or _goes_on(made, number, last)):
            made.leave(number, open_now.rule)
        else:
            open_now = _Section()
            prose_words += said.count if said.prose else 0


def _opened(made: Plan, number: int, rule: str, opens: Opens, *, tail: bool) -> _Section:
    if opens is Opens.REST and tail:
        return _Section(rule, rest=True)
    if opens is Opens.LIST:
        listing = rule == "related" or made.said[number].words.endswith(":")
        following = made.lines[number + 1] if number + 1 < len(made.lines) else None
        if listing or (following is not None and following.linked > 0.8):
            return _Section(rule)
    return _Section()


def _goes_on(made: Plan, number: int, last: int) -> bool:
    """Whether a line still belongs to a list of links: titles, until the next prose."""
    said, line = made.said[number], made.lines[number]
    if line.linked > 0.8:
        return True
    if said.count > _LONG_WORDS or (said.count >= 6 and _ENDS_FIRMLY.search(said.words[-8:])):
        return number > last and said.words.endswith(("…", "..."))
    if number > last:
        return True
    # A short line right before prose is a subheading of the article, not a link.
    before_prose = number + 1 < len(made.said) and made.said[number + 1].prose
    return not (before_prose and said.count < _SUBHEADING_WORDS)


# --- lines about the report ---------------------------------------------------------------------


def _bylines(made: Plan) -> None:
    """Leave out bylines and date lines, which are kept as evidence."""
    body, last = made.first_prose, made.last_prose
    for number, said in enumerate(made.said):
        if made.rules[number] is not None or number == made.headline or not said.folded:
            continue
        if not (number < max(body, _NEAR_TOP) or number > last):
            continue
        if is_byline(said.words):
            made.leave(number, "byline")
        elif is_date_line(said.words, UTC, rest_words=3 if 0 < number < body else 0):
            made.leave(number, "date_line")
        elif number < body and _NUMBER.fullmatch(said.words):
            made.leave(number, "view_count")


def _captions(made: Plan) -> None:
    """Leave out the short line beside a photo credit: the caption it belongs to."""
    for number, rule in enumerate(tuple(made.rules)):
        if rule != "photo_credit" or number == 0:
            continue
        said = made.said[number - 1]
        if number - 1 != made.headline and said.count <= _CAPTION_WORDS and not said.ends:
            made.leave(number - 1, "caption")


def _before_the_rest(made: Plan) -> None:
    """Leave out labels and counts that stand alone between the last prose and the closing furniture."""
    last = made.last_prose
    if last < 0 or not any(made.rules[n] for n in range(last + 1, len(made.rules))):
        return
    for number in range(len(made.said) - 1, last, -1):
        said, line = made.said[number], made.lines[number]
        if made.rules[number] is not None or number == made.headline:
            continue
        if line.tag in {"li", "row", "quote", "h2"} or said.ends:
            break
        if _NUMBER.fullmatch(said.words):
            made.leave(number, "view_count")
        elif said.count <= 5 and _is_label(said.words):
            made.leave(number, "tags")
        else:
            break


def _is_label(words: str) -> bool:
    """Whether every word is capitalised and nothing is counted or quoted: ``World History``."""
    return all(word[:1].isupper() or word in {"and", "of", "&", "the"} for word in words.split())

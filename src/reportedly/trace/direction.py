"""Which way a shared text went, from what can be pointed at; undetermined where nothing decides.

In this order: one names the other as its source; both name the same third; both have the passages
from a third in the case; publication ranges that do not overlap; a news agency; the end cut off; into
which text the passages fit. Two signs that contradict each other leave it undetermined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.model.lineage import Direction
from reportedly.model.report import Evidence, Report
from reportedly.trace.coverage import common, length
from reportedly.trace.credits import Naming
from reportedly.trace.fitting import Fits
from reportedly.trace.matches import Match
from reportedly.trace.outlets import Outlets
from reportedly.trace.taken import MOST, OWN_WORDS, WHOLE, Sharing, lopsided

_CUT_TAIL = 0.15
_CUT_HEAD = 0.1
_CUT_WORDS = 60
_BOTH_HAVE = 0.8
_CLOSER = 0.1
_BETTER = 60
"""Thousandths of a cosine: on PAN 2013 (dev) this decides half of the pairs, 96 % of them rightly."""
_FITTING = 15
"""Words of a passage from which it is like a text or not."""
_STRANGE = 60
"""Likeness, in thousandths, below which a text is of another matter than the passage."""

Named = Mapping[str, Sequence[Naming]]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Course:
    """Which of two reports the text came from.

    Attributes:
        parent: Id of the one it came from; the smaller id where that is not known.
        direction: `from_a`, or why not.
        evidence: Strongest first.
        upstream: Key of the third outlet that both name, if that is the common source.
    """

    parent: str
    direction: Direction
    evidence: tuple[Evidence, ...]
    upstream: str = ""

    @property
    def credited(self) -> bool:
        """Whether the child names the parent."""
        return self.direction is Direction.FROM_A and self.evidence[0].rule == "credit"


def courses(pairs: Mapping[Pair, Sharing], named: Named, outlets: Outlets) -> dict[Pair, Course]:
    """The direction of every pair, each pair with the smaller id as the parent to begin with."""
    ways = {key: _course(pair, named, outlets) for key, pair in pairs.items()}
    parents: dict[str, set[str]] = {}
    for key, way in ways.items():
        if way.direction is Direction.FROM_A:
            child = key[1] if way.parent == key[0] else key[0]
            parents.setdefault(child, set()).add(way.parent)
    for (a, b), way in list(ways.items()):
        if way.credited or way.direction is Direction.COMMON_UPSTREAM:
            continue
        for third in sorted(parents.get(a, set()) & parents.get(b, set())):
            if _both_from(third, pairs, (a, b)):
                found = Evidence(
                    "shared_parent", pairs[_key(third, a)].with_parent(third).parent.report.outlet
                )
                ways[a, b] = Course(a, Direction.COMMON_UPSTREAM, (found,))
                break
    return ways


def _key(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _both_from(third: str, pairs: Mapping[Pair, Sharing], pair: Pair) -> bool:
    """Whether both have from a third what they share, and neither is closer to the other."""
    between = pairs[pair]
    for report, mutual in ((pair[1], between), (pair[0], between.turned())):
        taken = pairs[_key(third, report)].with_parent(third)
        from_third, from_other = taken.in_child(), mutual.in_child()
        if common(from_third, from_other) < _BOTH_HAVE * length(from_other):
            return False
        if length(from_other) > length(from_third) + _CLOSER * mutual.child.prints.words:
            return False
    return True


def _course(pair: Sharing, named: Named, outlets: Outlets) -> Course:
    a, b = pair.parent.report, pair.child.report
    by_credit = _credited(a, b, named, outlets)
    by_time = earlier(a, b)
    if by_credit is not None:
        parent, evidence = by_credit
        if not parent or (by_time is not None and by_time[0] != parent):
            against = (by_time[1],) if parent and by_time is not None else ()
            return Course(a.id, Direction.UNDETERMINED, (evidence, *against))
        also = (by_time[1],) if by_time is not None else ()
        return Course(parent, Direction.FROM_A, (evidence, *also))
    third = common_third(a, b, named)
    if third is not None:
        return Course(a.id, Direction.COMMON_UPSTREAM, (third[1],), third[0])
    decided = (
        by_time
        or _agency(a, b, outlets)
        or _cut_short(pair)
        or _cut_short(pair.turned())
        or _fits_better(pair)
    )
    if decided is not None:
        return Course(decided[0], Direction.FROM_A, (decided[1],))
    return Course(a.id, Direction.UNDETERMINED, (_unknown(a, b),))


def _credited(a: Report, b: Report, named: Named, outlets: Outlets) -> tuple[str, Evidence] | None:
    """The one that the other names, with the words; an empty id where each names the other."""
    by_b = next((n for n in named.get(b.id, ()) if n.outlet == outlets.own_key(a.outlet)), None)
    by_a = next((n for n in named.get(a.id, ()) if n.outlet == outlets.own_key(b.outlet)), None)
    if by_a is not None and by_b is not None:
        return "", Evidence("each_credits_other", f"{by_b.span.text} / {by_a.span.text}")
    if by_b is not None:
        return a.id, Evidence("credit", by_b.span.text, by_b.span)
    if by_a is not None:
        return b.id, Evidence("credit", by_a.span.text, by_a.span)
    return None


def common_third(a: Report, b: Report, named: Named) -> tuple[str, Evidence] | None:
    """Key of a third outlet that both name as a source, with what shows it."""
    by_a = {naming.outlet for naming in named.get(a.id, ())}
    for naming in named.get(b.id, ()):
        if naming.outlet in by_a:
            return naming.outlet, Evidence("both_credit", naming.name)
    return None


def speech(quoted: Sharing) -> Course:
    """Where words come from that at least one of two reports only quotes.

    Both quote them: both had them from the speaker. One quotes what stands in the other as its
    own words (a statement, a post): it had them from there, unless it came out first.
    """
    pair = quoted if quoted.parent.report.id < quoted.child.report.id else quoted.turned()
    smaller = pair.parent.report.id
    both = Evidence("same_speech", "all of it is quoted speech")
    for side in (pair, pair.turned()):
        parent, child = side.parent.report, side.child.report
        own = sum(match.parent.own for match in side.matches)
        unquoted = sum(match.child.own for match in side.matches)
        if own >= OWN_WORDS > unquoted:
            found = Evidence("quotes_its_words", parent.outlet)
            first = earlier(parent, child)
            if first is not None and first[0] == child.id:
                return Course(smaller, Direction.UNDETERMINED, (found, first[1]))
            return Course(parent.id, Direction.FROM_A, (found,))
    return Course(smaller, Direction.COMMON_UPSTREAM, (both,))


def earlier(a: Report, b: Report) -> tuple[str, Evidence] | None:
    """The one that was certainly published first."""
    for one, other in ((a, b), (b, a)):
        latest, earliest = one.published.latest, other.published.earliest
        if (
            latest
            and earliest
            and one.published.time.bounds()[1] < other.published.time.bounds()[0]
        ):
            return one.id, Evidence("published_earlier", f"{latest} is before {earliest}")
    return None


def _agency(a: Report, b: Report, outlets: Outlets) -> tuple[str, Evidence] | None:
    """The news agency of the two, whose copy others run."""
    of_a, of_b = (outlets.own_key(item.outlet) in outlets.wires for item in (a, b))
    if of_a == of_b:
        return None
    parent = a if of_a else b
    return parent.id, Evidence("news_agency", parent.outlet)


def _cut_short(pair: Sharing) -> tuple[str, Evidence] | None:
    """The parent, if the child lies wholly within it and lacks its end."""
    words, whole = pair.child.prints.words, pair.in_parent()
    if words < _CUT_WORDS or pair.share_child() < WHOLE or not whole:
        return None
    head, end, full = whole[0][0], whole[-1][1], pair.parent.prints.words
    if head > _CUT_HEAD * full or full - end < _CUT_TAIL * full:
        return None
    if length(whole) < WHOLE * (end - head) or lopsided(length(whole), length(pair.in_child())):
        return None
    if 0 <= _fits(pair).parent < _STRANGE:
        # What follows in the longer text has nothing to do with it: it was put before that.
        return None
    found = Evidence("cut_from_the_end", f"the last {full - end} words are missing")
    return pair.parent.report.id, found


def _fits_better(pair: Sharing) -> tuple[str, Evidence] | None:
    """The one of the two into whose own text the shared passages fit, if not into the other's."""
    fits = _fits(pair)
    better, worse = max(fits), min(fits)
    if worse < 0 or better - worse < _BETTER:
        return None
    if max(pair.share_child(), pair.share_parent()) >= MOST:
        return None
    chosen = pair.child if fits.child == better else pair.parent
    found = Evidence("fits_better", f"likeness to the text around it .{better:03}, not .{worse:03}")
    return chosen.report.id, found


def _fits(pair: Sharing) -> Fits:
    """How well the passages fit the rest of either text, longer ones counting for more."""
    sides = []
    for side in (0, 1):
        told = [m for m in pair.matches if m.fits[side] >= 0 and _is_passage(m)]
        words = sum(match.child.last - match.child.first for match in told)
        fits = sum((match.child.last - match.child.first) * match.fits[side] for match in told)
        sides.append(fits // words if words else -1)
    return Fits(*sides)


def _is_passage(match: Match) -> bool:
    """Whether it is long enough to be like a text or not, and no mere summary of it."""
    child, parent = (side.last - side.first for side in (match.child, match.parent))
    short, long = sorted((child, parent))
    return short >= _FITTING and not lopsided(long, short)


def _unknown(a: Report, b: Report) -> Evidence:
    if a.published.time.known and b.published.time.known:
        return Evidence("undetermined", "neither names the other and they may be of one time")
    return Evidence("undetermined", "neither names the other and a publication date is missing")

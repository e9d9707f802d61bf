"""The origins that reports come down to, and the origin a single passage or claim goes back to.

Documents are joined by coverage only: each report has at most one other that it goes back to as a
whole, the one that covers most of it, so chance passages never chain a case into one origin. An
outlet that is credited but absent has an origin of its own: two reports that rest on it count once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reportedly.model.ident import digest, make_id
from reportedly.model.lineage import Derivation, DerivationKind, Origin
from reportedly.model.report import Report
from reportedly.trace.descent import ABSENT, Link, descend
from reportedly.trace.outlets import TRACED, by_publication, outlet_key


def origin_id(root: str) -> str:
    """Id of the origin with this root: a report id, or `ABSENT` and the key of an absent outlet."""
    return make_id("or", root)


def originate(
    reports: Iterable[Report], derivations: Iterable[Derivation], salt: str = ""
) -> tuple[Origin, ...]:
    """Put every report that was read into exactly one origin, and list absent outlets too.

    Args:
        reports: All reports; those whose text was read or is at least known (`TRACED`).
        derivations: What `derive` found.
        salt: The case's secret, so that the tag of an origin confirms no guess at its report.

    Returns:
        Origins in the order of their letters: by earliest publication, then by the root's id. An
        absent outlet on which no report rests as a whole has an origin without reports, after all
        others by name: single claims rest on it.
    """
    by_id = {report.id: report for report in reports if report.state in TRACED}
    rows = sorted(derivations, key=lambda row: row.id)
    absent = _absent(rows)
    descent = descend(by_id, rows)
    groups: dict[str, list[str]] = {key: [] for key in absent}
    for report in sorted(by_id):
        groups.setdefault(descent.roots[report], []).append(report)
    crediting = _crediting(by_id, rows)
    made = [
        _origin(root, members, descent.links, by_id, absent, crediting)
        for root, members in groups.items()
    ]
    made.sort(key=lambda pair: pair[0])
    drafts = [item for _, item in made]
    letters = _letters([item.id for item in drafts], salt)
    return tuple(
        Origin(item.id, letter, item.name, item.reports, item.why)
        for item, letter in zip(drafts, letters, strict=True)
    )


def _absent(rows: Sequence[Derivation]) -> dict[str, str]:
    """Every credited outlet without a report here, with the name it is shown by."""
    names: dict[str, str] = {}
    for row in rows:
        if not row.parent:
            key = ABSENT + outlet_key(row.parent_name)
            names[key] = min(names.get(key, row.parent_name), row.parent_name, key=_plainest)
    return dict(sorted(names.items()))


def _plainest(name: str) -> tuple[int, str]:
    return (len(name), name)


def _crediting(by_id: Mapping[str, Report], rows: Iterable[Derivation]) -> dict[str, set[str]]:
    """For each absent outlet, the outlets that credit it."""
    found: dict[str, set[str]] = {}
    for row in rows:
        if not row.parent and row.child in by_id:
            child = by_id[row.child]
            key = ABSENT + outlet_key(row.parent_name)
            found.setdefault(key, set()).add(child.outlet or child.name)
    return found


def _origin(
    root: str,
    members: list[str],
    links: Mapping[str, Link],
    by_id: Mapping[str, Report],
    absent: Mapping[str, str],
    crediting: Mapping[str, set[str]],
) -> tuple[tuple[str, str], Origin]:
    """An origin without its letter, after what it is ordered by."""
    ordered = sorted(members, key=lambda item: (item != root, by_publication(by_id[item])))
    order = min((by_publication(by_id[item]) for item in members), default=("~", root))
    if root in absent:
        name = absent[root]
        why = _why_absent(name, sorted(crediting.get(root, ())), ordered)
    else:
        name, why = by_id[root].outlet or by_id[root].name, _why(root, ordered, links, by_id)
    return order, Origin(origin_id(root), "", name, tuple(ordered), why)


def _why(
    root: str, members: Sequence[str], links: Mapping[str, Link], by_id: Mapping[str, Report]
) -> str:
    if len(members) == 1:
        return "It goes back to no other report here as a whole."
    told = [
        f"{by_id[item].outlet or by_id[item].name} ({_how(links.get(item))})"
        for item in members
        if item != root
    ]
    return f"Goes back to {by_id[root].outlet or by_id[root].name} as a whole: {_listed(told)}."


def _how(link: Link | None) -> str:
    if link is None:
        return "same text"
    if link.kind is DerivationKind.CREDIT:
        return "credits it for most of what it attributes"
    return f"{link.kind.value}, {round(link.share * 100)} % of its words"


def _why_absent(name: str, credit: Sequence[str], members: Sequence[str]) -> str:
    whole = ", as their main source" if members else ""
    return f"{name} has no report here, but is credited by {_listed(credit)}{whole}."


def _listed(names: Sequence[str]) -> str:
    if len(names) <= 1:
        return "".join(names)
    if len(names) > 6:
        return f"{', '.join(names[:5])} and {len(names) - 5} more"
    return f"{', '.join(names[:-1])} and {names[-1]}"


LETTERED = 52
"""Origins up to which letters A to AZ are given in order; beyond, letters tell nothing anyway."""

_TAG_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def _letters(ids: Sequence[str], salt: str) -> list[str]:
    """A letter for each origin: by order where they are few, else a tag of three that stays.

    In a large case a letter by order would move with every report that comes in between, and with
    it every page. Tags are made from the origin alone; those that would be alike are lengthened.
    """
    if len(ids) <= LETTERED:
        return [_letter(number) for number in range(len(ids))]
    tags = {each: _tag(each, salt) for each in ids}
    size = dict.fromkeys(ids, 3)
    while True:
        shown = Counter(tags[each][: size[each]] for each in ids)
        alike = [each for each in ids if shown[tags[each][: size[each]]] > 1]
        if not alike:
            return [tags[each][: size[each]] for each in ids]
        for each in alike:
            size[each] += 1


def _tag(origin: str, salt: str) -> str:
    number = int(digest(f"{salt}{origin}".encode()), 16)
    signs = []
    while number:
        number, rest = divmod(number, len(_TAG_SIGNS))
        signs.append(_TAG_SIGNS[rest])
    return "".join(signs)


def _letter(number: int) -> str:
    """A, B, ... Z, AA, AB, ..."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

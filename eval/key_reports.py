"""The sections of the key on reports, names and derivations."""

from __future__ import annotations

from collections.abc import Iterator

from eval.key_rows import EntityKey, Held, Item, ReportKey
from eval.ledger_view import Entity
from eval.wording import flat, fold

# --- reports, what is left out, what is kept -----------------------------------------------------


def reports(held: Held) -> Iterator[Item]:
    """State, outlet and date of each report, and whom it shares an origin with."""
    for row in held.key.report:
        got = held.report(row.name)
        if got is None:
            yield Item("report", f"{row.name} | state", False, row.hard, "no such report")
            continue
        yield Item("report", f"{row.name} | state", got.state == row.state, False, got.state)
        if row.outlet:
            same = fold(got.outlet) == fold(row.outlet)
            yield Item("report", f"{row.name} | outlet", same, False, got.outlet)
        if row.published:
            has = (got.published.earliest or "", got.published.latest or "")
            good = row.published[0] <= has[0][:10] and "" < has[1][:10] <= row.published[1]
            yield Item("report", f"{row.name} | published", good, row.hard, "/".join(has))
        if row.origin_group:
            yield _origin(held, row)


def _origin(held: Held, row: ReportKey) -> Item:
    wanted = {each.name for each in held.key.report if each.origin_group == row.origin_group}
    grouped = {each.name for each in held.key.report if each.origin_group}
    got = held.report(row.name)
    together = next(
        (each.reports for each in held.ledger.origins if got and got.id in each.reports), ()
    )
    has = {held.key_name(report) for report in together} & grouped
    return Item("origin", row.name, has == wanted, False, ", ".join(sorted(has)) or "no origin")


def furniture(held: Held) -> Iterator[Item]:
    """What belongs to the page and not to the report is listed as left out, and out of the text."""
    for row in held.key.furniture:
        got = held.report(row.report)
        text = flat(got.text) if got else ""
        out = (each.span.text for each in held.ledger.left_out if got and each.report == got.id)
        kept, listed = flat(row.words) in text, flat(row.words) in flat("\n".join(out))
        instead = "in the text" if kept else "in neither the text nor what was left out"
        yield Item("furniture", f"{row.report} | {row.words}", listed and not kept, False, instead)


def kept(held: Held) -> Iterator[Item]:
    """What belongs to the report stays."""
    for row in held.key.kept:
        got = held.report(row.report)
        good = got is not None and flat(row.words) in flat(got.text)
        yield Item("kept", f"{row.report} | {row.words}", good, row.hard, "not in the text")


# --- entities ------------------------------------------------------------------------------------


def entities(held: Held) -> Iterator[Item]:
    """Each actor under all its names, and apart from those it must not be taken for."""
    for row in held.key.entity:
        got = _entity(held, row)
        kind = f"{row.name} | is a {row.kind}"
        if got is None:
            yield Item("entity", kind, False, row.hard, "no such entity")
        else:
            yield Item("entity", kind, got.kind == row.kind, row.hard, f"a {got.kind}")
        names = held.names.of_entity(got.id) if got else set()
        spelt = {
            fold(alias): alias for alias in reversed(row.aliases) if fold(alias) != fold(row.name)
        }
        for folded, alias in sorted(spelt.items()):
            whose = _whose(held, alias, got)
            yield Item("alias", f"{row.name} = {alias}", folded in names, row.hard, whose)
        for other in row.must_not_include:
            good = got is not None and not _meet(held, row, other)
            instead = "they are one" if got else "no such entity"
            yield Item("apart", f"{row.name} | {other}", good, row.hard, instead)


def _entity(held: Held, row: EntityKey) -> Entity | None:
    """The ledger's entity of that name, else of an alias; then the right kind and most names."""
    wanted = {fold(name) for name in (row.name, *row.aliases)}
    return max(
        (each for each in held.ledger.entities if wanted & _all(held, each)),
        key=lambda each: (
            fold(row.name) in _all(held, each),
            each.kind == row.kind,
            len(wanted & _all(held, each)),
            each.id,
        ),
        default=None,
    )


def _all(held: Held, entity: Entity) -> set[str]:
    return held.names.of_entity(entity.id)


def _meet(held: Held, row: EntityKey, other: str) -> bool:
    ours = {fold(name) for name in (row.name, *row.aliases)} - {fold(other)}
    return any(
        fold(other) in names and ours & names
        for names in (_all(held, each) for each in held.ledger.entities)
    )


def _whose(held: Held, alias: str, got: Entity | None) -> str:
    if got is None:
        return "no such entity"
    holders = [each.name for each in held.ledger.entities if fold(alias) in _all(held, each)]
    return f"a name of {', '.join(sorted(set(holders)))}" if holders else "a name of nobody"


# --- derivations ---------------------------------------------------------------------------------


def derivations(held: Held) -> Iterator[Item]:
    """Who took from whom: the kind of taking, and which way it went."""
    for row in held.key.derivation:
        name = f"{row.child} from {row.parent}"
        got = list(_between(held, row.child, row.parent))
        kinds = {row.kind, *row.also_ok}
        good = any(kind in kinds and way == row.direction for kind, way in got)
        instead = ", ".join(f"{kind} {way}" for kind, way in got) or "no derivation"
        yield Item("derivation", name, good, row.hard, instead)


def not_derived(held: Held) -> Iterator[Item]:
    """Who did not take from whom; a common upstream is no copy."""
    for row in held.key.not_derived:
        got = list(_between(held, row.b, row.a))
        copied = [(kind, way) for kind, way in got if way != "common_upstream"]
        there = held.report(row.a) is not None and held.report(row.b) is not None
        instead = ", ".join(f"{kind} {way}" for kind, way in copied) or "a report is missing"
        yield Item("not_derived", f"{row.a} | {row.b}", there and not copied, row.hard, instead)


def _between(held: Held, child: str, parent: str) -> Iterator[tuple[str, str]]:
    """Kind and direction of what lies between two reports, told from ``child``'s side."""
    turned = {"from_a": "from_b", "from_b": "from_a"}
    for row in held.ledger.derivations:
        names = (held.key_name(row.child), held.key_name(row.parent))
        if names == (child, parent):
            yield row.kind, row.direction
        elif names == (parent, child):
            yield row.kind, turned.get(row.direction, row.direction)

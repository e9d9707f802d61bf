"""What an exported reader is worth on PolNeAR dev, by the measures of `eval`, in one line."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from eval.attribution_scores import KINDS, ROLES, said_scores, span_scores, together
from eval.polnear_corpus import read_polnear
from eval.readers import kept
from eval.said import Said, Stretch
from reportedly.neural import Found, Model


def joined(found: Found, head: str = "attribution") -> list[Said]:
    """The attributions the links make; a span that belongs to none stands alone."""
    spans = found.of(head)
    prefix = "" if head == "attribution" else f"{head}_"
    ends: list[Stretch] = [(span.start, span.end) for span in spans]
    best: dict[str, dict[int, int | None]] = {"source": {}, "content": {}}
    for link, chosen in best.items():
        for answer in found.links.get(prefix + link, ()):
            chosen.setdefault(answer.of, answer.to)
    contents: dict[int, list[Stretch]] = defaultdict(list)
    for content, cue in best["content"].items():
        if cue is not None:
            contents[cue].append(ends[content])
    said, used = [], set()
    for at, span in enumerate(spans):
        source = best["source"].get(at)
        if span.kind == "cue":
            used.add(source)
            said.append(
                Said(() if source is None else (ends[source],), (ends[at],), tuple(contents[at]))
            )
    for at, span in enumerate(spans):
        if span.kind == "source" and at not in used:
            said.append(Said((ends[at],), (), ()))
        if span.kind == "content" and best["content"].get(at) is None:
            said.append(Said((), (), (ends[at],)))
    return said


def polnear_line(model: Model, data: Path) -> str:
    """The figures on dev."""
    articles = read_polnear(data / "polnear" / "dev").articles
    said = [joined(model.read(kept(article.text))) for article in articles]
    spans, whole = span_scores(articles, said), said_scores(articles, said)
    exact = " ".join(f"{100 * spans.exact[role].f1:.1f}" for role in ROLES)
    token = " ".join(f"{100 * spans.token[role].f1:.1f}" for role in ROLES)
    share = " ".join(f"{100 * whole.found[kind].share:.1f}" for kind in KINDS)
    speaker = together([whole.speaker["direct"], whole.speaker["mixed"]])
    return (
        f"exact {exact} | token {token} | relation {100 * whole.relation.f1:.1f} | found {share}"
        f" | precision {100 * whole.precision.share:.1f} | speaker {100 * speaker.share:.1f}"
    )

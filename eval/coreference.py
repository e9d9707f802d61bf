"""Who is "he": how the speakers of GUM's documents are joined to the names given before them.

    REPORTEDLY_CORPORA=... python eval/coreference.py [--genres news interview] [--subjects]

A speaker is the subject of a verb with a clause as its object, where GUM marks the subject as a
person or an organization. The statements are handed to `reference.resolve` as a reader would, with
the names that the product finds; the answer is right where the mention it comes to is one of the same
entity by GUM. As these are few, `--subjects` asks the same of the subject of every other verb, one at
a time beside the statements. Counted are speakers with an earlier mention of the same entity: pronouns with any,
shorter names with a longer name, descriptions with a name or a description. Beside it stands the
nearest mention: the last name (of a person for "he" and "she") before the words.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval.readers import report_of
from reportedly.model.span import Span
from reportedly.model.statement import EntityKind, Mention
from reportedly.read.bearers import key_of
from reportedly.read.grammar import FIRST_SECOND, RELATIVES
from reportedly.read.link import Statement
from reportedly.read.mentions import PRONOUNS, name_mentions
from reportedly.read.reference import resolve
from reportedly.text.names import names
from training.names_gum import Word, sentences, written

CORPORA = "REPORTEDLY_CORPORA"
FORMS = ("pronoun", "shorter name", "description", "first named")
"""The last are descriptions of somebody not spoken of before, for whom no answer is the right one."""
SPEAKERS = ("person", "organization")


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention that GUM marks: where it stands, where its head word does, and whose it is.

    In "President Roke" the treebank lets the title govern: the words of a name all count as heads.
    """

    start: int
    end: int
    head: tuple[int, int]
    heads: tuple[tuple[int, int], ...]
    entity: str
    kind: str
    upos: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document as text, its marked mentions, its statements with who speaks, and its other verbs."""

    name: str
    text: str
    marked: tuple[Marked, ...]
    said: tuple[tuple[Statement, Marked], ...]
    done: tuple[tuple[Statement, Marked], ...]


def documents(data: Path, genres: Sequence[str]) -> Iterator[Document]:
    """The documents of these genres, of both parts.

    Args:
        data: The folder that holds `gum`.
        genres: As their file names have them.
    """
    for path in sorted((data / "gum").glob("*/dep/*.conllu")):
        if path.stem.split("_")[1] in genres:
            yield _document(path.stem, path.read_text(encoding="utf-8"))


def _document(name: str, table: str) -> Document:
    parts: list[str] = []
    rows: list[tuple[list[Word], list[tuple[int, int]]]] = []
    at = 0
    for paragraph, words in sentences(table):
        gap = "" if not parts else "\n\n" if paragraph else " "
        line, inside = written(words)
        at += len(gap)
        rows.append((words, [(at + start, at + end) for start, end in inside]))
        parts += [gap, line]
        at += len(line)
    text = "".join(parts)
    marked: list[Marked] = []
    said: list[tuple[Statement, Marked]] = []
    done: list[tuple[Statement, Marked]] = []
    for words, places in rows:
        here = _marked(words, places)
        marked += here
        said += _subjects(text, words, places, here, _is_told)
        done += _subjects(text, words, places, here, _is_done)
    marked.sort(key=lambda m: (m.start, -m.end))
    return Document(name, text, tuple(marked), tuple(said), tuple(done))


_BRACKET = re.compile(r"\(([^()]+)(\)?)|([^()]+)\)")


def _marked(words: list[Word], places: list[tuple[int, int]]) -> list[Marked]:
    """The mentions of a sentence; what is marked in several parts is left out."""
    open_: list[tuple[str, str, int]] = []
    found: list[Marked] = []
    for index, word in enumerate(words):
        for begins, closed, ends in _BRACKET.findall(word.entity):
            fields = (begins or ends).split("-")
            if begins:
                open_.append((fields[0], fields[1] if len(fields) > 1 else "", index))
            if closed or ends:
                at = next(
                    (i for i in range(len(open_) - 1, -1, -1) if open_[i][0] == fields[0]), -1
                )
                if at < 0:
                    continue
                entity, kind, first = open_.pop(at)
                head = next(
                    (i for i in range(first, index + 1) if not first <= words[i].head <= index),
                    first,
                )
                flat = [
                    places[i]
                    for i in range(first, index + 1)
                    if i == head or (words[i].head == head and words[i].role == "flat")
                ]
                found.append(
                    Marked(places[first][0], places[index][1], places[head], tuple(flat), entity,
                           kind, words[head].upos)
                )  # fmt: skip
    return found


def _subjects(
    text: str,
    words: list[Word],
    places: list[tuple[int, int]],
    here: list[Marked],
    is_object: Callable[[Word, Word], bool],
) -> Iterator[tuple[Statement, Marked]]:
    """A verb, its subject and its object, as a statement."""
    for index, word in enumerate(words):
        subject = next(
            (i for i, one in enumerate(words) if one.head == index and one.role == "nsubj"), None
        )
        clause = next(
            (i for i, one in enumerate(words) if one.head == index and is_object(one, word)), None
        )
        if word.upos != "VERB" or subject is None or clause is None:
            continue
        who = [one for one in here if one.head == places[subject] and one.kind in SPEAKERS]
        if not who:
            continue
        widest = max(who, key=lambda one: one.end - one.start)
        below = [i for i in range(len(words)) if _is_below(words, i, clause)]
        content = Span.of(text, places[below[0]][0], places[below[-1]][1])
        source = Span.of(text, widest.start, widest.end)
        if not source.overlaps(content):
            yield Statement(source, Span.of(text, *places[index]), (content,)), widest


def _is_told(clause: Word, verb: Word) -> bool:
    return clause.role == "ccomp" or (clause.role == "parataxis" and verb.role != "ccomp")


def _is_done(thing: Word, verb: Word) -> bool:
    return thing.role in ("obj", "obl", "xcomp", "advcl")


def _is_below(words: list[Word], index: int, top: int) -> bool:
    for _ in range(len(words)):
        if index == top:
            return True
        if index < 0:
            return False
        index = words[index].head
    return False


def outcomes(found: Document, subjects: bool) -> Iterator[tuple[str, str, str, int]]:
    """Each speaker that counts: its form, what became of it, what the nearest mention makes of it."""
    report = report_of(found.name, found.text)
    named = name_mentions(report.id, report.text, names(report.text))
    said = [statement for statement, _ in found.said]
    asked = [(said, index, who) for index, (_, who) in enumerate(found.said)]
    if subjects:
        asked = [_placed(said, one, who) for one, who in found.done]
    for statements, index, who in asked:
        form = _form(found, who)
        if form is None:
            continue
        resolution = resolve(report, named, statements)
        by_id = {mention.id: mention for mention in resolution.mentions}
        source = resolution.sources[index]
        top = by_id.get(source.mention or "") if source is not None else None
        while top is not None and top.refers in by_id and top.refers != top.id:
            top = by_id[top.refers]
        near = _nearest(named, who, form)
        yield form, _outcome(found, who, top, form), _outcome(found, who, near, form), who.start


def _placed(
    said: list[Statement], one: Statement, who: Marked
) -> tuple[list[Statement], int, Marked]:
    """The statements with one more among them, at its place."""
    index = sum(other.place < one.place for other in said)
    return [*said[:index], one, *said[index:]], index, who


def _form(found: Document, who: Marked) -> str | None:
    """What kind of words a speaker has; ``None`` where nobody could be found for them."""
    words = found.text[who.start : who.end]
    before = [m for m in found.marked if m.entity == who.entity and m.end <= who.start]
    if words.lower() in FIRST_SECOND | RELATIVES:
        return None
    if words.lower() in PRONOUNS:
        return "pronoun" if before else None
    if who.upos == "PROPN":
        longer = [m for m in before if m.upos == "PROPN" and _longer(found.text, m, words)]
        return "shorter name" if longer else None
    if who.upos != "NOUN" or not re.match(r"(?:the|this|that) ", words.lower()):
        return None
    return "description" if any(m.upos in ("PROPN", "NOUN") for m in before) else "first named"


def _longer(text: str, full: Marked, words: str) -> bool:
    return len(key_of(text[full.start : full.end])) > len(key_of(words))


def _nearest(named: Sequence[Mention], who: Marked, form: str) -> Mention | None:
    before = [m for m in named if m.span.end <= who.start]
    if form == "pronoun" and who.kind == "person":
        before = [m for m in before if m.kind is EntityKind.PERSON]
    return before[-1] if before else None


def _outcome(found: Document, who: Marked, answer: Mention | None, form: str) -> str:
    """Right, wrong, or abstained: the answer is the words themselves."""
    if answer is None or answer.span.start >= who.start:
        return "right" if form == "first named" else "abstained"
    meant = {
        m.entity
        for m in found.marked
        if any(answer.span.start <= start and end <= answer.span.end for start, end in m.heads)
    }
    return "right" if who.entity in meant else "wrong"


def main() -> int:
    """Print the table; exit code 2 where the corpora are missing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--genres", nargs="+", default=["news", "interview"])
    parser.add_argument(
        "--subjects", action="store_true", help="of every verb, not of speech alone"
    )
    asked = parser.parse_args()
    data = Path(os.environ.get(CORPORA, "")) / "data"
    if not (data / "gum").is_dir():
        print(f"{CORPORA} must name the folder that holds data/gum", file=sys.stderr)
        return 2
    ours: Counter[tuple[str, str]] = Counter()
    nearest: Counter[tuple[str, str]] = Counter()
    for found in documents(data, asked.genres):
        for form, mine, theirs, _ in outcomes(found, asked.subjects):
            ours[form, mine] += 1
            nearest[form, theirs] += 1
    print(f"{'':<14}{'items':>6}  {'right':>6}{'wrong':>7}{'none':>7}   nearest: right  wrong")
    for form in FORMS:
        total = max(1, sum(ours[form, outcome] for outcome in ("right", "wrong", "abstained")))
        cells = [
            f"{ours[form, outcome] / total:.1%}" for outcome in ("right", "wrong", "abstained")
        ]
        near = [f"{nearest[form, outcome] / total:.1%}" for outcome in ("right", "wrong")]
        print(
            f"{form:<14}{total:>6}  {cells[0]:>6}{cells[1]:>7}{cells[2]:>7}{near[0]:>17}{near[1]:>7}"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""How speakers are matched with the entities that GUM marks."""

from __future__ import annotations

from pathlib import Path

from eval.coreference import documents, outcomes

_SENTENCES = (
    (
        "Ina PROPN 2 nsubj (1-person-new|Roke PROPN 1 flat 1)|said VERB 0 root _|it PRON 5 nsubj _|"
        "rained VERB 3 ccomp _|. PUNCT 3 punct _"
    ),
    "She PRON 2 nsubj (1-person-giv)|said VERB 0 root _|it PRON 4 nsubj _|snowed VERB 2 ccomp _",
    "Roke PROPN 2 nsubj (1-person-giv)|said VERB 0 root _|it PRON 4 nsubj _|hailed VERB 2 ccomp _",
    "The DET 2 det (2-person-new|guard NOUN 3 nsubj 2)|said VERB 0 root _|it PRON 5 nsubj _|"
    "thawed VERB 3 ccomp _|. PUNCT 3 punct _",
)
HEADS = {"Ina": "3"}


def _row(number: int, word: str) -> str:
    form, upos, head, role, entity = word.split(" ")
    misc = "_" if entity == "_" else f"Entity={entity}"
    head = HEADS.get(form, head)
    return "\t".join((str(number), form, form, upos, "_", "_", head, role, "_", misc))


def _corpus(folder: Path) -> Path:
    place = folder / "gum" / "dev" / "dep"
    place.mkdir(parents=True)
    blocks = [
        "# newpar\n" + "\n".join(_row(at, word) for at, word in enumerate(row.split("|"), 1))
        for row in _SENTENCES
    ]
    (place / "GUM_news_vela.conllu").write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return folder


def test_each_speaker_counts_by_its_form_and_is_right_or_left_open(tmp_path: Path) -> None:
    [found] = documents(_corpus(tmp_path), ["news"])
    assert [statement.source.text for statement, _ in found.said if statement.source] == [
        "Ina Roke", "She", "Roke", "The guard",
    ]  # fmt: skip
    assert [row[:3] for row in outcomes(found, subjects=False)] == [
        ("pronoun", "right", "right"),
        ("shorter name", "right", "right"),
        ("first named", "right", "wrong"),
    ]


def test_other_genres_are_left_out(tmp_path: Path) -> None:
    assert not list(documents(_corpus(tmp_path), ["bio"]))

"""Two readings of one text as one: the rules stay, the model adds what they lack."""

from __future__ import annotations

from reportedly.model.span import Span
from reportedly.read.joined import join
from reportedly.read.pieces import Piece, Role

TEXT = (
    "Ina Holt told the Herald that the wall was unsafe. Bo Lind thinks so too. "
    "According to Ada Roke, a loader, the shed burned. It is feared that a shed will fall."
)
SOURCE, CUE, CONTENT = Role.SOURCE, Role.CUE, Role.CONTENT

Short = tuple[str | None, str | None, str | None]


def group(number: int, chance: float = 1.0, **words: str) -> list[Piece]:
    """The pieces of one attribution, by role and words."""
    return [piece(Role[role.upper()], said, number, chance) for role, said in words.items()]


def piece(role: Role, words: str, number: int | None, chance: float) -> Piece:
    start = TEXT.index(words)
    return Piece(role, Span.of(TEXT, start, start + len(words)), number, chance)


def joined(rules: list[Piece], model: list[Piece]) -> list[Short]:
    """Each attribution as who, cue and content, in order of its number."""
    found = join(rules, model)
    numbers = sorted({one.group for one in found if one.group is not None})
    return [
        tuple(
            next((p.span.text for p in found if p.group == number and p.role is role), None)
            for role in (SOURCE, CUE, CONTENT)
        )  # type: ignore[misc]  # three roles
        for number in numbers
    ]


RULED = group(0, source="Ina Holt", cue="told", content="the wall was unsafe")


def test_what_only_the_rules_read_stays() -> None:
    assert joined(RULED, []) == [("Ina Holt", "told", "the wall was unsafe")]


def test_a_statement_that_only_the_model_sees_is_added_if_it_is_sure() -> None:
    seen = group(0, 0.2, source="Bo Lind", cue="thinks", content="so too")
    unsure = group(0, 0.02, source="Bo Lind", cue="thinks", content="so too")
    assert joined(RULED, seen)[1:] == [("Bo Lind", "thinks", "so too")]
    assert joined(RULED, unsure)[1:] == []


def test_where_nobody_is_named_it_must_be_surer() -> None:
    for chance, heard in ((0.2, []), (0.5, [(None, "is feared", "that a shed will fall")])):
        seen = group(0, chance, cue="is feared", content="that a shed will fall")
        assert joined(RULED, seen)[1:] == heard


def test_what_the_rules_lack_is_filled_in() -> None:
    lacking = group(0, cue="told", content="the wall was unsafe")
    model = group(3, 0.01, source="Ina Holt", cue="told", content="the wall was unsafe")
    assert joined(lacking, model) == [("Ina Holt", "told", "the wall was unsafe")]


def test_wider_words_of_the_same_sentence_are_taken() -> None:
    model = group(0, 0.4, source="Ina Holt", cue="told", content="that the wall was unsafe")
    assert joined(RULED, model) == [("Ina Holt", "told", "that the wall was unsafe")]


def test_words_that_run_over_a_sentence_are_not_taken() -> None:
    wider = "the wall was unsafe. Bo Lind thinks so too"
    model = group(0, 0.9, source="Ina Holt", cue="told", content=wider)
    assert joined(RULED, model) == [("Ina Holt", "told", "the wall was unsafe")]


def test_what_is_said_of_the_speaker_is_no_part_of_the_words() -> None:
    rules = group(0, source="Ada Roke", cue="According to", content="the shed burned")
    wider = "a loader, the shed burned"
    model = group(0, 0.9, source="Ada Roke", cue="According to", content=wider)
    assert joined(rules, model) == [("Ada Roke", "According to", "the shed burned")]


def test_another_speaker_is_taken_where_the_model_is_sure_of_one() -> None:
    wrong = group(0, source="the Herald", cue="told", content="the wall was unsafe")
    right = {"source": "Ina Holt", "cue": "told", "content": "the wall was unsafe"}
    assert joined(wrong, group(0, 0.3, **right))[0][0] == "Ina Holt"
    assert joined(wrong, group(0, 0.01, **right))[0][0] == "the Herald"


def test_the_speaker_of_the_rules_stays_where_both_name_the_same_at_different_length() -> None:
    model = group(0, 0.9, source="Holt", cue="told", content="the wall")
    assert joined(RULED, model)[0][0] == "Ina Holt"


def test_one_statement_of_the_model_mends_one_of_the_rules() -> None:
    twice = [*RULED, *group(1, source="Ina Holt", cue="told", content="the wall")]
    model = group(0, 0.9, source="Ina Holt", cue="told", content="that the wall was unsafe")
    assert [row[2] for row in joined(twice, model)] == ["that the wall was unsafe", "the wall"]

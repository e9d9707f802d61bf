"""Every word stands where it stands in the text, however the tokenizer counts the space before it."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers, processors

from reportedly.neural.tokens import Tokens

PIECES = [("▁", -3.0), ("▁said", -1.0), ("▁rain", -1.0), ("s", -2.0), ("▁the", -1.0), (",", -1.0)]


def tokenizer(*before: pre_tokenizers.PreTokenizer) -> Tokens:
    """Pieces that begin with the space before a word, as those of XLM-RoBERTa do."""
    signs = [("<s>", 0.0), ("</s>", 0.0), ("<unk>", -9.0)]
    made = Tokenizer(models.Unigram([*signs, *PIECES], unk_id=2, byte_fallback=False))
    steps = [*before, pre_tokenizers.Metaspace()]
    made.pre_tokenizer = pre_tokenizers.Sequence(steps)
    made.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 1)]
    )
    return Tokens(made.to_str().encode())


@pytest.mark.parametrize("before", [[], [pre_tokenizers.WhitespaceSplit()]])
def test_the_space_before_a_word_is_no_part_of_it(
    before: list[pre_tokenizers.PreTokenizer],
) -> None:
    text = "the  rains, said zebra   \n\n  said"
    pieces = tokenizer(*before).pieces(text)
    starts, ends = pieces.starts[pieces.heads].tolist(), pieces.word_ends.tolist()
    words = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    assert words == ["the", "rains,", "said", "zebra", "said"]
    assert all(not text[start].isspace() for start in starts)

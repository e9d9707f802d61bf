"""A language is told or left open, and no text that is surely not English passes for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.text.language import foreign_parts, language, language_name, tell
from reportedly.text.language_words import LETTERS, NAMES, SCRIPTS_OF, SMALL_WORDS

ENGLISH = (
    "Twelve people were hurt when the old mill at Harrow Bridge burned on Tuesday night, the fire "
    "service said. The mayor told reporters that nobody had been inside."
)

# The first article of the Universal Declaration of Human Rights.
SAMPLES = {
    "en": "All human beings are born free and equal in dignity and rights. They are endowed with reason and conscience and should act towards one another in a spirit of brotherhood.",
    "de": "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt und sollen einander im Geist der Brüderlichkeit begegnen.",
    "fr": "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et de conscience et doivent agir les uns envers les autres dans un esprit de fraternité.",
    "es": "Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están de razón y conciencia, deben comportarse fraternalmente los unos con los otros.",
    "pt": "Todos os seres humanos nascem livres e iguais em dignidade e em direitos. Dotados de razão e de consciência, devem agir uns para com os outros em espírito de fraternidade.",
    "pl": "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem i sumieniem i powinni postępować wobec innych w duchu braterstwa.",
    "tr": "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler ve birbirlerine karşı kardeşlik zihniyeti ile hareket etmelidirler.",
    "sh": "Sva ljudska bića rađaju se slobodna i jednaka u dostojanstvu i pravima. Ona su obdarena razumom i sviješću i trebaju jedna prema drugima postupati u duhu bratstva.",
    "ru": "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью и должны поступать в отношении друг друга в духе братства.",
    "uk": "Всі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені розумом і совістю і повинні діяти у відношенні один до одного в дусі братерства.",
    "ar": "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق، وقد وهبوا عقلا وضميرا وعليهم أن يعامل بعضهم بعضا بروح الإخاء.",
    "fa": "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند. همه دارای عقل و وجدان هستند و باید نسبت به یکدیگر با روح برادری رفتار کنند.",
    "he": "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם. כולם חוננו בתבונה ובמצפון, לפיכך חובה עליהם לנהוג איש ברעהו ברוח של אחווה.",
    "zh": "人人生而自由,在尊严和权利上一律平等。他们赋有理性和良心,并应以兄弟关系的精神相对待。",
    "ja": "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。",
    "ko": "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
    "am": "የሰው ልጅ ሁሉ ሲወለድ ነጻና በክብርና በመብትም እኩልነት ያለው ነው። የተፈጥሮ ማስተዋልና ሕሊና ስላለው አንዱ ሌላውን በወንድማማችነት መንፈስ መመልከት ይገባዋል።",
    "sw": "Watu wote wamezaliwa huru, hadhi na haki zao ni sawa. Wote wamejaliwa akili na dhamiri, hivyo yapasa watendeane kindugu.",
    "so": "Aadanaha dhammaantiis wuxuu dhashaa isagoo xor ah kana siman xagga sharafta iyo xuquuqada. Waxaa Alle siiyay aqoon iyo wacyi, waana in qof la arkaa qofka kale ula dhaqmaa si walaaltinimo ah.",
    "vi": "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền. Mọi con người đều được tạo hoá ban cho lý trí và lương tâm và cần phải đối xử với nhau trong tình bằng hữu.",
    "tl": "Ang lahat ng tao'y isinilang na malaya at pantay-pantay sa karangalan at mga karapatan. Sila'y pinagkalooban ng katwiran at budhi at dapat magpalagayan ang isa't isa sa diwa ng pagkakapatiran.",
    "ku": "Hemû mirov azad û di weqar û mafan de wekhev tên dinyayê. Ew xwedî hiş û şuûr in û divê li hember hev bi zihniyeteke bratiyê bilivin.",
    "kk": "Барлық адамдар тумысынан азат және қадір-қасиеті мен құқықтары тең болып дүниеге келеді. Адамдарға ақыл-парасат, ар-ождан берілген.",
}


@pytest.mark.parametrize(("code", "text"), SAMPLES.items())
def test_an_article_of_the_declaration_is_told_and_only_english_passes_for_english(
    code: str, text: str
) -> None:
    told = tell(text)
    assert told.code == code
    assert told.may_be(("en",)) is (code == "en")
    assert told.may_be((code,))


@pytest.mark.parametrize(
    "text",
    [
        # Danish or Norwegian; Finnish or Estonian; Hindi or Nepali: two fit, neither is named.
        "Alle mennesker er født frie og lige i værdighed og rettigheder. De er udstyret med fornuft og samvittighed.",
        "Kaikki ihmiset syntyvät vapaina ja tasavertaisina arvoltaan ja oikeuksiltaan. Heille on annettu järki ja omatunto.",
        "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।",
    ],
)
def test_where_two_languages_fit_neither_is_named_but_it_is_not_english(text: str) -> None:
    told = tell(text)
    assert told.code == "und"
    assert not told.may_be(("en",))


@pytest.mark.parametrize("text", ["Ok", "12 34 56", "", "😀😀", "W.S., S.O.B. and A.M. (a) (i)"])
def test_a_few_marks_tell_nothing_and_do_no_harm(text: str) -> None:
    told = tell(text)
    assert told.code == "und"
    assert told.may_be(("en",))


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Mill fire: twelve hurt",
        "CO-1614-LAX-IAH Thu., Dec.01, 2011 12:30 a.m. Thu., Dec.01, 2011 12:41 a.m. " * 40,
        "Ina Roke; Petr Halvard de la Cruz; Odile van der Brandt; Sven och Partners",
        "Viveca Lund, the mayor of Sund, quoted a proverb: „Wer den Schaden hat.“",
    ],
)
def test_headlines_tables_and_foreign_names_may_be_english(text: str) -> None:
    assert tell(text).may_be(("en",))


def test_a_declared_language_only_tells_where_the_words_do_not() -> None:
    assert language("Zzyx qwrt plmk vbnx hjkl zzyx qwrt plmk", "de") == "de"
    assert language(ENGLISH, "de") == "en"
    assert language("Барлық адамдар тумысынан азат туған", "de") == "und"


def test_a_page_of_words_that_no_language_knows_is_not_english() -> None:
    assert not tell("zzyx qwrt plmk vbnx hjkl " * 10).may_be(("en",))


def test_the_paragraphs_in_another_language_are_named_one_by_one() -> None:
    text = f"{ENGLISH}\n\n{SAMPLES['uk']}\n\nHe said: „Слава“.\n\n{SAMPLES['fr']}"
    parts = list(foreign_parts(text, ("en",)))
    assert [told.code for _, _, told in parts] == ["uk", "fr"]
    assert [text[start:end] for start, end, _ in parts] == [SAMPLES["uk"], SAMPLES["fr"]]


@given(st.text(max_size=80))
def test_any_text_has_a_language_or_none(text: str) -> None:
    told = tell(text)
    assert told.code == "und" or told.code in SCRIPTS_OF
    assert list(foreign_parts(text, ("en",))) == list(foreign_parts(text, ("en",)))


def test_every_language_has_a_name_and_a_script() -> None:
    assert {*SMALL_WORDS, *LETTERS} <= NAMES.keys() & SCRIPTS_OF.keys()
    assert language_name("uk") == "Ukrainian"
    assert "'xx'" in language_name("xx")

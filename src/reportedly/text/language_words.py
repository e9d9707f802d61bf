"""What languages are told by: their commonest small words, their own letters, their scripts."""

from __future__ import annotations

# Scripts that one language alone writes, or nearly so. Devanagari (Hindi, Marathi, Nepali),
# Ethiopic (Amharic, Tigrinya) and Bengali (Bengali, Assamese) are told by their words.
BY_SCRIPT = {
    "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "THAI": "th", "HEBREW": "he", "GREEK": "el",
    "GEORGIAN": "ka", "ARMENIAN": "hy", "TAMIL": "ta", "TELUGU": "te", "KHMER": "km",
    "MYANMAR": "my", "LAO": "lo", "SINHALA": "si", "GUJARATI": "gu", "GURMUKHI": "pa", "CJK": "zh",
}  # fmt: skip

# The commonest words that are short, frequent and, as far as can be, the language's own.
SMALL_WORDS = {
    "en": "the of and to in that is was for on with he it as are be by at this they have from or had not but were which their who said has an",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um",
    "fr": "de la le et les des en un du une que est dans qui par pour au sur il ne se pas plus avec son ce sont aux cette ont mais été",
    "es": "de la que el en los del se las por un para con no una su al lo como más pero sus le ha este fue entre cuando sobre también",
    "pt": "de que da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando foi são pelo",
    "it": "di che la il un per in una sono mi non con da del si le dei nel alla come ma gli della più anche è ha lo",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij door hij werd naar uit was wordt",
    "pl": "na do nie się że to jest jak po co ale od za jego przez tym oraz był są dla także został które",
    "ru": "и в не на что с он как по это но из у за от так его для же был были также они которые после сообщил",
    "uk": "і в не на що з як та до це але за від його для про під час у він був були також вони які після є",
    "be": "і ў не на што з як да гэта але ад яго для пра ён быў былі таксама яны якія пасля",
    "bg": "и в на да не се от за с че по са като до това ще беше който",
    "mk": "и на во да се од за со е не што ги го ќе по како тоа беше тие кои",
    "sr": "и у на да је се за од са су не као што који то али био",
    "sh": "na je se za od sa su ne kao što koji iz po da bi bio nakon prema kako nije ali oni",
    "sk": "sa na je že do to vo pre bol ale ako po by ktoré sú nie aj pri už podľa",
    "tr": "ve bir bu da de için ile olarak olan çok daha gibi sonra kadar en ancak ne var",
    "az": "və bu ki bir ilə üçün də da olan sonra çox deyil edib",
    "ar": "في من على إلى أن إن التي عن مع هذا هذه كان ما لا الذي بعد قال قد كما وقد وعليهم",
    "fa": "در به از که این را با است برای آن یک خود تا بر هم شد ها می و",
    "ur": "کے میں کی ہے اور سے کا کو اس کہ نے پر ہیں یہ",
    "ps": "د په چې او ته له کې سره يې دي هم دا نه وو شوي يو",
    "ku": "û ku di de li ji bi jî ew ya ên yên bû na hat dike xwe ser min لە بە بۆ ئەو ئەم",
    "id": "yang dan di dengan untuk tidak dari ini itu pada dalam akan adalah oleh juga ke",
    "vi": "và của là có được cho không các trong người một với những đã này đến khi từ đều phải",
    "tl": "ang ng sa na mga at ay ni para si ito may kay nang isang kanyang din",
    "sw": "ya na wa kwa ni katika la za kuwa cha hiyo huo yake watu hii kama baada alisema wote zao",
    "so": "iyo oo ka ku in uu ay la waxaa ah waa ayaa soo si waxay kale aan isku",
    "ha": "da na ta ya wa su ba ne ce cikin kuma wani daga yi ake za don suna",
    "sq": "të në dhe që me për nga një së ka është nuk por si më kjo do ishte",
    "ro": "de în și la cu pe nu că este un din care pentru mai fost sunt prin",
    "cs": "se na že je do to ve pro byl ale jako po by které jsou",
    "hu": "az és hogy nem is egy meg volt ez van azt de csak már mint szerint",
    "sv": "och att det som en på är av för med den till inte har de ett om var men från sig efter",
    "da": "og at det er en til på som for med den af der ikke de han har et om var men blev efter også fra sig siger",
    "no": "og at det er en til på som for med den av ikke de han har et om var men ble etter også fra seg sier",
    "fi": "ja on ei että se oli hän mutta myös kun joka ovat sekä mukaan",
    "et": "ja on ei et see kui ka oli ta mis aga või ning nad pärast tema",
    "lt": "ir į kad iš su yra ne už tai kaip bet nuo dėl buvo jis po apie pagal",
    "lv": "un ir no ar par uz ka tas kas bet pēc lai arī bija nav kā viņš",
    "kk": "және бұл мен үшін де деп бір да ол болып осы олар кейін жоқ",
    "hi": "के में की है और से का को इस कि ने पर हैं यह था नहीं एक",
    "mr": "आणि आहे या व हे ते की होते आहेत त्या नाही असे",
    "ne": "र छ को मा यो छन् गरेको भएको लाई पनि थियो हो",
    "am": "ነው እና ላይ ውስጥ ነበር ወደ ጋር ግን እንደ ያለው ሁሉ",
    "ti": "እዩ ድማ ኣብ ናይ ነቲ ካብ ዝነበረ እቲ ምስ ከምዘሎ",
    "bn": "ও এই করে একটি থেকে না এবং হয় তার জন্য করা হয়েছে",
    "as": "আৰু এই কৰি পৰা নহয় হৈছে তেওঁ কৰা",
}  # fmt: skip

# Letters that few languages write; a word with one speaks for those that do.
LETTERS = {
    "de": "ß", "es": "ñ", "pt": "ãõ", "hu": "őű", "pl": "łąęśźż", "cs": "řůě", "sk": "ľĺŕ",
    "sh": "ćđ", "ro": "țșă", "tr": "ğı", "az": "əğı", "da": "æø", "no": "æø", "sv": "å", "sq": "ë",
    "lt": "ėųįą", "lv": "āēīķļņģ", "vi": "ơưđạảấầẩậắằẵặẹẻếềểệỉịọỏốồổộớờởợụủứừửữựỳỵỷ", "et": "õ",
    "uk": "їєґі", "be": "ўі", "ru": "ыэ", "bg": "ъ", "sr": "ђћј", "mk": "ѓќѕј", "kk": "құғәңіы",
    "fa": "گچپ", "ur": "ٹڈڑںے", "ps": "ټډړښځڅې", "ku": "êîû", "ne": "छ", "as": "ৰৱ",
}  # fmt: skip

_CYRILLIC = ("ru", "uk", "be", "bg", "mk", "sr", "kk")
_ARABIC = ("ar", "fa", "ur", "ps", "ku")
_OTHER = {
    "hi": "DEVANAGARI", "mr": "DEVANAGARI", "ne": "DEVANAGARI", "am": "ETHIOPIC", "ti": "ETHIOPIC",
    "bn": "BENGALI", "as": "BENGALI",
}  # fmt: skip

SCRIPTS_OF: dict[str, tuple[str, ...]] = {
    name: (
        *(("CYRILLIC",) if name in _CYRILLIC else ()),
        *(("ARABIC",) if name in _ARABIC else ()),
        *((_OTHER[name],) if name in _OTHER else ()),
        *(("LATIN",) if name not in (*_CYRILLIC, "ar", "fa", "ur", "ps", *_OTHER) else ()),
    )
    for name in SMALL_WORDS
} | {name: (script,) for script, name in BY_SCRIPT.items()}
"""The scripts that each language is written in."""
SCRIPTS_OF["ja"] = ("HIRAGANA", "KATAKANA", "CJK")

NAMES = {
    "am": "Amharic", "ar": "Arabic", "as": "Assamese", "az": "Azerbaijani", "be": "Belarusian",
    "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "gu": "Gujarati", "ha": "Hausa",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian",
    "id": "Indonesian or Malay", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "kk": "Kazakh", "km": "Khmer", "ko": "Korean", "ku": "Kurdish", "lo": "Lao",
    "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "mr": "Marathi", "my": "Burmese",
    "ne": "Nepali", "nl": "Dutch", "no": "Norwegian", "pa": "Punjabi", "pl": "Polish",
    "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sh": "Bosnian, Croatian, Montenegrin or Serbian", "si": "Sinhala", "sk": "Slovak",
    "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili",
    "ta": "Tamil", "te": "Telugu", "th": "Thai", "ti": "Tigrinya", "tl": "Filipino",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def words_of(name: str) -> frozenset[str]:
    """The small words of a language."""
    return frozenset(SMALL_WORDS[name].split())

"""Whether words for a person tell a man or a woman: titles, roles, common given names.

Only given names that are nearly always of one sex stand here: a name that is not in the lists tells
nothing, and "he" or "she" may mean its bearer.
"""

from __future__ import annotations

import re

from reportedly.text.normalise import fold
from reportedly.text.wordlist import word_set

_FEMALE = re.compile(
    r"\b(?:mrs|ms|miss|dame|lady|queen|princess|\w*woman|mother|daughter|sister|wife|widow|actress|"
    r"girl|aunt|grandmother|sra|madam|congresswoman|baroness|nun|waitress|heiress)\b",
    re.IGNORECASE,
)
_MALE = re.compile(
    r"\b(?:mr|sir|lord|king|prince|\w+sman|policeman|fireman|chairman|father|son|brother|husband|"
    r"widower|actor|boy|uncle|grandfather|man|businessman|congressman|baron|monk|imam|bishop)\b",
    re.IGNORECASE,
)
_WOMEN = word_set(
    "abigail adriana agnes aisha alice alicia amanda amina amy ana anastasia andrea angela anita ann "
    "anna anne annette annie antonia barbara beatrice bernadette beth betty brenda bridget camila "
    "carla carly carmen carol carolina caroline carolyn catherine cathy cecilia charlotte cheryl "
    "christina christine cindy claire clara claudia colleen crystal cynthia daniela deborah debbie "
    "denise diana diane dolores donna doris dorothy ebony edith eileen elaine eleanor elena elisabeth "
    "elizabeth ella ellen emily emma erica erin esther eva evelyn fatima fatma fiona florence frances "
    "gabriela gail galina gina giulia gloria grace greta hannah heather heidi helen helena hillary "
    "inga ingrid irene irina isabel isabella jacqueline jane janet janice jasmine jean jeanne jennifer "
    "jenny jessica joan joanna josephine joyce juanita judith judy julia julie karen karin kate "
    "katherine kathleen kathryn kathy katie kayleigh kellyanne khadija kimberly kristen kristin "
    "larisa laura lauren leila leticia lidia lillian linda lisa lois lorraine louise lucia lucy "
    "ludmila lydia lyudmila madeleine mandy margaret margarita maria marie marina marjorie marlene "
    "martha mary maureen megan melania melanie melissa mercedes michelle mildred miriam monica nadia "
    "nancy naomi natalia natalie natalya nicole nina nora norma oksana olga olivia oleksandra pamela "
    "patricia patti paula pauline penelope penny phyllis priscilla rachel raisa rebecca renee rita "
    "roberta rosa rose rosemary ruth sabrina sally samantha sandra sara sarah shannon sharon sheila "
    "shirley silvia simone sonia sophia sophie stella stephanie susan susana suzanne svetlana sylvia "
    "tamara tammy tanya tara tatiana tatyana teresa theresa tiffany tina ulyana ursula valentina "
    "valeria vanessa vera veronica victoria viktoria virginia vivian wendy yana yelena yulia yvette "
    "yvonne zainab zoe"
)
_MEN = word_set(
    "aaron abdul abdullah abraham adam adolfo adrian ahmad ahmed alan albert alberto alejandro "
    "aleksandr alessandro alexander alexei alfonso alfred ali allan allen alvin andreas andrei andrew "
    "andriy andrzej andy angelo anthony antonio arnold arthur artyom bashar ben benjamin bernard "
    "bernie bill billy bob boris brad bradley brandon brendan brett brian bruce bryan carl carlos "
    "cesar charles charlie chris christopher chuck clarence claude clifford colin craig curtis "
    "dan daniel danny darrell dave david dean denis dennis derek diego dmitri dmitry dmytro dominic "
    "don donald doug douglas dwight earl ed eddie edgar eduard eduardo edward edwin emmanuel enrique "
    "eric ernest ernesto eugene evan felipe felix fernando francisco francois frank franklin fred "
    "frederick gary geoffrey george gerald gerard giorgi giovanni giuseppe glenn gordon greg gregory "
    "guillermo gustavo guy hamid harold harry harvey hassan heinz henri henry herbert herman howard "
    "hugh hugo hussein ian ibrahim igor ilya isaac ismail ivan jack jacob jake james jared jason "
    "javier jeb jeff jeffrey jeremy jerome jerry jim jimmy joe joel joaquin johannes john johnny "
    "jonathan jorge jose josef joseph joshua josh juan julio justin karl keith ken kenneth kevin "
    "khalid kirill klaus kurt kyle larry lawrence lee leo leon leonard leonid lewis lloyd louis luis "
    "luke mahmoud malcolm manuel marc marco marcos marcus mario mark martin marvin matt matthew "
    "maurice max maxim michael miguel mike mikhail mitch mitt mohamed mohammad mohammed muhammad "
    "mustafa mykola nathan neil nicholas nick nigel nikolai nikolay norman oleg oleksandr oleksiy "
    "omar oscar otto pablo patrick paul pavel pavlo pedro peter petro phil philip phillip pierre "
    "rafael ralph ramon ramzan randy raul ray raymond reince ricardo richard rick rob robert roberto "
    "rodney roger roman ron ronald ross roy rudolf rudy ruslan russell ryan salvador sam samuel saul "
    "scott sean sebastian sergei sergey serhiy sergio seth simon stanislav stanley stefan stephen "
    "steve steven stuart ted terrence theodore thomas tim timothy toby todd tom tony travis trevor "
    "tyler vadim valentin valery vasily vernon victor viktor vincent vitaly vladimir vladislav "
    "volodymyr vyacheslav wade walter warren wayne werner wilhelm william willie wolfgang xavier "
    "yaroslav yevgeny yuri yury yusuf zachary"
)


def told_by(words: str) -> str | None:
    """What titles, roles and nouns tell: ``"f"``, ``"m"`` or ``None``."""
    if _FEMALE.search(words):
        return "f"
    return "m" if _MALE.search(words) else None


def told_by_name(name: str) -> str | None:
    """What the given name of a full name tells; ``None`` for a surname alone."""
    parts = re.findall(r"[^\W\d_]+", name)
    if len(parts) < 2:
        return None
    given = fold(parts[0])
    if given in _WOMEN:
        return "f"
    return "m" if given in _MEN else None

"""Words that say which of our kinds a name of a set may be, where the set has a coarser label.

They decide two things only: which organisations are military units or armed groups (no set says
so), and where a kind that a set does not mark might stand all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from training.named_text import COUNT, DATE, MILITARY, MONEY, ORGANIZATION, WEAPON, NameSpan

_UNIT = re.compile(
    r"\b(army|navy|air force|armed forces?|(defen[cs]e|security|ground|aerospace|mobili[sz]ation"
    r"|special operations|democratic|logistics support) forces?|brigades?|battalions?|regiments?"
    r"|battery|squadron|platoon|fleet|legion|militias?|marines|([IVX]+|[a-z]+(st|nd|rd|th)|army"
    r"|marine|volunteer|guards?) corps|expeditionary (wing|group)|(fighter|air refueling) wing"
    r"|(central|component) command|(national|border|coast|revolutionary|republican|presidential) guards?|peshmerga"
    r"|special troops|(joint|amphibious) task (force|group)|task force \d+|ctf \d+|liberation (front|army)|people[’']s protection units"
    r"|self-defen[cs]e (forces?|groups?)|fighters|insurgents)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(taliban|farc|eln|isis|isil|islamic state|da[’']?esh|al[- ]qa[ei]da( in iraq)?|aqi|aqap"
    r"|hezbollah|hizbullah|hamas|houthis?|pkk|ypg|irgc|idf|isf|sdf|pla|ltte|m23|boko haram"
    r"|al[- ]shabaab|wagner|centcom|navcent|ansar al-\w+|zapatista army\b.*|lord[’']s resistance"
    r" army|jabhat al-\w+|al-nusra|islamic jihad|sandinista national liberation front)\b",
    re.IGNORECASE,
)
_NOT_A_UNIT = re.compile(
    r"\b(academy|college|school|university|museum|industries|hospital|club|stadium|peace corps"
    r"|salvation army|council|financial|ministry|ministers?|press|marine (science|life|research)"
    r"|recording|records|band|album|football|league)\b",
    re.IGNORECASE,
)
_WEAPON = re.compile(
    r"\b((machine|sub-?machine|hand|shot)?guns?|rifles?|pistols?|revolvers?|weapons?|weaponry"
    r"|munitions?|ammunition|bullets?|bombs?|bomblets?|grenades?|mines?|mortars?|artillery"
    r"|howitzers?|rockets?|missiles?|launchers?|shells?|torpedo(es)?|warheads?|explosives?|ieds?"
    r"|vbieds?|tanks?|apcs?|vehicles?|trucks?|lorr(y|ies)|jeeps?|cars?|vans?|bus(es)?|pickups?"
    r"|hilux(es)?|convoys?|aircraft|airplanes?|planes?|jets?|helicopters?|choppers?|drones?|uavs?"
    r"|bombers?|ships?|warships?|destroyers?|frigates?|submarines?|boats?|vessels?|carriers?"
    r"|tankers?|excavators?|bulldozers?|knife|knives|machetes?|swords?|boeing|airbus|bayraktars?"
    r"|kalashnikovs?|[a-z]{1,3}-\d{1,3}s?)\b",
    re.IGNORECASE,
)
NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty"
    "|seventy|eighty|ninety|hundred|hundreds|thousand|thousands|million|millions|billion"
    "|billions|dozen|dozens|score|scores|tens|several|half|couple|few|many|both|lakh"
    "|crore"
)
"""As one pattern."""
TITLES = re.compile(
    r"\b(minister|secretary|president|envoy|representative|spokes\w+|general|gen|col|lt|sgt|capt"
    r"|maj|prime|foreign|deputy|ambassador|senator|director|commander|sir|king|queen|dr|mr|mrs|ms"
    r"|class|chief|officer|airman|pope|operator|department|madam|madame|professor|prof|judge"
    r"|justice|emperor|empress|speaker|chair|congress(wo)?man|miss|inspector|tsar|doctor|mayor"
    r"|lord|lords|reverend|rev|premier|prince|princess|governor|colonel|major|captain|sheikh"
    r"|u\.s|us|vice|former|members)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(rf"(?<![\w-])(\d[\d,.]*\w*|{NUMBER_WORDS})(?!\w)", re.IGNORECASE)
_CALENDAR = re.compile(
    r"(?<!\w)((mon|tues|wednes|thurs|fri|satur|sun)day|jan(uary|\.)?|feb(ruary|\.)?|mar(ch|\.)"
    r"|april|apr\.|may|june|july|aug(ust|\.)|sept?(ember|\.)|oct(ober|\.)|nov(ember|\.)"
    r"|dec(ember|\.)|1[0-9]\d\ds?|20\d\ds?)(?!\w)",
    re.IGNORECASE,
)
_SUM = re.compile(r"[$£€¥₹]\s?\d[\d,.]*( (million|billion|trillion))?|\d[\d,.]* (dollars|euros)")


def organisation_kind(name: str) -> str:
    """Whether the name of an organisation is that of a military unit or armed group."""
    if _NOT_A_UNIT.search(name):
        return ORGANIZATION
    return MILITARY if _UNIT.search(name) or _GROUP.search(name) else ORGANIZATION


def is_weapon(name: str) -> bool:
    """Whether a name holds a word for a weapon, a vehicle or a platform."""
    return _WEAPON.search(name) is not None


def is_calendar(words: str) -> bool:
    """Whether words name a day, a month or a year of the calendar, as the marked dates do."""
    return _CALENDAR.search(words) is not None


def possible(text: str, kinds: Iterable[str]) -> list[NameSpan]:
    """Where these kinds could stand in a text that does not mark them.

    Args:
        text: Any.
        kinds: Of weapon, count, date and money.
    """
    patterns = {WEAPON: _WEAPON, COUNT: _NUMBER, DATE: _CALENDAR, MONEY: _SUM}
    return [
        NameSpan(hit.start(), hit.end(), (kind,))
        for kind in kinds
        for hit in patterns[kind].finditer(text)
    ]

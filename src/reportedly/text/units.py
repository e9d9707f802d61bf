"""What is counted: nouns by unit family, and the strength of military units."""

from __future__ import annotations

from functools import lru_cache

from reportedly.text.wordlist import word_set

FAMILIES = {
    "people": word_set(
        "person people man men woman women child children boy girl baby infant teenager adult "
        "civilian soldier troop fighter serviceman servicemen servicewoman servicewomen volunteer "
        "recruit conscript reservist deserter defector militant insurgent rebel partisan "
        "mercenary veteran officer commander guard policeman policemen policewoman policewomen "
        "paramedic medic doctor nurse patient worker miner employee staff labourer laborer "
        "engineer technician firefighter fireman firemen rescuer driver pilot sailor marine crew "
        "passenger tourist traveller traveler pedestrian resident inhabitant villager citizen "
        "national foreigner migrant refugee evacuee displaced homeless member supporter follower "
        "activist protester protestor demonstrator marcher participant attendee student pupil "
        "teacher schoolchild schoolchildren journalist reporter lawyer prisoner detainee inmate "
        "hostage captive suspect defendant gunman gunmen attacker assailant terrorist bomber "
        "casualty injury victim fatality death body corpse dead survivor injured wounded missing "
        "infantryman infantrymen airman airmen paratrooper combatant operative agent spy informant saboteur "
        "farmer fisherman fishermen shepherd trader vendor shopper customer worshipper worshiper "
        "pilgrim official diplomat minister deputy lawmaker legislator senator voter candidate "
        "relative parent mother father son daughter brother sister friend neighbour "
        "neighbor colleague candidate trainee instructor expert specialist observer monitor "
        "personnel manpower bystander onlooker eyewitness witness legionnaire legionary cadet "
        "sniper gunner tanker crewman crewmen operator mobilised mobilized human souls soul "
        "americans britons ukrainians russians belarusians georgians poles israelis palestinians "
        "syrians iraqis iranians afghans chechens turks kurds indians pakistanis europeans "
        "africans asians muslims christians jews foreigners"
    ),
    "vehicles": word_set(
        "vehicle car truck lorry van bus minibus ambulance tank apc ifv humvee jeep tractor "
        "motorcycle motorbike bicycle train wagon carriage locomotive trailer bulldozer excavator "
        "convoy boat ship vessel ferry barge submarine frigate"
    ),
    "aircraft": word_set(
        "aircraft airplane aeroplane plane jet helicopter drone uav uavs "
        "quadcopter glider balloon warplane airliner"
    ),
    "weapons": word_set(
        "missile rocket shell bomb mine mortar howitzer gun rifle pistol weapon grenade launcher "
        "projectile warhead cartridge bullet manpads manpad torpedo explosive"
    ),
    "buildings": word_set(
        "building house home apartment flat dwelling school hospital clinic church mosque shop "
        "store warehouse factory shed barn garage bridge depot station substation hangar bunker "
        "tower dam kindergarten facility structure block hotel office"
    ),
    "settlements": word_set("settlement village town city hamlet district community neighbourhood neighborhood"),
    "attacks": word_set(
        "attack strike airstrike raid assault ambush bombing shelling explosion blast incident "
        "clash incursion sortie operation act shot shooting hit fire"
    ),
    "applications": word_set("application request appeal complaint petition report claim statement post message photo video picture"),
    "households": word_set("family household"),
    "groups": word_set("group organisation organization gang party movement faction team cell"),
}  # fmt: skip
"""Unit families with the singulars (and irregular plurals) of their nouns."""

_FAMILY = {noun: family for family, nouns in FAMILIES.items() for noun in nouns}

HARMED = word_set(
    "killed dead wounded injured hurt missing arrested detained evacuated displaced hospitalised "
    "hospitalized captured abducted kidnapped drowned executed burned maimed died deceased "
    "mobilised mobilized deported expelled stranded trapped homeless"
)
"""Words that, right after a number, say that people were counted ("12 dead", "ten were hurt")."""

UNITS_OF_TIME = word_set(
    "second minute hour day night morning evening afternoon week weekend fortnight month year decade century season quarter "
    "time o'clock am pm min mins sec secs hr hrs"
)

MEASURES = word_set(
    "kilometre kilometer km metre meter m cm mm mile mi yard foot feet ft inch hectare ha acre ton tonne "
    "kilogram kg gram litre liter barrel degree megawatt mw kw volt knot mph kph "
    "point percentage"
)

MONEY = word_set(
    "dollar euro pound ruble rouble hryvnia yuan yen rupee franc krona krone zloty lira shekel "
    "peso real cent usd eur gbp rub uah"
)

IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "servicemen": "serviceman", "policemen": "policeman", "gunmen": "gunman", "airmen": "airman", "caches": "cache", "headaches": "headache", "avalanches": "avalanche", "lives": "life",
    "families": "family", "casualties": "casualty", "bodies": "body", "houses": "house",
    "buses": "bus", "boxes": "box", "knives": "knife", "wives": "wife", "thieves": "thief",
}  # fmt: skip


@lru_cache(maxsize=4096)
def lemma(word: str) -> str:
    """The singular of an English noun, by its ending."""
    low = word.lower().removesuffix("'s").removesuffix("’s").rstrip("'’")
    if low in IRREGULAR:
        return IRREGULAR[low]
    if low in _FAMILY or len(low) < 4 or low.endswith(("ss", "us", "is")) or not low.endswith("s"):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "ches", "shes", "xes", "zes")):
        return low[:-2]
    return low[:-1]


def family(word: str) -> str | None:
    """The unit family of a counted noun, in the singular or plural; ``None`` if it has none."""
    low = word.lower()
    return _FAMILY.get(low) or _FAMILY.get(lemma(low))


STRENGTH = {
    "squad": (4, 13), "platoon": (15, 50), "company": (60, 250), "battery": (50, 200),
    "squadron": (60, 250), "battalion": (300, 1_000), "regiment": (1_000, 3_500),
    "brigade": (1_500, 6_000), "division": (6_000, 25_000), "corps": (20_000, 80_000),
}  # fmt: skip
"""Least and most people of a military unit (see the table in ``docs/reference/details.md``)."""

ARMS = word_set(
    "infantry tank rifle armoured armored mechanised mechanized motorised motorized motor assault "
    "airborne air reconnaissance recon artillery engineer sapper marine mountain ranger commando "
    "drone mortar guards border territorial volunteer penal storm special cavalry parachute"
)
"""Words that show a company, squad, division or corps to be a military one."""

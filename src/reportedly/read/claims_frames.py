"""Which measure a number in a sentence is of: the verbs and nouns around it.

A number is of a measure only where the words say so: a verb that was done to the counted people
("12 people were killed", "killed 12"), a noun that counts them ("a death toll of 12", "12 deaths"),
or the frame of a number just before it ("four were killed and 17 injured"). Anything else is not.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.statement import Modality
from reportedly.read.claims_scene import Count, Scene
from reportedly.text.units import lemma
from reportedly.text.wordlist import word_set


@dataclass(frozen=True, slots=True)
class Frame:
    """What a number is of.

    Attributes:
        measure: As in `Claim.measure`.
        at: Index of the word that says so.
        modality: Possible for "feared", else certain.
        update: Whether the words revise a figure.
        toll: Whether a noun like "toll" counts, so that the number before "from" is the older one.
    population: Whom the toll counts ("the number of guards killed"), in lower case.
    """

    measure: str
    at: int
    modality: Modality = Modality.CERTAIN
    update: bool = False
    toll: bool = False
    population: str = ""


_DONE = {
    "killed": "killed slain murdered executed massacred dead",
    "injured": "injured wounded hurt maimed hospitalised hospitalized admitted",
    "missing": "missing unaccounted",
    "arrested": "arrested detained held custody jailed apprehended",
    "captured": "captured kidnapped abducted hostage hostages prisoner",
    "treated": "treated",
    "displaced": "evacuated displaced homeless uprooted",
    "vehicles_lost": "destroyed burned burnt damaged downed torched wrecked sunk gutted disabled",
}
DONE = {word: measure for measure, words in _DONE.items() for word in words.split()}
"""Participles and adjectives said of the counted ("12 were killed", "12 dead")."""

_OWN = {
    "killed": "died perished drowned",
    "displaced": "fled",
    "vehicles_lost": "burned burnt",
}
OWN = {word: measure for measure, words in _OWN.items() for word in words.split()}
"""What the counted did themselves ("12 died")."""

_DOING = {
    "killed": "kill kills killed killing murdered murdering executed executing claimed claiming",
    "injured": "injure injures injured injuring wound wounds wounded wounding hurt hurting hurts "
    "admitted",
    "arrested": "arrest arrests arrested arresting detained detaining detain jailed",
    "captured": "captured capturing kidnapped kidnapping abducted abducting",
    "treated": "treated treating",
    "displaced": "evacuated evacuating displaced displacing",
    "vehicles_lost": "destroyed destroying destroy damaged damaging torched torching downed downing",
    "losses": "lost losing lose",
}
DOING = {word: measure for measure, words in _DOING.items() for word in words.split()}
"""Verbs whose object is counted ("killed 12 people")."""

_NOUN = {
    "killed": "death fatality",
    "injured": "injury",
    "casualties": "casualty",
    "arrested": "arrest detention",
    "attacks": "attack strike airstrike raid bombing explosion shelling assault ambush",
    "applications": "application request",
}
NOUN = {word: measure for measure, words in _NOUN.items() for word in words.split()}
"""Counted nouns that are the measure themselves ("12 deaths")."""

_TOLL = {
    "killed": "toll dead deaths killed fatalities died",
    "injured": "injured wounded hurt injuries",
    "missing": "missing",
    "casualties": "casualties",
    "arrested": "arrests arrested detained detainees",
    "displaced": "displaced evacuated",
    "applications": "applications requests",
}
TOLL = {word: measure for measure, words in _TOLL.items() for word in words.split()}
"""Nouns that a number is given of ("the toll rose to 12", "put the dead at four")."""

PEOPLE_LOST = word_set("people None")
MACHINES = word_set("vehicles aircraft")

_STEP = word_set(
    "was were are is be been being have has had having now also already still later since then "
    "reportedly allegedly confirmed known to believed reported said thought understood others "
    "other more people left pronounced declared found seriously severely slightly badly critically "
    "lightly fatally remain remains remained who that least of them it its the their his her so far "
    "as initially being feared got wounds bodies presumed listed counted taken rushed brought sent "
    "persons all both lay lying"
)
"""Words that may stand between the counted and what was done to them."""

_HELPER = word_set(
    "was were are is be been being have has had having remain remains remained got lay"
)
_LINK = word_set("in at on near of from inside outside by around with among aboard under who")
_BREAK = word_set(
    "and but when while after as because which if before until although though or than"
)
_RISE = word_set(
    "rose risen rises rise climbed climbs climb jumped jumps increased increases grew grown grows "
    "raised raises revised revises corrected corrects correction updated now lowered reduced "
    "climbing rising bringing brings brought pushed pushing"
)
_JOIN = word_set(
    "to from at of is was reached reaches numbered hit exceeds exceed exceeded stands stood "
    "by total totalled totaled : numbering , passed topped"
)
_PART = word_set("the them those these whom us")
_REACH = 14


def frame(scene: Scene, count: Count, earlier: Frame | None) -> Frame | None:
    """What a number is of, or ``None``.

    Args:
        scene: The sentence.
        count: The number.
        earlier: The frame of the number before it in the sentence, if it has one.
    """
    if is_part(scene, count) or count.value.unit in ("years", "litre") or _is_age(scene, count):
        return None
    found = (
        _noun(scene, count)
        or _toll(scene, count)
        or _done(scene, count)
        or _doing(scene, count)
        or _joined(scene, count, earlier)
        or (earlier if is_inside(scene, count) else None)
    )
    return found if found and fits_unit(found.measure, count) else None


def _is_age(scene: Scene, count: Count) -> bool:
    """Whether it is a bare number after a name: "Ina Roke, 34 who"."""
    at = count.first
    return not count.noun and at > 1 and scene.low(at - 1) == "," and scene.items[at - 2].capital


def shared(scene: Scene, count: Count, following: Count) -> bool:
    """Whether two numbers stand side by side, so that one verb is said of both."""
    between = [scene.low(at) for at in range(count.after, following.first)]
    return bool(count.noun) and between in (["and"], [","], [",", "and"])


def fits_unit(measure: str, count: Count) -> bool:
    """Whether what is counted can be of the measure: people are killed, lorries are destroyed."""
    unit = count.value.unit
    if measure == "vehicles_lost":
        return unit in MACHINES
    if measure in ("attacks", "applications"):
        return True
    known = unit is None or unit in ("people", "percent", "groups", "households")
    return known or lemma(unit or "") in _ALSO_PEOPLE


_ALSO_PEOPLE = word_set(
    "other teen youth minor kid youngster male female local pensioner juvenile agent life live "
    "death fatality injury casualty arrest prisoner detention gangster bystander homeowner robber "
    "burglar dealer gunman 'other"
)


def is_part(scene: Scene, count: Count) -> bool:
    """Whether it counts a part of another number ("nine of the dead", "two of them")."""
    at = count.end
    if scene.low(at) != "of" or scene.low(at + 1) not in _PART or count.found.rule == "percent":
        return False
    return scene.low(at + 1) != "the" or scene.low(at + 2) in (*TOLL, *DONE, "victims", "bodies")


def is_inside(scene: Scene, count: Count) -> bool:
    """Whether it counts some of the people counted before it: "including three children"."""
    before = [scene.low(at) for at in range(max(0, count.first - 3), count.first)]
    return "including" in before or "among" in before


def _noun(scene: Scene, count: Count) -> Frame | None:
    head = lemma(count.noun.split()[-1]) if count.noun else ""
    measure = NOUN.get(head)
    if measure is None:
        return None
    if measure == "attacks" and not _acts(scene, count):
        return None
    return Frame(measure, max(0, count.after - 1), update=_rises(scene, count.first))


def _acts(scene: Scene, count: Count) -> bool:
    """Whether attacks are counted as having been made, not as a part of another thing."""
    around = [scene.low(at) for at in range(max(0, count.first - 6), count.after + 8)]
    return any(word in _MADE for word in around)


_MADE = word_set(
    "carried conducted launched documented recorded counted reported mounted staged made committed "
    "registered repelled"
)


def _toll(scene: Scene, count: Count) -> Frame | None:
    """A noun before the number that it is given of, with a joining word between."""
    first = count.first
    joint = scene.low(first - 1)
    if joint not in _JOIN:
        return None
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = scene.low(at)
        if word in (";", ".", ":") and at != first - 1:
            return None
        if any(other.first <= at < other.end for other in scene.counts) and joint != "to":
            return None
        measure = TOLL.get(word)
        if measure is None or not _counts_them(scene, at, first):
            continue
        if joint in ("of", ",", ":") and at != first - 2:
            continue
        if joint == "from" and not _rises(scene, first):
            continue
        return Frame(measure, at, update=_rises(scene, first), toll=True, population=_of(scene, at))
    return None


def _of(scene: Scene, at: int) -> str:
    """Whom "the number of guards killed" counts."""
    if scene.low(at - 2) == "of" and scene.low(at - 3) in ("number", "numbers", "figure"):
        return scene.low(at - 1)
    return ""


def _counts_them(scene: Scene, at: int, first: int) -> bool:
    """Whether the word counts rather than tells: "the dead", "number of people killed", "toll"."""
    word = scene.low(at)
    if word in ("toll", "fatalities", "casualties", "deaths", "injuries"):
        return True
    before = [scene.low(step) for step in range(max(0, at - 6), at)]
    if "number" in before or "numbers" in before or "figure" in before:
        return True
    if word in ("applications", "requests"):
        return scene.low(first - 1) in (
            "exceed",
            "exceeds",
            "exceeded",
            "reached",
            "numbered",
            "at",
        )
    return scene.low(at - 1) == "the" and word in (
        "dead",
        "injured",
        "wounded",
        "missing",
        "displaced",
    )


def _rises(scene: Scene, first: int) -> bool:
    begin, _ = scene.clause(first)
    return any(scene.low(at) in _RISE for at in range(max(begin, first - 20), first))


def _done(scene: Scene, count: Count) -> Frame | None:
    """What was done to the counted, or what they did, in the words after the number."""
    at, helped, inside, doubt = count.after, False, False, Modality.CERTAIN
    for _ in range(_REACH):
        at = _past_aside(scene, at)
        word = scene.low(at)
        if not word or word in (".", ";", ":", "!", "?"):
            return None
        if word == "feared":
            doubt = Modality.POSSIBLE
        said = _said_of(scene, at, helped)
        if said:
            if doubt is Modality.POSSIBLE and said in ("killed", "missing"):
                return Frame("missing", at, Modality.PROBABLE)
            return Frame(said, at, doubt, update=_rises_after(scene, count.after, at))
        if any(other.first == at for other in scene.counts if other is not count):
            return None
        if word in _HELPER:
            helped, inside = True, False
        elif word in _LINK:
            inside = True
        elif word in _BREAK or (word not in _STEP and not inside):
            return None
        at += 1
    return None


def _past_aside(scene: Scene, at: int) -> int:
    """Index after ", including three children," or "(two of them guards)"."""
    if scene.low(at) not in (",", "("):
        return at
    closing = "," if scene.low(at) == "," else ")"
    if closing == "," and scene.low(at + 1) not in _ASIDE and not scene.low(at + 1).isdigit():
        return at
    for step in range(at + 1, min(at + 14, len(scene.items))):
        if scene.low(step) == closing:
            return step + 1
    return at


_ASIDE = word_set("including among most some all many mostly mainly aged both one two three at")


def _said_of(scene: Scene, at: int, helped: bool) -> str | None:
    """The measure of the word at ``at``, said of the people counted before it."""
    word = scene.low(at)
    if word == "held" and not helped:
        return None
    phrase = _PHRASES.get(word)
    if phrase:
        return phrase(scene, at)
    measure = OWN.get(word) or DONE.get(word)
    if measure is None or (not helped and _has_object(scene, at, word)):
        return None
    both = {measure, DONE.get(scene.low(at + 2), "")} == {"killed", "injured"}
    return "casualties" if both and scene.low(at + 1) in ("and", "or") else measure


def _lost(scene: Scene, at: int) -> str | None:
    own = scene.low(at + 1) in ("their", "his", "her")
    return "killed" if own and scene.low(at + 2) in ("lives", "life") else None


def _taken(scene: Scene, at: int) -> str | None:
    if scene.low(at + 1) in ("prisoner", "hostage", "captive"):
        return "captured"
    if {"prisoners", "hostages", "captives"} & {
        scene.low(at - 1),
        scene.low(at - 2),
        scene.low(at - 3),
    }:
        return "captured"
    return "injured" if "hospital" in _next(scene, at + 1, 6) else None


def _moved(scene: Scene, at: int) -> str | None:
    return "displaced" if scene.low(at + 1) == "out" else None


def _forced(scene: Scene, at: int) -> str | None:
    near = _next(scene, at + 1, 6)
    return "displaced" if "homes" in near or "leave" in near else None


def _next(scene: Scene, at: int, steps: int) -> list[str]:
    return [scene.low(step) for step in range(at, at + steps)]


def _shot(scene: Scene, at: int) -> str | None:
    near = _next(scene, at + 1, 3)
    if "dead" in near or "death" in near or ("killed" in near and "and" in near):
        return "killed"
    if "wounded" in near or "injured" in near:
        return "injured"
    return "casualties"


_PHRASES = {"lost": _lost, "taken": _taken, "moved": _moved, "forced": _forced, "shot": _shot}
"""Words that say what was done only together with those after them."""


def _has_object(scene: Scene, at: int, word: str) -> bool:
    """Whether the word is the counted people's own deed: "12 soldiers killed three civilians"."""
    if word in OWN or word in ("dead", "missing", "custody", "homeless", "hostage", "prisoner"):
        return False
    following = scene.low(at + 1)
    return following in _OBJECT or any(other.first == at + 1 for other in scene.counts)


_OBJECT = word_set("a an the his her their him them it its more another")


def _rises_after(scene: Scene, start: int, end: int) -> bool:
    """Whether what was known is revised: "are now known to have died", not "are now missing"."""
    words = [scene.low(at) for at in range(start, end)]
    return "now" in words and ("known" in words or "confirmed" in words)


def _doing(scene: Scene, count: Count) -> Frame | None:
    """The verb whose object is counted, in the words before the number."""
    at = count.first - 1
    while at >= 0 and scene.low(at) in _BEFORE_NUMBER:
        at -= 1
    word = scene.low(at)
    measure = DOING.get(word)
    if word in ("down", "out") and scene.low(at - 1) in ("shot", "knocked"):
        measure = "vehicles_lost"
    if word == "in" and scene.low(at - 1) == "took" and count.value.unit in (None, "people"):
        return Frame("injured", at) if "hospital" in _words_before(scene, at) else None
    if word == "of":
        measure = {
            "death": "killed",
            "deaths": "killed",
            "killing": "killed",
            "murder": "killed",
            "murders": "killed",
            "arrest": "arrested",
            "arrests": "arrested",
            "loss": "losses",
        }.get(scene.low(at - 1))
    if word == "took" and count.noun.endswith(("prisoners", "hostages", "captives")):
        measure = "captured"
    if measure is None or _passive(scene, at) or scene.low(at - 1) in ("to", "not", "can", "will"):
        return None
    if word.startswith("claim") and "lives" not in (*_next(scene, at + 1, 4), *count.noun.split()):
        return None
    if measure == "losses" and not _loses_people(count):
        measure = "vehicles_lost" if count.value.unit in MACHINES else None
    if measure == "vehicles_lost" and count.value.unit in ("people", None):
        return None
    return Frame(measure, at, update=_rises(scene, count.first)) if measure else None


_BEFORE_NUMBER = word_set(
    "another a an further additional other some the his her their its lives life total as many "
    "estimated"
)


def _words_before(scene: Scene, at: int) -> list[str]:
    return [scene.low(step) for step in range(max(0, at - 12), at)]


def _loses_people(count: Count) -> bool:
    return count.value.unit == "people" and bool(count.noun)


def _passive(scene: Scene, at: int) -> bool:
    """Whether the verb was done to its subject, so that the number after it is another thing."""
    word = scene.low(at)
    if word.endswith("ing") or word in ("of", "down", "out"):
        return False
    return scene.low(at - 1) in ("was", "were", "been", "being", "is", "are", "be")


def _joined(scene: Scene, count: Count, earlier: Frame | None) -> Frame | None:
    """The frame of the number before, carried on: "killed three soldiers and two policemen"."""
    before = [other for other in scene.counts if other.first < count.first]
    if earlier is None or not before or earlier.toll:
        return None
    last = before[-1]
    between = [scene.low(at) for at in range(last.after, count.first)]
    if earlier.at >= last.first or not count.noun:
        return None
    return earlier if between in (["and"], [","], [",", "and"]) else None

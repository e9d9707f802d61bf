"""Generated accounts for the benchmarks: fictional, seeded, with known copies.

Ten reports to an event; events are spread over fictional towns and days, so that a case ten times
as large has ten times as many events, not ten times as many reports of one.
"""

from __future__ import annotations

import html
import random
from collections.abc import Iterator
from dataclasses import dataclass

REPORTS_PER_EVENT = 10
SHARE_COPIED = 0.3

SYLLABLES = [
    "bar",
    "bel",
    "cor",
    "dal",
    "den",
    "esk",
    "far",
    "gol",
    "har",
    "ist",
    "jor",
    "kal",
    "lor",
    "mar",
    "nor",
    "ost",
    "pel",
    "rav",
    "sel",
    "tor",
    "ulm",
    "ven",
]
ENDINGS = ["ford", "wick", "mouth", "burgh", "haven", "stad", "minster", "dale"]
FIRST = [
    "Ada",
    "Bruno",
    "Clara",
    "Daniel",
    "Edda",
    "Felix",
    "Greta",
    "Henrik",
    "Ilse",
    "Jonas",
    "Katya",
    "Lucas",
    "Mira",
    "Nils",
    "Olga",
    "Pavel",
]
ACTS = ("explosion", "fire", "clash", "attack", "flood", "raid")
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SMALL = ("the", "a", "of", "to", "in", "and", "for", "with", "by", "from", "at", "on", "was", "had")
VOCABULARY = [a + b + c for a in SYLLABLES for b in SYLLABLES for c in ("", "en", "ing", "s")]


def _filler(chance: random.Random) -> str:
    """A sentence that says nothing of the event and shares no run of words with another.

    Made of made-up words: prose from templates would be found, rightly, to be reworded copies.
    """
    length = chance.randint(14, 22)
    words = [
        chance.choice(SMALL) if chance.random() < 0.4 else chance.choice(VOCABULARY)
        for _ in range(length)
    ]
    return f"{' '.join(words).capitalize()}."


@dataclass(frozen=True, slots=True)
class Account:
    """One generated file."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class _Event:
    town: str
    act: str
    day: int
    killed: int
    hurt: int
    mayor: str
    commander: str
    group: str


def accounts(count: int, seed: int = 20311122) -> Iterator[Account]:
    """Yield ``count`` accounts, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311
    earlier: list[list[str]] = []
    for number in range(count):
        if number % REPORTS_PER_EVENT == 0:
            event = _event(chance)
            earlier = []
        outlet = f"{_name(chance).title()} {chance.choice(('Herald', 'Post', 'Courier', 'Times'))}"
        if earlier and chance.random() < SHARE_COPIED:
            body = _copy(chance, chance.choice(earlier))
        else:
            body = _body(chance, event)
        earlier.append(body)
        yield _account(chance, number, outlet, event, body)


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=2)) + chance.choice(ENDINGS)


def _person(chance: random.Random) -> str:
    return f"{chance.choice(FIRST)} {_name(chance).title()}"


def _event(chance: random.Random) -> _Event:
    return _Event(
        town=_name(chance).title(),
        act=chance.choice(ACTS),
        day=chance.randint(1, 28),
        killed=chance.randint(2, 30),
        hurt=chance.randint(5, 90),
        mayor=_person(chance),
        commander=_person(chance),
        group=f"{_name(chance).title()} Brigade",
    )


def _body(chance: random.Random, event: _Event) -> list[str]:
    killed = event.killed + chance.choice((0, 0, 0, 1, -1))
    day = chance.choice(WEEKDAYS)
    group, town, act = event.group, event.town, event.act
    said = [
        chance.choice(
            (
                f"At least {killed} people were killed and {event.hurt} injured in the {act} in {town} on {day}, the police said.",
                f"Police put the dead of {day}'s {act} in {town} at {killed}; {event.hurt} more were hurt.",
                f"The {act} that shook {town} on {day} left {killed} people dead and wounded {event.hurt}, according to the police.",
            )
        ),
        chance.choice(
            (
                f"“We have treated {event.hurt} people since the morning,” said {event.mayor}, the mayor of {town}.",
                f"{event.mayor}, mayor of {town}, told reporters that {event.hurt} had been taken to hospital.",
            )
        ),
        chance.choice(
            (
                f"The {group} denied that it was responsible for the {act}.",
                f"A statement of the {group} said it had nothing to do with it and accused the ministry.",
            )
        ),
        chance.choice(
            (
                f"According to {event.commander}, who commands the {group}, several dozen of its fighters were in {town}.",
                f"{event.commander}, commander of the {group}, said that it had about {event.hurt * 4} fighters.",
            )
        ),
        chance.choice(
            (
                f"A senior official, who asked not to be named, said up to {killed + 4} might have died.",
                "The figures could not be independently confirmed.",
            )
        ),
    ]
    chance.shuffle(said)
    return [f"{line} {_filler(chance)} {_filler(chance)}" for line in said] + [
        " ".join(_filler(chance) for _ in range(4)) for _ in range(2)
    ]


def _copy(chance: random.Random, body: list[str]) -> list[str]:
    return body if chance.random() < 0.5 else body[: max(3, len(body) - 2)]


def _account(
    chance: random.Random, number: int, outlet: str, event: _Event, body: list[str]
) -> Account:
    title = f"{event.act.title()} in {event.town}: what is known"
    if number % 2:
        text = f"{title}\n\n" + "\n\n".join(body) + "\n"
        return Account(f"report-{number:05}.txt", text.encode())
    date = f"2031-05-{event.day:02}T{chance.randint(6, 22):02}:00:00Z"
    inner = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in body)
    page = f"""<!doctype html><html lang="en"><head><title>{title} | {outlet}</title>
<meta property="og:site_name" content="{outlet}"><meta property="article:published_time" content="{date}">
</head><body><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/about">About</a></nav>
<main><article><h1>{title}</h1>{inner}</article></main>
<aside><h2>Related</h2><ul><li><a href="/a">Harbour to be dredged</a></li><li><a href="/b">Council meets</a></li></ul></aside>
<footer><form><label>Newsletter <input name="mail"></label></form>© 2031 {outlet}</footer></body></html>"""
    return Account(f"report-{number:05}.html", page.encode())

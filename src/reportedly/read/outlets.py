"""Know the names of outlets: those the case names, agencies, and names made like an outlet's."""

from __future__ import annotations

import re

from reportedly.model.report import Report
from reportedly.model.settings import Settings
from reportedly.text.normalise import fold
from reportedly.text.wordlist import word_set

_AGENCIES = word_set(
    "reuters ap afp dpa tass interfax xinhua upi efe ansa kyodo bloomberg bbc cnn nbc cbs abc "
    "npr pbs itv nhk dw rfe/rl rferl al-jazeera aljazeera axios politico buzzfeed bellingcat "
    "meduza ukrinform unian hromadske suspilne nexta mediazona novaya"
)
_WORDS = re.compile(
    r"\b(?:times|herald|post|news|express|gazette|tribune|telegraph|guardian|mail|courier|journal|"
    r"observer|chronicle|mirror|star|sun|standard|independent|globe|inquirer|examiner|dispatch|"
    r"press|wire|agency|newswire|broadcasting|radio|television|tv|channel|magazine|weekly|daily|today|"
    r"review|monitor|bulletin|record|register|ledger|argus|advertiser|pravda|truth|media|online|"
    r"newsweek|economist|spiegel|monde|figaro|stampa|pais|zeitung|gazeta|press-agency)\b",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"[\w-]+(?:\.[\w-]+)*\.(?:com|co\.uk|org|net|ru|ua|info|news|example|eu|de|fr)\b", re.IGNORECASE
)


def plain(name: str) -> str:
    """An outlet's name for comparison: folded, without article, domain ending and spaces."""
    bare = fold(name.strip(" .,\"“”‘’'")).removeprefix("the ")
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", bare)
    bare = re.sub(r"\.(?:co\.uk|com|org|net|ru|ua|info|news|example|eu|de|fr)(?:/.*)?$", "", bare)
    return re.sub(r"[\W_]+", "", bare)


def made_like_outlet(name: str) -> bool:
    """Whether a name is an agency's, a site's, or has an outlet's word in it ("Herald")."""
    folded = fold(name)
    return (
        folded.removeprefix("the ") in _AGENCIES
        or _DOMAIN.search(name) is not None
        or (_WORDS.search(folded) is not None and name.removeprefix("the ")[:1].isupper())
    )


class Outlets:
    """The outlets of a case, and the one that published the report at hand."""

    def __init__(self, report: Report, settings: Settings) -> None:
        self.known: dict[str, str] = {}
        for note in settings.outlets:
            for name in (note.name, *note.aliases):
                self.known[plain(name)] = note.name
        self.name = fold(report.outlet).removeprefix("the ")
        self.own = {plain(report.outlet), plain(self.known.get(plain(report.outlet), ""))} - {""}

    def is_outlet(self, name: str) -> bool:
        """Whether a name is an outlet's: known to the case, an agency's, or made like one."""
        return plain(name) in self.known or made_like_outlet(name)

    def is_own(self, name: str) -> bool:
        """Whether it is the report's own outlet."""
        bare = plain(name)
        if bare in self.own or plain(self.known.get(bare, "")) in self.own:
            return True
        # "told the Courier" in the Marnholt Courier: its name without its town.
        words = fold(name).removeprefix("the ").split()
        own = self.name.split()
        return (
            0 < len(words) < len(own)
            and own[-len(words) :] == words
            and bool(_WORDS.search(words[-1]))
        )

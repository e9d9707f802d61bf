"""English words too common to show that one text knew another."""

from __future__ import annotations

from typing import Final

from reportedly.text.wordlist import word_set

COMMON_WORDS: Final = word_set(
    """
    a an the this that these those such same other another each every either neither both all any
    some no none not nor and or but if then else so than as at by for from in into of off on onto
    out over per through to toward towards under until up upon via with within without about above
    across after against along amid among around before behind below beneath beside between beyond
    despite down during except inside near outside past since throughout
    i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her
    hers herself it its itself they them their theirs themselves one ones who whom whose which what
    when where why how there here
    am is are was were be been being do does did done doing have has had having will would shall
    should can could may might must ought cannot dont doesnt didnt wont wouldnt cant couldnt isnt
    arent wasnt werent hasnt havent hadnt its im ive thats theres
    also again already always almost away back even ever just later least less likely many more most
    much never now often only own perhaps quite rather really soon still too very well yet however
    meanwhile moreover further first last next new old good great long few several own
    get gets got getting go goes going gone went come comes came coming make makes made making take
    takes took taken taking give gives gave given put let say says said saying tell tells told
    telling add adds added ask asks asked call calls called know known knows see seen saw
    according reported reportedly report reports statement spokesman spokeswoman spokesperson
    mr mrs ms dr
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december today yesterday tomorrow week month year years day
    days time times
    """
)

PRESS_WORDS: Final = word_set(
    """
    reporter reporters journalist journalists correspondent press conference briefing news interview
    newspaper agency channel television radio website telegram social media post posted video
    minister mayor president governor chief head commander officer official officials director
    deputy senior secretary general colonel leader chairman chairwoman adviser advisor ministry
    government office department spoke speaking told announced declared stated
    """
)
"""Words of the formulae that introduce speech, which two reporters may share by chance."""

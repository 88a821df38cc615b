"""What sayings are about, in classes of words that mean the same to claims and denials: fire, shots and shelling."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from trucewatch.assessment.likeness import stem, stems, words

# Acts: what one side says happened and the other that it did not. Beginnings of words; a full stop ends whole words.
_ACTS = {
    "fire": "fire. fired. fires. firing. shot. shots. shoot shell. shells. shelled shelling gunfire mortar grenade "
    "sniper bombard",
    "strike": "drone struck. strike. strikes. striking. airstrike raid missile rocket bomb attack assault",
    "advance": "cross. crossed. crossing. incursion infiltrat advanc intru storm",
    "capture": "took. take. taken. taking. captur seiz hold. holds. held. lost. lose. losing. occup retak retook "
    "recaptur overran",
    "presence": "withdraw withdrew left. leave. leaves. leaving. remain stay keep. keeps. kept. keeping. station. "
    "stationed. belong serve. serves. serving. deploy quit. evacuat",
    "violate": "violat breach broke. broken. break. breaking. breaks. infring",
    "agree": "agree. agreed. approv consent accepted. accepts. understanding",
    "grant": "grant promis entitl stipulat pledg",
    "works": "build. builds. building. built. construct start. started. starting. began. begun. finish complet "
    "pave. paved.",
    "shut": "shut. closed. closure closing. open. opened. reopen block. blocked. blockad blocking. cut. severed",
    "mine": "mine. mines. mined. mining. landmine minefield",
    "destroy": "destroy demolish burn. burned. burnt. ruin damag",
    "harm": "kill wound injur casualt dead. died. dies. fatal loss. losses. hurt. murder death. deaths. toll. tolls.",
    "blame": "responsib blame. blamed. fault guilt",
    "detain": "captive prisoner detain detention hostage tortur abduct kidnap",
    "loot": "loot pillag plunder steal stole",
    "arm": "rearm mercenar smuggl ammunition armament weapon",
    "expel": "expel expuls deport displac",
    "blockaid": "convoy aid. relief humanitarian",
}
# Things: what the acts are done with or to.
_THINGS = {
    "troops": "troop soldier servicem servicewom unit. units. army. armies. armed. force. forces. detachment "
    "formation. formations. fighter militia battalion brigade regiment garrison military",
    "guns": "artillery howitzer gun. guns. tank. tanks. cannon launcher",
    "road": "road highway route motorway section stretch kilomet mile. miles.",
    "vehicle": "car. cars. vehicle lorr. lorry lorries truck bus. buses",
    "truce": "ceasefire truce armistice declaration",
    "peacekeepers": "peacekeep contingent",
    "line": "line. frontier border",
    "position": "position post. posts. outpost height. heights. hill",
    "school": "school. schools.",
    "hospital": "hospital clinic",
}
# Turns of speech that say what no word of them says alone.
_TURNS = (
    (
        "presence",
        r"\bthere\s+(?:is|are|was|were)\s+(?:\w+\s+){0,4}(?:troops|soldiers|forces|army|units|fighters|men)\b",
    ),
    ("turn-back", r"\bturn(?:ed|ing|s)?\s+back\b|\bnot\s+(?:let|allowed)\s+through\b|\bstopped\s+at\b"),
    ("fire", r"\b(?:us(?:e|ed|ing)|fir(?:ed|ing))\s+(?:their|its|our|any|the)?\s*(?:weapons?|arms)\b"),
    ("advance", r"\b(?:left|leav\w+|abandon\w*)\s+(?:its|their|our|the|any)?\s*positions?\b"),
    (
        "presence",
        r"\bunder\s+arms\b|\bpull(?:ed|ing|s)?\s+(?:out|back)\b|\bha(?:s|ve|ving|d)\s+(?:\w+\s+){0,2}(?:troops|soldiers)",
    ),
    ("troops", r"\bmen\s+under\s+arms\b"),
    ("capture", r"\b(?:in|under)\s+(?:full\s+|the\s+)?control\b|\bchanged?\s+hands\b"),
)
# The same words in turns of speech that mean something else.
_NOT = re.compile(
    r"\b(?:t(?:ook|ake[sn]?|aking)\s+(?:over|place|part|measures?|steps?|note|care|hours?|days?)"
    r"|(?:measures?|steps?)\s+(?:\w+\s+){0,2}taken|h[eo]ld\w*\s+(?:\w+\s+){0,2}(?:talks?|meetings?|calls?|session\w*|"
    r"convers\w*)|set\s+(?:\w+\s+){0,2}on\s+fire|ceased?\s+fire|cease-?fire|agreed\s+to|left\s+(?:open|behind)|"
    r"left\s+(?:\w+\s+){1,3}(?:dead|wounded|hurt)|opened\s+fire|open\s+fire|held\s+out)\b"
)
# Words that any two reports share.
_DULL_WORDS = (
    "report reports information claim claims area region district direction place part north south east west northern",
    "southern eastern western morning evening night afternoon day days today yesterday week month year time hour hours",
    "people person persons new old first last situation statement official officials ministry minister government",
    "president spokesman authorities monday tuesday wednesday thursday friday saturday sunday several number territory",
    "own now again already under any some make made called way case cases early late near far around towards according",
    "rumour rumours rumor rumors accusation accusations allegation allegations charge charges figure figures message",
    "messages account accounts assertion assertions word words version versions number numbers",
    "state country because since until being it hand present existing exist live need order matter thing whole",
)
_DULL = frozenset(stem(word) for line in _DULL_WORDS for word in line.split())
ACT, THING, WORD = 2.0, 1.0, 1.0


def _compiled(table: Mapping[str, str]) -> tuple[tuple[str, frozenset[str], tuple[str, ...]], ...]:
    made = []
    for name, listed in table.items():
        each = listed.split()
        whole = frozenset(word[:-1] for word in each if word.endswith("."))
        made.append((name, whole, tuple(word for word in each if not word.endswith("."))))
    return tuple(made)


_ACT_WORDS, _THING_WORDS = _compiled(_ACTS), _compiled(_THINGS)
ACTS = frozenset(_ACTS) | {name for name, _ in _TURNS if name not in _THINGS}
_TURN_PATTERNS = tuple(
    (f"act:{name}" if name in ACTS else f"thing:{name}", re.compile(pattern, re.I)) for name, pattern in _TURNS
)
STANDING = frozenset({"presence", "agree", "grant", "works", "blame", "detain"})
"""Acts that go on or hold: claims of them are made and answered for weeks, not of one day."""

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        **{f"act:{name}": ACT for name in ACTS},
        **{f"thing:{name}": THING for name in _THINGS},
        "act:presence": ACT / 2,
        "thing:position": 0.5,
    }
)
_WEAK = frozenset({"act:presence", "act:works", "act:grant", "act:agree", "act:capture", "act:harm"})


@lru_cache(maxsize=1 << 16)
def _classes_of(word: str) -> frozenset[str]:
    """The classes of one word in lower case; its stem where it is in none, nothing for words of no matter."""
    found = {f"act:{name}" for name, whole, begin in _ACT_WORDS if word in whole or (begin and word.startswith(begin))}
    found |= {f"thing:{n}" for n, whole, begin in _THING_WORDS if word in whole or (begin and word.startswith(begin))}
    return frozenset(found)


def classes(text: str, leave_out: frozenset[str] = frozenset()) -> frozenset[str]:
    """The classes that ``text`` speaks of, and the stems of its other content words, each marked by its kind.

    ``leave_out`` are words in lower case that name sides and places, which are matched apart.
    """
    found = {name for name, pattern in _TURN_PATTERNS if pattern.search(text)}
    plain = []
    for word in words(_NOT.sub(_kept, text.casefold())):
        classed = _classes_of(word)
        if classed:
            found |= classed
        elif word not in leave_out:
            plain.append(word)
    return frozenset(found) | {f"word:{each}" for each in stems(" ".join(plain)) if each not in _DULL}


def _kept(found: re.Match[str]) -> str:
    """What of a turn of speech still counts: fire that was opened, a truce."""
    words_ = found[0]
    if "cease" in words_:
        return " ceasefire " if re.search(r"cease-?fire", words_) else " "
    return " fire " if words_.startswith("open") else " "


def weight(of: str) -> float:
    """How much it counts that two sayings share a class."""
    return WEIGHTS.get(of, WORD)


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two sayings have in common, in points: two for an act, one for a thing or another word.

    Acts that sayings of all matters speak of, as staying or beginning, count two only together with something else.
    """
    common = one & other
    if len(common) == 1 and common <= _WEAK:
        return ACT / 2
    return sum(weight(each) for each in common)

"""Copies of the dispatches in dispatches.yaml, each changed in one way in which outlets change what they take over."""

from __future__ import annotations

import textwrap
from pathlib import Path

import yaml

DISPATCHES: dict[str, str] = yaml.safe_load(Path(__file__).with_name("dispatches.yaml").read_text(encoding="utf-8"))
CONVOY, DRONE, MEETING, BRIDGE, ROADS, ACCORD, STATEMENT, _ = DISPATCHES.values()

SIGNED = (
    "The two delegations signed a protocol in Geneva on Saturday that is to separate their troops before the summer, "
    "the mission said."
)
BULLETIN = (
    "The defence army said the ceasefire was broken 35 times on Saturday along the line of contact. About 420 shots "
    "were fired at the posts near Talish, Akna and Martuni from rifles and machine guns. The front-line units of the "
    "defence army held back and kept to their duty."
)


def _edited(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def _after(text: str, mark: str) -> str:
    assert mark in text, mark
    return text.partition(mark)[2]


def _until(text: str, mark: str) -> str:
    assert mark in text, mark
    return text.partition(mark)[0]


def _headed(head: str, text: str, tail: str = "") -> str:
    return f"{head}\n\n{_after(text, '\n\n')}{tail}"


def _wrapped(text: str) -> str:
    return "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in text.split("\n\n"))


COPIES = {
    "the same text": (CONVOY, CONVOY),
    "another headline": (CONVOY, _headed("Flour never reached the gates", CONVOY)),
    "another headline, dateline and credit line": (
        DRONE,
        _headed(
            "Drone strike wounds two in southern Lebanon",
            _edited(DRONE, ("BEIRUT (Cedar Wire) — ", "TYRE, Lebanon, Jan. 12 (Gulf Mail) - ")),
            "\n\nReporting by Nadia Khalil; editing by Tom Ross\n\n© Gulf Mail",
        ),
    ),
    "no headline and no dateline": (MEETING, _after(MEETING, "(Hill News) - ")),
    "cut to its first half": (
        BRIDGE,
        _headed("One dead near the mine of Sotk", _until(BRIDGE, "The Russian peacekeepers")),
    ),
    "cut to its first two paragraphs": (CONVOY, _headed("Lorries sent home", _until(CONVOY, '"We waited'))),
    "cut to its first paragraph": (
        ROADS,
        _headed("Foreign fighters to go", _until(ROADS, "The five officers")),
    ),
    "cut in the middle of the end": (
        ACCORD,
        _headed("Office opens", _until(ACCORD, " The ELN said it would look"), "\n\nSource: Andes Press"),
    ),
    "a corrected figure": (BRIDGE, _edited(BRIDGE, ("Petrosyan, 20,", "Petrosyan, 21,"))),
    "a corrected figure that is told twice": (
        DRONE,
        _headed(
            "Three hurt on the road to Bir al-Sanasel",
            _edited(DRONE, ("wounding two men", "wounding three men"), ("hit twice", "hit three times")),
        ),
    ),
    "a corrected figure in a text cut short": (
        CONVOY,
        _headed(
            "Convoy of 24 lorries sent home",
            _until(_edited(CONVOY, ("22 lorries", "24 lorries")), "Both sides agreed"),
        ),
    ),
    "American spelling": (
        BRIDGE,
        _edited(
            BRIDGE,
            ("defence", "defense"),
            ("large-calibre", "large-caliber"),
            ("300 metres", "300 meters"),
            ("09:40", "9:40 a.m."),
        ),
    ),
    "other spellings of names": (
        ROADS,
        _edited(
            ROADS,
            ("Mukhtar al-Naqasa", "Mokhtar Naqasa"),
            ("Abu Grein", "Abu Qurayn"),
            ("Es Sider", "Sidra"),
            ("Misrata", "Misurata"),
        ),
    ),
    "the names of the other side": (
        BRIDGE,
        _edited(
            BRIDGE,
            ("Nagorno-Karabakh", "the Karabakh region of Azerbaijan"),
            ("Sotk", "Zod"),
            ("The ministry named", "It named"),
        ),
    ),
    "figures in words": (
        MEETING,
        _edited(
            MEETING, ("two days after", "2 days after"), ("seven complaints", "7 complaints"), ("Two cows", "2 cows")
        ),
    ),
    "figures and times written otherwise": (
        _edited(BRIDGE, ("09:40", "14:40")),
        _edited(BRIDGE, ("09:40", "2.40 p.m."), ("300 metres", "three hundred metres"), ("August 3", "3 August")),
    ),
    "figures of several words": (
        CONVOY,
        _edited(CONVOY, ("22 lorries", "twenty-two lorries"), ("260,000", "260 thousand"), ("four hours", "4 hours")),
    ),
    "a day of the week for a date": (
        ROADS,
        _edited(ROADS, ("from Saturday", "from 29 June"), ("after two days of talks", "after talks")),
    ),
    "straight quotation marks, lines wrapped": (
        ACCORD,
        _wrapped(_headed("Monitors move in", ACCORD)),
    ),
    "paragraphs run together": (
        CONVOY,
        _headed("El Fasher", CONVOY).replace("\n\n", "\n", 1).replace('."\n\n', '." ').replace("said.\n\n", "said. "),
    ),
    "single quotation marks": (
        CONVOY,
        _edited(CONVOY, ('"We waited', "‘We waited"), ('go home,"', "go home,’"), ("hours after", "just hours after")),
    ),
    "a sentence of its own at the end": (
        DRONE,
        _headed("Car hit", DRONE, "\n\nThe Coast Mail could not reach the mayor for this report."),
    ),
    "a few words left out": (
        MEETING,
        _edited(
            MEETING,
            ("Local commanders of India and Pakistan", "Indian and Pakistani commanders"),
            (" on Wednesday under the eyes of soldiers", " on Wednesday"),
            ("an army spokesman in Jammu said", "the army said"),
        ),
    ),
    "one paragraph left out": (
        DRONE,
        _until(DRONE, "Witnesses said") + "The peacekeeping force" + _after(DRONE, "The peacekeeping force"),
    ),
    "an editor's note": (
        BRIDGE,
        _headed(
            "Soldier killed",
            _edited(
                BRIDGE, ("YEREVAN, August 3.", "(This story mends the age of the dead man.)\n\nYEREVAN, August 3.")
            ),
        ),
    ),
    "dates in another order": (
        ROADS,
        _edited(ROADS, ("23 October 2020", "October 23rd, 2020"), ("(Libya Observer Desk) – ", "(Wire) - ")),
    ),
    "another day far down": (BRIDGE, _edited(BRIDGE, ("30 August", "31 August"))),
    "all in one paragraph": (CONVOY, " ".join(_after(CONVOY, "(Nile Desk) — ").split())),
    "a headline with a full stop": (
        MEETING,
        _headed("Guns, cows and a list of seven complaints at the Line.", _until(MEETING, "Farmers in Degwar")),
    ),
    "brackets for quotation marks": (
        ACCORD,
        _edited(ACCORD, ('"People here', "«People here"), ('telephone,"', "telephone,»"), (" -- ", " — ")),
    ),
    "one brief": (
        "TRIPOLI — Two mortar shells fell on the southern edge of the airport on Monday night, the ministry of health "
        "said. Nobody was hurt.",
        "Shells fall near airport\n\nTwo mortar shells fell on the southern edge of the airport on Monday night, the "
        "ministry of health said. Nobody was hurt.",
    ),
    "a statement in full, nothing else": (
        f"Statement of the mission\n\n“{STATEMENT}”",
        f"The mission's statement\n\n“{STATEMENT}”\n\nSource: press office",
    ),
    "a dispatch that is mostly a statement": (
        f"GENEVA, 2 March — {SIGNED}\n\nThe protocol says: “{STATEMENT}”",
        f"Protocol signed\n\n{SIGNED}\n\nThe protocol says: “{STATEMENT}”\n\nPhoto: EPA",
    ),
    "a bulletin taken over with a corrected figure": (
        f"STEPANAKERT, 17 May. — {BULLETIN}",
        f"Thirty-six breaches in a day\n\n{_edited(BULLETIN, ('35 times', '36 times'))}",
    ),
}

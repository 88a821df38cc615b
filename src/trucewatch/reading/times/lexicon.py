"""The words of time in English reports, as tables: months, weekdays, numbers, units and little words."""

from __future__ import annotations

from trucewatch.reading.times.wordlists import ordered, words

_MONTHS = ordered("january february march april may june july august september october november december")
MONTHS = {name: number for number, name in enumerate(_MONTHS, 1)}
MONTH_ABBREVIATIONS = {name[:3]: number for name, number in MONTHS.items() if name != "may"} | {"sept": 9}
ALL_MONTHS = MONTHS | MONTH_ABBREVIATIONS
# Months whose names are also words or given names: they need a number, a preposition or a capital in the right place.
WORDY_MONTHS = frozenset({"march", "may"})
NAMELIKE_MONTHS = frozenset({"april", "june", "august"})

_WEEKDAYS = ordered("monday tuesday wednesday thursday friday saturday sunday")
WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAYS)}
WEEKDAY_ABBREVIATIONS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
ALL_WEEKDAYS = WEEKDAYS | WEEKDAY_ABBREVIATIONS

# Meteorological seasons of the northern hemisphere: first month; the winter of a year begins in its December.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

_ONES = ordered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
ONES = {word: number for number, word in enumerate(_ONES) if number}
TENS = {word: 10 * n for n, word in enumerate(ordered("twenty thirty forty fifty sixty seventy eighty ninety"), 2)}
NUMBER_WORDS = ONES | TENS | {"dozen": 12, "hundred": 100}
VAGUE_AMOUNTS = frozenset({"few", "several", "many", "some", "numerous"})

_ORDINALS = ordered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: number for number, word in enumerate(_ORDINALS, 1)} | {"thirtieth": 30}
SUFFIXES = frozenset({"st", "nd", "rd", "th"})

UNITS = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "night": "night", "week": "week",
    "fortnight": "fortnight", "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year",
    "decade": "decade", "century": "century", "semester": "semester",
}  # fmt: skip
PLURAL_UNITS = {f"{unit}s": unit for unit in UNITS if unit != "century"} | {"centuries": "century"}
SHORT_UNITS = {
    "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute", "sec": "second", "secs": "second",
    "yr": "year", "yrs": "year", "wk": "week", "wks": "week",
}  # fmt: skip
GLUED_UNITS = {"h": "hour", "d": "day"}  # only written onto their number: 24h
ALL_UNITS = UNITS | PLURAL_UNITS | SHORT_UNITS
# ISO 8601 designators: prefix, letter, factor.
DESIGNATORS = {
    "second": ("PT", "S", 1), "minute": ("PT", "M", 1), "hour": ("PT", "H", 1), "day": ("P", "D", 1),
    "night": ("P", "D", 1), "week": ("P", "W", 1), "fortnight": ("P", "W", 2), "weekend": ("P", "W", 1),
    "month": ("P", "M", 1), "quarter": ("P", "M", 3), "semester": ("P", "M", 6), "year": ("P", "Y", 1),
    "decade": ("P", "Y", 10), "century": ("P", "Y", 100),
}  # fmt: skip
UNIT_ADJECTIVES = words(
    "full straight consecutive calendar working business trading whole more further additional successive "
    "solid long entire"
)

DAY_PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "MI", "dawn": "MO", "dusk": "EV",
    "midday": "MI", "midnight": "NI", "lunchtime": "MI",
}  # fmt: skip

PERIODIC = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M",
    "quarterly": "P3M", "yearly": "P1Y", "annual": "P1Y", "annually": "P1Y", "hourly": "PT1H", "everyday": "P1D",
    "biennial": "P2Y", "biannual": "P6M", "semiannual": "P6M",
}  # fmt: skip

PAST_WORDS = frozenset({"recently", "lately"})

EARLY = {"early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid", "late": "late",
         "end": "end", "close": "end"}  # fmt: skip

ZONES = words("gmt utc z est edt pst pdt cet cest eet eest msk ist bst cst pt et amt azt")

# Function words that may follow a bare day number ("August 2 and 8 in Yerevan"); a noun there would make it a count.
CLOSED_CLASS = words(
    "a about above according after against all along also although among an and another any are around as at "
    "because before behind being below beneath between both but by can could despite did do does during each "
    "either even for from had has have he her here his how i if in inside into is it its just last like may "
    "might more must near neither next no nor not of off on once one only onto or our out over said says she "
    "should since so some such than that the their them then there these they this those through to toward "
    "towards two under until unless unlike up upon via was we were what when where which while who whose why "
    "will with within without would yet you"
)

INSTRUMENT_NOUNS = words(
    "agreement accord accords deal pact treaty truce ceasefire armistice statement declaration protocol "
    "protocols memorandum memorandums communique communiqué document resolution understanding arrangement "
    "roadmap charter convention plan framework compact"
)

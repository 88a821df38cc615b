"""Common words of news with others that may stand in their place: for texts that only have to be different."""

from __future__ import annotations

_SETS = """
said stated noted remarked observed
announced declared reported stated
told informed
added continued
warned cautioned
called described termed
asked requested urged begged
demanded insisted required
denied disputed rejected contradicted
accused blamed charged
confirmed verified acknowledged
promised pledged vowed undertook
agreed consented assented
refused declined
met gathered assembled
began started commenced
ended finished closed concluded
opened unlocked cleared
left departed quitted abandoned
entered reached penetrated
killed slain felled
wounded injured hurt
fired shot discharged
struck hit battered
shelled bombarded pounded
soldiers troops servicemen
soldier serviceman trooper
troops soldiers units
forces units detachments
people persons inhabitants
residents villagers townsfolk locals
villages hamlets settlements
village hamlet settlement
town city township
road highway route
roads highways routes
vehicles cars trucks
lorries trucks vans
convoy column caravan
aid relief help
statement communique declaration note
report account story
reports accounts stories
agreement accord pact deal
truce ceasefire armistice
talks negotiations discussions consultations
meeting session conference
plan scheme design
day date moment
week fortnight month
morning dawn daybreak
evening nightfall dusk
night evening dark
near beside around
area zone sector
areas zones sectors
side party camp
sides parties camps
new fresh further
old former previous
first initial earliest
last final latest
large big sizeable
small minor little
many numerous several
other another different
military army martial
official officer functionary
officials officers authorities
government cabinet state
ministry department office
minister secretary chief
spokesman representative speaker
border frontier boundary
under below beneath
past recent bygone
against versus toward
ready prepared willing
full complete entire
clear plain evident
reached attained gained
taken seized captured
take seize capture
took seized captured
made created produced
make create produce
given handed granted
give hand grant
gave handed granted
came arrived appeared
come arrive appear
went travelled moved
go travel move
moved shifted carried
stay remain linger
return homecoming comeback
work labour toil
men fighters people
families households kin
house home dwelling
homes houses dwellings
"""

_EMPTY = """
aptly boldly bravely briefly brightly calmly carefully clearly cleverly coldly coolly cordially coyly crisply
deftly dryly duly eagerly easily evenly fairly faintly firmly flatly fondly freely frankly fully gently gladly
grandly gravely greatly hotly humbly idly justly keenly kindly lamely largely lately lightly loosely loudly
lowly mainly meekly merely mildly mostly mutely neatly newly nicely nobly oddly only openly overtly plainly
politely poorly primly promptly proudly purely quaintly quickly quietly rarely readily richly rightly roughly
sadly safely secretly sharply shortly shyly simply slowly smartly smoothly softly solemnly soundly starkly
sternly stiffly strictly suitably surely sweetly swiftly tamely tersely thinly tightly timidly truly vaguely
vastly vividly warmly weakly wearily widely wildly wisely wryly
"""


def _groups() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _SETS.split("\n"):
        if words := line.split():
            found[words[0]] = tuple(words)
    return found


LIKE = _groups()
"""For a word in lower case, what may stand for it, itself too."""

EMPTY = tuple(_EMPTY.split())
"""Words that may be put before any other."""

"""Background sentences, put together from word lists: weather, markets and councils, as news is filled with.

They tell nothing that a reading of a ceasefire would keep, and hardly two are alike.
"""

from __future__ import annotations

from random import Random

_LISTS = {
    "what": "apricot barley beet brick bus carpet cement chess cherry choir coal copper cotton dairy diesel "
    "fish flour football glass grape hazelnut honey jam lamp leather library marble milk mulberry museum onion orchard "
    "pear pepper pipe plum pottery pumpkin quince railway rice river sapling school seed sheep silk steel stone sugar "
    "tea theatre timber tobacco tomato tractor tunnel valley walnut water wheat wine wool",
    "thing": "auction bakery bazaar board bridge brigade bureau cellar choir club college contest cooperative council "
    "court crop depot exhibition exporter factory fair farm festival firm fund garden guild harvest laboratory league "
    "market mill network nursery office plant price producer programme pump queue register school season shop society "
    "station survey tax tender trust union warehouse works workshop yard",
    "how": "almost barely briefly broadly cautiously cheaply duly early eagerly evenly fairly firmly gladly gradually "
    "hardly hastily largely late lightly mildly modestly neatly nearly oddly openly partly plainly quickly quietly "
    "rarely roughly sharply slightly slowly soon steadily suddenly swiftly twice visibly widely",
    "does": "advertised auctioned balanced baked bought brewed carved catalogued changed cleaned coloured counted "
    "cooled dried doubled enlarged exhibited filled fitted halved heated insured leased levelled measured mended "
    "mowed painted pickled planted polished pressed printed pruned raised refined rented repaired restored roasted "
    "roofed sampled sifted sold sorted stacked stored studied swept tiled trimmed tripled warmed washed weighed",
    "like": "ample bitter brisk broad bronze calm cheap clay coarse costly crooked damp dull dusty early elderly faded "
    "fertile foggy fragile frosty gentle glossy golden grey heavy hollow humble idle late lean local loose mellow "
    "modest muddy narrow odd ornate pale plain plentiful polite rainy rare ripe rough round rustic scarce shallow "
    "sandy silent silver slender smooth snowy sour spare steep sticky stubborn sunny sweet tall tame tidy tiny "
    "upright vivid warm weary wet windy wooden",
    "stuff": "bags barrels baskets beams bells benches blankets bolts books bottles bowls boxes branches bricks brooms "
    "buckets candles caps carts chairs clocks coats coins combs crates cups curtains desks dishes doors drums fences "
    "flasks gates gloves grapes hats herbs hinges hives jars kettles ladders lamps leaves maps masks mats mirrors "
    "nets pans pears pencils pipes planks plates pots pumps ribbons ropes rugs sacks saddles scarves seeds shelves "
    "shirts shoes spades spoons stamps stoves tables tents threads tickets tiles toys trays vases wheels windows",
    "who": "accountants archivists architects artists bakers beekeepers biologists bricklayers builders carpenters "
    "clerks cobblers cooks dancers dentists drivers economists electricians engineers florists foresters gardeners "
    "geologists grocers growers hatters historians inspectors jewellers judges librarians mechanics merchants millers "
    "musicians painters pensioners pharmacists photographers pilots plumbers poets postmen printers pupils ringers "
    "sailors sculptors shepherds singers students surveyors tailors teachers tenants tourists traders trainers "
    "translators vendors waiters weavers",
    "when": "by noon|after the rain|before the holiday|during the frost|in the second half|at the weekend|since spring|"
    "over the summer|until the snow|towards autumn|between two feasts|in its third season|at the usual hour|without a "
    "pause|for a change|in spite of the wind|against all habit|at half the cost|with few words|under a clear sky",
}
_WORDS = {name: tuple(words.split("|" if "|" in words else " ")) for name, words in _LISTS.items()}
_FORMS = (
    "The {like} {what} {thing} {how} {does} its {like2} {stuff} {when}.",
    "{When}, {like} {who} {how} {does} {number} {stuff} for the {what} {thing}.",
    "{Like} {stuff} from the {what} {thing} were {how} {does} {when}, to the delight of {like2} {who}.",
    "Some {number} {who} of the {what} {thing} {does} {like} {stuff} {when} and {how} {does2} the {stuff2}.",
    "The {thing} {how} {does} {number} {like} {stuff}, which the {what} {who} had {does2} {when}.",
    "No {like} {thing} {how} {does} {stuff} for {who} {when}, though the {what} {stuff2} were {does2}.",
)


def sentence(random: Random) -> str:
    """One sentence, 12 to 20 words."""
    words = {name: random.choice(each) for name, each in _WORDS.items()}
    words |= {f"{name}2": random.choice(_WORDS[name]) for name in ("like", "stuff", "does")}
    words |= {name.capitalize(): words[name].capitalize() for name in ("when", "like")}
    return random.choice(_FORMS).format(**words, number=random.randint(11, 989))

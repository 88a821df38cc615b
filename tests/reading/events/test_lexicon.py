"""The tables of triggers, classes and words hold together."""

import pytest

from trucewatch.reading.events import sense
from trucewatch.reading.events.codebook import kinds
from trucewatch.reading.events.lexicon import classes, trigger, triggers, words

ALL = [each for group in triggers().values() for each in group]
MADE = {"actor", "polar", "person", "place", "pron", "owned", "company", "actorish"}


def test_every_kind_named_is_in_the_codebook():
    assert {each.kind for each in ALL} <= set(kinds())


def test_every_class_named_exists():
    for each in ALL:
        for filler in (each.object, each.prepositional):
            assert filler is None or filler.tags <= set(classes()) | MADE, each.pattern
        for need in each.needs:
            if need.argument.startswith("@") and need.name != "comp":
                assert need.argument[1:] in set(classes()) | MADE, each.pattern


def test_every_need_has_its_test():
    known = {"a", "o", "p", "prt", "mod", "comp", *sense.TESTS}
    assert {need.name for each in ALL for need in each.needs} <= known


def test_patterns_are_read():
    made = trigger("v:hand~over>@remains|body\tbody-handover\tactor;-o:fire\trec=to,with")
    assert (made.lemma, made.particle, made.recipients) == ("hand", "over", ("to", "with"))
    assert made.object is not None
    assert made.object.tags == {"remains"}
    assert made.object.words == {"body"}
    assert [(n.name, n.argument, n.negated) for n in made.needs] == [("actor", "", False), ("o", "fire", True)]


def test_modifiers_and_prepositions_are_read():
    made = trigger("n:air|aerial strike\tair-strike\tstrong\t")
    assert (made.lemma, made.modifiers, made.needs) == ("strike", {"air", "aerial"}, ())
    made = trigger("v:come+under>fire\tfire\tstrong\tswap")
    assert (made.preposition, made.swap) == ("under", True)
    assert made.prepositional is not None
    assert made.prepositional.words == {"fire"}


def test_specific_patterns_stand_first():
    group = triggers()["v", "hand"]
    assert [each.weight for each in group] == sorted((each.weight for each in group), reverse=True)


def test_a_broken_row_is_refused():
    with pytest.raises(ValueError, match="no pattern"):
        trigger("verb fire\tfire\tstrong\t")


def test_an_unknown_list_is_refused():
    with pytest.raises(KeyError):
        words("no such list")

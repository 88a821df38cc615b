"""Who acts and who undergoes, as references to actors."""

from tests.reading.events.happened import events, ids, only


def test_subject_and_object():
    event = only(events("Chad condemned Sudan.", {"Chad": "chad", "Sudan": "sudan"}), "criticism")
    assert (ids(event.actors), ids(event.recipients)) == (["chad"], ["sudan"])


def test_passive():
    event = only(events("Sudan was criticised by Chad.", {"Chad": "chad", "Sudan": "sudan"}), "criticism")
    assert (ids(event.actors), ids(event.recipients)) == (["chad"], ["sudan"])


def test_possessor_and_of_phrase_of_a_noun():
    event = only(
        events("The envoy recalled Iraq’s invasion of Kuwait.", {"Iraq": "iraq", "Kuwait": "kuwait"}), "incursion"
    )
    assert (ids(event.actors), ids(event.recipients)) == (["iraq"], ["kuwait"])


def test_demonym_before_a_noun():
    event = only(events("Residents fled Eritrean shelling of the town.", {"Eritrean": "eritrea"}), "shelling")
    assert ids(event.actors) == ["eritrea"]


def test_fire_from_positions():
    found = events("A farmer was wounded by fire from Indian positions.", forces={"Indian positions": "india-army"})
    assert ids(only(found, "fire").actors) == ["india-army"]


def test_the_other_side_inside_the_object():
    event = only(events("Chad rejected a Sudanese proposal.", {"Chad": "chad", "Sudanese": "sudan"}), "rejection")
    assert (ids(event.actors), ids(event.recipients)) == (["chad"], ["sudan"])


def test_object_control():
    found = events("Kenya accused Uganda of attacking its troops.", {"Kenya": "kenya", "Uganda": "uganda"})
    assert ids(only(found, "attack").actors) == ["uganda"]
    assert ids(only(found, "accusation").recipients) == ["uganda"]


def test_who_refuses():
    found = events("Kenya blamed Uganda for refusing to sign the treaty.", {"Kenya": "kenya", "Uganda": "uganda"})
    assert ids(only(found, "refusal").actors) == ["uganda"]


def test_two_who_meet():
    found = events("Envoys of Chad met Sudan’s delegation.", {"Envoys of Chad": "chad", "Sudan": "sudan"})
    event = only(found, "meeting")
    assert (ids(event.actors), ids(event.recipients)) == (["chad"], ["sudan"])


def test_two_between_whom():
    found = events("Talks between Israel and Lebanon were held in Naqoura.", {"Israel": "israel", "Lebanon": "lebanon"})
    event = only(found, "talks")
    assert (ids(event.actors), ids(event.recipients)) == (["israel"], ["lebanon"])


def test_three_who_meet_are_all_actors():
    actors = {"Kenya": "kenya", "Uganda": "uganda", "Rwanda": "rwanda"}
    event = only(events("Kenya, Uganda and Rwanda held talks in Kampala.", actors), "talks")
    assert ids(event.actors) == ["kenya", "uganda", "rwanda"]
    assert event.mode == "multilateral"


def test_words_stand_for_actors_without_a_name():
    event = only(events("Armed rebels ambushed a patrol near Gao."), "attack")
    assert ids(event.actors) == ["Armed rebels"]


def test_each_accuses_the_other():
    found = events("India and Pakistan accused each other of firing.", {"India": "india", "Pakistan": "pakistan"})
    event = only(found, "accusation")
    assert (ids(event.actors), ids(event.recipients)) == (["india"], ["pakistan"])

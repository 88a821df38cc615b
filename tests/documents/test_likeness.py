"""Copies are found by equality of numbers and told from what only looks like them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.likeness_copies import COPIES, DISPATCHES
from trucewatch.documents.likeness import fingerprint, is_copy

OTHERS = {
    f"{group}: {name}": tuple(DISPATCHES[text["dispatch"]] if isinstance(text, dict) else text for text in pair)
    for group, pairs in yaml.safe_load(Path(__file__).with_name("no_copies.yaml").read_text(encoding="utf-8")).items()
    for name, pair in pairs.items()
}
# Those that say in their text what day they are of: another outlet keeps neither headline nor dateline.
BULLETINS = {name: pair for name, pair in OTHERS.items() if name.startswith("bulletins") and "told by" not in name}


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_a_candidate(name: str) -> None:
    one, other = COPIES[name]
    assert set(fingerprint(one)) & set(fingerprint(other))


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_found_from_either_side(name: str) -> None:
    one, other = COPIES[name]
    assert is_copy(one, other)
    assert is_copy(other, one)


@pytest.mark.parametrize("name", OTHERS)
def test_what_only_looks_like_a_copy_is_none(name: str) -> None:
    one, other = OTHERS[name]
    assert not is_copy(one, other)
    assert not is_copy(other, one)


@pytest.mark.parametrize("name", BULLETINS)
def test_a_bulletin_taken_over_is_a_copy_of_its_own_day_only(name: str) -> None:
    first, second = BULLETINS[name]
    taken = f"Ministry counts breaches\n\nMONDAY HERALD — {first}\n\nSource: press service"
    assert is_copy(first, taken)
    assert not is_copy(second, taken)


def test_different_dispatches_are_no_candidates() -> None:
    texts = list(DISPATCHES.values())
    for number, one in enumerate(texts):
        for other in texts[number + 1 :]:
            assert not set(fingerprint(one)) & set(fingerprint(other))


def test_a_copy_cut_to_half_is_always_a_candidate() -> None:
    for name, text in DISPATCHES.items():
        words = text.split()
        for kept in (len(words) // 2, len(words) // 3):
            cut = " ".join(["Other", "headline", "altogether,", "of", "five", *words[6:kept]])
            assert set(fingerprint(text)) & set(fingerprint(cut)), (name, kept)


def test_numbers_fit_a_signed_column_and_are_all_different() -> None:
    numbers = fingerprint(DISPATCHES["convoy"])
    assert len(numbers) == len(set(numbers)) == 72
    assert all(0 <= number < 2**63 for number in numbers)


def test_numbers_are_the_same_for_ever() -> None:
    # Databases hold them: a change of these numbers makes every stored one worthless.
    assert fingerprint("The guns fell silent at noon.")[:3] == (
        7414362496255175812,
        7273645607134829854,
        5084263760137258793,
    )
    assert fingerprint("Peace")[-1] == 2951149484332793872


def test_numbers_are_the_same_in_another_process() -> None:
    code = "from trucewatch.documents.likeness import fingerprint; print(fingerprint('The guns fell silent at noon.'))"
    environment = {**os.environ, "PYTHONHASHSEED": "17"}
    out = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert out.stdout.strip() == str(fingerprint("The guns fell silent at noon."))


def test_letters_accents_and_thousands_make_no_difference_to_the_numbers() -> None:
    plain = "Some 1500 people left Cavus in May and came home later"
    assert fingerprint(plain) == fingerprint("SOME 1,500 people left Çavuş\u00a0in May, and ca\u00adme home later.")


def test_a_text_without_words_has_no_numbers() -> None:
    assert fingerprint("") == fingerprint(" \n— … 。") == ()
    assert not is_copy("", "")


def test_scripts_without_spaces_have_words() -> None:
    one = "双方军队周二在河桥附近交火，停火协议面临考验，联合国观察员呼吁各方保持克制并立即恢复谈判。"
    assert set(fingerprint(one)) & set(fingerprint("新闻社报道：" + one[:30]))
    assert is_copy(one, "新闻社报道：" + one)


def test_ten_thousand_documents_take_less_than_half_a_minute() -> None:
    text = " ".join(DISPATCHES.values()) * 3
    texts = [" ".join(text.split()[start : start + 450]) for start in range(0, 600, 2)]
    began = time.process_time()
    for each in texts:
        fingerprint(each)
    assert (time.process_time() - began) / len(texts) < 30 / 10_000


ODD = {
    "one word": "a" * 1_000_000,
    "one letter a word": "a " * 500_000,
    "figures": "1,2" * 300_000,
    "marks": "\"'“‘" * 200_000,
    "marks at words": "“a 'b \"c " * 100_000,
    "lines": "\n" * 1_000_000,
    "short lines": "a\n" * 300_000,
    "blank lines with spaces": ("\n" + " " * 50) * 20_000,
    "stops": "A. " * 300_000,
    "dashes": "A — - " * 100_000,
    "slashes": "A, /" * 200_000,
    "brackets": "A (" * 200_000,
    "accents": "a\u0301" * 300_000,
}


@pytest.mark.parametrize("name", ODD)
def test_odd_texts_are_cheap(name: str) -> None:
    began = time.process_time()
    fingerprint(ODD[name])
    is_copy(ODD[name], ODD[name] + "b")
    assert time.process_time() - began < 5


prose = st.text(st.sampled_from("ab AB.\n\"'“”‘’«»-—:,12(/)\u0301é\u200bМ中") | st.characters(), max_size=200)


@given(prose, prose)
@settings(deadline=None)
def test_any_two_texts_can_be_compared_either_way(one: str, other: str) -> None:
    assert is_copy(one, other) == is_copy(other, one)
    assert is_copy(one, one) == bool(fingerprint(one))

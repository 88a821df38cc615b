"""The language of a text, and when it is not told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.documents import language
from trucewatch.documents.language import identify

LINES = {
    "en": "The truce holds near the river and officials denied that the village was shelled.",
    "ru": "Министерство сообщило во вторник, что перемирие у реки соблюдается, однако жители слышали выстрелы.",
    "uk": "Міністерство повідомило у вівторок, що перемир'я біля річки дотримується, проте мешканці чули постріли.",
    "hy": "Պաշտպանության նախարարությունը երեքշաբթի հայտնել է, որ հրադադարը պահպանվում է",
    "ar": "قالت وزارة الدفاع يوم الثلاثاء إن وقف إطلاق النار صامد قرب النهر لكن السكان سمعوا إطلاق نار",
    "fa": "وزارت دفاع روز سه‌شنبه گفت که آتش‌بس در نزدیکی رودخانه برقرار است اما ساکنان صدای تیراندازی شنیدند",
    "az": "Müdafiə Nazirliyi bildirib ki, çay yaxınlığında atəşkəsə əməl olunur, lakin sakinlər atəş səsi eşidib.",
    "tr": "Savunma Bakanlığı salı günü ateşkesin sürdüğünü açıkladı, ancak köylüler silah sesleri duydu.",
    "ka": "თავდაცვის სამინისტრომ სამშაბათს განაცხადა, რომ ცეცხლის შეწყვეტა დაცულია",
    "he": "משרד הביטחון הודיע ביום שלישי כי הפסקת האש נשמרת ליד הנהר",
    "fr": "Le ministère de la Défense a déclaré mardi que la trêve était respectée près de la rivière.",
    "es": "El Ministerio de Defensa declaró el martes que la tregua se mantiene cerca del río.",
    "zh": "国防部星期二表示，河边的停火仍在维持，但居民在黎明时听到枪声。发言人否认了指控。",
    "ja": "国防省は火曜日、川の近くでの停戦は維持されていると述べたが、住民は銃声を聞いた。",
}


@pytest.mark.parametrize("code", LINES)
@pytest.mark.parametrize("times", [1, 40])
def test_one_line_and_many(code: str, times: int) -> None:
    assert identify("\n".join([LINES[code]] * times)) == code


@pytest.mark.parametrize("text", ["", "Перемирие", "12 : 14", "truce holds", "☮" * 50, "ሰላም " * 20])
def test_what_cannot_be_told_is_und(text: str) -> None:
    assert identify(text) == "und"


def test_plain_english_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("the model was loaded")

    monkeypatch.setattr(language, "_ranker", refuse)
    assert identify(LINES["en"]) == "en"


def test_names_in_another_script_do_not_change_the_language() -> None:
    assert identify(LINES["en"] + " (Перемирие, հրադադար)") == "en"


@given(st.text(max_size=300))
@settings(max_examples=50, deadline=None)
def test_any_text_has_a_code(text: str) -> None:
    assert 2 <= len(identify(text)) <= 3

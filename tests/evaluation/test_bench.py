"""What the bench is measured on: our own texts, all of them, no two alike."""

from __future__ import annotations

import sys

from evaluation.stories import stories


def test_texts_are_ours_and_vary() -> None:
    from evaluation.bench import _BLOCK, _texts

    texts = [document.text for document in _texts()]
    assert sum(len(text.split()) for text in texts) >= _BLOCK
    assert len(set(texts)) > len(list(stories()))
    assert len(texts[0].split()) > 250


def test_wall_time_is_that_of_the_process() -> None:
    from evaluation.bench import _wall

    assert 0.2 < _wall([sys.executable, "-c", "import time; time.sleep(0.2)"], 1) < 20

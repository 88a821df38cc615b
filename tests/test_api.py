"""The Python face: a few names, asserted."""

from __future__ import annotations

import pytest

import trucewatch
from trucewatch.model.errors import DateError, DocumentError, DossierError


def test_the_public_names() -> None:
    assert sorted(trucewatch.__all__) == ["Reading", "TrucewatchError", "__version__", "read"]
    assert all(hasattr(trucewatch, name) for name in trucewatch.__all__)


def test_reading_from_python_gives_the_contract() -> None:
    reading = trucewatch.read("Kyiv rejected the offer.", published="2022-08-12")
    assert isinstance(reading, trucewatch.Reading)
    assert reading.to_dict()["schema"] == "trucewatch.reading/1"
    assert reading.to_dict()["document"]["published"] == "2022-08-12"


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda: trucewatch.read("Kyiv spoke.", published="yesterday"), DateError),
        (lambda: trucewatch.read(""), DocumentError),
        (lambda: trucewatch.read("1234 - 5678"), DocumentError),
        (lambda: trucewatch.read("Министерство сообщило, что перемирие нарушено вчера вечером."), DocumentError),
        (lambda: trucewatch.read("Kyiv spoke.", dossier="no-such-dossier"), DossierError),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_tree(call: object, error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        call()  # type: ignore[operator]
    assert isinstance(caught.value, trucewatch.TrucewatchError)

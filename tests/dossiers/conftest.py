from pathlib import Path

import pytest

GUIDE = Path(__file__).parents[2] / "docs" / "dossier-guide.md"


@pytest.fixture(scope="session")
def guide() -> str:
    return GUIDE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def example(guide: str) -> str:
    """The worked example of the guide: a valid dossier that uses every record of the format."""
    return guide.split("```yaml\n")[1].split("```")[0]

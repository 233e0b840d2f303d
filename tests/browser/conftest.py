from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.installation import Installation, start


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """The toolbox as `make run` starts it, with the starter content."""
    running = start(tmp_path_factory.mktemp("toolbox"))
    yield running
    running.stop()

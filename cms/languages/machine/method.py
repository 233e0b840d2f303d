"""Whether a translation is a machine's or a person's."""

from __future__ import annotations

from cms.languages.standing import MACHINE, REVIEWED, Made

PERSON = "person"


def method_of(before: Made, has_machine_words: bool) -> str:
    """How a new version came to be. ``before`` is what the version before it says of itself.

    One text in a machine's words makes the whole page a machine's. A person who has rewritten every one of them has
    not yet read the page as one: it stays a machine's until it is approved. What is approved counts as a person's
    from the next version on; the approved version itself goes on saying that a machine made it.
    """
    if has_machine_words or (before.method == MACHINE and before.state != REVIEWED):
        return MACHINE
    return PERSON

"""A process that is killed in the middle, for real and at many points."""

from __future__ import annotations

import json

from tests.cms.publishing.installation import Installation

POINTS = [
    *("checking+0", "checking+0.01", "checking+0.03"),
    *("writing+0", "writing+0.005", "writing+0.02"),
    *("building+0", "building+0.05", "building+0.15", "building+0.3", "building+0.5", "building+0.8"),
    *("switching+0", "switching+0.001", "switching+0.003", "switching+0.01"),
]


def test_whenever_a_release_is_killed_readers_keep_a_whole_site_and_the_next_publish_goes_live(
    installation: Installation,
) -> None:
    installation.python("from tests.cms.publishing.sample import *; publish(GuidePage.objects.get(), title='Først')")
    installation.manage("publish")
    told = installation.module("tests.cms.publishing.kill_rounds", *POINTS)
    rounds = [json.loads(line) for line in told.splitlines()]
    assert [each["point"] for each in rounds] == POINTS
    assert [each for each in rounds if not each["complete"] or each["faults"] or not each["live"]] == []
    assert sum(each["killed"] for each in rounds) >= 12, [each["point"] for each in rounds if not each["killed"]]

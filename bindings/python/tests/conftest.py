"""What the tests share: the bundled round, and small invented tables."""

import json
import pathlib
import subprocess
import sys

import befriend as bf
import hypothesis
import pytest

SOURCE = pathlib.Path(__file__).resolve().parents[3]
COUNTY = SOURCE / "examples" / "rounds" / "county-json"

hypothesis.settings.register_profile("befriend", max_examples=60, deadline=None, derandomize=True)
hypothesis.settings.load_profile("befriend")


def county_table(name):
    """A table of the bundled round as a list of dicts."""
    return json.loads((COUNTY / f"{name}.json").read_text(encoding="utf-8"))["records"]


@pytest.fixture(scope="session")
def county_tables():
    return {name: county_table(name) for name in ("children", "volunteers", "coordinators", "blocks")}


@pytest.fixture(scope="session")
def county_policy():
    return bf.Policy.from_toml(COUNTY / "policy.toml")


@pytest.fixture
def county(county_tables, county_policy):
    return bf.Round(**county_tables, policy=county_policy)


@pytest.fixture(scope="session")
def county_proposal(county_tables, county_policy):
    return bf.Round(**county_tables, policy=county_policy).propose()


@pytest.fixture
def children():
    return [
        {
            "child_id": "C-1",
            "referred_on": "2025-03-10",
            "age_years": 11,
            "consent": "agrees",
            "slots": ["sat_morning"],
            "interests": ["football:2"],
        },
        {
            "child_id": "C-2",
            "referred_on": "2026-01-20",
            "age_years": 14,
            "consent": "not_yet_asked",
            "slots": ["sat_morning"],
            "interests": ["drawing:2"],
        },
    ]


@pytest.fixture
def volunteers():
    return [
        {
            "volunteer_id": "V-1",
            "state": "available",
            "age_years": 34,
            "dbs_on": "2025-05-12",
            "references_ok": True,
            "panel_approved_until": "2027-04-30",
            "slots": ["sat_morning"],
            "interests": ["football:2"],
        },
    ]


@pytest.fixture(scope="session")
def tool():
    """Runs the tool of the package and gives what it prints."""

    def run(*arguments):
        command = [sys.executable, "-m", "befriend", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, check=True, text=True, timeout=60).stdout

    return run

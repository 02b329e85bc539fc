"""Every code is one exception class, and carries every fault."""

import json
import pickle

import befriend as bf
import pytest
from befriend import _errors

CODES = [
    "E_ARG",
    "E_STATE",
    "E_VERSION",
    "E_ENCODING",
    "E_PARSE",
    "E_SCHEMA",
    "E_NUMBER",
    "E_RANGE",
    "E_DATE",
    "E_DUPLICATE",
    "E_UNKNOWN_ID",
    "E_CONFLICT",
    "E_POLICY",
    "E_LIMIT",
    "E_OVERFLOW",
    "E_IO",
    "E_EXISTS",
    "E_MEMORY",
    "E_CANCELLED",
    "E_TIME",
    "E_CERTIFICATE",
    "E_INTERNAL",
    "E_UNSUPPORTED",
]


@pytest.mark.parametrize(("number", "code"), list(enumerate(CODES, 1)))
def test_each_status_is_one_class(number, code):
    faults = json.dumps(
        {"faults": [{"code": code, "number": number, "rule": "a rule", "table": "children", "record": 3}]}
    )
    raised = _errors.failure(number, [f"{code} children[3]: a rule"], faults)
    assert str(raised).startswith(code) or isinstance(raised, MemoryError)
    if code == "E_MEMORY":
        assert isinstance(raised, MemoryError)
    else:
        assert isinstance(raised, bf.BefriendError)
        assert raised.code == code
        assert raised.faults.to_dicts()[0] == {
            "code": code,
            "severity": "error",
            "table": "children",
            "record": 3,
            "field": None,
            "rule": "a rule",
            "line": None,
            "column": None,
            "other_table": None,
            "other_record": None,
        }


def test_the_groups():
    assert issubclass(bf.PolicyError, bf.InputError)
    assert issubclass(bf.ConflictError, bf.InputError)
    assert issubclass(bf.InputError, ValueError)
    assert issubclass(bf.TimeLimitError, bf.LimitError)
    assert not issubclass(bf.SolverError, ValueError)


def test_a_long_list_of_faults_is_cut_in_the_text_only(children, volunteers):
    many = [child | {"age_years": 99} for child in children * 20]
    with pytest.raises(bf.InputError) as refused:
        bf.Round(many, volunteers, as_of="2026-11-02").propose()
    lines = str(refused.value).splitlines()
    assert len(lines) == 11
    assert lines[-1] == f"and {len(refused.value.faults) - 10} more; `faults` has all"
    assert len(refused.value.faults) > 40


def test_exceptions_survive_pickling(children, volunteers):
    with pytest.raises(bf.InputError) as refused:
        bf.Round([children[0] | {"age_years": 99}], volunteers, as_of="2026-11-02").propose()
    again = pickle.loads(pickle.dumps(refused.value))
    assert (type(again), str(again), again.code) == (bf.InputError, str(refused.value), refused.value.code)
    assert again.faults.to_dicts() == refused.value.faults.to_dicts()

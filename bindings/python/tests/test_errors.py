"""What goes wrong, and how it is said."""

from __future__ import annotations

import ctypes
import importlib
import os
import sys
from pathlib import Path

import pytest

import himaya
from himaya import BuildError, Guard, HimayaError, ModelPackError, PolicyError, WeightsError
from himaya import _by_ctypes, _native


def test_every_error_is_one_of_the_package() -> None:
    raised = [one for one in vars(himaya).values() if isinstance(one, type)]
    errors = [one for one in raised if issubclass(one, Exception)]
    assert len(errors) >= 20
    assert all(issubclass(one, HimayaError) for one in errors)


def test_what_a_guard_cannot_be_made_from_is_named(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="line 1"):
        Guard(policy="nonsense")
    own = tmp_path / "policy.toml"
    own.write_text("schema_version = 99")
    with pytest.raises(BuildError):
        Guard(policy=own)
    lock = tmp_path / "lock.json"
    lock.write_text(
        '{"schema_version":1,"by":"guardian","name":"mine","version":3,"sha256":"00"}'
    )
    with pytest.raises(PolicyError, match="the guardian locked policy `mine`"):
        Guard(policy="school", policy_lock=lock)
    with pytest.raises(WeightsError):
        Guard(conversation_weights="nonsense")
    with pytest.raises(ModelPackError, match="manifest.json"):
        Guard(image_model=tmp_path)
    with pytest.raises(ModelPackError, match="manifest.json"):
        Guard(text_model=tmp_path)


def test_a_fault_in_the_library_is_an_error_without_the_text(
    capfd: pytest.CaptureFixture[str],
) -> None:
    folder = os.environ.get("HIMAYA_TEST_SUPPORT")
    if folder is None:
        pytest.skip("no library with test support")
    sys.path.insert(0, folder)
    faulty = importlib.import_module("himaya_ffi")
    with pytest.raises(faulty.InternalError) as raised:
        faulty.deliberate_fault("CANARY")
    assert "test_support.rs:" in str(raised.value) and "report" in str(raised.value)
    assert "CANARY" not in str(raised.value) + "".join(capfd.readouterr())
    # The library goes on.
    assert faulty.version() == himaya.__version__


@pytest.mark.parametrize("calls", [_native.Calls, _by_ctypes.Calls])
def test_a_fault_of_a_direct_call_is_one_too(
    calls: type[_by_ctypes.Calls], capfd: pytest.CaptureFixture[str]
) -> None:
    folder = os.environ.get("HIMAYA_TEST_SUPPORT")
    if folder is None:
        pytest.skip("no library with test support")
    (library,) = (one for one in Path(folder).iterdir() if one.suffix in (".so", ".dylib", ".dll"))
    fails = ctypes.cast(ctypes.CDLL(str(library)).himaya_deliberate_fault, ctypes.c_void_p).value
    assert fails is not None
    with pytest.raises(himaya.FaultError, match=r"test_support\.rs:.*report") as raised:
        calls(*[fails] * 5).assess_message(bytes, 0, "CANARY")
    assert "CANARY" not in str(raised.value) + "".join(capfd.readouterr())


def test_a_fault_is_translated() -> None:
    def fails() -> None:
        raise _native.ffi.InternalError("a fault in Himaya at nowhere.rs:1")

    with pytest.raises(himaya.FaultError, match="nowhere"):
        _native.translated(fails)

"""The examples of the README and of the docstrings hold."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest
from conftest import ROOT

OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def test_the_examples_of_the_readme_hold(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "photo.jpg").write_bytes(
        (ROOT / "examples/data/pictures/coffee-rotated.jpg").read_bytes()
    )
    readme = ROOT / "bindings/python/README.md"
    failed, tried = doctest.testfile(str(readme), module_relative=False, optionflags=OPTIONS)
    assert tried >= 20 and failed == 0


@pytest.mark.parametrize(
    "name",
    [
        *("guard", "conversation", "messages", "help_services", "digest"),
        *("policy", "ledger", "draft", "taxonomy"),
    ],
)
def test_the_examples_of_the_docstrings_hold(name: str) -> None:
    module = importlib.import_module(f"himaya.{name}")
    failed, tried = doctest.testmod(module, extraglobs=vars(importlib.import_module("himaya")))
    assert tried >= 2 and failed == 0

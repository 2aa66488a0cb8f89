import tomllib
import unittest
from pathlib import Path

from picture_models.artefact import Artefact, differences, sha256
from picture_models.recipes import OPTIONAL, RECIPES, recorded_sums

_ARTEFACT = Artefact(
    name="made",
    version="1",
    model=b"network",
    config={"classes": ["one"]},
    source={"package": "made"},
    spdx="MIT",
    notices={"LICENSE-made": b"text", "NOTICE-made": b"more"},
)


class Files(unittest.TestCase):
    def test_the_manifest_binds_model_and_config(self) -> None:
        files = _ARTEFACT.files()
        manifest = files["manifest.json"].decode()
        for name in ("model.onnx", "config.json"):
            self.assertIn(sha256(files[name]), manifest)
        self.assertIn('"file": "LICENSE-made"', manifest)

    def test_a_file_that_is_missing_or_other_is_named(self) -> None:
        files = _ARTEFACT.files()
        sums = {name: sha256(data) for name, data in files.items()}
        self.assertEqual(differences(files, sums, Path("here")), [])
        del sums["NOTICE-made"]
        sums["model.onnx"] = sha256(b"other")
        first, second = differences(files, sums, Path("here"))
        self.assertTrue(first.startswith("model.onnx: here has "))
        self.assertEqual(second, "NOTICE-made: missing in here")


class Optional(unittest.TestCase):
    def test_every_optional_model_has_a_recipe_and_a_card(self) -> None:
        cards = Path(__file__).resolve().parents[1] / "cards"
        for entry in tomllib.loads(OPTIONAL.read_text("utf-8"))["model"]:
            self.assertFalse(RECIPES[entry["recipe"]].embedded)
            self.assertTrue((cards / f"{entry['name']}.md").is_file())

    def test_nothing_is_recorded_of_another_version(self) -> None:
        self.assertEqual(recorded_sums(_ARTEFACT), {})

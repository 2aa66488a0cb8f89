"""Which models can be built, and what they are held to."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .artefact import Artefact
from .nsfwjs import mid, small
from .open_nsfw import open_nsfw

_MODELS = Path(__file__).resolve().parents[3] / "image"
_CARDS = Path(__file__).resolve().parents[1] / "cards"
#: SHA-256 of the files of models that are not committed.
OPTIONAL = _MODELS / "optional.toml"


@dataclass(frozen=True)
class Recipe:
    """One model: how it is made from a folder with fetched packages."""

    build: Callable[[Path], Artefact]
    #: Whether its folder is committed, and its card with it.
    embedded: bool = False

    def folder(self, artefact: Artefact, cache: Path) -> Path:
        """Where it is written unless another place is named."""
        parent = _MODELS if self.embedded else cache / "models"
        return parent / f"{artefact.name}-{artefact.version}"

    def card(self, artefact: Artefact) -> dict[str, bytes]:
        """`CARD.md`, where it has to be written."""
        if self.embedded:
            return {}
        return {"CARD.md": (_CARDS / f"{artefact.name}.md").read_bytes()}


RECIPES = {
    "mid": Recipe(mid, embedded=True),
    "small": Recipe(small),
    "open-nsfw": Recipe(open_nsfw),
}


def recorded_sums(artefact: Artefact) -> dict[str, str]:
    """What optional.toml says that the files must be."""
    entries = tomllib.loads(OPTIONAL.read_text("utf-8"))["model"]
    same = (e for e in entries if (e["name"], e["version"]) == (artefact.name, artefact.version))
    return next((entry["sha256"] for entry in same), {})

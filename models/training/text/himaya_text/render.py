"""The model card and its plot, from evaluation.json and ablations.json."""

import json
from pathlib import Path

LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French",
    "id": "Indonesian", "it": "Italian", "nl": "Dutch", "pt": "Portuguese", "ru": "Russian",
    "tr": "Turkish", "all": "all",
}  # fmt: skip
NOTES = Path(__file__).with_name("card_notes.md")


def percent(share: dict) -> str:
    low, high = share["interval"]
    return f"{100 * share['hits'] / max(share['of'], 1):.1f} % [{100 * low:.0f}-{100 * high:.0f}]"


def per_thousand(share: dict) -> str:
    return f"{1000 * share['hits'] / max(share['of'], 1):.1f}"


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def plot(bins: list[list[float]]) -> str:
    """A reliability diagram: what was said against what was true."""
    size, edge = 360, 40
    span = size - 2 * edge

    def x(value: float) -> float:
        return round(edge + value * span, 1)

    def y(value: float) -> float:
        return round(size - edge - value * span, 1)

    largest = max(count for *_, count in bins)
    dots = "\n".join(
        f'  <circle cx="{x(said)}" cy="{y(true)}" r="{round(3 + 7 * (count / largest) ** 0.5, 1)}">'
        f"<title>{count} messages: said {said:.2f}, true {true:.2f}</title></circle>"
        for said, true, count in bins
    )
    ticks = "\n".join(
        f'  <text x="{x(v)}" y="{size - edge + 16}" text-anchor="middle">{v:.1f}</text>\n'
        f'  <text x="{edge - 8}" y="{y(v) + 4}" text-anchor="end">{v:.1f}</text>'
        for v in (0, 0.5, 1)
    )
    line = " ".join(f"{x(said)},{y(true)}" for said, true, _ in bins)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img"
     font-family="system-ui, sans-serif" font-size="12">
  <title>Calibration: the probability that is said against the share that is true</title>
  <rect width="{size}" height="{size}" fill="#fff"/>
  <path d="M{x(0)} {y(0)}H{x(1)}V{y(1)}H{x(0)}Z" fill="none" stroke="#888"/>
  <path d="M{x(0)} {y(0)}L{x(1)} {y(1)}" stroke="#888" stroke-dasharray="4"/>
{ticks}
  <text x="{size / 2}" y="{size - 8}" text-anchor="middle">said</text>
  <text x="12" y="{size / 2}" transform="rotate(-90 12 {size / 2})" text-anchor="middle">true</text>
  <g fill="#1f6feb">
{dots}
  </g>
  <polyline points="{line}" fill="none" stroke="#1f6feb" stroke-width="1.5"/>
</svg>
"""


def card(folder: Path) -> None:
    """Writes CARD.md and calibration.svg into a pack's folder."""
    measured = json.loads((folder / "evaluation.json").read_text(encoding="utf-8"))
    (folder / "calibration.svg").write_text(plot(measured["calibration"]["bins"]), encoding="utf-8")
    languages, whole = measured["languages"], measured["languages"]["all"]
    rows = [
        [
            LANGUAGES[name], f"{of['indicators']} + {of['hard_negatives']}",
            f"{of['auc']['both']:.3f} [{of['auc']['interval'][0]:.2f}-{of['auc']['interval'][1]:.2f}]",
            f"{of['auc']['model']:.3f}", f"{of['auc']['rules']:.3f}",
            percent(of["recall"]), percent(of["recall_rules"]),
            percent(of["hard_negatives_signalled"]), percent(of["hard_negatives_signalled_rules"]),
        ]
        for name, of in languages.items()
    ]  # fmt: skip
    by_language = table(
        ["Language", "Indicators + hard negatives", "AUC both", "classifier", "rules",
         "Indicators signalled: both", "rules", "Hard negatives signalled: both", "rules"],
        rows,
    )  # fmt: skip
    chat = measured["ordinary_signalled"]
    ordinary = table(
        ["Language", "Messages", "Signals / 1,000: both", "rules"],
        [[name, str(of["both"]["of"]), per_thousand(of["both"]), per_thousand(of["rules"])]
         for name, of in chat.items()],
    )  # fmt: skip
    behaviors = table(
        ["Behaviour", "Indicators", "Signalled"],
        [[f"`{name}`", str(of["of"]), percent(of)] for name, of in measured["behaviors"].items()],
    )
    dialects = table(
        ["Arabic of", "Indicators", "Signalled"],
        [[name, str(of["of"]), percent(of)] for name, of in measured["dialects"].items()],
    )
    written = table(
        ["Language", "Indicators", "Hard negatives and everyday messages"],
        [[LANGUAGES[name], str(of["indicators"]), str(of["harmless"])]
         for name, of in measured["written"].items()],
    )  # fmt: skip
    compared, path = "Run `models/training/text/build --compare`.", folder / "ablations.json"
    if path.exists():
        tried = json.loads(path.read_text(encoding="utf-8"))
        known = [name for name in LANGUAGES if name in next(iter(tried.values()))]
        compared = table(
            ["Trained", *known],
            [
                [what, *(" / ".join(f"{v:.3f}" for v in by[name].values()) for name in known)]
                for what, by in tried.items()
            ],
        )
    recipe, shape = measured["recipe"], measured["recipe"]["shape"]
    error, context = measured["calibration"], measured["context"]
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    text = NOTES.read_text(encoding="utf-8").format(
        version=measured["version"], megabytes=f"{measured['model_bytes'] / 1e6:.2f}",
        rows=shape["rows"], columns=shape["columns"], hidden=shape["hidden"],
        epochs=recipe["epochs"], seed=recipe["seed"], ordinary_messages=measured["ordinary"], of_rules=measured["of_rules"],
        terms=len(config["input"]["identity_terms"]),
        fillers=len(config["input"]["fillers"]),
        auc=f"{whole['auc']['both']:.3f}", error=f"{error['error']:.3f}",
        model_error=f"{error['model_error']:.3f}", written=written, by_language=by_language,
        context_quiet=f"{context['counterpart']['quiet']:.2f}",
        context_all=f"{context['counterpart']['all']:.2f}", context_child=f"{context['protected']['all']:.2f}",
        ordinary=ordinary, behaviors=behaviors, dialects=dialects, compared=compared,
    )  # fmt: skip
    (folder / "CARD.md").write_text(text, encoding="utf-8")

"""Transparency reports and drafts of reports."""

from __future__ import annotations

import tempfile

from common import ROOT, accepted, changed, fault, printed, run, schema

_CHATS = "examples/data/chats"
_PICTURE = "examples/data/pictures/cat.webp"
_EVERYTHING = [
    *["--attach", _PICTURE, "--include", "messages,people,file-names,contacts"],
    *["--states", "minorToMinorInteraction", "--when", "2026-11-20T18:30:00Z"],
    *["--statement", "please look at this"],
]


def checks() -> list[str]:
    return [*_transparency(), *_drafts()]


def _transparency() -> list[str]:
    reports = schema("transparency-report")
    with tempfile.TemporaryDirectory() as folder:
        ledger = f"{folder}/ledger.json"
        run("check", _CHATS, _PICTURE, "--ledger", ledger, statuses=(0, 1))
        transparency = ["transparency", ledger, ledger, "--json"]
        report = printed(*transparency)
        arabic = printed(*transparency, "--lang", "ar")
        suppressed = printed(*transparency, "--at-least", "5")
        weeks = ["--from", "2020-W01", "--to", "2099-W01"]
        noised = printed(*transparency, *weeks, "--epsilon", "1")
    return [
        fault(reports, report, "report"),
        fault(reports, arabic, "report in Arabic"),
        fault(reports, suppressed, "report without small counts"),
        fault(reports, noised, "shared report"),
        accepted(reports, changed(report, ["counts", "total", "text"], "x"), "a field more"),
        accepted(reports, changed(noised, ["by_week"], {}), "weeks in a shared report"),
    ]


def _drafts() -> list[str]:
    drafts = schema("report-draft")
    found = []
    draft = None
    for chat in sorted((ROOT / _CHATS).iterdir()):
        arguments = ["report-draft", str(chat), "--request-by", "guardian"]
        draft = printed(*arguments, *_EVERYTHING)
        found.append(fault(drafts, printed(*arguments), chat.name))
        found.append(fault(drafts, draft, f"{chat.name} with everything"))
    of_picture = printed("report-draft", _PICTURE, "--request-by", "child")
    annotation = ["incidentSummary", "reportAnnotations", "minorToMinorInteraction", "derived"]
    classification = ["fileDetails", 0, "value", "industryClassification"]
    return [
        *found,
        fault(drafts, of_picture, "draft about a picture"),
        accepted(drafts, changed(draft, ["filed"], True), "a draft that was filed"),
        accepted(drafts, changed(draft, ["bytes"], "x"), "a draft with a field more"),
        accepted(drafts, changed(draft, classification, "A1"), "a guardian who classifies"),
        accepted(drafts, changed(draft, annotation, True), "a derived statement of ages"),
    ]

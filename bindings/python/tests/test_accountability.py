"""Policies, what is counted, contested, published and reported, and what words mean."""

from __future__ import annotations

import copy
import datetime
import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import himaya
from himaya import (
    Action,
    AgeBand,
    Annotation,
    Assessment,
    Behavior,
    Category,
    ContestError,
    ContestReason,
    DigestBuilder,
    DraftError,
    Guard,
    Include,
    IndustryClassification,
    Ledger,
    LedgerError,
    Leniency,
    LockedBy,
    OnFailure,
    PersonRole,
    Policy,
    PolicyConcernKind,
    PolicyError,
    PolicyLock,
    PolicyLockedError,
    ReasonKind,
    ReportDraft,
    Role,
    Said,
    Shift,
    Stage,
    TransparencyError,
    TransparencyReport,
)

THREAT = "pay me or i send your pics to everyone"
INSULT = "you are a loser, everybody hates you"
DAY = 24 * 60 * 60 * 1000
MONDAY = 20_780 * DAY
PRESETS = ("child", "teen", "adult", "school")


@pytest.fixture(scope="module")
def threat(guard: Guard) -> Assessment:
    return guard.assess_message(THREAT)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_holds_and_comes_back_from_json(name: str) -> None:
    policy = Policy(name)
    assert policy.name == name and policy.concerns() == ()
    again = Policy(policy.to_json())
    assert again == policy and hash(again) == hash(policy) and not policy.diff(again)
    assert pickle.loads(pickle.dumps(policy)) == copy.deepcopy(policy) == policy
    assert all(row.reason for row in policy.rows) and len(policy.sha256) == 64


def test_a_policy_says_what_is_in_force_for_an_age() -> None:
    policy = Policy.preset(AgeBand.FROM_10_TO_12)
    assert policy.name == "child" and policy.on_failure is OnFailure.CLOSED
    assert policy.ages == (AgeBand.FROM_0_TO_5, AgeBand.FROM_6_TO_9, AgeBand.FROM_10_TO_12)
    table = policy.table(AgeBand.FROM_10_TO_12)
    assert {one.category for one in table} == set(Category)
    grooming = [one for one in table if one.category is Category.GROOMING]
    assert grooming == sorted(grooming, key=lambda one: one.action, reverse=True)
    assert all(0 <= one.at <= 1 and 0 <= one.min_severity <= 7 for one in table)


def test_concerns_name_what_may_not_be_meant(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('schema_version = 1\nname = "own"\nversion = 2\non_failure = "open"\nrows = []\n')
    policy = Policy(own)
    kinds = {concern.kind for concern in policy.concerns([AgeBand.FROM_6_TO_9])}
    assert kinds >= {
        PolicyConcernKind.FAILS_OPEN,
        PolicyConcernKind.NO_NOTICE,
        PolicyConcernKind.UNCOVERED,
    }
    assert policy.concerns([AgeBand.ADULT]) == ()
    for wrong, message in [
        ("nonsense", "line 1"),
        ("schema_version = 9", "line 1|missing"),
        (own.read_text().replace("own", "O!"), "use 1 to 64 small letters"),
    ]:
        with pytest.raises(PolicyError, match=message):
            Policy(wrong)


def test_a_diff_says_which_way_each_change_goes() -> None:
    child, adult = Policy("child"), Policy("adult")
    diff = child.diff(adult)
    assert diff and diff.shift is Shift.LAXER and adult.diff(child).shift is Shift.STRICTER
    assert {change.field for change in diff.settings} >= {"name", "on_failure"}
    assert all(change.shift is Shift.LAXER for change in diff.rows)
    changed = diff.rows[0]
    assert changed.ages and changed.before != changed.after


def test_a_lock_refuses_every_other_policy() -> None:
    policy = Policy("school")
    lock = policy.lock(LockedBy.SCHOOL)
    assert (lock.by, lock.name, lock.version) == (LockedBy.SCHOOL, "school", policy.version)
    again = PolicyLock(lock.to_json())
    again.check(policy)
    assert again.sha256 == policy.sha256
    with pytest.raises(PolicyLockedError, match="the school locked policy `school`"):
        again.check(Policy("adult"))
    Guard(policy=policy.to_json(), policy_lock=lock.to_json(), text_model=False)
    with pytest.raises(PolicyError):
        Guard(policy="adult", policy_lock=lock.to_json(), text_model=False)


def test_leniency_stays_within_the_policys_bounds() -> None:
    teen = Policy("teen")
    assert teen.contest_rules is not None and teen.leniency == ()
    category = teen.contest_rules.categories[0]
    relaxed = teen.with_leniency([Leniency(category, teen.contest_rules.max_raise)])
    assert relaxed.leniency[0].category is category and relaxed.sha256 == teen.sha256
    assert relaxed != teen
    with pytest.raises(PolicyError, match="the policy permits 0"):
        teen.with_leniency([Leniency(Category.SEXTORTION, 0.1)])


def test_a_ledger_counts_and_comes_back(guard: Guard, threat: Assessment) -> None:
    ledger = Ledger()
    assert ledger.weeks is None and ledger.recent == ()
    ledger.record(guard.assess_message("see you at practice"), MONDAY)
    id = ledger.record(threat, datetime.datetime(2026, 11, 30, tzinfo=datetime.timezone.utc))
    assert ledger.weeks == himaya.Weeks("2026-W48", "2026-W49")
    (recent,) = ledger.recent
    assert (recent.id, recent.categories[0]) == (id, Category.SEXTORTION)
    assert recent.action >= Action.INDICATE and len(id) == 32
    assert ledger.overridden(id) and not ledger.overridden(id)
    again = Ledger.from_json(ledger.to_json())
    assert again.to_json() == pickle.loads(pickle.dumps(ledger)).to_json() == ledger.to_json()
    other = Ledger()
    other.record(threat, MONDAY)
    ledger.merge(other)
    ledger.merge(ledger)
    assert len(ledger.recent) == 2
    report = TransparencyReport(ledger, Policy("child"))
    assert report.total.scanned == 6 and report.total.warned == 4


def test_a_damaged_ledger_is_refused_and_never_quoted(threat: Assessment) -> None:
    ledger = Ledger()
    ledger.record(threat, MONDAY)
    with pytest.raises(LedgerError) as raised:
        Ledger.from_json(ledger.to_json().replace("sextortion", "CANARY"))
    assert "CANARY" not in str(raised.value) and "column" in str(raised.value)
    with pytest.raises(LedgerError, match="not supported"):
        Ledger.from_json('{"schema_version": 9}')


def warned(guard: Guard) -> Assessment:
    """A warning about bullying."""
    assessment = guard.assess_message(INSULT)
    assert assessment.is_actionable and assessment.findings[0].category is Category.BULLYING
    return assessment


def test_contests_on_several_days_raise_a_threshold(guard: Guard) -> None:
    teen, ledger = Policy("teen"), Ledger()
    rules = teen.contest_rules
    assert rules is not None and Category.BULLYING in rules.categories
    for day in range(rules.min_contests + 1):
        time = MONDAY + day * DAY
        id = ledger.record(warned(guard), time)
        contested = ledger.contest(id, ContestReason.HARMLESS, teen, time)
        assert contested.category is Category.BULLYING and not contested.repeated
        assert ledger.contest(id, "harmless", teen, time).repeated
    assert contested.leniency == ledger.leniency(teen, time) != ()
    assert ledger.leniency(teen, time)[0].raised_by > 0
    relaxed = ledger.relaxed(teen, time)
    assert relaxed.leniency == contested.leniency
    assert ledger.relaxed(Policy("adult").with_leniency([]), time).name == "adult"
    with pytest.raises(ContestError, match="no assessment with this id"):
        ledger.contest("0" * 32, "other", teen)
    with pytest.raises(ContestError, match="32 hex digits"):
        ledger.contest("nonsense", "other", teen)
    with pytest.raises(ValueError, match="harmless"):
        ledger.contest(id, "nonsense", teen)


def test_a_report_is_made_for_people_and_programs(threat: Assessment) -> None:
    ledgers = [Ledger(), Ledger()]
    for ledger in ledgers:
        for minute in range(6):
            ledger.record(threat, MONDAY + minute * 60_000)
    policy = Policy("child")
    report = TransparencyReport(ledgers, policy)
    assert report.devices == 2 and report.weeks.first == report.weeks.last == "2026-W48"
    assert report.by_category[Category.SEXTORTION].warned == report.total.warned == 12
    parsed = json.loads(report.to_json())
    assert parsed["counts"]["total"]["scanned"] == 12
    assert len(parsed["methodology"]["paragraphs"]) >= 8
    html = TransparencyReport(ledgers, policy, language="ar").to_html()
    assert 'dir="rtl"' in html and "<script" not in html
    few = TransparencyReport(ledgers[0], policy, at_least=20)
    assert few.total.warned == 0
    noised = TransparencyReport(
        ledgers, policy, first_week="2026-W40", last_week="2026-W50", epsilon=1.0
    )
    assert json.loads(noised.to_json())["differential_privacy"]["draws"] == 2


def test_a_report_that_cannot_be_made_says_why(threat: Assessment) -> None:
    policy, full = Policy("child"), Ledger()
    full.record(threat, MONDAY)
    for wrong, message in [
        (lambda: TransparencyReport(Ledger(), policy), "the ledgers are empty"),
        (lambda: TransparencyReport(full, policy, first_week="soon"), "such as 2026-W48"),
        (lambda: TransparencyReport(full, policy, language="xx"), "xx"),
        (lambda: TransparencyReport(full, policy, epsilon=1.0), "noise needs a period"),
        (
            lambda: TransparencyReport(
                full, policy, first_week="2026-W48", last_week="2026-W48", epsilon=99.0
            ),
            "0.001 to 10",
        ),
        (lambda: TransparencyReport(full, policy, last_week="2026-W40"), "earlier week first"),
    ]:
        with pytest.raises(TransparencyError, match=message):
            wrong()
    with pytest.raises(ValueError, match="not both"):
        TransparencyReport(full, policy, epsilon=1.0, at_least=5)


def test_a_draft_says_what_was_derived_and_what_is_left(threat: Assessment) -> None:
    draft = ReportDraft(PersonRole.GUARDIAN, time=MONDAY)
    draft.observe(threat, time=MONDAY)
    draft.annotate(Annotation.MINOR_TO_MINOR_INTERACTION)
    number = draft.attach(b"not a picture", name="CANARY.jpg")
    form: Any = draft.to_dict()
    assert (form["status"], form["filed"], number) == ("draft", False, 0)
    summary = form["incidentSummary"]
    assert summary["incidentType"]["derived"] is True
    assert summary["reportAnnotations"]["minorToMinorInteraction"]["derived"] is False
    assert form["left_to_reviewer"]
    with pytest.raises(DraftError, match="a reviewer's judgement"):
        draft.classify(number, IndustryClassification.A1)
    reviewed = ReportDraft("reviewer")
    with pytest.raises(DraftError, match="no attachment 0"):
        reviewed.classify(0, "A1")
    reviewed.classify(reviewed.attach(b"bytes"), "A1")
    assert "A1" in reviewed.to_json()


def test_a_draft_includes_only_what_a_person_chose(threat: Assessment, tmp_path: Path) -> None:
    said = Said(f"{THREAT}, call +49 30 1234567", sender="somebody")
    assert "pay me" not in repr(said) and "somebody" not in repr(said)
    draft = ReportDraft("guardian", include=Include(messages=True, people=True, file_names=True))
    draft.observe(threat, said=said)
    own = Said("CANARY of the child's own", role=Role.PROTECTED)
    draft.observe(threat, said=own)
    draft.statement("write to me at me@example.org \ud83d")
    file = tmp_path / "letter.txt"
    file.write_text("words")
    draft.attach(file)
    json = draft.to_json()
    assert "pay me" in json and "somebody" in json and "letter.txt" in json
    assert "1234567" not in json and "me@example.org" not in json and "CANARY" not in json


def test_no_words_get_into_what_is_kept_counted_or_drafted(guard: Guard) -> None:
    canary = f"CANARY {THREAT} CANARY"
    ledger, builder, draft = Ledger(), DigestBuilder(), ReportDraft("guardian")
    conversation = himaya.Conversation()
    for role in Role:
        assessment = guard.observe(conversation, canary, role=role, time=MONDAY)
        id = ledger.record(assessment, MONDAY)
        builder.record(assessment, MONDAY)
        draft.observe(assessment, said=Said(canary, sender="CANARY", role=role))
    draft.attach(canary.encode(), name="CANARY.txt")
    if ledger.recent:
        ledger.contest(ledger.recent[0].id, "other", Policy("child"), MONDAY)
    assert ledger.recent and builder.digest(MONDAY).items
    digest = builder.digest(MONDAY)
    report = TransparencyReport(ledger, Policy("child"))
    kept = [
        id,
        ledger.to_json(),
        builder.to_json(),
        digest.to_json(),
        digest.to_text(himaya.Messages()),
        report.to_json(),
        report.to_html(),
        draft.to_json(),
        *map(repr, (ledger, builder, digest, report, draft, ledger.recent)),
    ]
    for text in kept:
        assert "CANARY" not in text and "pics" not in text, text


@pytest.mark.parametrize("word", [*Category, *Behavior, *Stage], ids=str)
def test_every_word_has_a_meaning_and_limits(word: Category | Behavior | Stage) -> None:
    meaning = himaya.meaning(word)
    assert meaning.slug == word.value and meaning.definition and meaning.matters
    assert meaning.limits and meaning.severity[0] <= meaning.severity[1] <= 7
    assert all(source.title and source.year > 1900 for source in meaning.sources)


def test_reason_codes_have_a_meaning(guard: Guard, threat: Assessment) -> None:
    codes = [code for finding in threat.findings for code in finding.reason_codes]
    for code in codes:
        reason = himaya.meaning_of_reason(code)
        assert reason is not None and reason.definition and reason.limits
        rule = himaya.rule_of(guard, code)
        assert (rule is not None) is (reason.kind is ReasonKind.RULE)
        if rule is not None:
            assert rule.category is Category.SEXTORTION and 0 <= rule.severity <= 7
            assert code.startswith(f"{rule.language}.")
    assert any(himaya.rule_of(guard, code) for code in codes)
    assert himaya.meaning_of_reason("nonsense") is None
    assert himaya.rule_of(guard, "nonsense") is None
    status = himaya.meaning_of_reason("image_unreadable")
    assert status is not None and status.kind is ReasonKind.STATUS

"""What people are told, whom they can ask, and what a guardian learns."""

from __future__ import annotations

import datetime
import json
import re

import pytest

import himaya
from himaya import (
    Addressee,
    AgeBand,
    Assessment,
    Category,
    DelayHours,
    DigestBuilder,
    DigestError,
    Gender,
    Guard,
    HelpAudience,
    HelpServices,
    HelpServicesError,
    InputType,
    InterventionLevel,
    Messages,
    Policy,
    Reader,
    UnknownLanguageError,
    Urgency,
)

THREAT = "pay me or i send your pics to everyone"
CHILD = Addressee(AgeBand.FROM_13_TO_15)
DAY = 24 * 60 * 60 * 1000
MONDAY = 20_780 * DAY


@pytest.fixture(scope="module")
def threat(guard: Guard) -> Assessment:
    return guard.assess_message(THREAT)


@pytest.fixture(scope="module")
def services() -> HelpServices:
    return HelpServices()


def test_each_reader_is_told_what_concerns_them(threat: Assessment) -> None:
    messages = Messages("en")
    told = {reader: messages.notice(threat, reader=reader, addressee=CHILD) for reader in Reader}
    keys = {reader: None if notice is None else notice.key for reader, notice in told.items()}
    assert keys == {
        Reader.APPROACHED: "notice-sextortion",
        Reader.SENDING: None,
        Reader.AUTHOR: "deterrence-sextortion",
        Reader.GUARDIAN: "guardian-sextortion",
    }
    notice = told[Reader.APPROACHED]
    assert notice is not None and notice.title and notice.body and notice.step
    assert (notice.language, notice.right_to_left) == ("en", False)
    with pytest.raises(AttributeError):
        notice.title = "another"  # type: ignore[misc]
    assert notice == messages.notice(Category.SEXTORTION, addressee=CHILD)


def test_nothing_is_told_of_what_is_harmless(guard: Guard) -> None:
    harmless = guard.assess_message("see you at practice tomorrow")
    assert all(Messages().notice(harmless, reader=reader) is None for reader in Reader)


def test_how_much_is_told_is_the_hosts_choice(threat: Assessment) -> None:
    messages = Messages()
    simple = messages.notice(threat, level=InterventionLevel.SIMPLE)
    assert simple is not None and simple.body is None
    assert messages.notice(threat, level=InterventionLevel.DISABLED) is None


def test_every_language_speaks_to_everybody(threat: Assessment) -> None:
    assert {"ar", "de", "en", "es", "fr"} <= set(Messages.languages())
    for language in Messages.languages():
        messages = Messages(language)
        for age in [None, *AgeBand]:
            for gender in Gender:
                notice = messages.notice(threat, addressee=Addressee(age, gender))
                assert notice is not None and notice.language == language
                assert notice.right_to_left is messages.is_right_to_left is (language == "ar")


def test_gender_changes_what_arabic_says(threat: Assessment) -> None:
    messages = Messages("ar")
    addressees = [Addressee(AgeBand.FROM_13_TO_15, gender) for gender in Gender]
    notices = {messages.notice(threat, addressee=one) for one in addressees}
    assert len(notices) >= 2


def test_tags_lead_to_the_best_language_there_is() -> None:
    assert Messages("ar-EG").language == "ar"
    assert Messages.for_languages(["xx", "pt_BR.UTF-8", "en"]).language == "pt"
    assert Messages.for_languages([]).language == "en"
    with pytest.raises(UnknownLanguageError, match="there are: ar,"):
        Messages("xx")


def test_texts_show_values_and_words_are_described() -> None:
    messages = Messages("en")
    shown = messages.text("digest-unchecked", CHILD, count=3)
    assert shown is not None and "3" in shown
    assert messages.text("no-such-key") is None
    assert messages.text("notice-grooming.step", CHILD)
    for word in (
        Category.GROOMING,
        himaya.Behavior.SECRECY,
        himaya.Stage.CONTROL,
        himaya.Action.BLUR,
    ):
        assert messages.describe(word) != str(word)


def test_what_could_not_be_checked_monitoring_and_delays_have_words() -> None:
    messages = Messages("de")
    for input_type in InputType:
        unchecked = messages.unchecked(input_type, CHILD)
        assert unchecked is not None and unchecked.text and unchecked.step
    monitored = messages.monitoring_notice(CHILD)
    assert monitored is not None and monitored.title and monitored.text
    delay = messages.digest_delay(48, CHILD)
    assert delay is not None and delay.text and delay.step


def test_services_of_the_country_come_first(services: HelpServices) -> None:
    found = services.suitable(
        Reader.APPROACHED, Category.SEXTORTION, country="gb", age=AgeBand.FROM_13_TO_15
    )
    assert found[0].country == "GB" and found[0].audience is HelpAudience.CHILD
    assert found[0].reach[0].kind == "web" and found[0].verified is None
    assert Messages().verified(found[0])
    assert {one.audience for one in found} == {HelpAudience.CHILD, HelpAudience.IMAGE_REMOVAL}
    assert services.lookup("GB") == tuple(
        one for one in found if one.audience is HelpAudience.CHILD
    )
    assert himaya.suitable_help(Reader.AUTHOR, Category.GROOMING) == (
        HelpAudience.OFFENDER_HELP,
    )


def test_a_doubtful_service_is_never_shown(services: HelpServices) -> None:
    doubtful = {one.id for one in services.to_confirm() if one.doubtful is not None}
    countries = {one.country for one in services.to_confirm()}
    assert doubtful and len(countries) > 10
    for country in countries:
        for audience in HelpAudience:
            shown = services.lookup(country, audience)
            assert not doubtful & {one.id for one in shown}
            assert all(one.doubtful is None for one in shown)


def test_a_host_confirms_and_brings_its_own(services: HelpServices) -> None:
    own = HelpServices()
    first = own.lookup("GB")[0]
    own.confirm(f'[confirmed]\n"{first.id}" = 2026-11-20\n')
    confirmed = next(one for one in own.lookup("GB") if one.id == first.id)
    assert confirmed.verified == "2026-11-20"
    text = Messages().verified(confirmed)
    assert text is not None and "2026" in text
    row = (
        'schema_version = 1\nversion = "1"\n[[services]]\nid = "own"\ncountry = "GB"\n'
        'audience = "child"\nname = "School office"\nurl = "https://school.example/help"\n'
        'languages = ["en"]\nsource_title = "School"\nsource_url = "https://school.example"\n'
        "verified = 2026-11-20\n"
    )
    own.extend(row)
    assert own.lookup("GB")[0].name == "School office"
    own.replace(row)
    assert [one.id for one in own.lookup("GB") if one.country == "GB"] == ["own"]
    assert HelpServices.from_toml(row).to_confirm() == ()
    with pytest.raises(HelpServicesError, match="line 1"):
        own.extend("nonsense")
    with pytest.raises(HelpServicesError, match="no service"):
        own.confirm("[confirmed]\nmissing = 2026-11-20\n")
    # The list that another holds is another.
    assert services.lookup("GB")[0] == first


def test_a_digest_tells_kind_urgency_and_course(threat: Assessment) -> None:
    builder = DigestBuilder()
    times = [MONDAY, MONDAY + 60_000, MONDAY + 2 * DAY]
    recorded = [builder.record(threat, time) for time in times]
    assert [one is not None and one.is_new for one in recorded] == [True, False, True]
    digest = builder.digest(MONDAY + 3 * DAY)
    (item,) = digest.items
    assert (item.category, item.urgency) == (Category.SEXTORTION, Urgency.NOW)
    assert item.by_day == (0, 0, 0, 1, 0, 1, 0) and item.advice_key == "guardian-sextortion"
    assert digest.ends_on == datetime.date(2026, 11, 26)
    assert item.help[0] is HelpAudience.CHILD and digest.unchecked == 0
    text = digest.to_text(Messages("fr"), CHILD)
    title = Messages("fr").text("guardian-sextortion.title", CHILD)
    assert title is not None and title in text
    assert digest.to_text(Messages(), CHILD, InterventionLevel.DISABLED) == ""
    parsed = json.loads(digest.to_json())
    assert parsed["items"][0]["by_day"] == [0, 0, 0, 1, 0, 1, 0]


def test_a_young_person_may_tell_it_first(guard: Guard) -> None:
    delay = Policy("teen").delay(AgeBand.FROM_16_TO_17)
    assert delay == DelayHours(calm=168, soon=48, today=12, now=1)
    assert Policy("child").delay(AgeBand.FROM_6_TO_9) == DelayHours()
    builder = DigestBuilder(delay)
    recorded = builder.record(guard.assess_message(THREAT), MONDAY)
    assert recorded is not None and recorded.wait_hours == 1
    assert builder.digest(MONDAY).items == ()
    again = DigestBuilder.from_json(builder.to_json(), delay)
    assert len(again.digest(MONDAY + 3 * 3_600_000).items) == 1
    with pytest.raises(DigestError, match="kept digest"):
        DigestBuilder.from_json("{}")


def test_harmless_messages_and_failures_are_no_items(guard: Guard) -> None:
    builder = DigestBuilder()
    assert builder.record(guard.assess_message("see you at practice"), MONDAY) is None
    failure = guard.assess_failure(himaya.StatusReason.MESSAGE_UNREADABLE)
    builder.record(failure, datetime.datetime.fromtimestamp(MONDAY / 1000, datetime.timezone.utc))
    digest = builder.digest(MONDAY)
    assert digest.items == () and digest.unchecked == 1


def test_what_is_said_needs_no_network() -> None:
    # Links are for people to open: only those of services, each by https.
    for service in HelpServices().to_confirm():
        for reach in service.reach:
            assert reach.kind == "phone" or re.match("https?://", reach.value)

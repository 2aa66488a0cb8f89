"""Whom to ask for help, by country."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any, Literal

from . import _care, _native
from ._convert import lifted, lowered
from ._native import ffi
from .guard import StrPath
from .messages import Reader
from .vocabulary import AgeBand, Category


@enum.unique
class HelpAudience(enum.Enum):
    """Whom a service is for."""

    CHILD = "child"
    """Children and young people."""

    REPORTING_HOTLINE = "reporting_hotline"
    """Whoever reports abuse of children on the internet."""

    IMAGE_REMOVAL = "image_removal"
    """Whoever wants pictures of themselves taken down."""

    OFFENDER_HELP = "offender_help"
    """Whoever fears to do, or does, harm to children and wants to stop."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class HelpAges(enum.Enum):
    """For whom alone a service is."""

    UNDER18 = "under18"
    """People under 18."""

    ADULTS = "adults"
    """People of 18 years and older."""

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Reach:
    """A way to reach a service."""

    kind: Literal["web", "phone"]
    value: str
    """A web address, or a number as dialled in the country."""


@dataclass(frozen=True, slots=True)
class HelpService:
    """A service that helps."""

    id: str
    """What the row is called: country, audience, number."""
    country: str
    """ISO 3166-1 alpha-2, or `INT` where it serves many countries."""
    audience: HelpAudience
    name: str
    """In its own words."""
    reach: tuple[Reach, ...]
    """How to reach it, in the order in which to show it: what nobody has confirmed by its web
    address first, since a number that changed hands leads a child to a stranger."""
    ages: HelpAges | None
    """For whom alone it is, if not for all ages."""
    languages: tuple[str, ...]
    """ISO 639 codes of the languages spoken there; empty if unknown."""
    hours: str | None
    """When it answers, as its source says."""
    source_title: str
    source_url: str
    source_date: str | None
    """Of the source or the copy that was seen: year, month or day."""
    verified: str | None
    """The day (`2026-11-30`) on which a person confirmed the row; None if nobody has."""
    doubtful: str | None
    """Why it must not be shown until somebody confirmed it; only in what `to_confirm` gives."""


def suitable_help(
    reader: Reader, category: Category, age: AgeBand | None = None
) -> tuple[HelpAudience, ...]:
    """Which services suit a reader of a notice, the most needed first. Somebody under age whose
    message was flagged is a child who needs somebody to talk to."""
    suitable = ffi.suitable_help(
        lowered(ffi.Reader, reader), lowered(ffi.Category, category), _care.age_or_none(age)
    )
    return tuple(lifted(HelpAudience, audience) for audience in suitable)


class HelpServices:
    """A list of help services; those that come with Himaya, or a host's own.

    >>> from himaya import Category, HelpServices, Reader
    >>> services = HelpServices()
    >>> found = services.suitable(Reader.APPROACHED, Category.SEXTORTION, country="GB")
    >>> found[0].country, found[0].audience
    ('GB', <HelpAudience.CHILD: 'child'>)
    """

    __slots__ = ("_ffi", "__weakref__")

    def __init__(self) -> None:
        """The services that come with Himaya. Reading them takes milliseconds: keep the list."""
        self._ffi = _native.translated(ffi.HelpServices)

    @classmethod
    def from_toml(cls, given: StrPath) -> HelpServices:
        """Reads a list in the form of `models/help/services.toml`: the text, or the path of a
        file.

        Raises `HelpServicesError`, which names row and field.
        """
        services = cls.__new__(cls)
        services._ffi = _native.translated(ffi.HelpServices.from_toml, _care.text_of(given))
        return services

    def lookup(
        self,
        country: str,
        audience: HelpAudience = HelpAudience.CHILD,
        *,
        language: str = "en",
        age: AgeBand | None = None,
    ) -> tuple[HelpService, ...]:
        """The services to show for one audience, best first: of the country (ISO 3166-1 alpha-2)
        before international ones, of both those that speak the language first. `age` is that of
        the person who will ask for help. Doubtful rows are never among them."""
        found = _native.translated(
            self._ffi.lookup,
            country,
            lowered(ffi.HelpAudience, audience),
            language,
            _care.age_or_none(age),
        )
        return tuple(_service(one) for one in found)

    def suitable(
        self,
        reader: Reader,
        category: Category,
        *,
        country: str,
        language: str = "en",
        age: AgeBand | None = None,
    ) -> tuple[HelpService, ...]:
        """The services that suit a reader of a notice, the most needed first, each audience's as
        `lookup` gives them."""
        found = _native.translated(
            self._ffi.suitable,
            lowered(ffi.Reader, reader),
            lowered(ffi.Category, category),
            country,
            language,
            _care.age_or_none(age),
        )
        return tuple(_service(one) for one in found)

    def extend(self, given: StrPath) -> None:
        """Adds services, before those that there are; a row with an `id` that there is stands in
        its place. Raises `HelpServicesError`; the list is then as before."""
        _native.translated(self._ffi.extend, _care.text_of(given))

    def replace(self, given: StrPath) -> None:
        """Puts services in place of all that there are for the same country and audience; what
        the list does not speak of stays. Raises `HelpServicesError`; the list is then as
        before."""
        _native.translated(self._ffi.replace, _care.text_of(given))

    def confirm(self, given: StrPath) -> None:
        """Takes down that a person confirmed services: a TOML table `[confirmed]` of
        `id = date`. What was doubtful no longer is. Raises `HelpServicesError`; the list is then
        as before."""
        _native.translated(self._ffi.confirm, _care.text_of(given))

    def to_confirm(self) -> tuple[HelpService, ...]:
        """What a person must confirm before a release: all that nobody has, doubtful rows first.
        For whoever keeps the list, and never to be shown to a child."""
        return tuple(_service(one) for one in self._ffi.to_confirm())


def _service(record: Any) -> HelpService:
    return HelpService(
        id=record.id,
        country=record.country,
        audience=lifted(HelpAudience, record.audience),
        name=record.name,
        reach=tuple(_reach(one) for one in record.reach),
        ages=None if record.ages is None else lifted(HelpAges, record.ages),
        languages=tuple(record.languages),
        hours=record.hours,
        source_title=record.source_title,
        source_url=record.source_url,
        source_date=record.source_date,
        verified=record.verified,
        doubtful=record.doubtful,
    )


def _reach(record: Any) -> Reach:
    if record.is_web():
        return Reach("web", record.url)
    return Reach("phone", record.number)

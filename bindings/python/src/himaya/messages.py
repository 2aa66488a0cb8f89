"""What people are told: what was found and what to do next, in their language."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import _care, _native
from ._convert import lowered
from ._native import ffi
from .records import Assessment
from .vocabulary import Action, AgeBand, Behavior, Category, InputType, Stage

if TYPE_CHECKING:
    from .help_services import HelpService


@enum.unique
class Reader(enum.Enum):
    """Who is spoken to."""

    APPROACHED = "approached"
    """The child to whom something was sent."""

    SENDING = "sending"
    """The child who is about to send something."""

    AUTHOR = "author"
    """The person whose own message was flagged."""

    GUARDIAN = "guardian"
    """Whoever cares for the child."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class Gender(enum.Enum):
    """Grammatical gender in which a person is addressed."""

    FEMININE = "feminine"
    """As a girl or woman."""

    MASCULINE = "masculine"
    """As a boy or man."""

    OTHER = "other"
    """Neither, or the host does not know: as the language's child helplines do."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class InterventionLevel(enum.Enum):
    """How much people are told when something is found."""

    DISABLED = "disabled"
    """Nothing is done and nothing is said; what was found is still in the assessment."""

    SIMPLE = "simple"
    """What is going on, and one thing to do."""

    DESCRIPTIVE = "descriptive"
    """Also why, and what it means."""

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Addressee:
    """How a person is addressed; the guardian by the age of the child."""

    age: AgeBand | None = None
    """None if unknown, which the other side's usually is."""
    gender: Gender = Gender.OTHER

    def _lowered(self) -> Any:
        return ffi.Addressee(
            age=_care.age_or_none(self.age), gender=lowered(ffi.Gender, self.gender)
        )


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person is told: what is going on, why if that is wanted, and one thing to do."""

    key: str
    """The key of the message, such as an assessment's `message_key`."""
    title: str
    """What is going on; one line."""
    body: str | None
    """Why, and what it means; at the level `descriptive` alone."""
    step: str
    """One thing to do next; short enough for a button."""
    language: str
    """BCP 47 code of the language of all three: that of the messages, or `en` where it lacks one
    of them."""
    right_to_left: bool


@dataclass(frozen=True, slots=True)
class TextAndStep:
    """A text and one thing to do about it."""

    text: str
    step: str


@dataclass(frozen=True, slots=True)
class TitleAndText:
    """A text with a title of one line."""

    title: str
    text: str


NOBODY = Addressee()


class Messages:
    """The messages of one language; what is missing there is said in English. May be used on any
    number of threads at once.

    >>> from himaya import Addressee, AgeBand, Category, Messages
    >>> messages = Messages.for_languages(["xx", "en-GB", "ar"])
    >>> messages.language
    'en'
    >>> child = Addressee(AgeBand.FROM_13_TO_15)
    >>> messages.notice(Category.SEXTORTION, addressee=child).key
    'notice-sextortion'
    """

    __slots__ = ("_ffi", "__weakref__")

    def __init__(self, language: str = "en") -> None:
        """Messages in a language, given as a BCP 47 tag: `pt-BR` and `ar-EG` are spoken to in
        `pt` and `ar`.

        Raises `UnknownLanguageError`, which names the languages that there are.
        """
        self._ffi = _native.translated(ffi.Messages, language)

    @classmethod
    def for_languages(cls, preferred: Iterable[str]) -> Messages:
        """Messages in the first language of a list that there is, English if there is none;
        `language` says which."""
        messages = cls.__new__(cls)
        messages._ffi = _native.translated(ffi.Messages.for_languages, list(preferred))
        return messages

    @staticmethod
    def languages() -> tuple[str, ...]:
        """Codes of the languages that there are."""
        return tuple(ffi.message_languages())

    @property
    def language(self) -> str:
        """BCP 47 code of the language."""
        return str(self._ffi.language())

    @property
    def is_right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return bool(self._ffi.is_right_to_left())

    def notice(
        self,
        about: Assessment | Category,
        *,
        reader: Reader = Reader.APPROACHED,
        addressee: Addressee = NOBODY,
        level: InterventionLevel = InterventionLevel.DESCRIPTIVE,
    ) -> Notice | None:
        """What a reader is told of an assessment, or of a category.

        Of an assessment, the author is told what its deterrence key names, everybody else what
        the policy acts upon. None where there is nothing to tell, at the level `disabled`, and
        where there are no words of the category for the reader. Of what could not be checked,
        `unchecked` speaks.
        """
        to, how = addressee._lowered(), lowered(ffi.InterventionLevel, level)
        who = lowered(ffi.Reader, reader)
        if isinstance(about, Assessment):
            said = _native.translated(self._ffi.notice_about, about._data, who, to, how)
        else:
            category = lowered(ffi.Category, about)
            said = _native.translated(self._ffi.notice, who, category, to, how)
        if said is None:
            return None
        return Notice(
            said.key, said.title, said.body, said.step, said.language, said.right_to_left
        )

    def unchecked(
        self, input_type: InputType, addressee: Addressee = NOBODY
    ) -> TextAndStep | None:
        """That something could not be checked, for the child."""
        what = lowered(ffi.InputType, input_type)
        said = _native.translated(self._ffi.unchecked, what, addressee._lowered())
        return None if said is None else TextAndStep(said.text, said.step)

    def monitoring_notice(self, child: Addressee = NOBODY) -> TitleAndText | None:
        """What the child is told where messages and pictures are looked at."""
        said = _native.translated(self._ffi.monitoring_notice, child._lowered())
        return None if said is None else TitleAndText(said.title, said.text)

    def digest_delay(self, hours: int, child: Addressee = NOBODY) -> TextAndStep | None:
        """That an adult will be told in so many hours, and what the child may do before."""
        said = _native.translated(self._ffi.digest_delay, hours, child._lowered())
        return None if said is None else TextAndStep(said.text, said.step)

    def text(
        self, key: str, addressee: Addressee = NOBODY, **values: int | str
    ) -> str | None:
        """The text of a key as it is said to somebody. `key.step` is the attribute `step` of a
        key. None for a key that there is not, or that shows values which are not given."""
        given = {
            name: ffi.MessageValue.TEXT(value)
            if isinstance(value, str)
            else ffi.MessageValue.NUMBER(value)
            for name, value in values.items()
        }
        text: str | None = _native.translated(
            self._ffi.text, key, addressee._lowered(), given
        )
        return text

    def describe(self, word: Category | Behavior | Stage | Action) -> str:
        """What a word is, in a few words of the language; `meaning` says more, in English."""
        if isinstance(word, Category):
            return str(self._ffi.category(lowered(ffi.Category, word)))
        if isinstance(word, Behavior):
            return str(self._ffi.behavior(lowered(ffi.Behavior, word)))
        if isinstance(word, Stage):
            return str(self._ffi.stage(lowered(ffi.Stage, word)))
        return str(self._ffi.action(lowered(ffi.Action, word)))

    def verified(self, service: HelpService) -> str | None:
        """Whether a person has confirmed a help service, for whoever is shown it."""
        said: str | None = _native.translated(self._ffi.verified, service.verified)
        return said

    def __repr__(self) -> str:
        return f"<Messages in {self.language}>"

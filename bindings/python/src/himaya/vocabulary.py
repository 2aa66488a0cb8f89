"""The vocabulary of results, as in the core. Values are the slugs of its JSON."""

from __future__ import annotations

import enum


@enum.unique
class Action(enum.Enum):
    """What to do, from nothing to the strongest."""

    ALLOW = "allow"
    """Let it pass."""

    INDICATE = "indicate"
    """Show a sign, and help."""

    BLUR = "blur"
    """Cover it; it may be uncovered where the policy permits."""

    INTERRUPT = "interrupt"
    """Stop and ask first."""

    MUTE = "mute"
    """Do not let it through."""

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Action):
            return NotImplemented
        return _STRENGTH[self] < _STRENGTH[other]

    def __le__(self, other: object) -> bool:
        if not isinstance(other, Action):
            return NotImplemented
        return _STRENGTH[self] <= _STRENGTH[other]

    def __str__(self) -> str:
        return self.value


@enum.unique
class AgeBand(enum.Enum):
    """Age of the protected person, in the bands of the ICO Children's Code."""

    FROM_0_TO_5 = "0-5"
    """Up to 5 years."""

    FROM_6_TO_9 = "6-9"
    """6 to 9 years."""

    FROM_10_TO_12 = "10-12"
    """10 to 12 years."""

    FROM_13_TO_15 = "13-15"
    """13 to 15 years."""

    FROM_16_TO_17 = "16-17"
    """16 and 17 years."""

    ADULT = "adult"
    """18 years and older."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class Behavior(enum.Enum):
    """What a message does, in the terms of the published grooming research."""

    AGE_QUERY = "age_query"
    """Asks how old the child is."""

    PERSONAL_INFO_QUERY = "personal_info_query"
    """Asks for name, school, address, number or routine."""

    ALONE_QUERY = "alone_query"
    """Asks whether the child is alone or supervised."""

    SECRECY = "secrecy"
    """Asks to keep the contact or a part of it secret."""

    ISOLATION = "isolation"
    """Sets the child against family, friends or other protectors."""

    FLATTERY_MATURITY = "flattery_maturity"
    """Flatters looks or maturity."""

    GIFT_OFFER = "gift_offer"
    """Offers gifts, money, game items, jobs or favours."""

    PLATFORM_SWITCH = "platform_switch"
    """Asks to go on in another, more private channel."""

    MEETING = "meeting"
    """Proposes to meet in person."""

    PHOTO_REQUEST = "photo_request"
    """Asks for a picture, a video or the camera."""

    RECIPROCITY_PRESSURE = "reciprocity_pressure"
    """Claims that the child owes something in return."""

    ROMANCE_DECLARATION = "romance_declaration"
    """Declares love or a special bond."""

    GUILT_MANIPULATION = "guilt_manipulation"
    """Makes the child feel guilty or responsible."""

    TESTING_BOUNDARIES = "testing_boundaries"
    """Tests how far the child will go."""

    THREAT_SEXTORTION = "threat_sextortion"
    """Threatens to publish pictures or secrets, or demands payment."""

    COERCION_SELFHARM = "coercion_selfharm"
    """Pushes the child to hurt themselves."""

    PERSONAL_INFO_DISCLOSURE = "personal_info_disclosure"
    """The child gives away personal information."""

    REFUSAL = "refusal"
    """The child says no or evades."""

    DISTRESS = "distress"
    """The child is afraid, desperate or hurting."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class Category(enum.Enum):
    """The kind of harm that a finding is about."""

    GROOMING = "grooming"
    """An approach that prepares abuse."""

    SEXTORTION = "sextortion"
    """Blackmail with pictures or secrets."""

    SEXUAL_CONTENT = "sexual_content"
    """Sexual content in text."""

    BULLYING = "bullying"
    """Bullying."""

    SELF_HARM = "self_harm"
    """The child may be about to hurt themselves, or is in distress."""

    COERCION = "coercion"
    """Somebody pushes the child to hurt themselves or others."""

    PERSONAL_INFO = "personal_info"
    """Personal information on its way out."""

    KNOWN_IMAGE = "known_image"
    """A picture on a list of known pictures."""

    SENSITIVE_IMAGE = "sensitive_image"
    """A picture that the classifier holds for sexual."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class Cue(enum.Enum):
    """What counts beside the behaviours of single messages."""

    UNMISTAKABLE = "unmistakable"
    """Something unmistakable was said: a threat to publish pictures, a demand to pay."""

    PERSISTENCE = "persistence"
    """Goes on after the child refused or showed distress."""

    STAGE_MIX = "stage_mix"
    """Behaviours of several stages come together."""

    CLEAR_SIGN = "clear_sign"
    """A behaviour of the counterpart is surely shown: that there is one tells more than which."""

    ONE_SIDED_QUESTIONS = "one_sided_questions"
    """One side asks, the other answers."""

    EARLY_PRIVATE_CHANNEL = "early_private_channel"
    """Another channel, a picture or secrecy is sought soon after the first message."""

    NIGHT = "night"
    """Writes by the child's night; only where the host gives the child's clock."""

    MANY_CHILDREN = "many_children"
    """The account writes to many children; only where the host says so."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class InputType(enum.Enum):
    """What was looked at."""

    MESSAGE = "message"
    """A chat message."""

    IMAGE = "image"
    """A picture."""

    STREAM = "stream"
    """A video or livestream."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class Origin(enum.Enum):
    """Who found something."""

    RULE = "rule"
    """An indicator rule."""

    MODEL = "model"
    """A model."""

    BOTH = "both"
    """Both agree."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class Relation(enum.Enum):
    """Who the counterpart is to the child, as far as the host knows."""

    UNKNOWN = "unknown"
    """The host does not know."""

    STRANGER = "stranger"
    """Nobody whom the child has to do with: no contact of theirs, met here."""

    KNOWN = "known"
    """On the child's list of contacts."""

    FAMILY = "family"
    """Family."""

    SCHOOL = "school"
    """Of the child's school."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class Role(enum.Enum):
    """Who wrote a message, seen from the protected child."""

    PROTECTED = "protected"
    """The protected child."""

    COUNTERPART = "counterpart"
    """Whoever the child talks to."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class Stage(enum.Enum):
    """Grooming stages of the public CAC ontology (Project VIC International)."""

    INITIAL_CONTACT = "initial_contact"
    """First contact and getting to know."""

    TRUST_BUILDING = "trust_building"
    """Winning trust."""

    ISOLATION = "isolation"
    """Separating the child from protection."""

    DEPENDENCY_CREATION = "dependency_creation"
    """Making the child depend on the contact."""

    SEXUAL_INTRODUCTION = "sexual_introduction"
    """Lowering boundaries."""

    MAINTENANCE = "maintenance"
    """Keeping the contact going."""

    CONTROL = "control"
    """Controlling by threat."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class Status(enum.Enum):
    """How much of the input was looked at."""

    COMPLETE = "complete"
    """All of it, by everything that is configured."""

    DEGRADED = "degraded"
    """A part of it, or not by everything; `status_reasons` says which."""

    FAILED = "failed"
    """None of it; the policy's `on_failure` decided the action."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class StatusReason(enum.Enum):
    """Why an assessment is degraded or failed."""

    MESSAGE_TRUNCATED = "message_truncated"
    """The message is longer than the limit; the rest was not read."""

    IMAGE_UNREADABLE = "image_unreadable"
    """The picture could not be read or classified."""

    MODEL_UNAVAILABLE = "model_unavailable"
    """The model could not be loaded or run."""

    MESSAGE_UNREADABLE = "message_unreadable"
    """The message could not be read."""

    CONVERSATION_DAMAGED = "conversation_damaged"
    """What was kept of the conversation is damaged; it begins anew."""

    STORE_UNAVAILABLE = "store_unavailable"
    """The store of conversations cannot be read or written."""

    VIDEO_UNREADABLE = "video_unreadable"
    """The video could not be read."""

    FRAMES_SKIPPED = "frames_skipped"
    """Frames of the stream or animation were left out that a bound forbade to look at."""

    def __str__(self) -> str:
        return self.value


_STRENGTH = {action: strength for strength, action in enumerate(Action)}

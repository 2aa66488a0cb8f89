"""What is raised. No message of any of them contains message text."""

from __future__ import annotations


class HimayaError(Exception):
    """Everything that the package raises, but for wrong types and values of arguments."""


class FaultError(HimayaError):
    """A fault in the library itself; names the place in its source. Please report it."""


class BuildError(HimayaError):
    """A guard cannot be made."""


class PolicyError(BuildError):
    """The policy does not hold."""


class PolicyLockedError(PolicyError):
    """It is another policy than the one that was locked."""


class WeightsError(BuildError):
    """The conversation weights do not hold."""


class ModelPackError(BuildError):
    """A model's pack does not hold."""


class HashListError(BuildError):
    """A hash list does not hold."""


class ModelError(HimayaError):
    """A model cannot be loaded or run."""


class ImageError(HimayaError):
    """A picture was not assessed; `Guard.assess_failure` says what the policy does then."""


class ImageTooLargeError(ImageError):
    """More bytes or pixels than the limits allow."""


class UnknownFormatError(ImageError):
    """Not a format that is read."""


class DamagedImageError(ImageError):
    """Damaged or cut off."""


class PixelsError(ImageError):
    """Raw pixels do not fit their size."""


class ImageModelError(ImageError, ModelError):
    """The picture model cannot be loaded or run."""


class HashError(HimayaError):
    """Text that is not a PDQ hash."""


class StreamError(HimayaError):
    """A stream cannot be looked at as asked."""


class ConversationError(HimayaError):
    """Bytes are no stored conversation, were changed, or are of a newer version."""


class StoreError(HimayaError):
    """A store of conversations cannot do what it was asked to."""


class StoreInUseError(StoreError):
    """Another process has it open."""


class DamagedStoreError(StoreError):
    """The file is none of a store, was damaged, or is of a newer version."""


class UnknownLanguageError(HimayaError):
    """Nothing is said in this language; names those that there are."""


class HelpServicesError(HimayaError):
    """A list of help services, or a confirmation of some, cannot be used."""


class DigestError(HimayaError):
    """What was kept for a digest cannot be gone on with."""


class LedgerError(HimayaError):
    """A stored ledger cannot be used. Never repeats what it says."""


class ContestError(HimayaError):
    """An assessment cannot be contested, or marked as overridden: it is not known, or no longer."""


class TransparencyError(HimayaError):
    """A transparency report cannot be made as asked."""


class DraftError(HimayaError):
    """Something cannot go into a draft."""

// What is thrown. Messages are the core's: they say what was wrong, where, and what would be right,
// and never contain message text.

/** Every error of Himaya. */
export class HimayaError extends Error {
  static {
    this.prototype.name = 'HimayaError';
  }
}

/** A policy, age band or lock does not hold. */
export class PolicyError extends HimayaError {
  static {
    this.prototype.name = 'PolicyError';
  }
}

/** A guard cannot be made: conversation weights, a hash list, or the module itself is damaged. */
export class BuildError extends HimayaError {
  static {
    this.prototype.name = 'BuildError';
  }
}

/** Bytes are no stored conversation, were changed, or are of a newer version. */
export class ConversationError extends HimayaError {
  static {
    this.prototype.name = 'ConversationError';
  }
}

/** A list of help services or a kept digest does not hold. */
export class DataError extends HimayaError {
  static {
    this.prototype.name = 'DataError';
  }
}

/** An argument is not of the form that the declarations say. */
export class ArgumentError extends HimayaError {
  static {
    this.prototype.name = 'ArgumentError';
  }
}

/** Raw pixels do not fit their size. */
export class PixelsError extends HimayaError {
  static {
    this.prototype.name = 'PixelsError';
  }
}

/** A picture is too large, of no known format, damaged, or its pixels may not be read. */
export class ImageError extends HimayaError {
  static {
    this.prototype.name = 'ImageError';
  }
}

/** A model cannot be fetched, is not the one that it should be, or cannot be run. */
export class ModelError extends HimayaError {
  static {
    this.prototype.name = 'ModelError';
  }
}

/** Something was used before `load()`, after `free()`, or after the module was made anew. */
export class StateError extends HimayaError {
  static {
    this.prototype.name = 'StateError';
  }
}

/**
 * The module failed (`WebAssembly.RuntimeError`) and cannot be used any more. `load()` makes it
 * anew; guards go on then, everything else that was made before is gone.
 */
export class FaultError extends HimayaError {
  static {
    this.prototype.name = 'FaultError';
  }
}

const BY_NAME = new Map<string, typeof HimayaError>(
  [
    HimayaError,
    PolicyError,
    BuildError,
    ConversationError,
    DataError,
    ArgumentError,
    PixelsError,
    ImageError,
    ModelError,
    StateError,
    FaultError,
  ].map((type) => [type.prototype.name, type]),
);

/** The error of this name, if it is one of ours; the module and workers know names alone. */
export function named(name: string, message: string): HimayaError | undefined {
  const type = BY_NAME.get(name);
  return type && new type(message);
}

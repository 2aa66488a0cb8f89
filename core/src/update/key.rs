//! The key that a host trusts.

use std::fmt;
use std::str::FromStr;

use minisign_verify::{Error, PublicKey, Signature};

use super::UpdateError;

/// A public key of minisign, which a host has in its own code.
#[derive(Clone, PartialEq, Eq)]
pub struct UpdateKey(PublicKey);

impl FromStr for UpdateKey {
    type Err = UpdateError;

    /// Reads the line of a key, or the file (`minisign.pub`) with a comment above it.
    fn from_str(text: &str) -> Result<Self, UpdateError> {
        let line = text.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or_default();
        PublicKey::from_base64(line).map(Self).map_err(|_| UpdateError::Key)
    }
}

impl UpdateKey {
    pub(super) fn verify(&self, bytes: &[u8], signature: &str) -> Result<(), UpdateError> {
        let refused = |why: &str| UpdateError::Signature(why.to_owned());
        let signature =
            Signature::decode(signature).map_err(|_| refused("not one of minisign's form"))?;
        self.0.verify(bytes, &signature, false).map_err(|error| match error {
            Error::UnexpectedKeyId => refused("made with another key"),
            Error::UnexpectedAlgorithm => refused("of the old form without a hash"),
            _ => refused("not of these bytes: the archive was damaged or exchanged"),
        })
    }
}

impl fmt::Debug for UpdateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateKey").finish_non_exhaustive()
    }
}

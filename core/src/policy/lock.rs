//! A policy that may not be exchanged unnoticed.

use serde::{Deserialize, Serialize};

use super::{Policy, PolicyError};
use crate::taxonomy::slugs;

const SCHEMA_VERSION: u32 = 1;
/// Hex digits of a checksum that errors show.
const SHOWN: usize = 12;

slugs! {
    /// Who locks a policy.
    LockedBy {
        /// A parent or whoever stands in for one.
        Guardian = "guardian",
        /// A school, for its devices.
        School = "school",
        /// The app or platform.
        Platform = "platform",
    }
}

/// What a guardian settled: exactly this policy. A guard that is built with a lock refuses every
/// other one.
///
/// It detects an exchange; that the child's account cannot write the lock itself is the host's
/// part (the system's key store, a managed setting).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyLock {
    schema_version: u32,
    /// Who locked it.
    pub by: LockedBy,
    /// Name of the policy.
    pub name: String,
    /// Its version.
    pub version: u32,
    /// Its [`Policy::sha256`], as hex digits.
    pub sha256: String,
}

impl PolicyLock {
    /// Reads the JSON form.
    ///
    /// # Errors
    /// When it is not JSON, has other fields or is of another version.
    pub fn from_json(text: &str) -> Result<Self, PolicyError> {
        let lock: Self = super::file::json(text)?;
        if lock.schema_version == SCHEMA_VERSION {
            Ok(lock)
        } else {
            Err(PolicyError::SchemaVersion(lock.schema_version))
        }
    }

    /// The JSON form, indented.
    pub fn to_json(&self) -> String {
        // Names and numbers: nothing that could fail.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Whether this is the policy that was locked.
    ///
    /// # Errors
    /// [`PolicyError::Locked`] when it is another.
    pub fn check(&self, policy: &Policy) -> Result<(), PolicyError> {
        let found = policy.sha256();
        if self.version == policy.version && self.sha256.eq_ignore_ascii_case(&found) {
            return Ok(());
        }
        let beginning = |sha256: &str| sha256.chars().take(SHOWN).collect();
        Err(PolicyError::Locked {
            by: self.by,
            name: super::error::shortened(&self.name),
            version: self.version,
            locked: beginning(&self.sha256),
            other: policy.name.clone(),
            other_version: policy.version,
            found: beginning(&found),
        })
    }
}

impl Policy {
    /// Settles on this policy. Leniency that contests bring later within its bounds does not
    /// break the lock.
    pub fn lock(&self, by: LockedBy) -> PolicyLock {
        PolicyLock {
            schema_version: SCHEMA_VERSION,
            by,
            name: self.name.clone(),
            version: self.version,
            sha256: self.sha256(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Leniency, Preset};
    use crate::taxonomy::Category;

    #[test]
    fn a_lock_holds_its_policy_and_no_other() {
        let policy = Policy::named(Preset::Child).unwrap();
        let lock = policy.lock(LockedBy::Guardian);
        let read = PolicyLock::from_json(&serde_json::to_string(&lock).unwrap()).unwrap();
        assert_eq!(read, lock);
        lock.check(&policy).unwrap();

        let mut laxer = policy.clone();
        laxer.rows.pop();
        let error = lock.check(&laxer).unwrap_err().to_string();
        assert!(error.contains("guardian locked policy `child`"), "{error}");
        let teen = Policy::named(Preset::Teen).unwrap();
        assert!(lock.check(&teen).unwrap_err().to_string().contains("`teen`"));
    }

    #[test]
    fn leniency_within_the_policy_keeps_the_lock() {
        let policy = Policy::named(Preset::Teen).unwrap();
        let lock = policy.lock(LockedBy::Guardian);
        let raised = [Leniency { category: Category::PersonalInfo, raise: 0.05 }];
        let lenient = policy.with_leniency(&raised).unwrap();
        lock.check(&lenient).unwrap();
    }

    #[test]
    fn a_lock_needs_the_right_version_and_checksum_both() {
        let policy = Policy::named(Preset::Child).unwrap();
        let lock = policy.lock(LockedBy::School);
        let (version, sha256) = (lock.version + 1, lock.sha256.to_uppercase());
        PolicyLock { sha256, ..lock.clone() }.check(&policy).unwrap();
        let beginning = lock.sha256[..12].to_owned();
        for (wrong, locked) in [
            (PolicyLock { version, ..lock.clone() }, beginning.clone()),
            (PolicyLock { sha256: "0".repeat(64), ..lock.clone() }, "0".repeat(12)),
        ] {
            let expected = PolicyError::Locked {
                by: LockedBy::School,
                name: "child".to_owned(),
                version: wrong.version,
                locked,
                other: "child".to_owned(),
                other_version: policy.version,
                found: beginning.clone(),
            };
            assert_eq!(wrong.check(&policy), Err(expected));
        }
    }

    #[test]
    fn a_lock_of_another_version_is_not_read() {
        let lock = Policy::named(Preset::Teen).unwrap().lock(LockedBy::Platform);
        assert_eq!(PolicyLock::from_json(&lock.to_json()).unwrap(), lock);
        for schema_version in [0, 2] {
            let json = PolicyLock { schema_version, ..lock.clone() }.to_json();
            let error = PolicyLock::from_json(&json).unwrap_err();
            assert_eq!(error, PolicyError::SchemaVersion(schema_version));
        }
    }
}

//! Rules, help services, weights and models that are newer than the build.
//!
//! Threats change faster than apps are released. An update is one file, a tar archive with a
//! signature beside it (Ed25519, in the form of [minisign](https://jedisct1.github.io/minisign/),
//! so that everybody's tools can make and check it). The *host* fetches both, from wherever it
//! likes; nothing here opens a connection.
//!
//! What is promised of [`UpdateFolder`]: only what the key signed is used, checked anew at every
//! start; a version below the floor, or none newer, is refused (no roll-back by an old signed
//! file); a pack that fails its self-test is never installed; installing is atomic, so that a
//! process killed at any moment leaves the old pack in force; the pack before is kept, for
//! [`UpdateFolder::roll_back`] and for when the newer one cannot be read.
//!
//! ```no_run
//! use himaya::Guard;
//! use himaya::update::{UpdateFolder, UpdateKey};
//!
//! let key: UpdateKey = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3".parse()?;
//! let folder = UpdateFolder::open("/data/himaya-updates", key)?;
//! # let (archive, signature) = (Vec::new(), String::new());
//! folder.install(archive, &signature)?; // what the host fetched
//! let mut builder = Guard::builder();
//! if let Some(pack) = folder.current()?.pack {
//!     builder = builder.update(&pack);
//! }
//! let guard = builder.build()?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod archive;
mod error;
mod folder;
mod key;
mod manifest;
mod pack;
mod probe;
#[cfg(test)]
mod tests;

pub use archive::UpdateFiles;
pub use error::UpdateError;
pub use folder::{Current, Installed, UpdateFolder};
pub use key::UpdateKey;
pub use manifest::UpdateManifest;
pub use pack::UpdatePack;

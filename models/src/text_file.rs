//! Texts that are read seldom, packed where that makes a library smaller.

use std::borrow::Cow;

/// A file of this crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextFile {
    name: &'static str,
    form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Plain(&'static str),
    /// Deflated (RFC 1951). Not in WebAssembly, which is packed as a whole on its way.
    #[cfg(not(target_family = "wasm"))]
    Packed(&'static [u8], usize),
}

impl TextFile {
    /// A file whose text lies open.
    pub const fn plain(name: &'static str, text: &'static str) -> Self {
        Self { name, form: Form::Plain(text) }
    }

    #[cfg(not(target_family = "wasm"))]
    pub(crate) const fn packed(name: &'static str, bytes: &'static [u8], length: usize) -> Self {
        Self { name, form: Form::Packed(bytes, length) }
    }

    /// What it is found by: its path in the repository, or its language.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Its text, unpacked anew with each call.
    pub fn text(&self) -> Cow<'static, str> {
        match self.form {
            Form::Plain(text) => Cow::Borrowed(text),
            // A test unpacks every one: nothing but a damaged build has another.
            #[cfg(not(target_family = "wasm"))]
            Form::Packed(bytes, length) => {
                Cow::Owned(String::from_utf8(unpack(bytes, length)).unwrap_or_default())
            }
        }
    }
}

/// Inflates what a build packed (RFC 1951), `length` bytes; of anything else nothing.
#[cfg(not(target_family = "wasm"))]
pub fn unpack(packed: &[u8], length: usize) -> Vec<u8> {
    let mut unpacked = vec![0; length];
    let read = miniz_oxide::inflate::decompress_slice_iter_to_slice(
        &mut unpacked,
        std::iter::once(packed),
        false,
        true,
    );
    if read == Ok(length) { unpacked } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_unpacks_to_what_lies_in_the_repository() {
        let files = [("messages", crate::messages::FILES), ("report", crate::report::PAGES)];
        let mut seen = 0;
        for (folder, files) in files {
            for file in files {
                let path = format!("{}/{folder}/{}.ftl", env!("CARGO_MANIFEST_DIR"), file.name());
                assert_eq!(std::fs::read_to_string(path).ok().as_deref(), Some(&*file.text()));
                seen += 1;
            }
        }
        assert!(seen >= 10, "{seen} files");
        for file in [
            crate::conversation::WEIGHTS,
            crate::help::SERVICES,
            crate::policy::ADULT,
            crate::policy::CHILD,
            crate::policy::SCHOOL,
            crate::policy::TEEN,
            crate::report::ERROR_RATES,
            crate::taxonomy::BEHAVIORS,
            crate::taxonomy::CATEGORIES,
            crate::taxonomy::OUTSIDE,
            crate::taxonomy::REASONS,
            crate::taxonomy::STAGES,
            crate::text::CONFIG,
            crate::text::EVALUATION,
            crate::update::SELF_TEST,
        ] {
            let path = format!("{}/../{}", env!("CARGO_MANIFEST_DIR"), file.name());
            assert_eq!(std::fs::read_to_string(path).ok().as_deref(), Some(&*file.text()));
        }
        assert_eq!(TextFile::plain("a", "b").text(), "b");
        assert!(unpack(b"not packed", 5).is_empty());
    }
}

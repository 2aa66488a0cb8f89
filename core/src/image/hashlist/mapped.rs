//! A file as a piece of memory: the one place where core maps files.

use std::fs::File;
use std::io;

use memmap2::Mmap;

/// Maps a whole file for reading.
#[allow(unsafe_code, reason = "the system can change a mapped file; no safe call maps one")]
pub(super) fn map(file: &File) -> io::Result<Mmap> {
    // SAFETY: the bytes are only read, as bytes, through `get` and fixed-size copies: whatever
    // they become, nothing is out of bounds and nothing undefined is made of them. Nobody may
    // shorten the file meanwhile, as `HashList::open` says; we never do, `write_index` renames.
    unsafe { Mmap::map(file) }
}

//! Values of options that are slugs of the core's vocabulary.

use clap::builder::{PossibleValuesParser, TypedValueParser};

/// A parser for the slugs of `all`, which `--help` lists.
pub fn one_of<T>(all: &'static [T], slug: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.iter().map(|value| slug(*value))).try_map(move |text| {
        all.iter().copied().find(|value| slug(*value) == text).ok_or("not one of them")
    })
}

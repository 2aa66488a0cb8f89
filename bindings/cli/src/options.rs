//! Options that are slugs of the core's vocabulary.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use himaya::intervention::InterventionLevel;

/// Shared by what prints notices without a policy.
#[derive(Args)]
pub struct HowMuch {
    /// How much is said.
    #[arg(
        long,
        value_name = "LEVEL",
        default_value = "descriptive",
        value_parser = one_of(InterventionLevel::ALL, InterventionLevel::slug)
    )]
    pub level: InterventionLevel,
}

/// A parser for the slugs of `all`, which `--help` lists.
pub fn one_of<T>(all: &'static [T], slug: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.iter().map(|value| slug(*value))).try_map(move |text| {
        all.iter().copied().find(|value| slug(*value) == text).ok_or("not one of them")
    })
}

//! Policies: what asking one costs, and making a table of one.
//!
//! `cargo bench --workspace --bench policy`

#![allow(clippy::unwrap_used, reason = "benchmarks")]

use divan::{Bencher, black_box};
use himaya::assessment::{Origin, Severity};
use himaya::policy::Preset;
use himaya::{AgeBand, Category, Finding, Policy};

fn main() {
    divan::main();
}

/// One finding of each category, asked one after the other.
#[divan::bench(args = Preset::ALL)]
fn nine_findings(bencher: Bencher<'_, '_>, preset: &Preset) {
    let table = Policy::named(*preset).unwrap().table(AgeBand::From10To12);
    let findings: Vec<Finding> = Category::ALL.iter().map(|category| finding(*category)).collect();
    bencher.bench_local(|| {
        let actions = findings.iter().map(|finding| table.action_for(black_box(finding), 0.6));
        actions.max()
    });
}

#[divan::bench]
fn table(bencher: Bencher<'_, '_>) {
    let policy = Policy::named(Preset::School).unwrap();
    bencher.bench_local(|| black_box(&policy).table(AgeBand::From10To12));
}

#[divan::bench]
fn read_toml(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| Policy::named(black_box(Preset::School)).unwrap());
}

#[divan::bench]
fn sha256(bencher: Bencher<'_, '_>) {
    let policy = Policy::named(Preset::School).unwrap();
    bencher.bench_local(|| black_box(&policy).sha256());
}

fn finding(category: Category) -> Finding {
    Finding {
        category,
        score: 0.7,
        severity: Severity::new(5),
        origin: Origin::Rule,
        stage: None,
        behaviors: Vec::new(),
        spans: Vec::new(),
        reason_codes: Vec::new(),
    }
}

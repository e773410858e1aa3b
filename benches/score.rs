//! What a commune costs, stage by stage: `cargo bench`. Ratios between the stages are what to look at; the machine's
//! own speed is not. `benches/versus_duckdb.py` measures the whole program against a database.

#![allow(missing_docs, reason = "criterion_group! makes functions without docs")]
#![allow(clippy::expect_used, reason = "a bench without its data has nothing to measure")]

use cfc::criteria::{builtin, load};
use cfc::diag::Report;
use cfc::render::csv;
use cfc::rules::{self, RuleSet};
use cfc::score::{Detail, score, score_part};
use cfc::table::{CommuneTable, check, read};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

const SAMPLE: &str = include_str!("../data/sample/communes.csv");
/// The size of the whole country, in copies of the sample.
const COPIES: usize = 33;

fn rules() -> RuleSet {
    let (standard, mut report) = load::by_name(builtin::DEFAULT);
    rules::compile(standard.expect("the built-in standard"), &mut report).expect("the built-in standard")
}

/// The sample many times over, each copy with codes of its own.
fn country() -> Vec<u8> {
    let (header, body) = SAMPLE.split_once('\n').expect("a header");
    let mut text = format!("{header}\n");
    for copy in 0..COPIES {
        for line in body.lines().filter(|line| !line.is_empty()) {
            let (_, rest) = line.split_once(',').expect("a code first");
            let code = text.len() % 1000;
            text.extend([format!("{copy:02}{code:03},").as_str(), rest, "\n"]);
        }
    }
    text.into_bytes()
}

fn table(rules: &RuleSet, bytes: Vec<u8>) -> (CommuneTable, Report) {
    let wanted = check::Wanted { standard: rules.standard(), years: None, items_of: rules.fields_wanted().to_vec() };
    let text = read::text("country.csv", bytes).expect("a table");
    check::check(text, &wanted, check::Options::default())
}

fn stages(c: &mut Criterion) {
    let rules = rules();
    let bytes = country();
    let (communes, _) = table(&rules, bytes.clone());
    let sheet = score(&rules, &communes, Detail::Criteria);
    let mut group = c.benchmark_group("country");
    group.throughput(Throughput::Elements(u64::try_from(communes.len()).unwrap_or(0)));
    group.bench_function("load the standard", |b| b.iter(self::rules));
    group.bench_function("read and check", |b| {
        b.iter_batched(|| bytes.clone(), |bytes| black_box(table(&rules, bytes)), BatchSize::LargeInput);
    });
    group.bench_function("score on one core", |b| {
        b.iter(|| {
            communes.parts.iter().map(|part| score_part(&rules, part, Detail::Criteria).communes.len()).sum::<usize>()
        });
    });
    group.bench_function("score in parallel", |b| b.iter(|| score(&rules, &communes, Detail::Criteria)));
    group.bench_function("write CSV", |b| b.iter(|| csv::document(&sheet, &csv::Options::default())));
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);

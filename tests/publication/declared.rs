//! What a standard declares sensitive is judged like everything else in it.

use cfc::criteria::load;
use cfc::diag::{Diagnostic, Source};

const STANDARD: &str = include_str!("hidden.toml");

fn codes(from: &str, to: &str) -> Vec<&'static str> {
    assert!(STANDARD.contains(from), "{from}");
    let text = STANDARD.replacen(from, to, 1);
    let script = |name: &str| Ok(Source::new(&format!("{name}.rhai"), "fn points(hurt, hurt_before, beds) { 0 }"));
    let (_, report) = load::from_text(&Source::new("hidden.toml", &text), &script);
    report.diagnostics.iter().map(Diagnostic::code).collect()
}

const POLICY: &str = "\
[publication]
hide_counts = { from = 1, to = 4 }
reason = { vi = \"Số nhỏ chỉ đích danh\", en = \"Small counts point at a child\" }
";

#[test]
fn a_sensitive_field_needs_a_policy_and_that_is_said_once() {
    assert_eq!(codes("", ""), [""; 0]);
    assert_eq!(codes(POLICY, ""), ["criteria/missing-key"]);
}

#[test]
fn fewer_than_three_hidden_counts_or_a_zero_among_them_are_refused() {
    assert_eq!(codes("from = 1, to = 4", "from = 1, to = 2"), ["criteria/out-of-range"]);
    assert_eq!(codes("from = 1, to = 4", "from = 0, to = 4"), ["criteria/out-of-range"]);
    assert_eq!(codes("from = 1, to = 4", "from = 2, to = 4"), [""; 0]);
}

#[test]
fn a_limit_of_the_field_must_leave_three_hidden_counts() {
    let field = |limit: &str| format!("at_most = \"hurt\"\n{limit}\nsensitive = true");
    assert_eq!(codes("at_most = \"hurt\"\nsensitive = true", &field("at_least = 2")), [""; 0]);
    assert!(codes("at_most = \"hurt\"\nsensitive = true", &field("at_least = 3")).contains(&"criteria/out-of-range"));
    assert!(codes("at_most = \"hurt\"\nsensitive = true", &field("above = 2")).contains(&"criteria/out-of-range"));
}

#[test]
fn only_counts_are_sensitive() {
    let percent = "type = \"percent\"\nsensitive = true";
    assert!(codes("type = \"count\"\nsensitive = true", percent).contains(&"criteria/wrong-field-type"));
}

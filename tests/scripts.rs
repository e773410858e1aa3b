//! Scripts: what compiles, what does not and where, and what a call gives.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails, also in what it shares")]

use cfc::diag::{Place, Report, Source};
use cfc::lang::{Lang, Text};
use cfc::quantity::Ratio;
use cfc::rules::script::{Argument, CompiledScript, Failure, Fault, Returned, Type};
use std::fmt::Write;
use std::path::PathBuf;
use std::sync::Arc;

fn compile(text: &str, function: &'static str) -> CompiledScript {
    let mut report = Report::default();
    let script = CompiledScript::compile(&Source::new("test.rhai", text), function, &mut report);
    script.unwrap_or_else(|| panic!("{text}\n{:?}", report.diagnostics))
}

fn n(number: i64) -> Argument<'static> {
    Argument::Number(Ratio::whole(number))
}

/// The body of `fn points(a, b)`, called with two whole numbers.
fn number(body: &str, a: i64, b: i64) -> Result<Ratio, Fault> {
    let script = compile(&format!("fn points(a, b) {{ {body} }}"), "points");
    match script.call(&[n(a), n(b)]) {
        Ok(Returned::Number(number)) => Ok(number),
        Ok(other) => panic!("{body}: {other:?}"),
        Err(failure) => Err(failure.fault),
    }
}

/// Whether a condition over two whole numbers holds.
fn holds(condition: &str, a: i64, b: i64) -> Result<bool, Fault> {
    number(&format!("if {condition} {{ 1 }} else {{ 0 }}"), a, b).map(|number| number == Ratio::whole(1))
}

fn ratio(n: i128, d: i128) -> Ratio {
    Ratio::new(n, d).unwrap()
}

fn found(text: &str, name: &str) -> (bool, Vec<String>) {
    let mut report = Report::default();
    let compiled = CompiledScript::compile(&Source::new(name, text), "points", &mut report);
    let line = |place: &Place| match place {
        Place::Source(source, span) => {
            assert!(source.text.get(span.clone()).is_some(), "{name}: {span:?} is inside the text");
            source.line_column(span.start).0
        }
        other => panic!("{name}: {other:?}"),
    };
    let codes = report.diagnostics.iter().map(|d| format!("{} {}", d.code(), line(&d.place))).collect();
    (compiled.is_some(), codes)
}

#[test]
fn every_bad_script_gives_the_problems_it_announces() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/bad/scripts");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 40, "the folder of bad scripts is there");
    let mut wrong = String::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let name = file.file_name().unwrap().to_str().unwrap();
        let expected: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("// expect: ")).collect();
        let (compiled, found) = found(&text, name);
        if expected.is_empty() || expected != found || compiled {
            writeln!(wrong, "{name}: expected {expected:?}, found {found:?}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn a_script_larger_than_rhai_can_number_is_refused() {
    let text = format!("fn points(a) {{ a }}\n{}", "// đệm\n".repeat(10_000));
    assert_eq!(found(&text, "long.rhai"), (false, vec!["file/too-large 1".to_owned()]));
}

#[test]
fn a_file_used_twice_is_refused_twice() {
    let source = Source::new("twice.rhai", "fn points(a) { b }");
    let mut report = Report::default();
    assert!(CompiledScript::compile(&source, "points", &mut report).is_none());
    assert!(CompiledScript::compile(&source, "points", &mut report).is_none());
}

#[test]
fn a_span_marks_the_word_after_vietnamese_text() {
    let text = "fn points(children) {\n    /* số trẻ em, đất */ chidren + 1\n}";
    let mut report = Report::default();
    assert!(CompiledScript::compile(&Source::new("x", text), "points", &mut report).is_none());
    let Place::Source(source, span) = &report.diagnostics[0].place else { panic!() };
    assert_eq!(&source.text[span.clone()], "chidren");
}

#[test]
fn parameters_are_named_in_order_with_their_places() {
    let text = "// tiêu chí\nfn points(abused, /* số */ children) { helper(children) + abused }\nfn helper(n) { n }";
    let script = compile(text, "points");
    assert_eq!(script.parameters(), ["abused", "children"]);
    let words: Vec<&str> = script.parameter_spans().iter().map(|span| &text[span.clone()]).collect();
    assert_eq!(words, ["abused", "children"]);
    assert_eq!(script.function_span(), text.find("points").unwrap()..text.find("(abused").unwrap());
}

#[test]
fn numbers_are_exact_fractions() {
    assert_eq!(number("10 / 4", 0, 0), Ok(ratio(5, 2)));
    assert_eq!(number("a / b", 1, 3), Ok(ratio(1, 3)));
    assert_eq!(number("-a + 0.1 + 0.2", 0, 0), Ok(ratio(3, 10)));
    assert_eq!(number("-7 % 2 + 5.5 % 2", 0, 0), Ok(ratio(1, 2)));
    assert_eq!(number("1_000 * 0x10 - +a", 0, 0), Ok(ratio(16_000, 1)));
    assert_eq!(number("9223372036854775808 - 9223372036854775807", 0, 0), Ok(ratio(1, 1)));
    for condition in ["a / b * b == a", "1 / 3 * 3 == 1", "1.0 / 3 * 3 == 1.0", "2.50 == 5 / 2", "0.1 + 0.2 == 0.3"] {
        assert_eq!(holds(condition, 1, 3), Ok(true), "{condition}");
    }
    for condition in ["79.99999999999999 >= 80", "79.999999999999999999 >= 80", "1 / 3 == 0.333333333333333333"] {
        assert_eq!(holds(condition, 0, 0), Ok(false), "{condition}");
    }
}

#[test]
fn a_rate_compares_exactly_with_numbers_and_rates_on_both_sides() {
    let rows = [
        ("rate(a, b, 100) >= 80", 799_999_999, 1_000_000_000, false),
        ("rate(a, b, 100) >= 80", 4, 5, true),
        ("80 <= rate(a, b, 100)", 4, 5, true),
        ("80.0 == rate(a, b, 100)", 4, 5, true),
        ("rate(a, b, 100) != 80.00", 4, 5, false),
        ("rate(a, b, 100) < rate(a, b - 1, 100)", 1, 3, true),
        ("rate(a, b, 10000) > rate(a * 2, b * 2, 10000)", 7, 13, false),
        ("rate(a, b, 100) / 100 == a / b", 7, 13, true),
        ("min(rate(a, b, 100), 50) < max(abs(-50.5), a)", 4, 5, true),
    ];
    for (condition, a, b, expected) in rows {
        assert_eq!(holds(condition, a, b), Ok(expected), "{condition} with {a}, {b}");
    }
}

#[test]
fn conditions_run_only_what_they_need() {
    for condition in ["b == 0 || a / b > 1", "!(b != 0 && a / b > 1)", "if b == 0 { true } else { a / b > 1 }"] {
        assert_eq!(holds(condition, 1, 0), Ok(true), "{condition}");
    }
    assert_eq!(holds("a == 1 && b == 0 && a / b > 1", 1, 0), Err(Fault::DivisionByZero));
}

#[test]
fn values_of_different_types_do_not_compare() {
    let script =
        |condition: &str| compile(&format!("fn points(a) {{ if {condition} {{ 1 }} else {{ 0 }} }}"), "points");
    let fault = |condition: &str, a: Argument<'_>| match script(condition).call(&[a]) {
        Ok(Returned::Number(number)) => Ok(number),
        Ok(other) => panic!("{condition}: {other:?}"),
        Err(failure) => Err(failure.fault),
    };
    let mixed = |operator, left, right| Err(Fault::Operands { operator, left, right });
    assert_eq!(fault("a < 5", Argument::Truth(true)), mixed("<", Type::Truth, Type::Number));
    assert_eq!(fault("a == 1", Argument::Truth(true)), mixed("==", Type::Truth, Type::Number));
    assert_eq!(fault("1 != a", Argument::Word("có")), mixed("!=", Type::Number, Type::Word));
    assert_eq!(fault("a > \"b\"", Argument::Word("có")), mixed(">", Type::Word, Type::Word));
    assert_eq!(fault("a + \"b\" == a", Argument::Word("có")), mixed("+", Type::Word, Type::Word));
    assert_eq!(fault("+a == 1", Argument::Truth(true)), mixed("+", Type::Number, Type::Truth));
    assert_eq!(fault("1 < a < 3", n(2)), mixed("<", Type::Truth, Type::Number));
    assert_eq!(fault("a", n(1)), Err(Fault::WrongType { expected: Type::Truth, found: Type::Number }));
    assert_eq!(fault("true && a", n(1)), Err(Fault::WrongType { expected: Type::Truth, found: Type::Number }));
    assert_eq!(fault("a == true", Argument::Truth(true)), Ok(Ratio::whole(1)));
    assert_eq!(fault("a != \"có\"", Argument::Word("có")), Ok(Ratio::ZERO));
}

#[test]
fn a_missing_figure_is_never_a_number() {
    let missing = Some("a".to_owned());
    for condition in ["a == 0", "a != 0", "0 < a", "a", "!a", "-a > 0", "abs(a) > 0", "rate(a, 1, 1) > 0", "a == a"] {
        let script = compile(&format!("fn points(a) {{ if {condition} {{ 1 }} else {{ 0 }} }}"), "points");
        let failure = script.call(&[Argument::Missing]).unwrap_err();
        assert_eq!(failure.fault, Fault::Missing { name: missing.clone() }, "{condition}");
        assert_eq!(&script.source().text[failure.span.clone()], "a", "{condition}");
    }
    let returned = compile("fn points(a) { a }", "points");
    assert_eq!(returned.call(&[Argument::Missing]).unwrap_err().fault, Fault::BadResult { found: "()".to_owned() });
}

#[test]
fn is_missing_asks_without_stopping() {
    let text = "fn points(a, b) {
        if is_missing(a) || is_missing(b) { return missing(\"thiếu số liệu\", \"no figure\"); }
        a + b
    }";
    let script = compile(text, "points");
    let reason = Text { vi: "thiếu số liệu".to_owned(), en: "no figure".to_owned() };
    assert_eq!(script.call(&[n(1), Argument::Missing]), Ok(Returned::Missing(&std::sync::Arc::new(reason))));
    assert_eq!(script.call(&[n(1), n(2)]), Ok(Returned::Number(Ratio::whole(3))));
}

#[test]
fn a_reason_shows_the_variables_it_names() {
    let text = "fn points(a, b) {
        let half = a / 2;
        if half > b { return because(10, \"{half} trên {b} {}\", \"{half} above {b} {}\"); }
        because(0, \"không quá\", \"not above\")
    }";
    let script = compile(text, "points");
    let number = |n, d| Argument::Number(ratio(n, d));
    let shown = |args: &[Argument<'_>]| format!("{:?}", script.shown(args));
    assert_eq!(shown(&[n(5), n(2)]), format!("{:?}", [("b", number(2, 1)), ("half", number(5, 2))]));
    assert_eq!(shown(&[n(1), n(2)]), "[]");
    assert_eq!(shown(&[Argument::Missing, n(2)]), "[]", "a script that stops shows nothing");
    let unknown = "fn points(a) { because(a, \"hơn {edge}\", \"above {edge}\") }";
    assert_eq!(found(unknown, "unknown.rhai"), (false, vec!["script/syntax 1".to_owned()]));
}

#[test]
fn results_come_from_the_end_from_return_and_from_helpers() {
    let text = "
        fn points(a) {
            if a == 0 { return because(50, \"không có\", \"none\"); }
            let half = if a == 1 { return helper(a) } else { a / 2 };
            switch half { 1 => not_applicable(half, \"không áp dụng\", \"not applicable\"), _ => half }
        }
        private fn helper(n) { because(n * 25, \"một\", \"one\") }";
    let script = compile(text, "points");
    let because = |points, vi: &str, en: &str| format!("{points} {vi} {en}");
    let shown = |a| match script.call(&[n(a)]).unwrap() {
        Returned::Points { points, reason } => because(points.numerator(), &reason.vi, &reason.en),
        Returned::NotApplicable { points, reason } => because(points.reduced().numerator(), &reason.vi, &reason.en),
        Returned::Number(number) => number.reduced().numerator().to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(shown(0), "50 không có none");
    assert_eq!(shown(1), "25 một one");
    assert_eq!(shown(2), "1 không áp dụng not applicable");
    assert_eq!(shown(8), "4");
}

#[test]
fn a_ratio_keeps_its_counts_and_may_be_empty() {
    let script = compile("fn value(a, b) { ratio(a + 1, b) }", "value");
    assert_eq!(script.call(&[n(1), n(4)]), Ok(Returned::Ratio { n: Ratio::whole(2), of: Ratio::whole(4) }));
    assert_eq!(script.call(&[n(1), n(0)]), Ok(Returned::Empty));
}

#[test]
fn each_function_gives_only_what_it_is_for() {
    let rows = [
        ("points", "ratio(1, 2)", "ratio(…)"),
        ("total", "ratio(1, 0)", "ratio(…)"),
        ("value", "because(1, \"a\", \"b\")", "because(…)"),
        ("value", "not_applicable(1, \"a\", \"b\")", "not_applicable(…)"),
        ("total", "not_applicable(1, \"a\", \"b\")", "not_applicable(…)"),
        ("points", "1 == 1", "true"),
        ("points", "\"năm\"", "\"năm\""),
    ];
    for (function, body, expected) in rows {
        let script = compile(&format!("fn {function}() {{ {body} }}"), function);
        let failure = script.call(&[]).unwrap_err();
        assert_eq!(failure.fault, Fault::BadResult { found: expected.to_owned() }, "{function}: {body}");
    }
}

#[test]
fn variables_hide_outer_ones_only_inside_their_block() {
    assert_eq!(number("let x = a; let x = x + 1; { let x = 100; let y = x; } x", 1, 0), Ok(Ratio::whole(2)));
    assert_eq!(number("let x = 1; if a > 0 { x += a; x *= 3; x -= 1; x /= 2; } x", 2, 0), Ok(Ratio::whole(4)));
    assert_eq!(number("const k = 5; a = a + k; a", 1, 0), Ok(Ratio::whole(6)));
    assert_eq!(number("let x = { let y = a; y * 2 }; x + b", 3, 4), Ok(Ratio::whole(10)));
}

#[test]
fn functions_get_their_own_variables() {
    let text = "
        fn points(a, b) { let x = 1; let y = sub(sub(a, x), sub(b, sub(x, 3))); x * 1000 + y }
        fn sub(a, b) { let x = a; x -= b; if x < 0 { return x * 10; } x }";
    let script = compile(text, "points");
    // sub(5,1) = 4; sub(1,3) = -20; sub(2,-20) = 22; sub(4,22) = -180
    assert_eq!(script.call(&[n(5), n(2)]), Ok(Returned::Number(Ratio::whole(820))));
}

#[test]
fn a_switch_takes_numbers_texts_and_truths() {
    let text = "fn points(kind, yes, count) {
        let a = switch kind { \"xã \\\"A\\\"\" => 1, \"phường\" | \"đặc khu\" => 2, _ => 3 };
        let b = switch yes { true => 10, false => 20, _ => 0 };
        a + b + switch count { -1 => 100, -0.5 => 150, 0.5 => 200, 2 | 3 => 300, _ => { let c = count; c * 1000 } }
    }";
    let script = compile(text, "points");
    let call = |kind, yes, count| {
        script.call(&[Argument::Word(kind), Argument::Truth(yes), Argument::Number(count)]).map_err(|f| f.fault)
    };
    let points = |points| Ok(Returned::Number(Ratio::whole(points)));
    assert_eq!(call("xã \"A\"", true, ratio(-1, 1)), points(111));
    assert_eq!(call("đặc khu", false, ratio(2, 4)), points(222));
    assert_eq!(call("đặc khu", false, ratio(-2, 4)), points(172));
    assert_eq!(call("phường", false, ratio(6, 2)), points(322));
    assert_eq!(call("khác", false, ratio(7, 1)), points(7023));
    let mixed = script.call(&[n(1), Argument::Truth(true), n(1)]).unwrap_err();
    assert_eq!(mixed.fault, Fault::WrongType { expected: Type::Word, found: Type::Number });
}

#[test]
fn an_error_has_the_place_of_its_operator() {
    let text = "fn points(a, b) {\n    let tỷ_lệ = \"đ\";\n    half(a, b)\n}\nfn half(x, y) {\n    1 + x / y\n}";
    let text = text.replace("tỷ_lệ", "name");
    let script = compile(&text, "points");
    let Failure { fault, span } = script.call(&[n(1), n(0)]).unwrap_err();
    assert_eq!((fault, script.source().line_column(span.start)), (Fault::DivisionByZero, (6, 11)));
    let script = compile("fn points(a) {\n  // số trẻ em\n  rate(a, 0, 100)\n}", "points");
    let failure = script.call(&[n(1)]).unwrap_err();
    assert_eq!((&failure.fault, &script.source().text[failure.span.clone()]), (&Fault::DivisionByZero, "rate"));
    assert_eq!(failure.message(Lang::Vi), "chia cho 0; hãy kiểm tra mẫu số bằng `if` trước");
}

#[test]
fn a_number_out_of_range_is_an_error_not_a_wrong_number() {
    let body = "let x = 9000000000000000000; x *= x; x *= x; x";
    assert_eq!(number(body, 0, 0), Err(Fault::OutOfRange));
    assert_eq!(holds("9000000000000000000 * 9000000000000000000 > 1", 0, 0), Ok(true));
}

#[test]
fn the_number_of_values_must_be_that_of_the_parameters() {
    let script = compile("fn points(a, b) { a + b }", "points");
    let failure = script.call(&[n(1)]).unwrap_err();
    assert_eq!(failure.fault, Fault::Arguments { expected: 2, found: 1 });
}

#[test]
fn a_script_is_shared_between_threads() {
    let script = compile("fn points(a) { a * 2 }", "points");
    let text = Arc::clone(script.source());
    let other = script.clone();
    let sum = std::thread::spawn(move || other.call(&[n(2)]).is_ok()).join();
    assert!(sum.unwrap() && Arc::ptr_eq(&text, script.source()));
}

#[test]
fn texts_are_normalised_so_that_spellings_do_not_matter() {
    // "có" once composed, once as letters with a combining accent
    let script = compile("fn points(a) { if a == \"co\u{301}\" { 1 } else { 0 } }", "points");
    assert_eq!(script.call(&[Argument::Word("c\u{f3}")]), Ok(Returned::Number(Ratio::whole(1))));
}

#[test]
fn the_longest_allowed_scripts_fit_the_stack_of_a_thread() {
    let sum = (0..55).map(|i| format!("p{i}")).collect::<Vec<_>>().join(" + ");
    let names = (0..55).map(|i| format!("p{i}")).collect::<Vec<_>>().join(", ");
    let script = compile(&format!("fn total({names}) {{ {sum} }}"), "total");
    assert_eq!(script.call(&[n(1); 55]), Ok(Returned::Number(Ratio::whole(55))));
    let nested = format!("{}a{}", "(".repeat(25), ")".repeat(25));
    assert_eq!(number(&nested, 7, 0), Ok(Ratio::whole(7)));
    let chain = (0..20).map(|i| format!("if a == {i} {{ {i} }} else ")).collect::<Vec<_>>().concat();
    assert_eq!(number(&format!("{chain} {{ 99 }}"), 19, 0), Ok(Ratio::whole(19)));
    let deep = |i: usize| format!("fn f{i}(n) {{ 1 + (1 + (1 + (1 + f{}(n + 1)))) }}\n", i + 1);
    let functions = (0..40).map(deep).collect::<Vec<_>>().concat();
    let script = compile(&format!("fn points(a) {{ f0(a) }}\n{functions} fn f40(n) {{ n }}"), "points");
    assert_eq!(script.call(&[n(0)]), Ok(Returned::Number(Ratio::whole(200))));
}

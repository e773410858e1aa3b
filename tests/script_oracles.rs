//! Random scripts against two independent evaluators: rhai's own, where decimals are exact, and big rationals. And random words: no
//! text stops the compiler.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails, also in what it shares")]

use cfc::diag::{Place, Report, Source};
use cfc::quantity::Ratio;
use cfc::rules::script::{Argument, CompiledScript, Fault, Returned};
use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;
use rhai::{Dynamic, Engine, Scope};
use rust_decimal::Decimal;

/// A decimal with two digits, one of them after the mark, or a parameter.
#[derive(Clone, Debug)]
enum Number {
    Literal(i64),
    Name(&'static str),
    Binary(Box<Number>, &'static str, Box<Number>),
    /// By a literal that is not 0.
    Divide(Box<Number>, i64),
    Negate(Box<Number>),
    If(Box<Truth>, Box<Number>, Box<Number>),
}

#[derive(Clone, Debug)]
enum Truth {
    Name,
    Compare(Box<Number>, &'static str, Box<Number>),
    Both(Box<Truth>, &'static str, Box<Truth>),
    Not(Box<Truth>),
}

/// Tenths as a script writes them: always with a mark, so that rhai does not divide whole numbers.
fn written(tenths: i64) -> String {
    format!("{}{}.{}", if tenths < 0 { "-" } else { "" }, tenths.abs() / 10, tenths.abs() % 10)
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Literal(tenths) => write!(f, "{}", written(*tenths)),
            Self::Name(name) => write!(f, "{name}"),
            Self::Binary(a, operator, b) => write!(f, "({a} {operator} {b})"),
            Self::Divide(a, tenths) => write!(f, "({a} / {})", written(*tenths)),
            Self::Negate(a) => write!(f, "-({a})"),
            Self::If(condition, a, b) => write!(f, "(if {condition} {{ {a} }} else {{ {b} }})"),
        }
    }
}

impl std::fmt::Display for Truth {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Name => write!(f, "yes"),
            Self::Compare(a, operator, b) => write!(f, "({a} {operator} {b})"),
            Self::Both(a, operator, b) => write!(f, "({a} {operator} {b})"),
            Self::Not(a) => write!(f, "!{a}"),
        }
    }
}

/// Values of `a`, `b`, `c` in tenths, and of `yes`.
#[derive(Clone, Copy, Debug)]
struct Given {
    tenths: [i64; 3],
    yes: bool,
}

impl Number {
    fn exact(&self, given: Given) -> BigRational {
        let tenths = |tenths: i64| BigRational::new(BigInt::from(tenths), BigInt::from(10));
        match self {
            Self::Literal(literal) => tenths(*literal),
            Self::Name(name) => tenths(given.tenths[["a", "b", "c"].iter().position(|known| known == name).unwrap()]),
            Self::Binary(a, "+", b) => a.exact(given) + b.exact(given),
            Self::Binary(a, "-", b) => a.exact(given) - b.exact(given),
            Self::Binary(a, _, b) => a.exact(given) * b.exact(given),
            Self::Divide(a, literal) => a.exact(given) / tenths(*literal),
            Self::Negate(a) => -a.exact(given),
            Self::If(condition, a, b) => if condition.exact(given) { a } else { b }.exact(given),
        }
    }
}

impl Truth {
    fn exact(&self, given: Given) -> bool {
        match self {
            Self::Name => given.yes,
            Self::Compare(a, operator, b) => {
                let order = a.exact(given).cmp(&b.exact(given));
                match *operator {
                    "<" => order.is_lt(),
                    "<=" => order.is_le(),
                    ">" => order.is_gt(),
                    ">=" => order.is_ge(),
                    "==" => order.is_eq(),
                    _ => order.is_ne(),
                }
            }
            Self::Both(a, "&&", b) => a.exact(given) && b.exact(given),
            Self::Both(a, _, b) => a.exact(given) || b.exact(given),
            Self::Not(a) => !a.exact(given),
        }
    }
}

/// Numbers divided only by what `divisors` gives.
fn numbers(divisors: &'static [i64]) -> impl Strategy<Value = Number> {
    let leaf = prop_oneof![
        (-99_i64..100).prop_map(Number::Literal),
        prop::sample::select(&["a", "b", "c"][..]).prop_map(Number::Name)
    ];
    leaf.prop_recursive(3, 24, 2, move |number| {
        let comparisons = prop::sample::select(&["<", "<=", ">", ">=", "==", "!="][..]);
        let compare = (number.clone(), comparisons, number.clone()).prop_map(|(a, o, b)| Truth::Compare(a.into(), o, b.into()));
        let truth = prop_oneof![3 => compare, 1 => Just(Truth::Name)].prop_recursive(2, 6, 2, |truth| {
            let both = (truth.clone(), prop::sample::select(&["&&", "||"][..]), truth.clone());
            prop_oneof![both.prop_map(|(a, o, b)| Truth::Both(a.into(), o, b.into())), truth.prop_map(|a| Truth::Not(a.into()))]
        });
        let operators = prop::sample::select(&["+", "-", "*"][..]);
        prop_oneof![
            4 => (number.clone(), operators, number.clone()).prop_map(|(a, o, b)| Number::Binary(a.into(), o, b.into())),
            2 => (number.clone(), prop::sample::select(divisors)).prop_map(|(a, by)| Number::Divide(a.into(), by)),
            1 => number.clone().prop_map(|a| Number::Negate(a.into())),
            2 => (truth, number.clone(), number).prop_map(|(c, a, b)| Number::If(c.into(), a.into(), b.into())),
        ]
    })
}

fn given() -> impl Strategy<Value = Given> {
    (prop::array::uniform3(-99_i64..100), any::<bool>()).prop_map(|(tenths, yes)| Given { tenths, yes })
}

fn ours(text: &str, given: Given, word: &str) -> Result<Ratio, Fault> {
    let mut report = Report::default();
    let script = CompiledScript::compile(&Source::new("random.rhai", text), "points", &mut report);
    let script = script.unwrap_or_else(|| panic!("{text}\n{:?}", report.diagnostics));
    let [a, b, c] = given.tenths.map(|tenths| Argument::Number(Ratio::new(tenths.into(), 10).unwrap()));
    let args = [a, b, c, Argument::Truth(given.yes), Argument::Word(word)];
    traced_alike(&script, &args);
    match script.call(&args) {
        Ok(Returned::Number(number)) => Ok(number),
        Ok(other) => panic!("{text}\n{other:?}"),
        Err(failure) => Err(failure.fault),
    }
}

/// A traced call gives the same and knows its branch exactly when there is a result.
fn traced_alike(script: &CompiledScript, args: &[Argument<'_>]) {
    let (returned, branch) = script.call_traced(args);
    assert_eq!(returned, script.call(args), "{}", script.source().text);
    assert_eq!(branch.is_some_and(|branch| branch < script.branches().len()), returned.is_ok());
    for branch in script.branches() {
        assert!(script.source().text.get(branch.span.clone()).is_some_and(|text| !text.is_empty()));
    }
}

fn theirs(text: &str, given: Given, word: &str) -> Ratio {
    let mut engine = Engine::new();
    engine.set_max_expr_depths(0, 0);
    let ast = engine.compile(text).unwrap();
    let [a, b, c] = given.tenths.map(|tenths| Dynamic::from(Decimal::new(tenths, 1)));
    let args = [a, b, c, given.yes.into(), word.into()];
    let options = rhai::CallFnOptions::default();
    let result: Decimal =
        engine.call_fn_with_options::<Dynamic>(options, &mut Scope::new(), &ast, "points", args).unwrap().cast();
    Ratio::new(result.mantissa(), 10_i128.pow(result.scale())).unwrap()
}

/// Divisors in tenths whose quotients terminate.
const TERMINATING: &[i64] = &[5, 20, 40, -25, 80, 10];
/// Divisors in tenths whose quotients need not terminate.
const ANY: &[i64] = &[30, 7, -11, 90, 5, 13];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn statements_and_expressions_mean_what_rhai_means(
        x in numbers(TERMINATING), y in numbers(TERMINATING), z in numbers(TERMINATING),
        given in given(), word in prop::sample::select(&["đỏ", "xanh", "khác"][..]),
    ) {
        let text = format!(
            "fn points(a, b, c, yes, word) {{
                let x = {x};
                let y = if x > a {{ let b = x; b - 1.5 }} else {{ {y} }};
                if yes && y != x {{ y += 1.0; {{ let x = y; y = x * 2.0; }} }}
                let z = switch word {{ \"đỏ\" => helper(y, x), \"xanh\" => {{ helper(helper(x, y), 1.0) }}, _ => {z} }};
                z - y % 4.0
            }}
            fn helper(a, c) {{ let b = a; if a < c {{ return b - c; }} a + c * b / 4.0 }}"
        );
        // Where rhai itself rounds at 28 digits it is no oracle; the sizes above stay far below.
        prop_assert_eq!(ours(&text, given, word), Ok(theirs(&text, given, word)), "{}", text);
    }

    #[test]
    fn arithmetic_is_exact_also_where_no_decimal_is(x in numbers(ANY), y in numbers(ANY), given in given()) {
        let text = format!("fn points(a, b, c, yes, word) {{ if {x} < {y} {{ {x} - {y} }} else {{ {y} }} }}");
        let (x, y) = (x.exact(given), y.exact(given));
        let expected = if x < y { x - y } else { y };
        let number = ours(&text, given, "").expect("these sizes are in range");
        let found = BigRational::new(BigInt::from(number.numerator()), BigInt::from(number.denominator()));
        prop_assert_eq!(found, expected, "{}", text);
    }

    #[test]
    fn random_words_never_stop_the_compiler(words in prop::collection::vec(prop::sample::select(WORDS), 0..40)) {
        for text in [words.join(" "), words.concat(), format!("fn points(a) {{ {} }}", words.join(" "))] {
            refused_or_run(&text);
        }
    }

    #[test]
    fn slips_in_a_good_script_never_stop_the_compiler(
        slips in prop::collection::vec((0_usize..200, prop::sample::select(WORDS), any::<bool>()), 1..4),
    ) {
        let mut words: Vec<&str> = GOOD.split(' ').collect();
        for (at, word, instead) in slips {
            let at = at % words.len();
            words.splice(at..at + usize::from(instead), [word]);
        }
        refused_or_run(&words.join(" "));
    }
}

#[test]
fn the_script_that_slips_are_made_in_is_good() {
    let mut report = Report::default();
    assert!(CompiledScript::compile(&Source::new("good.rhai", GOOD), "points", &mut report).is_some(), "{report:?}");
}

/// Either there is an error, inside the text, or the script can be called.
fn refused_or_run(text: &str) {
    let mut report = Report::default();
    let script = CompiledScript::compile(&Source::new("words.rhai", text), "points", &mut report);
    assert_eq!(script.is_none(), report.has_errors(), "{text}");
    for diagnostic in &report.diagnostics {
        let Place::Source(source, span) = &diagnostic.place else { panic!("{diagnostic:?}") };
        assert!(source.text.get(span.clone()).is_some(), "{text}: {span:?}");
    }
    if let Some(script) = script {
        let args = vec![Argument::Number(Ratio::whole(1)); script.parameters().len()];
        traced_alike(&script, &args);
        if let Err(failure) = script.call(&args) {
            assert!(text.get(failure.span.clone()).is_some(), "{text}: {failure:?}");
        }
    }
}

/// A script with every construct, its words separated by blanks.
const GOOD: &str = "fn points ( a , b ) { let x = a + 1 ; if a == 0 && ! ( b > 2.5 ) { return because ( 5 , \
    \"năm\" , \"five\" ) ; } else if is_missing ( b ) { x = rate ( a , b , 100 ) ; } x += helper ( x , - 3 ) ; \
    switch x { 1 | 2 => 10 , -1 => { let y = x ; y * 2 } , _ => min ( x / 4 , abs ( b % 3 ) ) } } \
    private fn helper ( n , m ) { if n < m || n != 7 { n } else { m } }";

/// Pieces of scripts, right and wrong.
const WORDS: &[&str] = &[
    "fn",
    "points",
    "value",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "a",
    "b",
    "trẻ",
    ",",
    ";",
    "let",
    "=",
    "+=",
    "return",
    "if",
    "else",
    "switch",
    "=>",
    "_",
    "1",
    "-2",
    "0.5",
    "0x1f",
    "99999999999999999999",
    "1e5",
    "\"có\"",
    "\"",
    "'x'",
    "`",
    "${",
    "+",
    "-",
    "*",
    "/",
    "%",
    "==",
    "<",
    ">=",
    "&&",
    "||",
    "|",
    "!",
    "?",
    "??",
    "..",
    ".",
    "::",
    "this",
    "loop",
    "while",
    "for",
    "in",
    "rate",
    "because",
    "missing",
    "is_missing",
    "abs",
    "true",
    "()",
    "#{",
    "//",
    "/*",
    "*/",
    "\n",
    "\u{301}",
    "private",
    "const",
    "import",
    "export",
    "try",
    "catch",
    "throw",
    "break",
    "eval",
    "Fn",
    "global",
];

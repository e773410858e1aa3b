//! English wording: files, the shape of criteria files, references between their parts.

use super::syntax::{slip, syntax};
use super::{digits as digits_of, kind_word, shape_word};
use crate::diag::group::group;
use crate::diag::problem::{Kind, Problem, Shape};
use crate::diag::words::{Words, digits_after_mark, grouped, joined, listed, one_line, quoted, suggested_id, tick};
use crate::lang::Lang;
use crate::status::Status;

pub(in crate::diag) fn file(problem: &Problem) -> Words {
    match problem {
        Problem::Unreadable { reason } => Words::new(format!("this file cannot be read: {}", one_line(reason)))
            .hint("check the path, and whether another program has the file open"),
        Problem::FileTooLarge { bytes, limit } => Words::new(format!(
            "this file has {} bytes, at most {} can be read",
            grouped(*bytes, Lang::En),
            grouped(*limit, Lang::En)
        ))
        .hint("split it, for example by province, and name all parts on the command line"),
        Problem::NotUtf8 { utf16: true } => Words::new("this file is saved as UTF-16, criteria files are UTF-8")
            .hint("save it as UTF-8: in Notepad, `Save as`, `Encoding: UTF-8`"),
        Problem::NotUtf8 { .. } => Words::new(
            "this file is not UTF-8; it may be Windows-1258, TCVN3 or no text at all",
        )
        .hint("open it where its letters are right, and save it as UTF-8: in Notepad, `Save as`, `Encoding: UTF-8`"),
        Problem::EmptyFile => Words::new("this file is empty: it has no standard in it")
            .hint("begin with a copy of `criteria/template.toml`"),
        Problem::TomlSyntax { message } => syntax(message),
        Problem::Slip { slip, found, meant } => self::slip(*slip, found, meant),
        Problem::DecimalComma { found, meant } => {
            Words::new(format!("{} has a decimal comma, criteria files use a decimal point", tick(found)))
                .hint(format!("write {}", tick(meant)))
        }
        Problem::KeyNotAscii { key } => {
            let words = Words::new(format!("key {} has letters that are not `a-z`, `0-9`, `_` or `-`", tick(key)));
            match suggested_id(key) {
                Some(id) => words.hint(format!("write {} here, and the full wording in a `label`", tick(&id))),
                None => words.hint("write the key without diacritics, and the full wording in a `label`"),
            }
        }
        group!(not file) => Words::default(),
    }
}

pub(in crate::diag) fn shape(problem: &Problem) -> Words {
    match problem {
        Problem::UnknownKey { key, meant, allowed } => {
            let words = Words::new(format!("there is no key {} here", tick(key)));
            meant_or(words, meant.as_deref(), allowed, "allowed here")
        }
        Problem::MissingKey { key, of } => {
            Words::new(format!("{} needs the key {}", tick(of), tick(key))).hint(format!("add `{} = …`", one_line(key)))
        }
        Problem::OneOf { keys, found } if found.is_empty() => {
            Words::new(format!("expected one of {}, found none", listed(keys, "or"))).hint("add one of them")
        }
        Problem::OneOf { keys, found } => {
            Words::new(format!("expected only one of {}, found {}", listed(keys, "and"), listed(found, "and")))
                .hint("keep one of them, remove the rest")
        }
        Problem::WrongType { expected, found } => wrong_type(*expected, *found),
        Problem::UnknownWord { found, allowed, meant } => {
            let allowed = listed(allowed, "or");
            let words = Words::new(format!("{} cannot be used here, expected {allowed}", tick(found)));
            match meant {
                Some(meant) => words.hint(format!("write {}", tick(meant))),
                None => words.hint(format!("write {allowed}")),
            }
        }
        Problem::EmptyText => {
            Words::new("expected a text, found an empty one").hint("write the text between the quotes")
        }
        Problem::BadId { id } => bad_id(id),
        Problem::TooPrecise { found, digits } => Words::new(format!(
            "{} has {} after the decimal point, expected at most {digits}",
            tick(found),
            digits_of(digits_after_mark(found))
        ))
        .hint(format!("write it with at most {} after the point", digits_of((*digits).into()))),
        Problem::WrongLength { found, expected } => {
            Words::new(format!("expected a list of {expected} values, found {found}"))
                .hint(format!("write exactly {expected} values between `[` and `]`, decimals with a point: `12.5`"))
        }
        Problem::OutOfRange { found, least, most } => {
            Words::new(format!("{} is outside the range {} to {}", tick(found), tick(least), tick(most))).hint(format!(
                "write a number from {} to {}",
                tick(least),
                tick(most)
            ))
        }
        Problem::EmptyList { key } => {
            Words::new(format!("the list {} is empty, at least one entry is needed", tick(key)))
                .hint(format!("add an entry to {}, or remove the key", tick(key)))
        }
        group!(not shape) => Words::default(),
    }
}

pub(in crate::diag) fn reference(problem: &Problem) -> Words {
    match problem {
        Problem::DuplicateId { kind, id } => Words::new(format!("{} {} is declared twice", kind_word(*kind), tick(id)))
            .hint("give one of the two another id"),
        Problem::ReservedId { kind, id } => Words::new(format!(
            "{} is a column or word of every result, it cannot name a {}",
            tick(id),
            kind_word(*kind)
        ))
        .hint("choose another id"),
        Problem::ItemIdOutside { id, criterion, meant } => Words::new(format!(
            "item {} stands under criterion {}, its id has to begin with it",
            tick(id),
            tick(criterion)
        ))
        .hint(format!("write {}", tick(meant))),
        Problem::DuplicateLabel { label, first, second } => Words::new(format!(
            "fields {} and {} have the same label {}, so a column with this header could be either",
            tick(first),
            tick(second),
            quoted(label)
        ))
        .hint(format!("make the label of {} more specific", tick(second))),
        Problem::UnknownId { kind: Kind::Standard, id, meant, known } => {
            let words = Words::new(format!("there is no standard {}", tick(id)));
            meant_or(words, meant.as_deref(), known, "name the path of a .toml file, or one that is built in")
        }
        Problem::UnknownId { kind, id, meant, known } => {
            let words = Words::new(format!("there is no {} {}", kind_word(*kind), tick(id)));
            let words = match kind {
                Kind::Case => words.hint("name a case of the same file, or give the figures in `given`"),
                _ => words.hint(format!("declare the {} first", kind_word(*kind))),
            };
            meant_or(words, meant.as_deref(), known, "declared are")
        }
        Problem::WrongFieldType { field, found, expected } => wrong_field_type(field, found, expected),
        Problem::ConfirmedByWhom => Words::new("this figure is `confirmed`, but not by whom and when")
            .hint("add `by = \"…\"` and `on = 2024-05-31`, or write `status = \"quoted\"`"),
        Problem::ConfirmationWithoutStatus { status } => {
            Words::new(format!("`by` and `on` belong to a `confirmed` figure, this one is {}", tick(status)))
                .hint("remove `by` and `on`, or write `status = \"confirmed\"`")
        }
        Problem::BelowStatus { least, below, all, paths, standard } => {
            below_status(*least, below, *all, paths, standard)
        }
        Problem::Unused { kind, id } => Words::new(format!("{} {} is never used", kind_word(*kind), tick(id)))
            .hint(format!("remove {}, or use it in a rule", tick(id))),
        Problem::DatesReversed { from, until } => {
            Words::new(format!("the last day in force, {}, lies before the first, {}", tick(until), tick(from)))
                .hint("correct `from` or `until`")
        }
        Problem::FormulaSyntax { found, expected } => formula_syntax(found, expected),
        Problem::NoCondition => Words::new("nothing decides recognition: there is no threshold, condition or level")
            .hint("add for example `threshold.total` under `[recognition]`"),
        group!(not reference) => Words::default(),
    }
}

fn formula_syntax(found: &str, expected: &str) -> Words {
    let expected = one_line(expected);
    let message = match found {
        "" => format!("the formula ends too early: expected {expected}"),
        found => format!("the formula breaks off at {}: expected {expected}", tick(found)),
    };
    Words::new(message).hint(FORMULA)
}

fn below_status(least: Status, below: &[(Status, usize)], all: usize, paths: &[String], standard: &str) -> Words {
    let counts: Vec<String> = below.iter().map(|(status, n)| format!("{n} {}", tick(status.id()))).collect();
    let figures: usize = below.iter().map(|(_, n)| n).sum();
    Words::new(format!(
        "{figures} of {all} figures are below {}: {}; first {}",
        tick(least.id()),
        joined(counts, "and"),
        listed(paths, "and")
    ))
    .hint(format!("`cfc check {} --status --below {}` lists them", one_line(standard), least.id()))
}

const FORMULA: &str = "a formula has field ids, numbers, `+ - * /` and parentheses, for example `a + b`";

fn bad_id(id: &str) -> Words {
    let words = Words::new(format!("{} is not an id: `a-z`, `0-9`, `_`, `-`, beginning with a letter", tick(id)));
    match suggested_id(id) {
        Some(id) => words.hint(format!("write {}", tick(&id))),
        None => words.hint("write for example `under5_weighed`"),
    }
}

fn wrong_field_type(field: &str, found: &str, expected: &[&str]) -> Words {
    Words::new(format!("field {} has the type {}, expected {}", tick(field), tick(found), listed(expected, "or")))
        .hint(format!("name a field of type {}, or change the `type` of {}", listed(expected, "or"), tick(field)))
}

fn wrong_type(expected: Shape, found: Shape) -> Words {
    let words = Words::new(format!("expected {}, found {}", shape_word(expected), shape_word(found)));
    match (expected, found) {
        (Shape::Date, Shape::Text) => words.hint("write year, month and day without quotes: `2019-01-03`"),
        (Shape::Number | Shape::Whole | Shape::Boolean, Shape::Text) => words.hint("write it without quotes"),
        (Shape::Date, _) => words.hint("write year, month and day: `2019-01-03`"),
        (Shape::Text | Shape::TextOrList, _) => words.hint("write it in quotes: `\"…\"`"),
        (Shape::Whole, _) => words.hint("write it without decimals: `12`"),
        (Shape::NumberOrText, Shape::Table) => words.hint("write an id with a point in quotes: `\"a.b\" = 50`"),
        (Shape::Table, Shape::Date) => {
            words.hint("write the first day, and the last where there is one: `{ from = 2019-01-03 }`")
        }
        (Shape::Number | Shape::NumberOrText, _) => words.hint("write for example `12` or `12.5`"),
        (Shape::Boolean, _) => words.hint("write `true` or `false`"),
        (Shape::Headings, _) => words.hint("write the heading with two brackets: `[[…]]`"),
        (Shape::List, _) => words.hint("put it in brackets: `[ … ]`"),
        (Shape::Table | Shape::TextOrTable, _) => words.hint("write keys and values in braces: `{ key = … }`"),
        (Shape::BothLanguages, _) => words.hint("write `{ vi = \"…\", en = \"…\" }`"),
        (Shape::DateTime | Shape::NotFinite, _) => words,
    }
}

/// The hint of an unknown word: the one that was probably meant, or those that exist.
pub(super) fn meant_or<T: AsRef<str>>(words: Words, meant: Option<&str>, known: &[T], intro: &str) -> Words {
    match meant {
        Some(meant) => words.hint(format!("did you mean {}?", tick(meant))),
        None if known.is_empty() => words,
        None => words.hint(format!("{intro}: {}", listed(known, "and"))),
    }
}

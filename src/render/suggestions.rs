//! Suggested cases as TOML ready to paste. Figures are given; every result is `"?"`, which the loader refuses: whoever
//! reads the legal text fills it in.

use crate::lang::Lang;
use crate::result::{CaseFigure, CaseSheet, CaseSubject, Coverage, Suggestion};

/// The cases with comments that say where to paste them, or one comment when nothing is left to suggest. Ends with a
/// line end.
#[must_use]
pub fn toml(sheet: &CaseSheet, coverage: &Coverage, lang: Lang) -> String {
    if coverage.suggestions.is_empty() {
        let nothing = lang.pick("không còn ví dụ nào để đề xuất", "no case is left to suggest");
        return format!("# {}: {nothing}\n", sheet.standard.id);
    }
    let file = format!("{}.cases.toml", sheet.standard.id);
    let mut text = lang.pick(
        format!(
            "# Dán vào tệp {file} cùng thư mục với tệp tiêu chí, rồi thay mỗi \"?\" bằng kết quả theo văn bản:\n\
             # points = 50, cả dòng thành missing = true hoặc not_applicable = 50, total = 850 hoặc \"missing\", verdict = \"recognised\"\n"
        ),
        format!(
            "# Paste into {file} beside the criteria file, then replace every \"?\" by what the legal text gives:\n\
             # points = 50, or the line by missing = true or not_applicable = 50; total = 850 or \"missing\"; verdict = \"recognised\"\n"
        ),
    );
    let mut heading = None;
    for suggestion in &coverage.suggestions {
        if heading != Some(suggestion.id.as_str()) {
            heading = Some(suggestion.id.as_str());
            let whole = lang.pick("cả xã", "whole communes");
            let id = if suggestion.id.is_empty() { whole } else { &suggestion.id };
            text.extend(["\n# ---- ", id, "\n"]);
        }
        push(&mut text, suggestion, coverage, lang);
    }
    text
}

fn push(text: &mut String, suggestion: &Suggestion, coverage: &Coverage, lang: Lang) {
    let mut lines = vec!["[[case]]".to_owned(), format!("name = {}", quoted(suggestion.name.get(lang)))];
    lines.extend(suggestion.class.as_ref().map(|class| format!("class = {}", quoted(class))));
    let base = suggestion.base.and_then(|base| coverage.suggestions.get(base));
    lines.extend(base.map(|base| format!("base = {}", quoted(base.name.get(lang)))));
    if !suggestion.without.is_empty() {
        let ids: Vec<String> = suggestion.without.iter().map(|id| quoted(id)).collect();
        lines.push(format!("without = [{}]", ids.join(", ")));
    }
    if base.is_none() || !suggestion.given.is_empty() {
        let given = suggestion.given.iter().map(|(field, value)| format!("{field} = {}", figure(value)));
        let given: Vec<String> = given.collect();
        lines.push(if given.is_empty() {
            "given = {}".to_owned()
        } else {
            format!("given = {{ {} }}", given.join(", "))
        });
    }
    lines.extend(match suggestion.about {
        CaseSubject::Item(..) => vec![format!("item = {}", quoted(&suggestion.id)), "points = \"?\"".to_owned()],
        CaseSubject::Criterion(_) => {
            vec![format!("criterion = {}", quoted(&suggestion.id)), "points = \"?\"".to_owned()]
        }
        _ => vec!["total = \"?\"".to_owned(), "verdict = \"?\"".to_owned()],
    });
    text.push_str(&lines.join("\n"));
    text.push_str("\n\n");
}

fn figure(value: &CaseFigure) -> String {
    match value {
        CaseFigure::Number(number) => number.to_string(),
        CaseFigure::YesNo(yes) => yes.to_string(),
        CaseFigure::Word(word) => quoted(word),
    }
}

/// A basic TOML string.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push(' '),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

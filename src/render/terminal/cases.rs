//! Cases as they were run: how many pass for each item, and those that fail, or all of them, with the arithmetic.

use super::coverage::short_id;
use super::grid::Grid;
use super::wrap;
use crate::lang::counted;
use crate::render::View;
use crate::render::layout::{Cell, Side, Tone};
use crate::render::words::Words;
use crate::result::{CaseCheck, CaseRun, CaseSheet, CaseSubject, CaseValue};

/// One line per criterion and item, then the cases that fail (`all`: every case), then the totals. Ends with a line end.
#[must_use]
pub fn cases(sheet: &CaseSheet, all: bool, view: &View) -> String {
    let mut text = String::new();
    wrap::push(&mut text, &format!("{}: {}", sheet.which, sheet.standard.citation), view.columns(), 2);
    text.push('\n');
    text.push_str(&table(sheet, view));
    for run in sheet.runs.iter().filter(|run| all || !run.passes()) {
        text.push('\n');
        push_case(&mut text, sheet, run, view);
    }
    text.push('\n');
    wrap::push(&mut text, &totals(sheet, view), view.columns(), 2);
    text
}

/// `12 ví dụ: 11 đúng, 1 sai`.
fn totals(sheet: &CaseSheet, view: &View) -> String {
    let (all, passed) = (sheet.runs.len(), sheet.passed());
    let failed = all - passed;
    let counts = view.lang.pick(
        format!("{all} ví dụ kiểm tra: {passed} đúng, {failed} sai"),
        format!("{}: {passed} pass, {failed} fail", counted(all, "case", "cases")),
    );
    if sheet.hidden == 0 {
        return counts;
    }
    let hidden = sheet.hidden;
    let hidden = view.lang.pick(
        format!("{hidden} ví dụ khác không hiển thị"),
        counted(hidden, "other is not shown", "others are not shown"),
    );
    format!("{counts}; {hidden}")
}

fn table(sheet: &CaseSheet, view: &View) -> String {
    let headers = view.lang.pick(["Mã", "Nội dung", "Đúng / số ví dụ"], ["Id", "Title", "Pass / cases"]);
    let mut grid = Grid::new(headers.map(str::to_owned).to_vec());
    grid.sides = vec![Side::Left, Side::Left, Side::Right];
    let mut add = |id: &str, title: &str, is: &dyn Fn(CaseSubject) -> bool| {
        let (passed, all) = count(sheet, is);
        if all > 0 || sheet.hidden == 0 {
            let tone = if passed < all {
                Tone::Bad
            } else if all == 0 {
                Tone::Open
            } else {
                Tone::Plain
            };
            grid.rows.push(vec![Cell::plain(id), Cell::plain(title), Cell::toned(format!("{passed} / {all}"), tone)]);
        }
    };
    for (c, criterion) in sheet.standard.criteria.iter().enumerate() {
        let of_criterion = |subject| matches!(subject, CaseSubject::Criterion(at) if at == c);
        add(&criterion.id, criterion.title.get(view.lang), &of_criterion);
        for (i, item) in criterion.items.iter().enumerate() {
            let of_item = |subject| subject == CaseSubject::Item(c, i);
            add(&short_id(&item.id), item.title.get(view.lang), &of_item);
        }
    }
    let whole = |subject| matches!(subject, CaseSubject::Total | CaseSubject::Verdict | CaseSubject::Failed);
    add(
        "total, verdict, failed",
        view.lang.pick("Tổng điểm và kết quả của cả xã", "Total and verdict of a commune"),
        &whole,
    );
    grid.narrow(1, 14, view.columns());
    grid.print(view.colour)
}

/// How many cases about something pass as far as that goes, and how many there are.
fn count(sheet: &CaseSheet, is: &dyn Fn(CaseSubject) -> bool) -> (usize, usize) {
    let about = |run: &&CaseRun| run.checks.iter().any(|check| is(check.subject));
    let holds = |run: &CaseRun| run.checks.iter().filter(|check| is(check.subject)).all(|check| check.holds);
    let all: Vec<&CaseRun> = sheet.runs.iter().filter(about).collect();
    (all.iter().filter(|run| holds(run) && run.faults.is_empty()).count(), all.len())
}

fn push_case(text: &mut String, sheet: &CaseSheet, run: &CaseRun, view: &View) {
    let lang = view.lang;
    let mut line = |content: String, indent: usize| {
        text.extend(std::iter::repeat_n(' ', indent));
        let mut wrapped = String::new();
        wrap::push(&mut wrapped, &content, view.columns() - indent, 2);
        text.push_str(&wrapped.trim_end().replace('\n', &format!("\n{}", " ".repeat(indent))));
        text.push('\n');
    };
    let word = if run.passes() { lang.pick("đúng", "pass") } else { lang.pick("SAI", "FAIL") };
    let name = run.name.as_ref().map_or_else(String::new, |name| format!(" \"{name}\""));
    line(format!("{word} {}:{}{name}", run.file, run.line), 0);
    if let Some(class) = run.class.and_then(|class| sheet.standard.classes.get(class)) {
        line(format!("{} {}", lang.pick("loại địa bàn:", "area class:"), class.id), 2);
    }
    line(format!("{} {}", lang.pick("số liệu:", "given:"), given(run, view)), 2);
    for (id, message) in &run.faults {
        line(format!("{id}: {} {}", lang.pick("không tính được:", "could not be computed:"), message.get(lang)), 2);
    }
    for check in &run.checks {
        line(outcome(check, view), 2);
        if let Some(arithmetic) = &check.arithmetic {
            line(arithmetic.get(lang).to_owned(), 4);
        }
    }
}

/// The figures, or the base with what is changed.
fn given(run: &CaseRun, view: &View) -> String {
    let lang = view.lang;
    let own = run.given.iter().filter(|given| given.own);
    let own: Vec<String> = own.map(|given| format!("{} {}", given.field, given.value.shown(lang))).collect();
    let none = lang.pick("không có", "none");
    let Some(base) = &run.base else {
        return if own.is_empty() { none.to_owned() } else { own.join(", ") };
    };
    let mut parts = vec![format!("{} \"{base}\"", lang.pick("như", "as in"))];
    if !own.is_empty() {
        parts.push(format!("{} {}", lang.pick("nhưng", "but"), own.join(", ")));
    }
    if !run.without.is_empty() {
        parts.push(format!("{} {}", lang.pick("thiếu", "without"), run.without.join(", ")));
    }
    parts.join("; ")
}

/// `immunisation.rate: cần 50, tính ra 35`.
fn outcome(check: &CaseCheck, view: &View) -> String {
    let (expected, found) = (shown(&check.expected, view), shown(&check.found, view));
    if check.holds {
        return format!("{}: {found}", check.what);
    }
    view.lang.pick(
        format!("{}: cần {expected}, tính ra {found}", check.what),
        format!("{}: expected {expected}, found {found}", check.what),
    )
}

fn shown(value: &CaseValue, view: &View) -> String {
    let words = Words::of(view.lang);
    match value {
        CaseValue::Verdict(verdict) => match verdict.as_str() {
            "recognised" => words.recognised.to_owned(),
            "not_recognised" => words.not_recognised.to_owned(),
            "undetermined" => words.undetermined.to_owned(),
            level => level.to_owned(),
        },
        other => other.shown(view.lang),
    }
}

//! The table of communes with its controls, and the table of their points by criterion.

use super::Paper;
use super::markup::Html;
use super::page::Section;
use super::tables::Table;
use crate::render::layout::board::Board;
use crate::render::layout::column::class_letter;
use crate::render::words::fill;
use crate::result::{CommuneScore, Verdict};

/// The controls, which the script shows, and the table.
pub(super) fn section(paper: &Paper<'_>) -> Section {
    let board = paper.layout.results_board();
    let roles = roles(paper, &board);
    let mut body = Html::new();
    how(&mut body, paper);
    controls(&mut body, paper, &board, &roles);
    let row_header = column(&board, paper.layout.words.name);
    let leads = paper.has_items() && paper.is_small();
    Table { board: &board, sorts: true, row_header, roles, leads }.write(&mut body, paper);
    Section { id: "results", title: board.title.clone(), wide: true, body }
}

/// Points by criterion.
pub(super) fn criteria(paper: &Paper<'_>) -> Section {
    let board = paper.layout.criteria_board();
    let mut body = Html::new();
    let row_header = column(&board, paper.layout.words.name);
    Table { sorts: true, row_header, ..Table::plain(&board) }.write(&mut body, paper);
    Section { id: "criteria", title: board.title.clone(), wide: true, body }
}

fn column(board: &Board, label: &str) -> usize {
    board.columns.iter().position(|column| column.label == label).unwrap_or(0)
}

/// What the columns are to the script; columns that say nothing about the sheet are not there.
fn roles(paper: &Paper<'_>, board: &Board) -> Vec<(usize, &'static str)> {
    let words = paper.layout.words;
    let known = [
        (words.code, "code"),
        (words.name, "name"),
        (words.verdict, "verdict"),
        (words.province, "province"),
        (words.district, "district"),
        (words.class, "class"),
    ];
    let role = |label: &str| known.iter().find(|(of, _)| *of == label).map(|(_, role)| *role);
    let columns = board.columns.iter().enumerate();
    columns.filter_map(|(at, column)| Some((at, role(&column.label)?))).collect()
}

/// What can be done here, with the script and without it.
fn how(html: &mut Html, paper: &Paper<'_>) {
    let words = paper.words;
    if !paper.has_items() {
        return;
    }
    html.element("p", &[("class", "how"), ("hidden", ""), ("data-script", "")], words.how_with_script);
    let line = if paper.is_small() {
        fill(words.how_plain, &[("section", words.breakdown)])
    } else {
        fill(words.how_data, &[("n", &paper.dossier.sheet.communes.len().to_string())])
    };
    html.element("p", &[("class", "how")], &line);
}

/// Hidden until the script shows them: without it they would do nothing.
fn controls(html: &mut Html, paper: &Paper<'_>, board: &Board, roles: &[(usize, &'static str)]) {
    let words = paper.words;
    html.open("form", &[("class", "controls"), ("hidden", ""), ("data-script", ""), ("aria-label", words.controls)]);
    html.open("label", &[]);
    html.element("span", &[], words.search);
    html.open("input", &[("type", "search"), ("id", "search"), ("autocomplete", "off"), ("spellcheck", "false")]);
    html.close("label");
    for role in ["verdict", "province", "district", "class"] {
        if let Some((at, _)) = roles.iter().find(|(_, of)| *of == role) {
            select(html, paper, role, &board.columns[*at].label, &options(paper, role));
        }
    }
    let resting = [("yes".to_owned(), words.resting.to_owned()), ("no".to_owned(), words.not_resting.to_owned())];
    select(html, paper, "provisional", words.verification, &resting);
    html.element("button", &[("type", "reset")], words.reset);
    html.close("form");
    html.element(
        "p",
        &[("id", "shown"), ("role", "status"), ("aria-live", "polite"), ("data-template", words.shown)],
        "",
    );
    if !paper.is_small() {
        html.open("p", &[("class", "more"), ("hidden", "")]);
        html.element("span", &[], words.first_rows);
        html.text(" ");
        html.element("button", &[("type", "button")], words.all_rows);
        html.close("p");
    }
}

/// A choice of what to show; provinces and districts are filled in from the table.
fn select(html: &mut Html, paper: &Paper<'_>, role: &'static str, label: &str, options: &[(String, String)]) {
    html.open("label", &[]);
    html.element("span", &[], label);
    html.open("select", &[("data-filter", role)]);
    html.element("option", &[("value", "")], paper.words.all);
    for (value, label) in options {
        html.element("option", &[("value", value)], label);
    }
    html.close("select");
    html.close("label");
}

fn options(paper: &Paper<'_>, role: &str) -> Vec<(String, String)> {
    let layout = &paper.layout;
    let word = |verdict: &Verdict| layout.words.verdict(verdict, layout.info, layout.lang);
    let same = |text: String| (text.clone(), text);
    match role {
        "verdict" => {
            let levels = (0..layout.info.levels.len()).map(Verdict::Level);
            let rest = [Verdict::NotRecognised(Vec::new()), Verdict::Undetermined(Vec::new()), Verdict::NotPublished];
            let all = [Verdict::Recognised].into_iter().chain(levels).chain(rest).map(|verdict| word(&verdict));
            let occurs = |text: &String| layout.sheet.communes.iter().any(|commune| word(&commune.verdict) == *text);
            all.filter(occurs).map(same).collect()
        }
        "class" => {
            let occurs = |class: Option<usize>| move |commune: &CommuneScore| commune.identity.class == class;
            let classes = layout.info.classes.iter().enumerate();
            let known =
                classes.filter(|(at, _)| layout.sheet.communes.iter().any(occurs(Some(*at)))).map(|(at, label)| {
                    (class_letter(at), format!("{} {}", class_letter(at), label.label.get(layout.lang)))
                });
            let missing = layout.sheet.communes.iter().any(occurs(None));
            known.chain(missing.then(|| ("?".to_owned(), format!("? {}", layout.words.class_missing)))).collect()
        }
        _ => Vec::new(),
    }
}

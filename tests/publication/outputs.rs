//! Everything a public edition consists of, as bytes.

use cfc::lang::Lang;
use cfc::render::{View, csv, docx, html, json, markdown, roll_up as pages, terminal, xlsx};
use cfc::report::{follow_up, roll_up};
use cfc::result::figures::FigureSheet;
use cfc::result::roll_up::{Grouping, RollUp};
use cfc::result::{Dossier, Manifest, ScoreSheet};

/// One kind of document, from the public sheet alone.
type Document = fn(&ScoreSheet, Lang) -> Vec<u8>;

/// Every format there is. One that is added to the program is added here.
const DOCUMENTS: &[(&str, Document)] = &[
    ("json", |sheet, _| json::document(sheet, &Manifest::default()).unwrap()),
    ("csv", |sheet, _| csv::document(sheet, &csv::Options::default())),
    ("markdown", |sheet, lang| markdown::document(sheet, &view(lang)).into_bytes()),
    ("table", |sheet, lang| terminal::page(sheet, &view(lang)).into_bytes()),
    ("xlsx", |sheet, lang| xlsx::document(&dossier(sheet), lang).unwrap()),
    ("html", |sheet, lang| html::document(&dossier(sheet), lang).unwrap()),
    ("docx", |sheet, lang| docx::document(&dossier(sheet), lang).unwrap()),
    ("counts", |sheet, lang| of_counts(sheet, |counts| pages::page(counts, sheet, &view(lang)).into_bytes())),
    ("counts in markdown", |sheet, lang| of_counts(sheet, |counts| pages::document(counts, sheet, lang).into_bytes())),
    ("counts in csv", |sheet, _| of_counts(sheet, |counts| pages::csv(counts, sheet, &csv::Options::default()))),
    ("counts in json", |sheet, _| {
        of_counts(sheet, |counts| {
            let mut document = json::document(sheet, &Manifest::default()).unwrap();
            pages::append_json(&mut document, counts, sheet).unwrap();
            document
        })
    }),
    ("follow-up", |sheet, _| format!("{:?}", follow_up(sheet)).into_bytes()),
    ("the sheet itself", |sheet, _| everything(sheet).into_bytes()),
];

fn roll_ups(sheet: &ScoreSheet) -> Vec<RollUp> {
    let by = Grouping::ALL.iter().map(|grouping| vec![*grouping]).chain([Vec::new(), Grouping::ALL.to_vec()]);
    by.map(|by| roll_up(sheet, &by, None).unwrap()).collect()
}

fn of_counts(sheet: &ScoreSheet, document: impl Fn(&RollUp) -> Vec<u8>) -> Vec<u8> {
    roll_ups(sheet).iter().flat_map(document).collect()
}

fn dossier(sheet: &ScoreSheet) -> Dossier<'_> {
    Dossier {
        sheet,
        roll_ups: roll_ups(sheet),
        follow_up: follow_up(sheet),
        figures: FigureSheet::default(),
        manifest: Manifest::default(),
    }
}

fn view(lang: Lang) -> View {
    View { lang, width: 160, colour: false, breakdown: true, margins: false }
}

/// All documents of a sheet, in both languages.
pub(crate) fn all(sheet: &ScoreSheet) -> Vec<(&'static str, Vec<u8>)> {
    let of =
        |(name, document): &(&'static str, Document)| [Lang::Vi, Lang::En].map(|lang| (*name, document(sheet, lang)));
    DOCUMENTS.iter().flat_map(of).collect()
}

/// The sheet itself: what no renderer shows today, one could show tomorrow.
pub(crate) fn everything(sheet: &ScoreSheet) -> String {
    format!("{:?}", sheet.communes)
}

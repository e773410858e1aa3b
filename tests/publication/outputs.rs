//! Everything a public edition consists of, as bytes.

use cfc::lang::Lang;
use cfc::render::{View, csv, json, markdown, terminal};
use cfc::report::{follow_up, roll_up};
use cfc::result::roll_up::Grouping;
use cfc::result::{Manifest, ScoreSheet};

/// One kind of document, from the public sheet alone.
type Document = fn(&ScoreSheet, Lang) -> Vec<u8>;

/// Every format there is. One that is added to the program is added here.
const DOCUMENTS: &[(&str, Document)] = &[
    ("json", |sheet, _| json::document(sheet, &Manifest::default()).unwrap()),
    ("csv", |sheet, _| csv::document(sheet, &csv::Options::default())),
    ("markdown", |sheet, lang| markdown::document(sheet, &view(lang)).into_bytes()),
    ("table", |sheet, lang| terminal::page(sheet, &view(lang)).into_bytes()),
    ("roll-ups", |sheet, _| {
        let by = Grouping::ALL.iter().map(|grouping| vec![*grouping]).chain([Vec::new(), Grouping::ALL.to_vec()]);
        let roll_ups: Vec<_> = by.map(|by| roll_up(sheet, &by, None)).collect();
        format!("{roll_ups:?}").into_bytes()
    }),
    ("follow-up", |sheet, _| format!("{:?}", follow_up(sheet)).into_bytes()),
    ("the sheet itself", |sheet, _| everything(sheet).into_bytes()),
];

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

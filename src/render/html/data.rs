//! What the script needs: words, and for many communes their items. Texts that many items share stand once; an item is
//! `kind|n / N|value|nearer|farther`, where the kind is everything else about it.

use super::breakdown::{Row, criterion, heads, rows};
use super::{Paper, markup::Html};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Columns whose numbers are written beside the kind: n / N, the value, how near other points are.
const OWN: [usize; 4] = [2, 3, 10, 11];

#[derive(Serialize)]
struct Document<'a> {
    lang: &'static str,
    words: Words<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<Items<'a>>,
}

#[derive(Serialize)]
struct Words<'a> {
    close: &'a str,
    sort: &'a str,
    breakdown: &'a str,
    points: &'a str,
}

/// The items of many communes.
#[derive(Serialize)]
struct Items<'a> {
    heads: Vec<(&'a str, bool)>,
    /// Name and maximum of each criterion, for each version of the standard in use.
    criteria: Vec<Vec<(String, String)>>,
    texts: Vec<String>,
    /// For each kind the criterion, then a text per column; -1 where the item has a number of its own.
    kinds: Vec<Vec<i64>>,
    /// For each commune the version, then its items.
    communes: Vec<(usize, String)>,
}

/// The data, in a form no parser of HTML takes for markup.
pub(super) fn write(html: &mut Html, paper: &Paper<'_>) -> Result<(), String> {
    let words = Words {
        close: paper.words.close,
        sort: paper.words.sort_by,
        breakdown: paper.words.breakdown_of,
        points: paper.words.points_of_most,
    };
    let items = (!paper.is_small() && paper.has_items()).then(|| Items::of(paper));
    let document = Document { lang: paper.lang().pick("vi", "en"), words, items };
    let json = serde_json::to_string(&document).map_err(|error| error.to_string())?;
    html.code("script", &[("type", "application/json"), ("id", "data")], &json.replace('<', "\\u003c"))?;
    html.line();
    Ok(())
}

impl<'a> Items<'a> {
    fn of(paper: &Paper<'a>) -> Self {
        let lang = paper.lang();
        let versions = paper.dossier.sheet.earlier.iter().chain([&paper.dossier.sheet.standard]);
        let criteria = versions.map(|info| {
            let named = |(at, info)| (criterion(paper, at, info), info.points.display(lang));
            info.criteria.iter().enumerate().map(named).collect()
        });
        let last = paper.dossier.sheet.earlier.len();
        let mut shared = Shared::default();
        let communes = paper.dossier.sheet.communes.iter().map(|commune| {
            let items = rows(paper, commune);
            let items: Vec<String> = items.iter().map(|row| shared.item(row)).collect();
            (usize::from(commune.version).min(last), items.join(";"))
        });
        let communes = communes.collect();
        Self {
            heads: heads(paper).iter().map(|head| (head.label, head.is_number)).collect(),
            criteria: criteria.collect(),
            texts: shared.texts,
            kinds: shared.kinds,
            communes,
        }
    }
}

/// What items share, each once, in the order in which it first occurs.
#[derive(Default)]
struct Shared {
    texts: Vec<String>,
    places: BTreeMap<String, i64>,
    kinds: Vec<Vec<i64>>,
    kind_places: BTreeMap<Vec<i64>, usize>,
}

impl Shared {
    fn item(&mut self, row: &Row) -> String {
        let mut kind = vec![i64::try_from(row.criterion).unwrap_or(0)];
        let mut own = String::new();
        for (at, value) in row.cells.iter().enumerate() {
            let text = value.line();
            if OWN.contains(&at) {
                own.push('|');
                if is_plain(&text) {
                    own.push_str(&text);
                    kind.push(-1);
                    continue;
                }
            }
            kind.push(self.text(text));
        }
        let next = self.kinds.len();
        let place = *self.kind_places.entry(kind).or_insert_with_key(|kind| {
            self.kinds.push(kind.clone());
            next
        });
        let mut item = place.to_string();
        let _ = write!(item, "{}", own.trim_end_matches('|'));
        item
    }

    fn text(&mut self, text: String) -> i64 {
        let next = i64::try_from(self.texts.len()).unwrap_or(0);
        *self.places.entry(text).or_insert_with_key(|text| {
            self.texts.push(text.clone());
            next
        })
    }
}

/// Whether a text can stand beside the marks between items.
fn is_plain(text: &str) -> bool {
    !text.contains(['|', ';'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::layout::board::Value;

    fn row(value: &str) -> Row {
        Row { criterion: 2, cells: ["1.1", "Item", "4 / 5", value].map(Value::text).into() }
    }

    #[test]
    fn items_that_differ_in_their_numbers_only_are_of_one_kind() {
        let mut shared = Shared::default();
        assert_eq!(
            (shared.item(&row("80 %")), shared.item(&row("75 %"))),
            ("0|4 / 5|80 %".into(), "0|4 / 5|75 %".into())
        );
        assert_eq!(shared.kinds, [vec![2, 0, 1, -1, -1]]);
    }

    #[test]
    fn a_value_with_a_mark_in_it_is_a_text_of_its_kind() {
        let mut shared = Shared::default();
        assert_eq!(shared.item(&row("a;b|c")), "0|4 / 5");
        assert_eq!(shared.texts, ["1.1", "Item", "a;b|c"]);
    }
}

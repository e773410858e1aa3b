//! A reader of the pages `cfc` writes: strict where a browser forgives. Whatever is not closed in order stops the test.

use std::collections::BTreeMap;

/// Tags without an end.
const VOID: [&str; 5] = ["meta", "link", "input", "br", "hr"];
/// Elements whose content is no markup.
const RAW: [&str; 2] = ["script", "style"];

/// What was read.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Every tag with its attributes, in order.
    pub(crate) tags: Vec<(String, BTreeMap<String, String>)>,
    /// Rows of the tables with an id, cells as texts; parts of a cell are separated by `; `.
    pub(crate) tables: BTreeMap<String, Vec<Vec<String>>>,
    /// Contents of scripts and styles, by tag.
    pub(crate) code: Vec<(String, String)>,
    /// Everything a reader sees, and the titles of pictures.
    pub(crate) text: String,
}

impl Page {
    /// Elements with a tag.
    pub(crate) fn count(&self, tag: &str) -> usize {
        self.tags.iter().filter(|(name, _)| name == tag).count()
    }
}

/// Reads a page.
pub(crate) fn read(html: &str) -> Page {
    let mut page = Page::default();
    let mut open: Vec<(String, Option<String>)> = Vec::new();
    let mut rest = html.strip_prefix("<!DOCTYPE html>").expect("a page says what it is");
    while let Some(at) = rest.find('<') {
        words(&mut page, &open, &rest[..at]);
        let end = at + rest[at..].find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let (last, _) = open.pop().expect("something is open");
            assert_eq!(last, name, "closed in order");
            // Texts of a picture stand apart.
            page.text.push_str(if name == "text" { "\n" } else { "" });
            continue;
        }
        let (name, attributes) = split(tag);
        let id = attributes.get("id").cloned();
        page.tags.push((name.clone(), attributes));
        begin(&mut page, &open, &name);
        if RAW.contains(&name.as_str()) {
            let close = format!("</{name}>");
            let end = rest.find(&close).expect("code ends");
            page.code.push((name, rest[..end].to_owned()));
            rest = &rest[end + close.len()..];
        } else if !VOID.contains(&name.as_str()) {
            open.push((name, id));
        }
    }
    assert!(open.is_empty(), "never closed: {open:?}");
    page
}

/// A row, a cell or a line end of the innermost table with an id.
fn begin(page: &mut Page, open: &[(String, Option<String>)], name: &str) {
    let Some(rows) = table_of(page, open) else { return };
    match name {
        "tr" => rows.push(Vec::new()),
        "td" | "th" => rows.last_mut().expect("cells stand in rows").push(String::new()),
        "br" => rows.last_mut().and_then(|row| row.last_mut()).expect("text stands in cells").push_str("; "),
        _ => {}
    }
}

fn words(page: &mut Page, open: &[(String, Option<String>)], escaped: &str) {
    let text = plain(escaped);
    page.text.push_str(&text);
    let is_in_cell = open.iter().any(|(name, _)| name == "td" || name == "th");
    if let Some(rows) = table_of(page, open).filter(|_| is_in_cell) {
        rows.last_mut().and_then(|row| row.last_mut()).expect("text stands in cells").push_str(&text);
    }
}

fn table_of<'p>(page: &'p mut Page, open: &[(String, Option<String>)]) -> Option<&'p mut Vec<Vec<String>>> {
    let id = open.iter().rev().find(|(name, _)| name == "table")?.1.clone()?;
    Some(page.tables.entry(id).or_default())
}

fn split(tag: &str) -> (String, BTreeMap<String, String>) {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = BTreeMap::new();
    while let Some((key, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').expect("a value ends");
        assert!(attributes.insert(key.trim().to_owned(), plain(value)).is_none(), "{key} twice: {tag}");
        rest = after;
    }
    assert!(rest.trim().is_empty(), "attributes have values: {tag}");
    (name.to_owned(), attributes)
}

/// The text behind entities; others than these are not written.
fn plain(escaped: &str) -> String {
    let text = escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    let entities = escaped.matches('&').count();
    let known: usize = ["&lt;", "&gt;", "&quot;", "&amp;"].iter().map(|entity| escaped.matches(entity).count()).sum();
    assert_eq!(entities, known, "only these entities: {escaped}");
    text
}

//! The JSON Schemas of criteria files and cases files, written from the key lists, so that an editor completes and checks
//! what `cfc check` reads.
//!
//! Draft 7, the newest draft that editors of TOML understand. Only the shape is in it: which keys there are, which must be
//! there, which exclude each other, and what kind of value each holds. What the values mean together (a band gap, points
//! that do not add up) is for `cfc check`.

mod node;

use super::copy::Files;
use super::raw::keys::{self, Is, Key, Table};
use node::{Node, list, map, text};

/// The kinds of files that have a schema, which stands beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Criteria files.
    Criteria,
    /// Cases files.
    Cases,
}

impl Of {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Criteria, Self::Cases];

    /// Name of the file the schema is in.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Criteria => "schema.json",
            Self::Cases => "cases.schema.json",
        }
    }

    /// The first line of such a file, which names the schema to an editor.
    #[must_use]
    pub fn directive(self) -> String {
        format!("#:schema ./{}", self.file_name())
    }

    /// The whole schema as JSON text, ending with a line end.
    #[must_use]
    pub fn document(self) -> String {
        match self {
            Self::Criteria => written(&keys::FILE, "cfc: tệp tiêu chí / criteria file", "`cfc schema`"),
            Self::Cases => written(&keys::CASES_FILE, "cfc: tệp ví dụ kiểm tra / cases file", "`cfc schema --cases`"),
        }
    }

    /// Both schemas as files of a project, by their paths.
    #[must_use]
    pub fn files() -> Files {
        Self::ALL.map(|of| (format!("criteria/{}", of.file_name()), of.document())).to_vec()
    }
}

const ID: &str = "[a-z][a-z0-9_-]*";

fn written(file: &'static Table, title: &str, command: &str) -> String {
    let tables = tables(file);
    let description = format!("Do lệnh {command} viết ra từ chương trình.\n\nWritten by {command} from the program.");
    let mut root = vec![
        ("$schema", text("http://json-schema.org/draft-07/schema#")),
        ("title", text(title)),
        ("description", text(&description)),
    ];
    root.extend(object(file, &tables));
    let definitions = tables.iter().map(|(table, name)| (name.clone(), Node::Map(own(object(table, &tables)))));
    root.push(("definitions", Node::Map(definitions.collect())));
    let mut written = map(root).to_string();
    written.push('\n');
    written
}

/// Every table below the root, named by the path of keys that first leads to it.
type Named = Vec<(&'static Table, String)>;

fn tables(file: &'static Table) -> Named {
    let mut found = Vec::new();
    for key in file.keys {
        reach(&key.is, key.name, &mut found);
    }
    found
}

fn reach(is: &'static Is, path: &str, found: &mut Named) {
    match is {
        Is::Table(table) if !found.iter().any(|(known, _)| known.is(table)) => {
            // Two tables may stand under one key; the second is told apart by its first key.
            let taken = found.iter().any(|(_, name)| name == path);
            let first = table.keys.first().filter(|_| taken).map_or(String::new(), |key| format!(".{}", key.name));
            found.push((table, format!("{path}{first}")));
            for key in table.keys {
                reach(&key.is, &format!("{path}.{}", key.name), found);
            }
        }
        Is::List(inner) | Is::Map(inner) => reach(inner, path, found),
        Is::AnyOf(all) => all.iter().for_each(|is| reach(is, path, found)),
        _ => {}
    }
}

fn own(pairs: Vec<(&'static str, Node)>) -> Vec<(String, Node)> {
    pairs.into_iter().map(|(name, node)| (name.to_owned(), node)).collect()
}

/// What a table may hold and what it must.
fn object(table: &'static Table, tables: &Named) -> Vec<(&'static str, Node)> {
    let property = |key: &'static Key| (key.name.to_owned(), described(key, tables));
    let required: Vec<&str> = table.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let mut node = vec![
        ("type", text("object")),
        ("additionalProperties", Node::Boolean(false)),
        ("properties", Node::Map(table.keys.iter().map(property).collect())),
    ];
    if !required.is_empty() {
        node.push(("required", names(&required)));
    }
    node.extend(exclusions(table));
    node.extend(confirmation(table));
    node
}

fn described(key: &'static Key, tables: &Named) -> Node {
    let mut node = vec![("description".to_owned(), text(&format!("{}\n\n{}", key.vi, key.en)))];
    match value(&key.is, tables) {
        // Draft 7 ignores whatever stands beside `$ref`.
        Node::Map(pairs) if pairs.iter().any(|(name, _)| name == "$ref") => {
            node.push(("allOf".to_owned(), list([Node::Map(pairs)])));
        }
        Node::Map(pairs) => node.extend(pairs),
        _ => {}
    }
    Node::Map(node)
}

fn value(is: &'static Is, tables: &Named) -> Node {
    let pattern = |pattern: &str| map([("type", text("string")), ("pattern", text(pattern))]);
    match is {
        Is::Text => pattern("\\S"),
        Is::Id => pattern(&format!("^{ID}$")),
        Is::ItemId => pattern(&format!("^{ID}\\.[a-z0-9_.-]+$")),
        Is::Date => pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        Is::Whole => map([("type", text("integer"))]),
        Is::Number => map([("type", text("number"))]),
        Is::Boolean => map([("type", text("boolean"))]),
        Is::Word(words) => map([("type", text("string")), ("enum", names(words))]),
        // The versions of an entry of a list are entries of the same list.
        Is::List(Is::Table(table)) => array(reference(table, tables)),
        Is::Table(table) if table.is_dated() => either([reference(table, tables), array(reference(table, tables))]),
        Is::Table(table) => reference(table, tables),
        Is::List(inner) => array(value(inner, tables)),
        Is::Map(inner) => map([("type", text("object")), ("additionalProperties", value(inner, tables))]),
        Is::AnyOf(all) => either(all.iter().map(|is| value(is, tables))),
    }
}

fn reference(table: &'static Table, tables: &Named) -> Node {
    let name = tables.iter().find(|(known, _)| known.is(table)).map_or("", |(_, name)| name);
    map([("$ref", text(&format!("#/definitions/{name}")))])
}

fn either(shapes: impl IntoIterator<Item = Node>) -> Node {
    map([("anyOf", list(shapes))])
}

fn array(items: Node) -> Node {
    map([("type", text("array")), ("items", items)])
}

fn names(names: &[&str]) -> Node {
    list(names.iter().map(|name| text(name)))
}

fn needs(names_of: &[&str]) -> Node {
    map([("required", names(names_of))])
}

/// Keys of which exactly one must be there, and keys that must not stand together.
fn exclusions(table: &Table) -> Vec<(&'static str, Node)> {
    let mut node = Vec::new();
    let one = table.exactly_one();
    if !one.is_empty() {
        node.push(("oneOf", list(one.iter().map(|key| needs(&[key])))));
    }
    let pairs = table.not_both();
    if !pairs.is_empty() {
        node.push(("allOf", list(pairs.iter().map(|(a, b)| map([("not", needs(&[a, b]))])))));
    }
    if let Some((key, needed)) = table.needs() {
        node.push(("dependencies", map([(key, names(&[needed]))])));
    }
    node
}

/// A confirmed figure says who and when, no other does.
fn confirmation(table: &Table) -> Vec<(&'static str, Node)> {
    let has = |name| table.keys.iter().any(|key| key.name == name);
    if !(has("status") && has("by") && has("on")) {
        return Vec::new();
    }
    let confirmed = map([("status", map([("const", text("confirmed"))]))]);
    let nobody = map([("by", Node::Boolean(false)), ("on", Node::Boolean(false))]);
    vec![
        ("if", map([("properties", confirmed), ("required", names(&["status"]))])),
        ("then", needs(&["by", "on"])),
        ("else", map([("properties", nobody)])),
    ]
}

#[cfg(test)]
mod tests;

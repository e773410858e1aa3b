//! JSON with its keys in the order they were put in: a reader of the schema finds them as the reference lists them.

use serde::{Serialize, Serializer};
use std::fmt;

/// A JSON value.
pub(super) enum Node {
    Text(String),
    Boolean(bool),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

pub(super) fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}

pub(super) fn list(nodes: impl IntoIterator<Item = Node>) -> Node {
    Node::List(nodes.into_iter().collect())
}

pub(super) fn map<'a>(pairs: impl IntoIterator<Item = (&'a str, Node)>) -> Node {
    Node::Map(pairs.into_iter().map(|(name, node)| (name.to_owned(), node)).collect())
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Boolean(value) => serializer.serialize_bool(*value),
            Self::List(nodes) => serializer.collect_seq(nodes),
            Self::Map(pairs) => serializer.collect_map(pairs.iter().map(|(name, node)| (name, node))),
        }
    }
}

/// Indented by two blanks.
impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string_pretty(self).map_err(|_| fmt::Error)?)
    }
}

//! A part of a paper as a tree of elements, and the texts and tables in it.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element with its attributes, what is in it, and its own text.
#[derive(Debug, Default)]
pub(crate) struct Part {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    inner: Vec<Part>,
    text: String,
}

impl Part {
    /// Reads a whole part; what is no well-formed XML stops the test.
    pub(crate) fn read(text: &str) -> Self {
        let mut reader = Reader::from_str(text);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => open.push(Self::of(&start)),
                Event::Empty(start) => open.last_mut().unwrap().inner.push(Self::of(&start)),
                Event::End(_) => {
                    let done = open.pop().unwrap();
                    open.last_mut().unwrap().inner.push(done);
                }
                Event::Text(text) => open.last_mut().unwrap().text.push_str(&text),
                Event::GeneralRef(reference) => {
                    let letter = quick_xml::escape::unescape(&format!("&{};", &*reference)).unwrap().into_owned();
                    open.last_mut().unwrap().text.push_str(&letter);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(open.len(), 1, "an element is not closed");
        open.pop().unwrap()
    }

    fn of(start: &BytesStart<'_>) -> Self {
        let attribute = |attribute: quick_xml::events::attributes::Attribute<'_>| {
            let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
            (attribute.key.as_ref().to_owned(), value)
        };
        let attributes = start.attributes().map(|found| attribute(found.unwrap())).collect();
        Self { name: start.name().as_ref().to_owned(), attributes, ..Self::default() }
    }

    /// All elements of a name, in their order.
    pub(crate) fn all(&self, name: &str) -> Vec<&Self> {
        let mut found = Vec::new();
        for part in &self.inner {
            if part.name == name {
                found.push(part);
            }
            found.extend(part.all(name));
        }
        found
    }

    pub(crate) fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    pub(crate) fn number(&self, name: &str) -> u32 {
        self.attribute(name).parse().unwrap_or_else(|_| panic!("{}: no number {name}", self.name))
    }

    /// The text of it, paragraphs one below the other.
    pub(crate) fn words(&self) -> String {
        let lines: Vec<String> = self.all("w:p").iter().map(|paragraph| paragraph.line()).collect();
        lines.join("\n")
    }

    /// The text of a paragraph.
    pub(crate) fn line(&self) -> String {
        self.all("w:t").iter().map(|text| text.text.as_str()).collect()
    }

    /// Paragraphs of a style.
    pub(crate) fn styled(&self, style: &str) -> Vec<String> {
        let is = |paragraph: &&&Self| {
            paragraph.all("w:pStyle").first().is_some_and(|found| found.attribute("w:val") == style)
        };
        self.all("w:p").iter().filter(is).map(|paragraph| paragraph.line()).collect()
    }

    /// Every table as rows of cells; lines of a cell stand one below the other.
    pub(crate) fn tables(&self) -> Vec<Vec<Vec<String>>> {
        let row = |row: &&Self| row.all("w:tc").iter().map(|cell| cell.words()).collect();
        self.all("w:tbl").iter().map(|table| table.all("w:tr").iter().map(row).collect()).collect()
    }

    /// Every run of text of the part, whatever is in it.
    pub(crate) fn everything(&self) -> String {
        let inner: String = self.inner.iter().map(Self::everything).collect();
        [self.text.as_str(), &inner].concat()
    }
}

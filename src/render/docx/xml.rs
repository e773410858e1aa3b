//! XML as text: elements that are always closed, and texts that are always escaped.

use quick_xml::escape::escape;

/// A part of a document being written.
pub(super) struct Xml(String);

/// Name and value.
pub(super) type Attribute<'a> = (&'a str, &'a str);

impl Xml {
    /// An empty part.
    pub(super) fn new() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned())
    }

    /// An element with what is in it.
    pub(super) fn element(&mut self, name: &str, attributes: &[Attribute<'_>], inner: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        self.0.push('>');
        inner(self);
        self.0.extend(["</", name, ">"]);
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.open(name, attributes);
        self.0.push_str("/>");
    }

    /// An element with one value.
    pub(super) fn value(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// A text; characters XML forbids are left out, ends of lines become blanks.
    pub(super) fn text(&mut self, text: &str) {
        self.0.push_str(&escape(clean(text)));
    }

    /// The bytes of the part.
    pub(super) fn bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    fn open(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.0.extend(["<", name]);
        for (name, value) in attributes {
            self.0.extend([" ", name, "=\""]);
            self.0.push_str(&escape(clean(value)));
            self.0.push('"');
        }
    }
}

/// Without characters that XML 1.0 has no way to write.
fn clean(text: &str) -> String {
    let allowed = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let blank = |c: char| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c };
    text.chars().map(blank).filter(allowed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_and_forbidden_characters_left_out() {
        let mut xml = Xml::new();
        xml.element("a", &[("b", "\"<&>'")], |xml| xml.text("x\u{0}\u{1f}\u{ffff}</a>&\ny"));
        let text = String::from_utf8(xml.bytes()).unwrap();
        assert!(text.ends_with("<a b=\"&quot;&lt;&amp;&gt;&apos;\">x&lt;/a&gt;&amp; y</a>"), "{text}");
    }
}

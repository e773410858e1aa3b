//! [`Html`]: markup that is being written. Names of tags and attributes are constants of the program; every text and every
//! value of an attribute is escaped, since there is no way to put one in without.

/// Markup, well-formed as long as what is opened is closed.
#[derive(Clone, Debug, Default)]
pub(super) struct Html(String);

/// Attributes of a tag.
pub(super) type Attributes<'a> = [(&'static str, &'a str)];

impl Html {
    /// Nothing yet.
    pub(super) const fn new() -> Self {
        Self(String::new())
    }

    /// Markup that stands in the program itself.
    pub(super) fn raw(&mut self, markup: &'static str) {
        self.0.push_str(markup);
    }

    /// The content of a style or script, which has no escapes: only what could not end the element is taken.
    pub(super) fn code(&mut self, tag: &'static str, attributes: &Attributes<'_>, code: &str) -> Result<(), String> {
        if code.contains("</") || code.contains("<!--") {
            return Err(format!("the content of <{tag}> would end it"));
        }
        self.open(tag, attributes);
        self.0.push_str(code);
        self.close(tag);
        Ok(())
    }

    /// `<tag …>`.
    pub(super) fn open(&mut self, tag: &'static str, attributes: &Attributes<'_>) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            escape(&mut self.0, value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// `</tag>`.
    pub(super) fn close(&mut self, tag: &'static str) {
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// A text, escaped.
    pub(super) fn text(&mut self, text: &str) {
        escape(&mut self.0, text);
    }

    /// A tag with a text in it.
    pub(super) fn element(&mut self, tag: &'static str, attributes: &Attributes<'_>, text: &str) {
        self.open(tag, attributes);
        self.text(text);
        self.close(tag);
    }

    /// Other markup behind this.
    pub(super) fn append(&mut self, other: &Self) {
        self.0.push_str(&other.0);
    }

    /// A line end between blocks, for whoever reads the source.
    pub(super) fn line(&mut self) {
        self.0.push('\n');
    }

    /// The bytes of the document.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

/// Characters with a meaning become entities, control characters blanks.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(html: Html) -> String {
        String::from_utf8(html.into_bytes()).unwrap_or_default()
    }

    #[test]
    fn a_text_cannot_become_markup() {
        let mut html = Html::new();
        html.element("td", &[("title", "\" onclick=\"x")], "<img onerror=x> & \u{0}");
        assert_eq!(bytes(html), "<td title=\"&quot; onclick=&quot;x\">&lt;img onerror=x&gt; &amp;  </td>");
    }

    #[test]
    fn code_that_would_end_its_element_is_refused() {
        assert!(Html::new().code("script", &[], "'</script>'").is_err());
        assert!(Html::new().code("script", &[], "a < b").is_ok());
    }
}

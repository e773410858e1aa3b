//! [`Drawing`]: shapes on a surface as wide as a phone, in whole units.

use crate::render::html::markup::Html;

/// Width of every drawing; text of 12 units stays readable on a phone.
pub(super) const WIDTH: i64 = 360;
/// Room for the numbers beside a bar.
const BESIDE: i64 = 84;
/// The longest bar.
pub(super) const BAR: i64 = WIDTH - BESIDE;
/// Characters of a label in one line.
const LABEL: usize = 54;
/// Height of a line of text, and of a bar.
const LINE: i64 = 15;
const THICK: i64 = 14;

/// Shapes, and how far down they reach.
#[derive(Default)]
pub(super) struct Drawing {
    shapes: Html,
    height: i64,
}

/// Where a text stands.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Drawing {
    /// How far down it reaches.
    pub(super) const fn height(&self) -> i64 {
        self.height
    }

    /// Leaves room below what is there.
    pub(super) const fn skip(&mut self, height: i64) {
        self.height += height;
    }

    /// A rectangle; `kind` is its class.
    pub(super) fn rectangle(&mut self, kind: &'static str, [x, y, width, height]: [i64; 4]) {
        let numbers = [x, y, width, height].map(|n| n.to_string());
        let [x, y, width, height] = numbers.each_ref().map(String::as_str);
        self.shapes.open("rect", &[("class", kind), ("x", x), ("y", y), ("width", width), ("height", height)]);
        self.shapes.close("rect");
    }

    /// A line; `kind` is its class.
    pub(super) fn line(&mut self, kind: &'static str, [x1, y1, x2, y2]: [i64; 4]) {
        let numbers = [x1, y1, x2, y2].map(|n| n.to_string());
        let [x1, y1, x2, y2] = numbers.each_ref().map(String::as_str);
        self.shapes.open("line", &[("class", kind), ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)]);
        self.shapes.close("line");
    }

    /// A text with its foot at `y`.
    pub(super) fn text(&mut self, kind: &'static str, anchor: Anchor, x: i64, y: i64, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let [x, y] = [x, y].map(|n| n.to_string());
        self.shapes.element("text", &[("class", kind), ("x", &x), ("y", &y), ("text-anchor", anchor)], text);
    }

    /// A label over as many lines as it needs, below what is there.
    pub(super) fn label(&mut self, label: &str) {
        for line in wrapped(label) {
            self.height += LINE;
            self.text("label", Anchor::Start, 0, self.height - 3, &line);
        }
    }

    /// A bar below what is there: its label, how long all of it is and how much of that is filled, the numbers beside it.
    pub(super) fn bar(&mut self, label: &str, whole: i64, filled: i64, beside: &str) {
        self.label(label);
        let y = self.height + 1;
        self.rectangle("track", [0, y, whole.max(1), THICK]);
        self.rectangle("bar", [0, y, filled, THICK]);
        self.text("number", Anchor::Start, whole.max(1) + 6, y + THICK - 3, beside);
        self.height += THICK + 8;
    }

    /// The picture, named and described.
    pub(super) fn write(&self, html: &mut Html, id: &str, title: &str, says: &str) {
        let (named, described) = (format!("{id}-name"), format!("{id}-says"));
        let view = format!("0 0 {WIDTH} {}", self.height);
        let labelled = format!("{named} {described}");
        html.open("svg", &[("viewBox", &view), ("role", "img"), ("aria-labelledby", &labelled)]);
        html.element("title", &[("id", &named)], title);
        html.element("desc", &[("id", &described)], says);
        html.append(&self.shapes);
        html.close("svg");
    }
}

/// `length` units for `whole`, for a part of it.
pub(super) fn scaled(part: i64, whole: i64, length: i64) -> i64 {
    let exact = i128::from(part) * i128::from(length) / i128::from(whole.max(1));
    i64::try_from(exact).unwrap_or(length).clamp(0, length)
}

/// A count that is a length.
pub(super) fn length(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Broken between words.
fn wrapped(label: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in label.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LABEL => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_as_long_as_its_share() {
        assert_eq!((scaled(1, 2, 100), scaled(2, 2, 100), scaled(0, 0, 100)), (50, 100, 0));
    }

    #[test]
    fn a_long_label_is_broken_between_words_and_loses_none() {
        let label = "Trẻ em dưới 1 tuổi được tiêm chủng đầy đủ các loại vắc xin thuộc chương trình tiêm chủng mở rộng";
        let lines = wrapped(label);
        assert!(lines.len() == 2 && lines.iter().all(|line| line.chars().count() <= LABEL));
        assert_eq!(lines.join(" "), label);
    }
}

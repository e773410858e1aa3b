//! English wording of what is not TOML: what to type instead.

use crate::diag::Slip;
use crate::diag::words::{Words, one_line, tick, without_thousands};

/// How a message of the parser begins, and what to do then.
const HINTS: [(&str, &str); 20] = [
    (
        "string values must be quoted",
        "put texts in straight double quotes: `\"…\"`; a figure that is yes or no is `true` or `false`",
    ),
    ("duplicate key", "keep one of the two; where there can be several, the heading has two brackets: `[[criterion]]`"),
    ("extra assignment between key-value pairs", "put a comma between the two pairs: `from = 95, below = 98`"),
    ("missing comma between", "put a comma between the two entries"),
    ("missing assignment between", "write `=` between the key and its value: `points = 50`"),
    ("key with no value", "write `=` between the key and its value: `points = 50`"),
    ("missing value for key", "write the value after `=` on the same line; a list begins there with `[`"),
    ("invalid key-value pair", "write `key = value`"),
    ("invalid basic string", "close the text with `\"` on the same line"),
    ("unexpected `=` in array", "close the list above this line with `]`"),
    ("unclosed array table", "close the heading with `]]`"),
    ("unclosed array", "close the list with `]`"),
    ("unclosed inline table above", "end the line above with `}`, or with a comma where its table goes on"),
    ("unclosed inline table", "close the curly braces of the table"),
    ("unclosed table", "close the heading with `]`"),
    ("missing key for inline table element", "close the curly braces of the line above"),
    ("invalid inline table element", "close the curly braces of the line above"),
    ("unexpected key or value", "end the value here; a comment begins with `#`"),
    ("invalid date", "write year, month and day: `2019-01-03`"),
    ("unexpected leading zero", "write the number without zeros before it"),
];

/// A message of the parser.
pub(super) fn syntax(message: &str) -> Words {
    let words = Words::new(format!("this is not TOML: {}", one_line(message)));
    match HINTS.iter().find(|(begins, _)| message.starts_with(begins)) {
        Some((_, hint)) => words.hint(*hint),
        None => words,
    }
}

/// A value written as elsewhere.
pub(super) fn slip(slip: Slip, found: &str, meant: &str) -> Words {
    let found = tick(found);
    let message = match slip {
        Slip::Quotes => format!("{found} has the curly quotes of a word processor"),
        Slip::Dash => format!("{found} has the dash of a word processor, not a minus"),
        Slip::Width => format!("{found} has wide characters that only look like the usual ones"),
        Slip::PerCent => format!("{found} has a per cent sign; the unit is set by `per`"),
        Slip::Groups => format!("{found} has its digits in groups"),
        Slip::Thousands => format!("{found} is {} here: the point is a decimal mark", tick(without_thousands(meant))),
        Slip::Date => format!("{found} is not how a date is written here"),
        Slip::Invisible => format!("{found} has a mark that cannot be seen"),
        Slip::Blank => format!("before {found} stands a blank of a word processor that TOML does not take for one"),
    };
    Words::new(message).hint(hint(slip, meant))
}

fn hint(slip: Slip, meant: &str) -> String {
    match slip {
        Slip::Thousands => format!("write {}, or {} if that is meant", tick(meant), tick(without_thousands(meant))),
        Slip::Invisible => format!("delete it and type {} again", tick(meant)),
        Slip::Blank => format!("type the blank before {} again", tick(meant)),
        _ => format!("write {}", tick(meant)),
    }
}

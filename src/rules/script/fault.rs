//! [`Failure`]: why a running script stopped, in both languages.

use crate::diag::Span;
use crate::lang::{Lang, Text};
use std::fmt;

/// A script stopped with an error; the item has no score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What happened.
    pub fault: Fault,
    /// Where in the script, in bytes.
    pub span: Span,
}

/// What stops a script. Nothing here depends on chance: the same figures stop it at the same place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A parameter without a figure was used as if it had one.
    Missing {
        /// Name of the variable, when it was one.
        name: Option<String>,
    },
    /// An operator between values it cannot take.
    Operands {
        /// The operator.
        operator: &'static str,
        /// On the left.
        left: Type,
        /// On the right.
        right: Type,
    },
    /// Another type than the one needed.
    WrongType {
        /// What was needed.
        expected: Type,
        /// What was there.
        found: Type,
    },
    /// `x / 0`, `x % 0` or `rate(n, 0, per)`.
    DivisionByZero,
    /// A number left the range of exact arithmetic.
    OutOfRange,
    /// The function was called with another number of values than it has parameters.
    Arguments {
        /// Parameters.
        expected: usize,
        /// Values.
        found: usize,
    },
    /// The result is nothing that this function can give.
    BadResult {
        /// The result as it would be written.
        found: String,
    },
}

/// Types of values in a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// An exact number.
    Number,
    /// Yes or no.
    Truth,
    /// A text.
    Word,
    /// A missing figure.
    Missing,
}

impl Failure {
    /// What happened, in one line without a full stop.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        self.text().get(lang).to_owned()
    }

    /// What happened, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        Text { vi: self.fault.vietnamese(), en: self.fault.to_string() }
    }
}

/// In English.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { name: Some(name) } => write!(f, "`{name}` is missing; ask `is_missing({name})` first"),
            Self::Missing { name: None } => write!(f, "a figure is missing; ask `is_missing(…)` first"),
            Self::Operands { operator, left, right } => {
                write!(f, "`{operator}` cannot take {} and {}", left.english(), right.english())
            }
            Self::WrongType { expected, found } => {
                write!(f, "expected {}, found {}", expected.english(), found.english())
            }
            Self::DivisionByZero => write!(f, "division by 0; test the denominator with `if` first"),
            Self::OutOfRange => write!(f, "the number is too large, or its denominator is"),
            Self::Arguments { expected, found } => write!(f, "the function takes {expected} values, found {found}"),
            Self::BadResult { found } => write!(f, "the result cannot be {found}"),
        }
    }
}

impl Fault {
    fn vietnamese(&self) -> String {
        match self {
            Self::Missing { name: Some(name) } => {
                format!("`{name}` chưa có số liệu; hãy hỏi `is_missing({name})` trước")
            }
            Self::Missing { name: None } => "một số liệu còn thiếu; hãy hỏi `is_missing(…)` trước".to_owned(),
            Self::Operands { operator, left, right } => {
                format!("`{operator}` không dùng được giữa {} và {}", left.vietnamese(), right.vietnamese())
            }
            Self::WrongType { expected, found } => {
                format!("cần {}, gặp {}", expected.vietnamese(), found.vietnamese())
            }
            Self::DivisionByZero => "chia cho 0; hãy kiểm tra mẫu số bằng `if` trước".to_owned(),
            Self::OutOfRange => "số quá lớn, hoặc mẫu số quá lớn".to_owned(),
            Self::Arguments { expected, found } => format!("hàm nhận {expected} giá trị, gặp {found}"),
            Self::BadResult { found } => format!("kết quả không thể là {found}"),
        }
    }
}

impl Type {
    const fn english(self) -> &'static str {
        match self {
            Self::Number => "a number",
            Self::Truth => "true or false",
            Self::Word => "a text",
            Self::Missing => "a missing figure",
        }
    }

    const fn vietnamese(self) -> &'static str {
        match self {
            Self::Number => "một số",
            Self::Truth => "đúng/sai",
            Self::Word => "một chuỗi chữ",
            Self::Missing => "số liệu còn thiếu",
        }
    }
}

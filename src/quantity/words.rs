//! Quantities in words of both languages.

use super::{Decimal, Rounding, RoundingMode};
use crate::lang::{Text, counted};

impl Decimal {
    /// The number with the decimal mark of each language.
    #[must_use]
    pub fn words(self) -> Text {
        let en = self.to_string();
        Text { vi: en.replace('.', ","), en }
    }
}

impl Rounding {
    /// `2 chữ số thập phân, nửa làm tròn lên`.
    #[must_use]
    pub fn words(self) -> Text {
        let (vi, en) = match self.mode {
            RoundingMode::HalfUp => ("nửa làm tròn lên", "half up"),
            RoundingMode::HalfEven => ("nửa làm tròn về số chẵn", "half to even"),
            RoundingMode::Down => ("bỏ phần dư", "down"),
            RoundingMode::Up => ("luôn làm tròn lên", "up"),
        };
        let digits = counted(usize::from(self.digits), "digit after the mark", "digits after the mark");
        Text::of(format!("{} chữ số thập phân, {vi}", self.digits), format!("{digits}, {en}"))
    }
}

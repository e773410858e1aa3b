//! The head and the end of a paper: what was given, and dots where it is to be filled in.

use super::words::Words;
use super::{BLANK, Block, Closing, Head, Official, Signature};
use crate::lang::Lang;
use crate::quantity::Date;
use crate::render::words::fill;
use crate::result::Edition;

impl Official {
    /// The head; `sign` is the sign of the kind of paper, such as `BC`.
    pub(super) fn head(&self, sign: &str, edition: Edition, lang: Lang) -> Block {
        let words = Words::of(lang);
        let number = self.number.clone().unwrap_or_else(|| format!("……/{sign}-……"));
        let capitals = |text: &Option<String>| text.as_ref().map_or_else(|| BLANK.to_owned(), |t| t.to_uppercase());
        Block::Head(Head {
            parent_agency: capitals(&self.parent_agency),
            agency: capitals(&self.agency),
            number: fill(words.number, &[("number", &number)]),
            handling: (edition == Edition::Internal).then(|| words.internal.to_owned()),
            place_and_date: fill(words.place_and_date, &[("place", self.place()), ("date", &date(self.date, lang))]),
        })
    }

    pub(super) fn place(&self) -> &str {
        self.place.as_deref().unwrap_or(BLANK)
    }

    /// The agency as it is written within a sentence.
    pub(super) fn agency(&self) -> &str {
        self.agency.as_deref().unwrap_or(BLANK)
    }

    /// The number with what it is a number of, for appendices.
    pub(super) fn named(&self, words: &str, sign: &str, lang: Lang) -> String {
        let number = self.number.clone().unwrap_or_else(|| format!("……/{sign}-……"));
        fill(words, &[("number", &number), ("date", &date(self.date, lang)), ("agency", self.agency())])
    }

    /// Place for the signature of whoever answers for the paper, in this office unless another is given.
    fn signature(&self, office: &str, lang: Lang) -> Signature {
        let words = Words::of(lang);
        let office = self.signer_title.as_ref().map_or_else(|| office.to_owned(), |title| title.to_uppercase());
        Signature { office, how: words.sign_and_stamp.to_owned(), name: self.signer.clone().unwrap_or_default() }
    }

    /// Signatures, with that of the signer last.
    pub(super) fn signatures(&self, others: &[&str], office: &str, lang: Lang) -> Block {
        let how = Words::of(lang).sign;
        let other =
            |office: &&str| Signature { office: (*office).to_owned(), how: how.to_owned(), name: String::new() };
        let signatures = others.iter().map(other).chain([self.signature(office, lang)]).collect();
        Block::Closing(Closing { recipients: None, signatures })
    }

    /// Recipients, and the signature of the signer.
    pub(super) fn closing(&self, lang: Lang) -> Block {
        let words = Words::of(lang);
        let line = |text: &String| format!("- {};", text.trim_end_matches([';', '.']));
        let mut recipients: Vec<String> = self.recipients.iter().map(line).collect();
        if recipients.is_empty() {
            recipients.push(format!("- {BLANK};"));
        }
        recipients.push(words.archive.to_owned());
        let recipients = Some((words.recipients.to_owned(), recipients));
        Block::Closing(Closing { recipients, signatures: vec![self.signature(words.signer_title, lang)] })
    }
}

/// A day as official papers write it: a zero in front of the days to 9 and of January and February only.
pub(super) fn date(date: Option<Date>, lang: Lang) -> String {
    let Some(Date { year, month, day }) = date else { return Words::of(lang).date_blank.to_owned() };
    let month = match lang {
        Lang::Vi if month <= 2 => format!("{month:02}"),
        Lang::Vi => month.to_string(),
        Lang::En => MONTHS.get(usize::from(month.saturating_sub(1))).copied().unwrap_or_default().to_owned(),
    };
    let day = lang.pick(format!("{day:02}"), day.to_string());
    fill(Words::of(lang).date, &[("day", &day), ("month", &month), ("year", &year.to_string())])
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_a_zero_in_front_only_where_the_decree_wants_one() {
        let on = |year, month, day| date(Some(Date { year, month, day }), Lang::Vi);
        assert_eq!(on(2023, 2, 5), "ngày 05 tháng 02 năm 2023");
        assert_eq!(on(2026, 3, 9), "ngày 09 tháng 3 năm 2026");
        assert_eq!(on(2026, 12, 15), "ngày 15 tháng 12 năm 2026");
        assert_eq!(on(2026, 1, 15), "ngày 15 tháng 01 năm 2026");
        assert_eq!(date(Some(Date { year: 2026, month: 7, day: 5 }), Lang::En), "5 July 2026");
    }

    #[test]
    fn what_is_not_given_is_left_to_fill_in() {
        assert_eq!(date(None, Lang::Vi), "ngày …… tháng …… năm ………");
        let Block::Head(head) = Official::default().head("BC", Edition::Internal, Lang::Vi) else { panic!("no head") };
        assert_eq!((head.agency.as_str(), head.number.as_str()), (BLANK, "Số: ……/BC-……"));
    }
}

//! Colours and types of the workbook of results. What a colour says stands in the text too, so that it reads in black and
//! white.

use crate::render::layout::board::Value;
use crate::render::layout::{Side, Tone};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

const FONT: &str = "Times New Roman";
const HEADER: Color = Color::RGB(0x00DC_E6F1);
const GOOD: Color = Color::RGB(0x00E2_EFDA);
const BAD: Color = Color::RGB(0x00F8_CBAD);
const OPEN: Color = Color::RGB(0x00FF_F2CC);
const LINE: Color = Color::RGB(0x00A6_A6A6);

/// How cells look.
pub(super) struct Styles {
    pub(super) title: Format,
    pub(super) subtitle: Format,
    pub(super) text: Format,
    pub(super) notice: Format,
    pub(super) mark: Format,
    pub(super) header: Format,
    pub(super) note: Format,
    cell: Format,
}

impl Styles {
    pub(super) fn new() -> Self {
        let font = || Format::new().set_font_name(FONT).set_font_size(11);
        let boxed = || font().set_border(FormatBorder::Thin).set_border_color(LINE).set_align(FormatAlign::Top);
        let centre = |format: Format| format.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
        Self {
            title: font().set_font_size(13).set_bold().set_text_wrap(),
            subtitle: font().set_italic().set_text_wrap(),
            text: font().set_text_wrap().set_align(FormatAlign::Top),
            notice: font().set_bold().set_text_wrap().set_align(FormatAlign::Top),
            mark: font().set_bold().set_border(FormatBorder::Medium),
            header: centre(boxed()).set_bold().set_text_wrap().set_background_color(HEADER),
            note: font().set_italic().set_font_size(10),
            cell: boxed(),
        }
    }

    /// How a value looks: its side, whether it wraps, its tone, its digits and its mark.
    pub(super) fn of(&self, value: &Value, side: Side, wraps: bool) -> Format {
        let mut format = self.cell.clone();
        if side == Side::Right {
            format = format.set_align(FormatAlign::Right);
        }
        if wraps || value.cell.lines.len() > 1 {
            format = format.set_text_wrap();
        }
        format = match value.cell.tone {
            Tone::Plain => format,
            Tone::Good => format.set_background_color(GOOD),
            Tone::Bad => format.set_background_color(BAD).set_bold(),
            Tone::Open => format.set_background_color(OPEN).set_italic(),
        };
        match number_format(value) {
            Some(digits) => format.set_num_format(digits),
            None if looks_like_formula(value) => format.set_num_format("@").set_quote_prefix(),
            None => format.set_num_format("@"),
        }
    }
}

/// `0.0"*"`: the digits the number has, a sign where the text shows one, the mark of provisional figures.
fn number_format(value: &Value) -> Option<String> {
    let number = value.number?;
    let digits = if number.scale() == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(number.scale().into())) };
    let mark = if value.provisional { "\"*\"" } else { "" };
    let signed = value.cell.lines.iter().any(|line| line.starts_with('+'));
    Some(if signed { format!("+{digits}{mark};-{digits}{mark};{digits}{mark}") } else { format!("{digits}{mark}") })
}

/// A text that a spreadsheet would take for a formula when somebody edits its cell.
fn looks_like_formula(value: &Value) -> bool {
    value.cell.lines.first().is_some_and(|line| line.starts_with(['=', '+', '-', '@']))
}

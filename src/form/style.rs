//! Colours, borders and types: one look for all sheets. Nothing is told by colour alone.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Cells to fill in.
const INPUT: Color = Color::RGB(0x00FF_F8DC);
/// Headers.
const HEADER: Color = Color::RGB(0x00DC_E6F1);
/// Agencies above the headers.
const BAND: Color = Color::RGB(0x001F_4E78);
/// Cells nobody fills in; darker than those to fill in when they are printed in black and white, too.
const LOCKED: Color = Color::RGB(0x00D9_D9D9);
/// What must be known before anything is filled in.
const NOTICE: Color = Color::RGB(0x00FC_E4D6);
const LINE: Color = Color::RGB(0x00A6_A6A6);
const FONT: &str = "Times New Roman";

/// How cells look.
pub(super) struct Styles {
    pub(super) title: Format,
    pub(super) subtitle: Format,
    pub(super) notice: Format,
    pub(super) section: Format,
    pub(super) text: Format,
    pub(super) band: Format,
    pub(super) header: Format,
    /// A cell of a table that is only read.
    pub(super) locked: Format,
    /// A word that is read but not offered.
    pub(super) also: Format,
    /// A figure or word to fill in.
    pub(super) input: Format,
    /// The same for what must stay text: codes and names.
    pub(super) input_text: Format,
    /// A code or name that is given.
    pub(super) given: Format,
    pub(super) check: Format,
    /// A figure that cannot be: over the input colour.
    pub(super) wrong: Format,
    pub(super) complete: Format,
    pub(super) incomplete: Format,
    pub(super) centred: Format,
    /// A line for a name: open, but not a figure.
    pub(super) name: Format,
}

impl Styles {
    pub(super) fn new() -> Self {
        let font = || Format::new().set_font_name(FONT).set_font_size(11);
        let wrapped = || font().set_text_wrap().set_align(FormatAlign::Top);
        let boxed = || wrapped().set_border(FormatBorder::Thin).set_border_color(LINE);
        let centre = |format: Format| format.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
        let input = || boxed().set_background_color(INPUT).set_unlocked();
        Self {
            title: font().set_font_size(14).set_bold(),
            subtitle: font().set_italic(),
            notice: font().set_bold().set_background_color(NOTICE).set_text_wrap().set_align(FormatAlign::Top),
            section: font().set_font_size(12).set_bold().set_font_color(BAND),
            text: wrapped(),
            band: centre(boxed()).set_font_size(9).set_background_color(BAND).set_font_color(Color::White),
            header: centre(boxed()).set_bold().set_background_color(HEADER),
            locked: boxed().set_background_color(LOCKED),
            also: boxed().set_background_color(LOCKED).set_italic(),
            input: input(),
            input_text: input().set_num_format("@"),
            given: boxed().set_background_color(LOCKED).set_num_format("@"),
            check: boxed().set_background_color(LOCKED),
            wrong: Format::new()
                .set_background_color(Color::RGB(0x00FF_C7CE))
                .set_font_color(Color::RGB(0x009C_0006))
                .set_bold(),
            complete: Format::new().set_font_color(Color::RGB(0x0000_6100)).set_bold(),
            incomplete: Format::new().set_font_color(Color::RGB(0x009C_0006)),
            centred: font().set_bold().set_align(FormatAlign::Center),
            name: font().set_align(FormatAlign::Center).set_unlocked(),
        }
    }
}

//! The whole document: a head that allows nothing from outside, the parts in order, the foot.

use super::markup::Html;
use super::{Paper, breakdown, cards, charts, data, figures, follow_up, masthead, origin, results, roll_ups, tables};
use sha2::{Digest, Sha256};

const STYLE: &str = include_str!("style.css");
/// Runs before the tables are read, so that long ones are not laid out twice.
const EARLY: &str = "document.documentElement.classList.add(\"script\")";
const SCRIPT: &str = include_str!("script.js");

/// A part of the page: the id of its heading, its heading, and what stands under it.
pub(super) struct Section {
    pub(super) id: &'static str,
    pub(super) title: String,
    /// Whether it needs the long side of the paper.
    pub(super) wide: bool,
    pub(super) body: Html,
}

/// The page.
pub(super) fn document(paper: &Paper<'_>) -> Result<Html, String> {
    let sections: Vec<Section> = sections(paper);
    let mut html = Html::new();
    html.raw("<!DOCTYPE html>\n");
    html.open("html", &[("lang", paper.lang().pick("vi", "en"))]);
    head(&mut html, paper)?;
    html.open("body", &[]);
    html.element("a", &[("class", "skip"), ("href", "#results")], paper.words.skip);
    masthead::write(&mut html, paper);
    contents(&mut html, paper, &sections);
    html.open("main", &[]);
    for section in &sections {
        write(&mut html, section);
    }
    html.close("main");
    html.line();
    data::write(&mut html, paper)?;
    html.code("script", &[], SCRIPT)?;
    html.close("body");
    html.close("html");
    html.line();
    Ok(html)
}

fn sections(paper: &Paper<'_>) -> Vec<Section> {
    let parts = [
        Some(cards::section(paper)),
        charts::section(paper),
        Some(results::section(paper)),
        Some(results::criteria(paper)),
        roll_ups::section(paper),
        follow_up::section(paper),
        breakdown::section(paper),
        Some(figures::section(paper)),
        Some(origin::section(paper)),
    ];
    parts.into_iter().flatten().collect()
}

fn head(html: &mut Html, paper: &Paper<'_>) -> Result<(), String> {
    let style = format!("{STYLE}{}", tables::column_rules());
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}' 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'",
        fingerprint(&style),
        fingerprint(SCRIPT),
        fingerprint(EARLY)
    );
    html.open("head", &[]);
    html.raw("<meta charset=\"utf-8\">");
    html.open("meta", &[("http-equiv", "Content-Security-Policy"), ("content", &policy)]);
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"robots\" content=\"noindex\">");
    // Without it browsers look for an icon beside the file.
    html.raw("<link rel=\"icon\" href=\"data:,\">");
    html.element("title", &[], paper.layout.title());
    html.code("script", &[], EARLY)?;
    html.code("style", &[], &style)?;
    html.close("head");
    html.line();
    Ok(())
}

fn contents(html: &mut Html, paper: &Paper<'_>, sections: &[Section]) {
    html.open("nav", &[("aria-label", paper.words.contents)]);
    html.open("ul", &[]);
    for section in sections {
        html.open("li", &[]);
        html.element("a", &[("href", &format!("#{}", section.id))], &section.title);
        html.close("li");
    }
    html.close("ul");
    html.close("nav");
    html.line();
}

fn write(html: &mut Html, section: &Section) {
    let title = format!("{}-title", section.id);
    let class = if section.wide { "wide" } else { "narrow" };
    // Focus can be sent there by the link that skips to it.
    html.open("section", &[("id", section.id), ("class", class), ("aria-labelledby", &title), ("tabindex", "-1")]);
    html.element("h2", &[("id", &title)], &section.title);
    html.append(&section.body);
    html.close("section");
    html.line();
}

/// sha256 in base 64, as content policies name what may be used.
fn fingerprint(code: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in Sha256::digest(code.as_bytes()).chunks(3) {
        let bits = (0..3).fold(0_usize, |bits, at| bits << 8 | usize::from(three.get(at).copied().unwrap_or(0)));
        for at in 0..4 {
            let digit = char::from(DIGITS[bits >> (18 - 6 * at) & 63]);
            out.push(if at > three.len() { '=' } else { digit });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_the_sha256_in_base_64() {
        assert_eq!(fingerprint(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}

//! Text made safe for a terminal and broken into lines.

/// Text without control characters: a line end or an escape in a name must not move the cursor.
pub(in crate::render) fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Appends `text` in lines of at most `width` characters, lines after the first indented by `indent`.
pub(in crate::render) fn push(out: &mut String, text: &str, width: usize, indent: usize) {
    let mut used = 0;
    for word in clean(text).split(' ').filter(|word| !word.is_empty()) {
        let mut rest: Vec<char> = word.chars().map(|c| if c == '\u{a0}' { ' ' } else { c }).collect();
        if used > 0 && used + 1 + rest.len() > width {
            new_line(out, &mut used, indent);
        }
        if used > 0 && !out.ends_with(' ') {
            out.push(' ');
            used += 1;
        }
        // A word longer than a line is cut; nothing else fits.
        while used + rest.len() > width && width > indent {
            let tail = rest.split_off(width - used);
            out.extend(rest);
            new_line(out, &mut used, indent);
            rest = tail;
        }
        used += rest.len();
        out.extend(rest);
    }
    out.push('\n');
}

fn new_line(out: &mut String, used: &mut usize, indent: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', indent));
    *used = indent;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, width: usize) -> Vec<String> {
        let mut out = String::new();
        push(&mut out, text, width, 2);
        out.lines().map(str::to_owned).collect()
    }

    #[test]
    fn no_line_is_wider_than_the_width() {
        assert_eq!(lines("một hai ba bốn", 8), ["một hai", "  ba bốn"]);
        assert_eq!(lines("dàilắmlắmlắm ok", 6), ["dàilắm", "  lắml", "  ắm", "  ok"]);
    }

    #[test]
    fn a_blank_that_does_not_break_keeps_its_words_together() {
        assert_eq!(lines("aaaa TC\u{a0}3", 8), ["aaaa", "  TC 3"]);
    }

    #[test]
    fn an_escape_in_a_name_does_not_reach_the_terminal() {
        assert_eq!(clean("a\u{1b}[2Jb\nc"), "a [2Jb c");
    }
}

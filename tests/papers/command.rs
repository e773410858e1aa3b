//! `cfc report`: what is typed stands in the paper, what is not is left to fill in, and what is wrong is refused.

use crate::{Paper, SAMPLE, SELF_SCORES, cfc};
use std::fmt::Write;

#[test]
fn what_is_given_stands_in_its_place() {
    let given = [
        ("--parent-agency", "Ủy ban nhân dân tỉnh Mẫu An", "HeadAbove", "ỦY BAN NHÂN DÂN TỈNH MẪU AN"),
        ("--agency", "Sở Y tế tỉnh Mẫu An", "HeadAgency", "SỞ Y TẾ TỈNH MẪU AN"),
        ("--number", "15/BC-SYT", "HeadNumber", "Số: 15/BC-SYT"),
        ("--place", "Mẫu An", "HeadPlace", "Mẫu An, ngày 05 tháng 02 năm 2025"),
        ("--date", "2025-02-05", "HeadPlace", "Mẫu An, ngày 05 tháng 02 năm 2025"),
        ("--signer-title", "Giám đốc", "SignOffice", "GIÁM ĐỐC"),
        ("--signer", "Nguyễn Văn Mẫu", "SignName", "Nguyễn Văn Mẫu"),
        ("--recipient", "UBND tỉnh", "Recipient", "- UBND tỉnh;"),
    ];
    let arguments: Vec<&str> = given.iter().flat_map(|(option, value, ..)| [*option, *value]).collect();
    let document = Paper::of(SELF_SCORES, &arguments).document();
    let blank = Paper::of(SELF_SCORES, &[]).document();
    for (option, value, style, want) in given {
        assert!(document.styled(style).iter().any(|text| text == want), "{option}: {:?}", document.styled(style));
        assert!(!blank.words().contains(value) || option == "--place", "{option}: invented");
    }
    assert_eq!(document.styled("Recipient").last().unwrap(), "- Lưu: VT, ……");
    assert_eq!(blank.styled("HeadPlace"), ["……………, ngày …… tháng …… năm ………"]);
    assert_eq!(blank.styled("HeadNumber"), ["Số: ……/BC-……"]);
    assert_eq!(blank.styled("SignName"), [""]);
}

#[test]
fn the_motto_stays_vietnamese_in_english_papers() {
    let document = Paper::of(SELF_SCORES, &["--lang", "en"]).document();
    assert_eq!(document.styled("HeadNation"), ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]);
    assert_eq!(document.styled("HeadMotto"), ["Độc lập - Tự do - Hạnh phúc"]);
    assert_eq!(document.styled("Kind"), ["REPORT", "APPENDIX"]);
}

#[test]
fn a_name_that_looks_like_markup_stays_a_name() {
    let sample = std::fs::read_to_string(SELF_SCORES).unwrap();
    let hostile = "Xã <w:br/> & ]]> 'x' {name} &amp;";
    let table = sample.replacen("Xã Mẫu Suối 01", &format!("\"{hostile}\""), 1);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hostile.csv");
    std::fs::write(&path, table).unwrap();
    let only: &[&str] = &["--commune", "90001"];
    for (kind, only) in [("results", &[][..]), ("commune", only), ("minutes", only)] {
        let arguments = [&["--paper", kind, "--signer", "</w:t>&"], only].concat();
        let mut paper = Paper::of(path.to_str().unwrap(), &arguments);
        let document = paper.document();
        assert!(document.all("w:br").is_empty(), "{kind}");
        assert!(document.everything().contains(hostile), "{kind}");
        assert!(document.everything().contains("</w:t>&"), "{kind}");
        paper.part("docProps/core.xml");
    }
}

#[test]
fn a_paper_of_communes_without_self_scores_leaves_them_open() {
    let document = Paper::of(SAMPLE, &["--paper", "minutes", "--commune", "90001"]).document();
    let tables = document.tables();
    let table = tables.iter().find(|table| table[0][0] == "TT").unwrap();
    assert!(table[1..].iter().all(|row| row[3] == "–"), "{table:?}");
    assert!(document.words().contains("–: đơn vị không gửi điểm tự chấm."));
    assert!(!document.words().contains("Kết quả theo điểm tự chấm"));
}

#[test]
fn wrong_use_and_tables_with_errors_end_as_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.docx");
    let output = path.to_str().unwrap();
    let rows: &[(&[&str], i32, &str)] = &[
        (&[SAMPLE, "-o", output, "--date", "2025-02-30"], 2, "2025-02-30"),
        (&[SAMPLE, "-o", output, "--commune", "90001"], 2, "--paper"),
        (&[SAMPLE, "-o", output, "--paper", "commune", "--commune", "nowhere"], 2, "nowhere"),
        (&[SAMPLE, "-o", "paper.pdf"], 2, ".docx"),
        (&["data/sample/mistakes.csv", "-o", output], 1, "error["),
        (&["data/sample/no-such-file.csv", "-o", output], 2, "no-such-file.csv"),
    ];
    for (arguments, code, says) in rows {
        let ran = cfc(&[&["report", "--lang", "en"], *arguments].concat());
        let error = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(*code), "{arguments:?}\n{error}");
        assert!(error.contains(says), "{arguments:?}\n{error}");
        assert!(!path.exists(), "{arguments:?}: nothing is written");
    }
}

#[test]
fn the_same_paper_is_text_and_markdown_too() {
    let mut report = String::new();
    for extension in ["txt", "md"] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(format!("paper.{extension}"));
        assert!(cfc(&["report", SAMPLE, "-q", "-o", path.to_str().unwrap()]).status.success());
        let text = std::fs::read_to_string(path).unwrap();
        for part in ["BÁO CÁO", "99/116", "90121", "LƯU HÀNH NỘI BỘ", "Nơi nhận:"] {
            if !text.contains(part) {
                writeln!(report, "{extension}: no {part}").unwrap();
            }
        }
    }
    assert_eq!(report, "");
}

//! `cfc test`: runs the cases beside the rules, shows what they reach and what they leave out.

use super::args::{Common, choice, flag, standards, width, word};
use super::{Entry, Outcome, complain, fail, outcome_of, output, show};
use crate::criteria::load;
use crate::lang::{Lang, counted};
use crate::render::{View, json, suggestions, terminal};
use crate::result::{CaseRun, CaseSheet};
use crate::rules::{self, RuleSet, case::Arithmetic, coverage::coverage};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::io::IsTerminal;
use std::sync::Arc;

pub(super) const ENTRY: Entry = Entry {
    describe,
    example: ("cfc test criteria/qd-06-2019.toml --coverage", "cfc test criteria/qd-06-2019.toml --coverage"),
    run,
};

fn describe(lang: Lang) -> Command {
    let about = lang.pick(
        "Chạy các ví dụ kiểm tra của tiêu chuẩn, so kết quả cần có với kết quả tính ra",
        "Runs the cases of a standard: what they expect against what the rules give",
    );
    let standard = lang.pick(
        "Mã tiêu chuẩn hoặc tệp .toml; mặc định qd-06-2019. Tệp <mã>.cases.toml cùng thư mục được chạy kèm",
        "A standard's id or a .toml file; default qd-06-2019. The file <id>.cases.toml beside it is run too",
    );
    Command::new("test")
        .about(about)
        .arg(Arg::new("standard").value_name("STANDARD").num_args(0..).help(standard))
        .args(selection(lang))
        .args(reach(lang))
        .arg(width(lang))
}

fn selection(lang: Lang) -> [Arg; 3] {
    let only = lang.pick(
        "Chỉ các ví dụ về một nội dung, một tiêu chí, hoặc có tên chứa TEXT",
        "Only cases about an item or a criterion, or with TEXT in their name",
    );
    let verbose = lang.pick("In mọi ví dụ với cách tính", "Prints every case with its arithmetic");
    let format = lang.pick("Định dạng: table, json", "Format: table, json");
    [
        choice("only", "TEXT", only),
        Arg::new("verbose").long("verbose").short('v').action(ArgAction::SetTrue).help(verbose),
        choice("format", "FORMAT", format).value_parser(["table", "json"]).hide_possible_values(true),
    ]
}

fn reach(lang: Lang) -> [Arg; 3] {
    let coverage = lang.pick(
        "Các mức, mốc, điều kiện, nhánh tập lệnh mà ví dụ đã đạt tới và chưa đạt tới",
        "Bands, edges, conditions and script branches that cases reach, and those none reaches",
    );
    let threshold = lang.pick(
        "Kết thúc với mã 1 nếu độ phủ dưới N phần trăm (0 đến 100)",
        "Exits with 1 when less than N per cent (0 to 100) is reached",
    );
    let suggest = lang.pick(
        "In các ví dụ còn thiếu ở dạng TOML để dán vào tệp; kết quả do người đọc văn bản điền",
        "Prints the missing cases as TOML ready to paste; whoever reads the legal text fills in the results",
    );
    [
        flag("coverage", coverage),
        choice("threshold", "N", threshold).value_parser(value_parser!(u8).range(0..=100)),
        flag("suggest", suggest).conflicts_with_all(["verbose", "format", "only"]),
    ]
}

/// What was typed.
#[expect(clippy::struct_excessive_bools, reason = "one for each flag that can be typed")]
struct Options {
    named: Vec<String>,
    only: Option<String>,
    verbose: bool,
    json: bool,
    coverage: bool,
    threshold: Option<u8>,
    suggest: bool,
    width: Option<u16>,
}

impl Options {
    fn of(matches: &ArgMatches) -> Self {
        let threshold = matches.get_one::<u8>("threshold").copied();
        Self {
            named: standards(matches),
            only: word(matches, "only"),
            verbose: matches.get_flag("verbose"),
            json: word(matches, "format").as_deref() == Some("json"),
            coverage: matches.get_flag("coverage") || threshold.is_some(),
            threshold,
            suggest: matches.get_flag("suggest"),
            width: matches.get_one::<u16>("width").copied(),
        }
    }
}

/// Runs the cases of every standard named.
fn run(common: &Common, matches: &ArgMatches) -> Outcome {
    let options = Options::of(matches);
    let (mut worst, mut sheets) = (Outcome::Done, Vec::new());
    for which in &options.named {
        match sheets_of(which, &options, common) {
            Ok(of_versions) => sheets.extend(of_versions),
            Err(outcome) => worst = worst.max(outcome),
        }
    }
    if let Some(only) = &options.only
        && !sheets.is_empty()
        && sheets.iter().all(|sheet| sheet.runs.is_empty())
    {
        let message = common.lang.pick("không có ví dụ nào về", "no case is about");
        return worst.max(fail(common.lang, &format!("--only: {message} `{only}`")));
    }
    for sheet in &sheets {
        worst = worst.max(judged(sheet, &options, common));
    }
    worst.max(written(&sheets, &options, common))
}

/// Everything about the cases of one standard, for each of its versions; the errors of its files are shown.
fn sheets_of(which: &str, options: &Options, common: &Common) -> Result<Vec<CaseSheet>, Outcome> {
    let (versions, mut report) = load::versions_with_cases(which);
    let rules = versions.and_then(|versions| rules::prepare_versions(versions, &mut report));
    show(&report, common);
    let Some(rules) = rules.filter(|_| !report.has_errors()) else { return Err(outcome_of(&report)) };
    let years = rules.years();
    let sheets = rules.iter().enumerate().map(|(at, rules)| {
        let year = years.under(at).filter(|_| years.matter());
        CaseSheet { year, ..sheet(which, rules, options, common.lang) }
    });
    Ok(sheets.collect())
}

fn sheet(which: &str, rules: &RuleSet, options: &Options, lang: Lang) -> CaseSheet {
    let arithmetic = if options.verbose || options.json { Arithmetic::OfAll } else { Arithmetic::OfFailures };
    let mut runs = rules::case::run_all(rules, arithmetic);
    let all = runs.len();
    if let Some(only) = &options.only {
        runs.retain(|run| is_about(run, only));
    }
    let mut reached = (options.coverage || options.suggest).then(|| coverage(rules));
    if let (Some(only), Some(reached)) = (&options.only, &mut reached) {
        reached.groups.retain(|group| is_part(&group.id, only));
    }
    let (hidden, standard) = (all - runs.len(), Arc::clone(rules.info()));
    let days =
        if standard.is_one_of_several { format!(" ({})", standard.version.display(lang)) } else { String::new() };
    CaseSheet { which: format!("{which}{days}"), standard, year: None, runs, hidden, coverage: reached }
}

fn is_about(run: &CaseRun, only: &str) -> bool {
    let named = run.name.as_ref().is_some_and(|name| name.to_lowercase().contains(&only.to_lowercase()));
    named || run.checks.iter().any(|check| is_part(&check.what, only))
}

/// The id itself, or an item of that criterion.
fn is_part(id: &str, of: &str) -> bool {
    id == of || id.strip_prefix(of).is_some_and(|rest| rest.starts_with('.'))
}

/// Whether all cases pass and reach enough; what is wrong goes to stderr where nobody would see it on stdout.
fn judged(sheet: &CaseSheet, options: &Options, common: &Common) -> Outcome {
    let mut outcome = Outcome::Done;
    let failed = sheet.runs.len() - sheet.passed();
    if failed > 0 {
        outcome = Outcome::Errors;
        if options.suggest {
            let message = common.lang.pick(
                format!("{failed} ví dụ kiểm tra không đạt, xem"),
                counted(failed, "case fails, see", "cases fail, see"),
            );
            complain(&format!("{}: {message} `cfc test {}`\n", sheet.which, sheet.which));
        }
    }
    let reached = sheet.coverage.as_ref().map(|coverage| coverage.count(None));
    if let (Some(count), Some(threshold)) = (reached, options.threshold)
        && !count.is_at_least(usize::from(threshold))
    {
        let message = common.lang.pick(
            format!("độ phủ {} trên {}, dưới {threshold} %", count.reached, count.all),
            format!(
                "{} of {} reached, less than {threshold} %",
                count.reached,
                counted(count.all, "target", "targets")
            ),
        );
        complain(&format!("{}: {message}\n", sheet.which));
        outcome = Outcome::Errors;
    }
    outcome
}

fn written(sheets: &[CaseSheet], options: &Options, common: &Common) -> Outcome {
    if options.json {
        return match json::cases(sheets) {
            Ok(bytes) => output::stdout(&bytes, common.lang),
            Err(error) => fail(common.lang, &error.to_string()),
        };
    }
    let on_terminal = std::io::stdout().is_terminal();
    let view = View {
        lang: common.lang,
        width: options.width.map_or_else(|| output::width(on_terminal), usize::from),
        colour: common.colour_on(on_terminal),
        breakdown: false,
        margins: false,
    };
    let pages: Vec<String> = if options.suggest {
        // Versions follow each other in order of time.
        let together = |one: &CaseSheet, other: &CaseSheet| {
            one.standard.id == other.standard.id && one.standard.version.from < other.standard.version.from
        };
        sheets.chunk_by(together).map(|sheets| suggestions::toml(sheets, view.lang)).collect()
    } else {
        sheets.iter().map(|sheet| page(sheet, options, &view)).collect()
    };
    output::stdout(pages.join("\n").as_bytes(), common.lang)
}

fn page(sheet: &CaseSheet, options: &Options, view: &View) -> String {
    let mut text = terminal::cases(sheet, options.verbose, view);
    if let Some(reached) = &sheet.coverage {
        text.push('\n');
        text.push_str(&terminal::coverage(reached, view));
    }
    text
}

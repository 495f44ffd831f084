//! What a benchmark found, as a table for people and as JSON for machines.

use anyhow::{Result, bail};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// One thing measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// What, in words.
    pub name: &'static str,
    /// How much, in `unit`.
    pub value: f64,
    /// Such as `ms` or `MB`.
    pub unit: &'static str,
    /// The same measured in something else on this machine, in the same run.
    pub reference: Option<Reference>,
    /// What it has to be.
    pub goal: Option<Goal>,
}

/// What a value is set beside.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Its name and version.
    pub name: &'static str,
    /// In the measure's unit.
    pub value: f64,
}

/// What a measure has to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// The value, in its unit, is no more.
    AtMost(f64),
    /// The value, in its unit, is no less.
    AtLeast(f64),
    /// The value divided by the reference's is no more.
    RatioAtMost(f64),
    /// The value divided by the reference's is no less.
    RatioAtLeast(f64),
}

impl Measure {
    /// A value alone.
    pub fn new(name: &'static str, value: f64, unit: &'static str) -> Measure {
        Measure { name, value, unit, reference: None, goal: None }
    }

    /// Beside the same, measured in something else.
    pub fn beside(mut self, name: &'static str, value: f64) -> Measure {
        self.reference = Some(Reference { name, value });
        self
    }

    /// With what it has to be.
    pub fn goal(mut self, goal: Goal) -> Measure {
        self.goal = Some(goal);
        self
    }

    /// The value divided by the reference's.
    pub fn ratio(&self) -> Option<f64> {
        self.reference.as_ref().filter(|reference| reference.value != 0.0).map(|r| self.value / r.value)
    }

    /// Whether the goal is met; nothing where there is none, and `false` where it speaks of a reference that
    /// was not measured.
    pub fn holds(&self) -> Option<bool> {
        let ratio = self.ratio();
        self.goal.map(|goal| match goal {
            Goal::AtMost(most) => self.value <= most,
            Goal::AtLeast(least) => self.value >= least,
            Goal::RatioAtMost(most) => ratio.is_some_and(|ratio| ratio <= most),
            Goal::RatioAtLeast(least) => ratio.is_some_and(|ratio| ratio >= least),
        })
    }

    fn json(&self) -> Value {
        json!({
            "name": self.name,
            "value": self.value,
            "unit": self.unit,
            "reference": self.reference.as_ref().map(|reference| reference.name),
            "reference_value": self.reference.as_ref().map(|reference| reference.value),
            "ratio": self.ratio(),
            "goal": self.goal.map(|goal| spell_goal(goal, self.unit)),
            "holds": self.holds(),
        })
    }

    fn row(&self) -> [String; 6] {
        let none = String::new;
        [
            self.name.to_owned(),
            format!("{} {}", round(self.value), self.unit),
            self.reference
                .as_ref()
                .map_or_else(none, |r| format!("{} {} ({})", round(r.value), self.unit, r.name)),
            self.ratio().map_or_else(none, |ratio| format!("{}x", round(ratio))),
            self.goal.map_or_else(none, |goal| spell_goal(goal, self.unit)),
            self.holds().map_or_else(none, |holds| if holds { "holds" } else { "MISSED" }.to_owned()),
        ]
    }
}

fn spell_goal(goal: Goal, unit: &str) -> String {
    match goal {
        Goal::AtMost(most) => format!("<= {} {unit}", round(most)),
        Goal::AtLeast(least) => format!(">= {} {unit}", round(least)),
        Goal::RatioAtMost(most) => format!("<= {}x", round(most)),
        Goal::RatioAtLeast(least) => format!(">= {}x", round(least)),
    }
}

/// Three significant figures, as far as a measurement on a shared machine means anything.
fn round(value: f64) -> String {
    let digits = if value == 0.0 { 0.0 } else { value.abs().log10().floor() + 1.0 };
    let decimals = (3.0 - digits).clamp(0.0, 6.0) as usize;
    format!("{value:.decimals$}")
}

/// The middle of several runs, which one slow run does not move.
pub fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

/// What so much of the runs, of 1, stays below: 0.99 for all but the slowest hundredth.
pub fn at_rank(values: &[f64], at: f64) -> Option<f64> {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values.get(((values.len() as f64 * at) as usize).min(values.len().checked_sub(1)?)).copied()
}

/// The measures as a table, one line each.
pub fn table(measures: &[Measure]) -> String {
    let head = ["measure", "value", "beside", "ratio", "goal", ""].map(str::to_owned);
    let rows: Vec<[String; 6]> = std::iter::once(head).chain(measures.iter().map(Measure::row)).collect();
    let widths: [usize; 6] =
        std::array::from_fn(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0));
    let line = |row: &[String; 6]| {
        let cells: Vec<String> =
            row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        cells.join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Writes `<folder>/<group>.json`. A group without measures is an error: nothing measured must not look like
/// nothing wrong.
pub fn write(folder: &Path, group: &str, measures: &[Measure]) -> Result<PathBuf> {
    if measures.is_empty() {
        bail!("the group `{group}` measures nothing yet");
    }
    std::fs::create_dir_all(folder)?;
    let file = folder.join(format!("{group}.json"));
    let list: Vec<Value> = measures.iter().map(Measure::json).collect();
    std::fs::write(&file, format!("{:#}\n", Value::Array(list)))?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_is_of_the_reference_and_goals_may_speak_of_it() {
        let measure = Measure::new("push", 2000.0, "records/s").beside("PouchDB 9", 1000.0);
        assert_eq!(measure.ratio(), Some(2.0));
        assert_eq!(measure.holds(), None);
        assert_eq!(measure.clone().goal(Goal::RatioAtLeast(2.0)).holds(), Some(true));
        assert_eq!(measure.goal(Goal::AtMost(1999.0)).holds(), Some(false));
        assert_eq!(Measure::new("push", 1.0, "s").goal(Goal::RatioAtMost(2.0)).holds(), Some(false));
    }

    #[test]
    fn a_table_has_a_line_for_each_measure() {
        let measures = [Measure::new("sign-in", 12.345, "ms").goal(Goal::AtMost(100.0))];
        assert_eq!(
            table(&measures),
            "measure  value    beside  ratio  goal\nsign-in  12.3 ms                 <= 100 ms  holds"
        );
    }

    #[test]
    fn nothing_measured_is_an_error() {
        let folder = tempfile::tempdir().expect("temp is writable");
        assert!(write(folder.path(), "desk", &[]).is_err());
        let file = write(folder.path(), "desk", &[Measure::new("x", 1.0, "ms")]).expect("temp is writable");
        let text = std::fs::read_to_string(file).expect("written above");
        let list: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(list[0]["value"], 1.0);
        assert_eq!(list[0]["goal"], Value::Null);
    }

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median(vec![9.0, 1.0, 3.0]), Some(3.0));
        assert_eq!(median(vec![]), None);
    }
}

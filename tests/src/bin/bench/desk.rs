//! What a person at the desk waits for.

use anyhow::Result;
use jingtai_tests::report::Measure;

/// `_size` is the number of clients in the clinic; starting with none does not depend on it.
#[cfg(target_os = "linux")]
pub(super) fn measure(_size: Option<u64>) -> Result<Vec<Measure>> {
    start::measure()
}

/// The window is driven by WebKitWebDriver, which is Linux's.
#[cfg(not(target_os = "linux"))]
pub(super) fn measure(_size: Option<u64>) -> Result<Vec<Measure>> {
    Ok(Vec::new())
}

/// From nothing to a first screen, on a computer without a clinic yet.
#[cfg(target_os = "linux")]
mod start {
    use anyhow::{Context, Result};
    use jingtai_tests::report::{Measure, median};
    use jingtai_tests::window::{Setup, Window};
    use std::fs;

    const RUNS: usize = 7;

    /// The kernel counts a process's start in hundredths of a second (USER_HZ, fixed on Linux).
    const TICKS_PER_SECOND: f64 = 100.0;

    pub(super) fn measure() -> Result<Vec<Measure>> {
        let mut paints = Vec::new();
        let mut memories = Vec::new();
        for _ in 0..RUNS {
            let window = Setup::new().open();
            paints.push(first_paint_ms(&window)?);
            memories.push(memory_mb(&window)?);
        }
        let middle = |values| median(values).context("there are runs");
        Ok(vec![
            Measure::new("start: process to first paint", middle(paints)?, "ms"),
            Measure::new("start: memory (PSS, program and webview)", middle(memories)?, "MB"),
        ])
    }

    /// How long before now the process began, less how long before now the page first drew something.
    fn first_paint_ms(window: &Window) -> Result<f64> {
        let script = "
            const [done] = arguments;
            const look = () => {
                const paint = performance.getEntriesByName('first-contentful-paint')[0];
                if (paint) done(performance.now() - paint.startTime); else requestAnimationFrame(look);
            };
            look();";
        let since_paint = window.script_async(script, vec![]).as_f64().context("a number of milliseconds")?;
        Ok(age_ms(window.process())? - since_paint)
    }

    fn age_ms(process: u32) -> Result<f64> {
        let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
        let after_name = stat.rsplit_once(')').context("a name in brackets")?.1;
        let began: f64 = after_name.split_whitespace().nth(19).context("field 22 of stat")?.parse()?;
        let uptime = fs::read_to_string("/proc/uptime")?;
        let now: f64 = uptime.split_whitespace().next().context("seconds since boot")?.parse()?;
        Ok((now - began / TICKS_PER_SECOND) * 1000.0)
    }

    /// Shared pages are counted in parts, so that the sum is what the program really takes.
    fn memory_mb(window: &Window) -> Result<f64> {
        let mut kilobytes = 0.0;
        for process in window.processes() {
            let name = fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default();
            if ["Xvfb", "WebKitWebDriver"].contains(&name.trim()) {
                continue;
            }
            let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup"))?;
            let pss = rollup.lines().find_map(|line| line.strip_prefix("Pss:")).context("a Pss line")?;
            kilobytes += pss.trim().trim_end_matches("kB").trim().parse::<f64>()?;
        }
        Ok(kilobytes / 1024.0)
    }
}

//! From nothing to a usable board, beside an empty window of the same webview.

use super::clinic::Clinic;
use anyhow::{Context, Result};
use jingtai_tests::clinic;
use jingtai_tests::report::{Goal, Measure, median};
use jingtai_tests::window::{Setup, Window};
use std::fs;

const RUNS: usize = 5;

/// The kernel counts a process's start in hundredths of a second (USER_HZ, fixed on Linux).
const TICKS_PER_SECOND: f64 = 100.0;

/// Of a start the machine's part is measured: until the first screen is drawn, from the passphrase's Enter to the
/// people, from the PIN's Enter to the board. Passphrase and PIN take their time on purpose (argon2id); how much
/// that is stands beside, measured alone.
pub(super) fn measure(big: Clinic) -> Result<Vec<Measure>> {
    let Clinic { store, dir, .. } = big;
    drop(store);
    let (mut empty_paints, mut empty_memories) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let window = Setup::new().program("examples/empty_window").open();
        empty_paints.push(first_paint_ms(&window)?);
        empty_memories.push(memory_mb(&window)?);
    }
    let (mut paints, mut boards, mut memories) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let window = Setup::new().data(dir.path()).open();
        let paint = first_paint_ms(&window)?;
        let people =
            until(&window, "[data-testid=passphrase]", clinic::PASSPHRASE, "[data-testid=people-filter]")?;
        window.css("[data-testid=person-card]").click();
        let board = until(&window, "[data-testid=pin]", clinic::OWNER_PIN, "[data-testid=board]")?;
        paints.push(paint);
        boards.push(paint + people + board);
        memories.push(memory_mb(&window)?);
    }
    let middle = |values| median(values).context("there are runs");
    let (empty_paint, empty_memory) = (middle(empty_paints)?, middle(empty_memories)?);
    let name = "an empty Tauri window";
    Ok(vec![
        Measure::new("start: to the first screen", middle(paints)?, "ms").beside(name, empty_paint),
        Measure::new("start: to a usable board", middle(boards)?, "ms")
            .beside(name, empty_paint)
            .goal(Goal::RatioAtMost(1.5)),
        Measure::new("start: memory (PSS) at the board", middle(memories)?, "MB")
            .beside(name, empty_memory)
            .goal(Goal::RatioAtMost(1.5)),
    ])
}

/// Types a secret, presses Enter and gives the milliseconds from the key to the drawing of what it opens.
fn until(window: &Window, field: &str, secret: &str, opened: &str) -> Result<f64> {
    window.css(field).type_text(secret);
    let watch = "
        const [opened] = arguments;
        const watched = window.watched = {};
        addEventListener('keydown', (event) => {
            if (event.key === 'Enter') watched.began = performance.now();
        }, { capture: true, once: true });
        const look = () => {
            if (document.querySelector(opened)) watched.ended = performance.now();
            else requestAnimationFrame(look);
        };
        look();";
    window.script(watch, vec![opened.into()]);
    window.press("Enter");
    window.css(opened).wait();
    let took = "const { began, ended } = window.watched; return ended - began;";
    let mut took_ms = None;
    window.wait_until("the time is known", || {
        took_ms = window.script(took, vec![]).as_f64();
        took_ms.is_some()
    });
    took_ms.context("a number of milliseconds")
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

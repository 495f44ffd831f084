//! Power cuts, a full disk, a folder that cannot be written: on a real program writing a real file.

use std::collections::HashSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use jingtai_clinic::clients::alerts::OfClient;
use jingtai_clinic::clients::open;
use jingtai_clinic::ids::ClientId;
use jingtai_tests::clinic;

const WRITER: &str = env!("CARGO_BIN_EXE_writer");

/// A fixed series, so that a failure can be seen again.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

struct Writer {
    child: Child,
    lines: mpsc::Receiver<String>,
}

impl Writer {
    fn start(mut command: Command) -> Writer {
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the writer starts");
        let out = BufReader::new(child.stdout.take().expect("its output"));
        let (sender, lines) = mpsc::channel();
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Writer { child, lines }
    }

    fn kill(mut self) -> Vec<String> {
        self.child.kill().expect("kills");
        self.child.wait().expect("ends");
        self.lines.iter().collect()
    }
}

#[test]
fn two_hundred_power_cuts_lose_nothing_that_was_acknowledged() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    clinic::found(dir.path()).expect("founds");
    let mut dice = Dice(2_026);
    let mut acknowledged: HashSet<String> = HashSet::new();
    let mut last_sequence = 0;
    for round in 0..200 {
        let mut command = Command::new(WRITER);
        command.arg(dir.path());
        let writer = Writer::start(command);
        let first = writer.lines.recv_timeout(Duration::from_secs(60)).expect("the writer writes");
        // Somewhere within the next few transactions, at no particular point of one.
        let after = Duration::from_micros(dice.below(30_000));
        let mut lines = vec![first];
        while let Ok(line) = writer.lines.recv_timeout(after) {
            lines.push(line);
            if lines.len() as u64 > dice.below(12) {
                break;
            }
        }
        lines.extend(writer.kill());
        for line in &lines {
            let words: Vec<&str> = line.split(' ').collect();
            assert_eq!(words[0], "ok", "round {round}: {line}");
            last_sequence = words[1].parse::<u64>().expect("a number");
            acknowledged.insert(words[2].to_owned());
        }
        if round % 20 == 19 {
            check(dir.path(), &acknowledged, last_sequence);
        }
    }
    assert!(acknowledged.len() >= 200);
}

/// Opens what the power cut left: the chain is whole and everything acknowledged is there.
fn check(dir: &Path, acknowledged: &HashSet<String>, last_sequence: u64) {
    let (store, owner) = clinic::open(dir).expect("opens after a power cut");
    store.verify_log().expect("the chain is whole");
    assert!(store.sequence() >= last_sequence, "{} < {last_sequence}", store.sequence());
    for id in acknowledged {
        let client = ClientId(id.parse().expect("an id"));
        open::open(&store, &owner, OfClient { client }).expect("what was acknowledged is here");
    }
}

/// The writer in a mount namespace of its own, after `mount` has been run there.
fn writer_after(mount: &str, dir: &Path, count: u32) -> Vec<String> {
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh", "-c"]);
    command.arg(format!("set -e; {mount}; exec \"$WRITER\" \"$DIR\" --count {count}"));
    command.env("WRITER", WRITER).env("DIR", dir);
    let mut writer = Writer::start(command);
    let lines = writer.lines.iter().collect();
    writer.child.wait().expect("ends");
    lines
}

#[test]
fn a_full_disk_refuses_and_the_desk_goes_on_when_there_is_room() {
    let home = tempfile::tempdir().expect("a temporary folder");
    clinic::found(home.path()).expect("founds");
    let disk = tempfile::tempdir().expect("a temporary folder");
    // A small disk with 1 MiB of ballast, which the writer removes after the first refusal.
    let mount = format!(
        "mount -t tmpfs -o size=4m tmpfs \"$DIR\"; cp {home}/clinic.db {home}/clinic.keys \"$DIR\"; \
         dd if=/dev/zero of=\"$DIR/ballast\" bs=1k count=1024 status=none",
        home = home.path().display()
    );
    let lines = writer_after(&mount, disk.path(), 2_000);
    let refused = lines.iter().position(|line| line.starts_with("failed")).expect("the disk fills");
    assert_eq!(lines[refused], "failed DiskFull");
    assert!(lines[..refused].iter().all(|line| line.starts_with("ok")), "{lines:?}");
    assert!(lines[refused + 1].starts_with("ok"), "goes on with room: {:?}", lines.get(refused + 1));
    assert_eq!(lines.last().map(String::as_str), Some("failed DiskFull"), "until it is full again");
}

#[test]
fn a_folder_that_cannot_be_written_is_named_as_such() {
    let home = tempfile::tempdir().expect("a temporary folder");
    clinic::found(home.path()).expect("founds");
    let mount = "mount --bind \"$DIR\" \"$DIR\"; mount -o remount,bind,ro \"$DIR\"";
    assert_eq!(writer_after(mount, home.path(), 10), ["failed ReadOnly"]);
    clinic::open(home.path()).expect("unharmed").0.verify_log().expect("whole");
}

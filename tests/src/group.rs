//! A group of processes that ends with the test, however the test ends.
//!
//! A shell leads the group and waits for its input to close. That happens when the test passes, panics, is
//! interrupted or is killed with signal 9, and then the shell kills the whole group: the virtual screen, the
//! driver, the program and the processes the webview started. No test leaves anything behind.

use std::io;
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};

/// Processes that live as long as this value.
#[derive(Debug)]
pub struct Group {
    leader: Child,
    members: Vec<Child>,
}

impl Group {
    /// A group with nobody but its leader.
    pub fn start() -> io::Result<Group> {
        let leader = Command::new("sh")
            .args(["-c", "read -r _; kill -KILL 0"])
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()?;
        Ok(Group { leader, members: Vec::new() })
    }

    /// Starts a process in the group; it is ended with it.
    pub fn spawn(&mut self, command: &mut Command) -> io::Result<&mut Child> {
        let member = command.process_group(self.id()).spawn()?;
        self.members.push(member);
        self.members.last_mut().ok_or_else(|| io::Error::other("pushed above"))
    }

    /// The group's id.
    fn id(&self) -> i32 {
        self.leader.id().cast_signed()
    }

    /// The processes of the group that run this program, the driver's children among them.
    pub fn running(&self, program: &std::path::Path) -> Vec<u32> {
        self.processes()
            .into_iter()
            .filter(|id| std::fs::read_link(format!("/proc/{id}/exe")).is_ok_and(|exe| exe == program))
            .collect()
    }

    /// Every process of the group but its leader.
    pub fn processes(&self) -> Vec<u32> {
        let Ok(entries) = std::fs::read_dir("/proc") else { return Vec::new() };
        entries
            .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok())
            .filter(|id| *id != self.leader.id() && group_of(*id) == Some(self.id()))
            .collect()
    }
}

/// Whether any thread of a process still lives. A killed process whose first thread is gone may have another in
/// an fsync, and keeps its files and their locks until that ends.
pub fn has_living_thread(id: u32) -> bool {
    let Ok(threads) = std::fs::read_dir(format!("/proc/{id}/task")) else { return false };
    threads.filter_map(Result::ok).any(|thread| {
        let stat = std::fs::read_to_string(thread.path().join("stat")).unwrap_or_default();
        stat.rsplit_once(") ").is_some_and(|(_, rest)| !rest.starts_with(['Z', 'X']))
    })
}

/// Field 5 of /proc/<id>/stat; the second, the name, is in brackets and may hold blanks.
fn group_of(id: u32) -> Option<i32> {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(2)?.parse().ok()
}

impl Drop for Group {
    fn drop(&mut self) {
        drop(self.leader.stdin.take());
        for child in self.members.iter_mut().chain([&mut self.leader]) {
            // Already dead is as good.
            let _ = child.wait();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_group_takes_grandchildren_along() {
        let mut group = Group::start().expect("sh is there");
        let child =
            group.spawn(Command::new("sh").args(["-c", "sleep 600 & sleep 600"])).expect("sh is there");
        let id = child.id();
        while group.processes().len() < 3 {
            std::thread::yield_now();
        }
        let members = group.processes();
        assert!(members.contains(&id));
        drop(group);
        let alive = |id: &u32| {
            // Not yet reaped by whoever adopted it is dead all the same.
            let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
            stat.rsplit_once(") ").is_some_and(|(_, rest)| !rest.starts_with('Z'))
        };
        while members.iter().any(alive) {
            std::thread::yield_now();
        }
    }
}

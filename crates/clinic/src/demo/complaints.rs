//! The demo clinic's complaints and adverse reactions: a few that ended well, one that goes on, two that wait for an
//! answer.

use super::agenda::Act;
use super::lines::{number, rows};
use super::plan::{MINUTE, Planner};
use super::run::Run;
use crate::actor::Actor;
use crate::clients::Severity;
use crate::complaints::step::{self, CloseComplaint, End, Step, TakeStep};
use crate::complaints::take::{TakeComplaint, take};
use crate::complaints::{ComplaintKind, ComplaintOutcome};
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, ComplaintId, SignedTreatmentId};

/// Who is on the board came within so many minutes.
const ON_BOARD: i64 = 120 * MINUTE;

/// A complaint of the file, with what was done about it.
pub(super) struct Story {
    days_ago: i64,
    minute: i64,
    kind: &'static str,
    severity: &'static str,
    /// Of somebody who is here today, not of somebody treated before.
    of_today: bool,
    text: &'static str,
    steps: Vec<Deed>,
}

/// What was done.
struct Deed {
    minutes_later: i64,
    by: &'static str,
    what: &'static str,
    text: &'static str,
    /// A severity, a report's number or an outcome.
    detail: &'static str,
}

/// What the run remembers of them.
#[derive(Default)]
pub(super) struct Complaints {
    stories: Vec<Story>,
    taken: Vec<Option<ComplaintId>>,
    /// Treatments as they were signed, the latest last.
    pub(super) signed: Vec<(SignedTreatmentId, ClientId)>,
}

impl Complaints {
    pub(super) fn read() -> Complaints {
        let stories = stories();
        Complaints { taken: vec![None; stories.len()], stories, signed: Vec::new() }
    }
}

fn stories() -> Vec<Story> {
    let mut stories: Vec<Story> = Vec::new();
    for row in rows(include_str!("../../../../assets/demo/complaints.txt")) {
        match (row[0].strip_prefix('+'), stories.last_mut()) {
            (Some(minutes), Some(story)) => story.steps.push(Deed {
                minutes_later: number(minutes),
                by: row[1],
                what: row[2],
                text: row[3],
                detail: row[4],
            }),
            _ => stories.push(Story {
                days_ago: number(row[0]),
                minute: row[1]
                    .split_once(':')
                    .map_or(0, |(hour, minute)| number::<i64>(hour) * 60 + number::<i64>(minute)),
                kind: row[2],
                severity: row[3],
                of_today: row[4] == "today",
                text: row[5],
                steps: Vec::new(),
            }),
        }
    }
    stories
}

impl Planner<'_> {
    /// When they are told, and when something is done about them.
    pub(super) fn complaints(&mut self) {
        for (index, story) in stories().into_iter().enumerate() {
            if story.days_ago >= self.days {
                continue;
            }
            let told_at = self.at(self.days - story.days_ago, story.minute);
            self.happens(told_at, Act::Complain(index));
            for (place, deed) in story.steps.iter().enumerate() {
                self.happens(told_at + deed.minutes_later * MINUTE, Act::Respond(index, place));
            }
        }
    }
}

impl Run<'_> {
    /// A client tells; where nobody fits yet, nobody does.
    pub(super) fn complain(&mut self, index: usize) -> Result<()> {
        let story = &self.complaints.stories[index];
        let whose = if story.of_today { self.here_today() } else { self.treated_lately(index) };
        let Some((client, signed)) = whose else { return Ok(()) };
        let input = TakeComplaint {
            kind: word(ComplaintKind::ALL, ComplaintKind::as_str, story.kind)?,
            client,
            signed,
            severity: word(Severity::ALL, Severity::as_str, story.severity)?,
            text: story.text.to_owned(),
            began_on: None,
            told_at: None,
            responsible: self.by(self.cast.nurse).staff_id(),
        };
        self.complaints.taken[index] = Some(take(self.store, self.by(self.cast.reception), &input)?);
        Ok(())
    }

    /// Each time somebody else.
    fn treated_lately(&self, index: usize) -> Option<(ClientId, Option<SignedTreatmentId>)> {
        let (signed, client) = self.complaints.signed.iter().rev().nth(index)?;
        Some((*client, Some(*signed)))
    }

    /// Somebody whose file is there already and who is on the board in the end.
    fn here_today(&self) -> Option<(ClientId, Option<SignedTreatmentId>)> {
        let arrival = |(at, act): &(i64, Act)| match act {
            Act::CheckIn(coming) if *at > self.plan.present - ON_BOARD => {
                Some(self.plan.comings[*coming].client)
            }
            _ => None,
        };
        let here = self.plan.agenda.iter().filter_map(arrival).find_map(|file| self.client(file).ok())?;
        let treated = self.complaints.signed.iter().rev().find(|(_, client)| *client == here);
        Some((here, treated.map(|(signed, _)| *signed)))
    }

    /// Something is done about it.
    pub(super) fn respond(&self, index: usize, place: usize) -> Result<()> {
        let Some(complaint) = self.complaints.taken[index] else { return Ok(()) };
        let deed = &self.complaints.stories[index].steps[place];
        let by: &Actor = match deed.by {
            "owner" => self.by(0),
            "nurse" => self.by(self.cast.nurse),
            _ => self.by(self.cast.reception),
        };
        let text = deed.text.to_owned();
        let step = match deed.what {
            "closed" => {
                let outcome = word(ComplaintOutcome::ALL, ComplaintOutcome::as_str, deed.detail)?;
                let input = CloseComplaint { complaint, end: End::Closed { outcome, text } };
                return step::close(self.store, by, &input).map(drop);
            }
            "answered" => Step::Answered { text },
            "assessed" => Step::Assessed {
                severity: word(Severity::ALL, Severity::as_str, deed.detail)?,
                signed: self.complaint_signed(complaint)?,
                text,
            },
            "reported" => Step::Reported { number: deed.detail.to_owned(), text },
            _ => Step::Noted { text },
        };
        step::take(self.store, by, &TakeStep { complaint, step }).map(drop)
    }

    fn complaint_signed(&self, id: ComplaintId) -> Result<Option<SignedTreatmentId>> {
        let of = crate::complaints::open::OfComplaint { id };
        Ok(crate::complaints::open::open(self.store, self.by(0), of)?.complaint.signed)
    }
}

/// One of the words of an enum.
fn word<T: Copy>(all: &[T], name: fn(T) -> &'static str, wanted: &str) -> Result<T> {
    all.iter().copied().find(|one| name(*one) == wanted).ok_or(ErrorCode::InvalidValue.into())
}

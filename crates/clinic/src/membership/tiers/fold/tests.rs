//! The fold by hand, and against a clinic that looks at every client on every day.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::membership::spending::{Amounts, SpentKind};
use crate::membership::tiers::presets::{TierPresetKind, rules};

const YUAN: i64 = 100;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn spent(on: NaiveDate, cause: u128, yuan: i64, counts_on: NaiveDate, sales: i64) -> Spent {
    Spent {
        day: on,
        at: i64::try_from(cause).expect("small"),
        cause: Uuid::from_u128(cause),
        kind: if yuan < 0 { SpentKind::Refund } else { SpentKind::Paid },
        sale: Some(Uuid::from_u128(cause)),
        counts_on,
        amounts: Amounts::plain(yuan * YUAN),
        sales,
    }
}

fn bought(on: &str, cause: u128, yuan: i64) -> Spent {
    spent(day(on), cause, yuan, day(on), 1)
}

fn step<'a>(on: &str, rules: &'a TierRules) -> Step<'a> {
    Step { day: day(on), at: MORNING, rules }
}

/// The changes, as `day from>to`.
fn told(known: &Known<'_>, today: &str) -> Vec<String> {
    let name = |at: Option<At>| at.map_or("-", |at| known.steps[at.step].rules.tiers[at.tier].code.as_str());
    let folded = fold(known, day(today), Until::NextChange);
    let line = |change: &Change| {
        format!("{} {}>{} {:?}", change.day, name(change.from), name(change.to), change.cause)
    };
    let mut lines: Vec<String> = folded.changes.iter().map(line).collect();
    lines.extend(
        folded.ahead.iter().map(|ahead| format!("ahead {} missing {:?}", line(&ahead.change), ahead.missing)),
    );
    lines
}

fn plain<'a>(steps: &'a [Step<'a>], spent: &'a [Spent]) -> Known<'a> {
    Known { steps, spent, grants: &[], brought: &[] }
}

#[test]
fn a_tier_of_the_last_twelve_months_is_lost_on_the_first_of_a_month() {
    let boutique = rules(TierPresetKind::Boutique);
    let steps = [step("2025-01-01", &boutique)];
    let all = [bought("2025-03-10", 1, 2_000), bought("2025-05-20", 2, 48_000)];
    let known = plain(&steps, &all);
    assert_eq!(
        told(&known, "2025-12-01"),
        [
            "2025-03-10 ->basic Spent(0)",
            "2025-05-20 basic>gold Spent(1)",
            "ahead 2026-04-01 gold>silver Window missing Some(200000)"
        ]
    );
    // Enough is spent before: the day moves to where that runs out.
    let more = [all[0], all[1], bought("2026-03-31", 3, 2_000)];
    let known = plain(&steps, &more);
    assert_eq!(
        told(&known, "2026-04-01")[2..],
        ["ahead 2026-06-01 gold>silver Window missing Some(4800000)".to_owned()]
    );
}

#[test]
fn what_goes_back_was_never_spent() {
    let lifetime = rules(TierPresetKind::Lifetime);
    let steps = [step("2025-01-01", &lifetime)];
    let back = spent(day("2025-03-01"), 3, -1, day("2025-02-01"), 0);
    let all = [bought("2025-01-10", 1, 70_000), bought("2025-02-01", 2, 30_000), back];
    assert_eq!(
        told(&plain(&steps, &all), "2026-01-01"),
        [
            "2025-01-10 ->silver Spent(0)",
            "2025-02-01 silver>gold Spent(1)",
            "2025-03-01 gold>silver Spent(2)"
        ]
    );
}

#[test]
fn other_rules_raise_at_once_and_lower_when_it_was_said() {
    let boutique = rules(TierPresetKind::Boutique);
    let mut dearer = boutique.clone();
    dearer.tiers[1].amount.0 = 20_000 * YUAN;
    dearer.tiers[2].amount.0 = 15_000 * YUAN;
    let steps = [step("2025-01-01", &boutique), step("2025-06-10", &dearer)];
    let all = [bought("2024-03-10", 1, 12_000)];
    assert_eq!(
        told(&plain(&steps, &all), "2026-01-01"),
        ["2025-01-01 ->silver Scheme", "2025-08-01 silver>basic Scheme"]
    );
    let all = [bought("2025-03-10", 1, 16_000)];
    assert_eq!(
        told(&plain(&steps, &all), "2026-01-01"),
        [
            "2025-03-10 ->silver Spent(0)",
            "2025-06-10 silver>gold Scheme",
            "ahead 2026-04-01 gold>basic Window missing Some(1500000)"
        ]
    );
}

#[test]
fn a_tier_that_is_gone_is_left_at_once() {
    let (lifetime, boutique) = (rules(TierPresetKind::Lifetime), rules(TierPresetKind::Boutique));
    let steps = [step("2025-01-01", &lifetime), step("2025-06-10", &boutique)];
    let all = [bought("2025-03-10", 1, 300_000)];
    let folded = fold(&plain(&steps, &all), day("2025-07-01"), Until::Now);
    assert_eq!(told(&plain(&steps, &all), "2025-07-01")[1], "2025-06-10 diamond>gold Scheme");
    assert!(!folded.changes[1].up);
}

#[test]
fn a_tier_by_hand_holds_until_its_last_day_and_lowers_nobody() {
    let boutique = rules(TierPresetKind::Boutique);
    let steps = [step("2025-01-01", &boutique)];
    let all = [bought("2025-03-10", 1, 12_000), bought("2025-05-01", 2, 50_000)];
    let granted = |code: &str, until: &str, taken_back| Granted {
        code: code.into(),
        day: day("2025-04-01"),
        at: 0,
        until: day(until),
        taken_back,
    };
    let grants = [granted("gold", "2025-04-30", None), granted("basic", "2026-12-31", None)];
    let known = Known { grants: &grants, ..plain(&steps, &all[..1]) };
    assert_eq!(
        told(&known, "2025-05-02")[1..],
        ["2025-04-01 silver>gold Granted(0)", "2025-05-01 gold>silver GrantEnded"]
    );
    assert_eq!(fold(&known, day("2025-04-30"), Until::Now).granted, Some(0));
    assert_eq!(fold(&known, day("2025-05-01"), Until::Now).granted, None);
    let back = [granted("gold", "2025-12-31", Some((day("2025-04-20"), 5)))];
    let known = Known { grants: &back, ..plain(&steps, &all) };
    assert_eq!(
        told(&known, "2025-05-02")[1..4],
        [
            "2025-04-01 silver>gold Granted(0)",
            "2025-04-20 gold>silver GrantEnded",
            "2025-05-01 silver>gold Spent(1)"
        ]
    );
}

#[test]
fn a_tier_from_before_this_program_is_had_for_twelve_months_or_for_good() {
    let mut boutique = rules(TierPresetKind::Boutique);
    boutique.review = TierReview::Day;
    let brought = |name: &str| [Brought { name: name.into(), day: day("2025-02-01"), at: 7 }];
    let all = [bought("2025-03-10", 1, 100)];
    for (name, told_of) in [
        ("金卡会员", "2026-02-01 gold>basic Window"),
        // There is nothing by which it would be lost.
        ("银卡会员", "2025-02-01 ->silver Opening"),
    ] {
        let brought = brought(name);
        let steps = [step("2025-01-01", &boutique)];
        let known = Known { brought: &brought, ..plain(&steps, &all) };
        assert_eq!(told(&known, "2030-01-01").last().expect("a change"), told_of);
        // The same where the clinic makes its rules later.
        let steps = [step("2025-02-20", &boutique)];
        let known = Known { brought: &brought, ..plain(&steps, &all) };
        let last = told(&known, "2030-01-01").last().expect("a change").clone();
        assert_eq!(last.replace("2025-02-20 ->silver Scheme", "2025-02-01 ->silver Opening"), told_of);
    }
}

#[test]
fn a_tier_from_before_outlives_other_rules_and_finds_its_name_when_there_is_one() {
    let boutique = rules(TierPresetKind::Boutique);
    let none = TierRules { tiers: Vec::new(), ..boutique.clone() };
    let mut later = boutique.clone();
    later.tiers[1].benefits.push("下午茶".into());
    later.tiers[1].name = "银卡".into();
    let brought = [Brought { name: "银卡会员".into(), day: day("2025-02-01"), at: 7 }];
    let steps = [step("2025-01-01", &none), step("2025-03-01", &boutique), step("2025-06-01", &later)];
    let known = Known { brought: &brought, ..plain(&steps, &[]) };
    assert_eq!(told(&known, "2030-01-01"), ["2025-03-01 ->silver Scheme"]);
}

#[test]
fn what_was_told_is_kept_whatever_is_bought_and_goes_back_meanwhile() {
    let boutique = rules(TierPresetKind::Boutique);
    let steps = [step("2025-01-01", &boutique)];
    let back = spent(day("2026-06-20"), 3, -50_000, day("2026-06-10"), -1);
    let all = [bought("2025-05-20", 1, 50_000), bought("2026-06-10", 2, 50_000), back];
    // It runs out on 20 May and would be lost on 1 June; without the purchase of June nothing would be there to lose.
    assert_eq!(
        told(&plain(&steps, &all), "2026-07-02")[1..],
        [
            "2026-06-01 gold>silver Window",
            "2026-06-10 silver>gold Spent(1)",
            "2026-06-20 gold>silver Spent(2)"
        ]
    );
    let all = [
        all[0],
        spent(day("2026-05-25"), 2, 50_000, day("2026-05-25"), 1),
        Spent { day: day("2026-05-28"), counts_on: day("2026-05-25"), ..back },
    ];
    assert_eq!(told(&plain(&steps, &all), "2026-07-02")[1..], ["2026-06-01 gold>silver Window"]);
}

#[test]
fn rules_that_take_more_than_was_told_are_told_themselves() {
    let boutique = rules(TierPresetKind::Boutique);
    let mut dearer = boutique.clone();
    dearer.tiers[1].amount.0 = 60_000 * YUAN;
    let steps = [step("2025-01-01", &boutique), step("2026-05-31", &dearer)];
    let all = [bought("2025-05-20", 1, 50_000)];
    // Gold would fall to silver on 1 June; the day before, silver becomes too dear as well.
    assert_eq!(told(&plain(&steps, &all), "2026-08-01")[1..], ["2026-07-01 gold>basic Scheme"]);
}

#[test]
fn the_day_of_review_is_the_first_that_is_not_before() {
    let mut rules = rules(TierPresetKind::Boutique);
    for (review, days) in [
        (TierReview::Day, [("2026-02-10", "2026-02-10"), ("2026-04-01", "2026-04-01")]),
        (TierReview::Month, [("2026-12-02", "2027-01-01"), ("2026-04-01", "2026-04-01")]),
        (TierReview::Quarter, [("2026-11-02", "2027-01-01"), ("2026-05-01", "2026-07-01")]),
        (TierReview::Year, [("2026-01-02", "2027-01-01"), ("2026-01-01", "2026-01-01")]),
    ] {
        rules.review = review;
        for (asked, then) in days {
            assert_eq!(rules.review(day(asked)), day(then), "{review:?}");
        }
    }
}

/// A clinic that looks at a client on every day, adding up everything each time.
struct EveryDay<'a> {
    known: &'a Known<'a>,
    step: Option<usize>,
    held: Option<usize>,
    pending: Option<NaiveDate>,
    told: Option<NaiveDate>,
    /// What the brought tiers are known by.
    brought: Vec<Option<String>>,
}

impl EveryDay<'_> {
    fn rules(&self) -> Option<&TierRules> {
        self.step.map(|step| self.known.steps[step].rules)
    }

    fn code(&self, tier: Option<usize>) -> Option<String> {
        tier.zip(self.rules()).map(|(tier, rules)| rules.tiers[tier].code.clone())
    }

    /// What is reached by the first so many, as of a day.
    fn reached(&self, first: usize, today: NaiveDate) -> Option<usize> {
        let rules = self.rules()?;
        let all = &self.known.spent[..first];
        let sum = |counts: &dyn Fn(&Spent) -> bool| -> i64 {
            all.iter().filter(|one| counts(one)).map(|one| one.amounts.counted(rules.counting)).sum()
        };
        let (lifetime, year) = (sum(&|_| true), sum(&|one| one.counts_on + Months::new(12) > today));
        let sales: i64 = all.iter().map(|one| one.sales).sum();
        let reaches = |tier: &&TierRule| match (tier.amount.0, tier.window) {
            (0, _) => sales > 0,
            (amount, TierWindow::Lifetime) => lifetime >= amount,
            (amount, TierWindow::Rolling) => year >= amount,
        };
        rules.tiers.iter().enumerate().filter(|(_, tier)| reaches(tier)).map(|(place, _)| place).max()
    }

    fn raise(&mut self, reached: Option<usize>, today: NaiveDate) -> bool {
        let raised = reached >= self.held;
        if raised {
            self.held = reached;
            self.told = self.pending.take().or(self.told).filter(|told| *told > today);
        }
        raised
    }

    fn begin(&mut self, step: usize, until_now: usize, today: NaiveDate) {
        let rules = self.known.steps[step].rules;
        let place = |code: Option<String>| code.and_then(|code| rules.place(&code));
        let left = place(self.code(self.reached(until_now, today)));
        let held = place(self.code(self.held));
        (self.step, self.held, self.told) = (Some(step), held, None);
        let reached = self.reached(until_now, today);
        if !self.raise(reached, today) {
            let told = rules.review(today + Days::new(rules.warn_days.into()));
            self.pending = Some(match self.pending {
                Some(pending) if reached >= left => pending,
                Some(pending) => pending.max(told),
                None => told,
            });
        }
    }

    /// What is had beside what was spent.
    fn beside(&mut self, today: NaiveDate) -> Option<usize> {
        let rules = self.step.map(|step| self.known.steps[step].rules)?;
        let mut most = None;
        for grant in self.known.grants.iter().filter(|grant| grant.day <= today && today <= grant.until) {
            let back = grant.taken_back.is_some_and(|(day, _)| day <= today);
            most = most.max(rules.place(&grant.code).filter(|_| !back));
        }
        for (one, code) in
            self.known.brought.iter().zip(&mut self.brought).filter(|(one, _)| one.day <= today)
        {
            let named = rules.tiers.iter().find(|tier| tier.name == one.name);
            *code = code.take().or(named.map(|tier| tier.code.clone()));
            let tier = code.as_ref().and_then(|code| rules.place(code));
            let ends = rules.review(one.day + Months::new(12));
            most = most
                .max(tier.filter(|tier| rules.tiers[*tier].window == TierWindow::Lifetime || today < ends));
        }
        most
    }

    /// The tier's code at the end of a day.
    fn live(&mut self, today: NaiveDate) -> Option<String> {
        let all = self.known.spent;
        let until_now = all.iter().filter(|one| one.day < today).count();
        let before = self.reached(until_now, today.pred_opt().expect("a day"));
        let reached = self.reached(until_now, today);
        if !self.raise(reached, today) && before >= self.held && self.pending.is_none() {
            self.pending = self.rules().map(|rules| rules.review(today));
        }
        for (place, _) in self.known.steps.iter().enumerate().filter(|(_, step)| step.day == today) {
            self.begin(place, until_now, today);
        }
        if self.pending.is_some_and(|on| on <= today) {
            self.pending = None;
            self.held = self.held.min(self.reached(until_now, today));
        }
        let mut done = until_now;
        for same in all[until_now..].chunk_by(|one, next| one.cause == next.cause) {
            if same[0].day != today {
                break;
            }
            let before = self.reached(done, today);
            done += same.len();
            let reached = self.reached(done, today);
            if !self.raise(reached, today) && before >= self.held {
                match self.told.take().filter(|told| *told > today) {
                    Some(told) => self.pending = Some(told),
                    None => self.held = reached,
                }
            }
        }
        let tier = self.held.max(self.beside(today));
        self.code(tier)
    }
}

prop_compose! {
    fn some_rules()(
        amounts in prop::collection::vec(1..60_i64, 3),
        windows in prop::collection::vec(any::<bool>(), 3),
        first in any::<bool>(),
        review in 0..4_usize,
        warn_days in 0..50_u16,
        without in 0..4_usize,
    ) -> TierRules {
        let mut rules = rules(TierPresetKind::Lifetime);
        for ((tier, amount), rolls) in rules.tiers.iter_mut().zip(amounts).zip(windows) {
            tier.amount.0 = amount * 1_000 * YUAN;
            tier.window = if rolls { TierWindow::Rolling } else { TierWindow::Lifetime };
        }
        if first {
            rules.tiers[0].amount.0 = 0;
        }
        if without > 0 {
            rules.tiers.remove(without - 1);
        }
        rules.review = TierReview::ALL[review];
        rules.warn_days = warn_days;
        rules
    }
}

/// Purchases on some days of three years, some of which go back later.
fn some_spending() -> impl Strategy<Value = Vec<Spent>> {
    prop::collection::vec((0..1_100_u64, 1..40_i64, prop::option::of(1..500_u64)), 0..8).prop_map(
        |purchases| {
            let begins = day("2023-01-15");
            let mut all = Vec::new();
            for (place, (on, thousands, back)) in purchases.into_iter().enumerate() {
                let (on, cause) = (begins + Days::new(on), place as u128 * 2 + 1);
                all.push(spent(on, cause, thousands * 1_000, on, 1));
                if let Some(later) = back {
                    all.push(spent(on + Days::new(later), cause + 1, -thousands * 1_000, on, -1));
                }
            }
            all.sort_by_key(|one| (one.day, one.at, one.cause));
            all
        },
    )
}

proptest! {
    #[test]
    fn it_says_what_a_clinic_sees_that_looks_every_day(
        first in some_rules(),
        second in some_rules(),
        changes in 0..900_u64,
        all in some_spending(),
        granted in prop::collection::vec((0..900_u64, 0..300_u64, 0..3_usize, prop::option::of(1..200_u64)), 0..3),
        brought in prop::option::of((0..900_u64, 0..3_usize)),
    ) {
        let begins = day("2023-01-01");
        let steps = [
            Step { day: begins, at: MORNING, rules: &first },
            Step { day: begins + Days::new(changes + 1), at: MORNING, rules: &second },
        ];
        let known_by = [("silver", "白银会员"), ("gold", "黄金会员"), ("diamond", "钻石会员")];
        let grants: Vec<Granted> = granted.iter().map(|(from, length, tier, back)| {
            let day = begins + Days::new(*from);
            let taken_back = back.map(|back| (day + Days::new(back), 0));
            Granted { code: known_by[*tier].0.into(), day, at: 0, until: day + Days::new(*length), taken_back }
        }).collect();
        let brought: Vec<Brought> = brought.iter().map(|(from, tier)| {
            Brought { name: known_by[*tier].1.into(), day: begins + Days::new(*from), at: 0 }
        }).collect();
        let known = Known { steps: &steps, spent: &all, grants: &grants, brought: &brought };
        let code = |at: At| steps[at.step].rules.tiers[at.tier].code.clone();
        let mut clinic = EveryDay {
            known: &known, step: None, held: None, pending: None, told: None, brought: vec![None; brought.len()],
        };
        let mut expected: Option<(NaiveDate, Option<String>)> = None;
        let mut before: Option<Option<String>> = None;
        for on in 0..1_900 {
            let today = begins + Days::new(on);
            let seen = clinic.live(today);
            // What was foretold comes true where nothing more happens.
            let over = all.iter().all(|one| one.day < today)
                && grants.iter().all(|grant| grant.day < today && grant.taken_back.is_none_or(|(day, _)| day < today))
                && brought.iter().all(|one| one.day < today);
            if let Some((when, tier)) = &expected && *when == today && over {
                prop_assert_eq!(&seen, tier);
            }
            if before.as_ref() != Some(&seen) || on % 97 == 0 {
                let folded = fold(&known, today, Until::NextChange);
                prop_assert_eq!(folded.tier.map(code), seen.clone(), "on {}", today);
                expected = folded.ahead.map(|ahead| (ahead.change.day, ahead.change.to.map(code)));
                before = Some(seen);
            }
        }
    }
}

//! What of one sale counts as spending, and when, from everything that ever happened to it. No database.
//!
//! Every yuan of a price is paid by the sale's own mix of payments: where a tenth was paid with gift or with points, nine
//! tenths of each line count. What is taken back leaves the days on which it came to count, the latest first.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Amounts, Parts, Spent, SpentKind};

/// What stands of a sale, in fen; each movement changes some of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    /// The price of procedures and cards.
    pub(crate) services: i64,
    /// That of products.
    pub(crate) products: i64,
    /// 储值 that it sold.
    pub(crate) stored_value: i64,
    /// 定金 that it sold.
    pub(crate) deposits: i64,
    /// What was paid in money that came in.
    pub(crate) money: i64,
    /// What was paid with a deposit.
    pub(crate) by_deposit: i64,
    /// What was paid with principal.
    pub(crate) by_principal: i64,
    /// What was paid with gift.
    pub(crate) by_gift: i64,
    /// What was paid with points.
    pub(crate) by_points: i64,
    /// What a refund left here as stored value.
    pub(crate) kept: i64,
    /// What of the price was executed 执行.
    pub(crate) executed: i64,
}

impl Totals {
    fn fields(&mut self) -> [&mut i64; 11] {
        [
            &mut self.services,
            &mut self.products,
            &mut self.stored_value,
            &mut self.deposits,
            &mut self.money,
            &mut self.by_deposit,
            &mut self.by_principal,
            &mut self.by_gift,
            &mut self.by_points,
            &mut self.kept,
            &mut self.executed,
        ]
    }

    pub(crate) fn add(&mut self, mut other: Totals) {
        for (field, more) in self.fields().into_iter().zip(other.fields()) {
            *field += *more;
        }
    }

    /// Whether anything but a deposit was bought, and did not go back.
    fn bought(&self) -> bool {
        self.services > 0 || self.products > 0 || self.stored_value > 0
    }

    /// What of its price was received as money, products among it; money paid ahead when it is used.
    pub(crate) fn used(&self) -> i64 {
        let Parts { sold, products, .. } = self.counted().used;
        sold + products
    }

    /// What of it counts, by every way of counting.
    fn counted(&self) -> Amounts {
        let (services, products) = (self.services.max(0), self.products.max(0));
        let goods = services + products;
        // Money that was paid ahead pays for what was sold as such, and nothing else does.
        let ahead = self.stored_value + self.deposits;
        let given = self.by_gift.max(0) + self.by_points.max(0);
        let paid = self.money + self.by_deposit + self.by_principal + given - ahead;
        let used = (paid.clamp(0, goods) - given).max(0);
        let paid_in = (used - self.by_principal.max(0)).max(0);
        let parts = |counting: i64| {
            let part = |price: i64| {
                let exact = i128::from(price) * i128::from(counting) / i128::from(goods.max(1));
                i64::try_from(exact).unwrap_or(counting)
            };
            let sold = part(services);
            Parts { sold, executed: part(self.executed.clamp(0, services)), products: counting - sold }
        };
        Amounts { used: parts(used), paid_in: parts(paid_in), ahead: (self.stored_value + self.kept).max(0) }
    }
}

/// Something that happened to a sale.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Movement {
    pub(crate) day: NaiveDate,
    pub(crate) at: i64,
    /// The payments made at once, the refund, or the entry of a session.
    pub(crate) cause: Uuid,
    pub(crate) kind: SpentKind,
    /// The refund that it takes back.
    pub(crate) reverses: Option<Uuid>,
    pub(crate) change: Totals,
}

/// Amounts by the day on which they came to count, each day once.
#[derive(Default)]
struct Days(Vec<(NaiveDate, Amounts)>);

impl Days {
    fn add(&mut self, day: NaiveDate, amounts: &Amounts) {
        match self.0.iter_mut().find(|(known, _)| *known == day) {
            Some((_, there)) => there.add(amounts),
            None => self.0.push((day, *amounts)),
        }
    }
}

/// What each movement brought or took. Movements with one cause are one.
pub(crate) fn spent(sale: Uuid, mut movements: Vec<Movement>) -> Vec<Spent> {
    movements.sort_by_key(|one| (one.day, one.at, one.kind, one.cause));
    let mut all = Vec::new();
    let mut stands = Totals::default();
    let mut counted = Amounts::default();
    let mut bought = false;
    let mut days = Days::default();
    for same in movements.chunk_by(|one, next| one.cause == next.cause && one.at == next.at) {
        let Movement { day, at, cause, kind, .. } = same[0];
        let reverses = same.iter().find_map(|one| one.reverses);
        same.iter().for_each(|one| stands.add(one.change));
        let now = stands.counted();
        let mut change = now.less(&counted);
        counted = now;
        let mut sales = i64::from(stands.bought()) - i64::from(bought);
        bought = stands.bought();
        let mut rows = Days::default();
        // What a refund took comes back to the days out of which it was taken.
        for one in all.iter().filter(|one: &&Spent| Some(one.cause) == reverses) {
            let back = change.take(|amount, taken| amount.max(0).min((-taken).max(0)), &one.amounts);
            rows.add(one.counts_on, &back);
            days.add(one.counts_on, &back);
        }
        let mut more = change.take(|amount, _| amount.max(0), &Amounts::default());
        for (counts_on, there) in days.0.iter_mut().rev() {
            let mut taken = change.take(|amount, there| amount.min(0).max(-there.max(0)), &*there);
            // What stays here as stored value is no new money: it counts for the days for which it did.
            let kept = more.ahead.min(-(taken.paid_in.sold + taken.paid_in.products)).max(0);
            more.ahead -= kept;
            taken.ahead += kept;
            there.add(&taken);
            rows.add(*counts_on, &taken);
        }
        rows.add(day, &more);
        days.add(day, &more);
        let mut rows = rows.0;
        rows.retain(|(_, amounts)| *amounts != Amounts::default());
        if rows.is_empty() && sales != 0 {
            rows.push((day, Amounts::default()));
        }
        for (counts_on, amounts) in rows {
            let sales = std::mem::take(&mut sales);
            all.push(Spent { day, at, cause, kind, sale: Some(sale), counts_on, amounts, sales });
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
    }

    fn movement(cause: u128, day: NaiveDate, change: Totals) -> Movement {
        Movement {
            day,
            at: i64::try_from(cause).expect("small"),
            cause: Uuid::from_u128(cause),
            kind: SpentKind::Paid,
            reverses: None,
            change,
        }
    }

    fn sums(all: &[Spent]) -> Amounts {
        let mut sum = Amounts::default();
        all.iter().for_each(|one| sum.add(&one.amounts));
        sum
    }

    #[test]
    fn gift_counts_for_nothing_and_money_paid_ahead_only_once() {
        // 3,000 of services and 1,000 of products, a tenth of them paid with gift; 5,000 are paid ahead as well.
        let all = spent(
            Uuid::nil(),
            vec![movement(
                1,
                day(1, 1),
                Totals {
                    services: 300_000,
                    products: 100_000,
                    stored_value: 500_000,
                    money: 760_000,
                    by_principal: 100_000,
                    by_gift: 40_000,
                    ..Totals::default()
                },
            )],
        );
        let [one] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!(one.amounts.used, Parts { sold: 270_000, executed: 0, products: 90_000 });
        assert_eq!(one.amounts.paid_in, Parts { sold: 195_000, executed: 0, products: 65_000 });
        assert_eq!((one.amounts.ahead, one.sales), (500_000, 1));
    }

    #[test]
    fn what_is_not_paid_yet_does_not_count_yet() {
        let sold = Totals { services: 300_000, money: 100_000, ..Totals::default() };
        let settled = Totals { money: 200_000, ..Totals::default() };
        let all = spent(Uuid::nil(), vec![movement(1, day(1, 1), sold), movement(2, day(2, 1), settled)]);
        let seen: Vec<_> = all.iter().map(|one| (one.counts_on, one.amounts.used.sold, one.sales)).collect();
        assert_eq!(seen, [(day(1, 1), 100_000, 1), (day(2, 1), 200_000, 0)]);
    }

    #[test]
    fn what_is_taken_back_leaves_the_days_on_which_it_came_the_latest_first() {
        let sold = Totals { services: 300_000, money: 100_000, ..Totals::default() };
        let settled = Totals { money: 200_000, ..Totals::default() };
        let back = |amount: i64| Totals { services: -amount, money: -amount, ..Totals::default() };
        let all = spent(
            Uuid::nil(),
            vec![
                movement(1, day(1, 1), sold),
                movement(2, day(2, 1), settled),
                movement(3, day(3, 1), back(250_000)),
                movement(4, day(4, 1), back(50_000)),
            ],
        );
        let seen: Vec<_> =
            all[2..].iter().map(|one| (one.day, one.counts_on, one.amounts.used.sold, one.sales)).collect();
        assert_eq!(
            seen,
            [
                (day(3, 1), day(2, 1), -200_000, 0),
                (day(3, 1), day(1, 1), -50_000, 0),
                (day(4, 1), day(1, 1), -50_000, -1)
            ]
        );
    }

    #[test]
    fn a_refund_that_was_wrong_brings_it_back_to_its_day() {
        let sold = Totals { services: 300_000, money: 300_000, ..Totals::default() };
        let back = Totals { services: -300_000, money: -300_000, ..Totals::default() };
        let again = Movement { reverses: Some(Uuid::from_u128(2)), ..movement(3, day(3, 1), sold) };
        let all = spent(Uuid::nil(), vec![movement(1, day(1, 1), sold), movement(2, day(2, 1), back), again]);
        let seen: Vec<_> = all.iter().map(|one| (one.counts_on, one.amounts.used.sold, one.sales)).collect();
        assert_eq!(seen, [(day(1, 1), 300_000, 1), (day(1, 1), -300_000, -1), (day(1, 1), 300_000, 1)]);
    }

    #[test]
    fn what_is_executed_counts_in_the_measure_in_which_it_was_paid() {
        let sold = Totals { services: 300_000, money: 300_000, ..Totals::default() };
        let had = |amount: i64| Totals { executed: amount, ..Totals::default() };
        let all = spent(
            Uuid::nil(),
            vec![
                movement(1, day(1, 1), sold),
                movement(2, day(2, 1), had(100_000)),
                movement(3, day(3, 1), had(-100_000)),
            ],
        );
        let seen: Vec<_> =
            all.iter().map(|one| (one.counts_on, one.amounts.used.sold, one.amounts.used.executed)).collect();
        assert_eq!(seen, [(day(1, 1), 300_000, 0), (day(2, 1), 0, 100_000), (day(2, 1), 0, -100_000)]);
    }

    #[test]
    fn what_comes_back_and_what_is_new_of_one_day_are_one() {
        // 1,200 sold, half of it owed; a cream and some lasers go back off the debt, then the cream is taken back.
        let sold = Totals { services: 100_000, products: 20_000, money: 60_000, ..Totals::default() };
        let cream = Totals { products: -10_000, ..Totals::default() };
        let lasers = Totals { services: -50_000, ..Totals::default() };
        let again = Totals { products: 10_000, ..Totals::default() };
        let again = Movement { reverses: Some(Uuid::from_u128(2)), ..movement(4, day(1, 1), again) };
        let all = spent(
            Uuid::nil(),
            vec![
                movement(1, day(1, 1), sold),
                movement(2, day(1, 1), cream),
                movement(3, day(1, 1), lasers),
                again,
            ],
        );
        for cause in 1..=4 {
            let rows = all.iter().filter(|one| one.cause == Uuid::from_u128(cause));
            assert!(rows.count() <= 1, "{all:?}");
        }
        assert_eq!(sums(&all).used.sold + sums(&all).used.products, 60_000);
    }

    #[test]
    fn money_that_stays_here_counts_for_the_day_on_which_it_came() {
        let sold = Totals { services: 300_000, money: 300_000, ..Totals::default() };
        let kept = Totals { services: -300_000, money: -300_000, kept: 300_000, ..Totals::default() };
        let again = Totals { services: 300_000, money: 300_000, kept: -300_000, ..Totals::default() };
        let again = Movement { reverses: Some(Uuid::from_u128(2)), ..movement(3, day(9, 1), again) };
        let all = spent(Uuid::nil(), vec![movement(1, day(1, 1), sold), movement(2, day(6, 1), kept), again]);
        assert!(all.iter().all(|one| one.counts_on == day(1, 1)), "{all:?}");
        assert_eq!(sums(&all).ahead, 0);
    }

    #[test]
    fn a_refund_that_stays_here_is_paid_ahead() {
        let sold = Totals { services: 300_000, money: 300_000, ..Totals::default() };
        let kept = Totals { services: -300_000, money: -300_000, kept: 300_000, ..Totals::default() };
        let all = spent(Uuid::nil(), vec![movement(1, day(1, 1), sold), movement(2, day(2, 1), kept)]);
        let sum = sums(&all);
        assert_eq!((sum.used, sum.paid_in, sum.ahead), (Parts::default(), Parts::default(), 300_000));
    }

    prop_compose! {
        fn a_sale()(
            services in 0..500_000_i64,
            products in 0..500_000_i64,
            ahead in 0..500_000_i64,
            deposits in 0..100_000_i64,
            parts in prop::collection::vec(0..1_000_i64, 5),
        ) -> Totals {
            let goods = services + products;
            let all: i64 = parts.iter().sum::<i64>().max(1);
            let of = |part: i64| goods * part / all;
            let [by_principal, by_gift, by_deposit, by_points] = [0, 1, 2, 3].map(|place| of(parts[place]));
            Totals {
                services, products, stored_value: ahead, deposits, by_principal, by_gift, by_deposit, by_points,
                money: goods - by_principal - by_gift - by_deposit - by_points + ahead + deposits,
                ..Totals::default()
            }
        }
    }

    proptest! {
        /// Whatever is sold, paid, given back and taken back again, on a few days: nothing is counted twice or lost, and
        /// no movement has two rows of one day.
        #[test]
        fn what_counts_is_what_stands(
            sale in a_sale(),
            deeds in prop::collection::vec((0..3_u32, 0..=1_000_i64, any::<bool>(), any::<bool>()), 0..7),
        ) {
            let mut movements = vec![movement(1, day(1, 1), sale)];
            let (mut stands, mut on, mut cause) = (sale, 0, 1);
            let mut given: Vec<(u128, Totals)> = Vec::new();
            for (days, share, kept, back) in deeds {
                (on, cause) = (on + days, cause + 1);
                let mut made = movement(cause, day(1, 1) + chrono::Days::new(on.into()), Totals::default());
                match given.pop().filter(|_| back) {
                    Some((of, change)) => {
                        made.change = change;
                        made.change.fields().into_iter().for_each(|field| *field = -*field);
                        made.reverses = Some(Uuid::from_u128(of));
                    }
                    None => {
                        let mut change = stands;
                        change.fields().into_iter().for_each(|field| *field = -(*field * share / 1_000));
                        (change.kept, change.executed) = (if kept { -change.money } else { 0 }, 0);
                        made.change = change;
                        given.push((cause, change));
                    }
                }
                stands.add(made.change);
                movements.push(made);
            }
            let all = spent(Uuid::nil(), movements);
            prop_assert_eq!(sums(&all), stands.counted());
            for (place, one) in all.iter().enumerate() {
                let twin = |other: &&Spent| other.cause == one.cause && other.counts_on == one.counts_on;
                prop_assert!(!all[..place].iter().any(|other| twin(&other)), "{:?}", all);
            }
        }

        #[test]
        fn what_is_paid_in_full_counts_without_gift_and_points_and_nothing_is_left_of_what_goes_back(
            sale in a_sale(),
            share in 0..=1_000_i64,
        ) {
            let part = |amount: i64| amount * share / 1_000;
            let mut some = sale;
            some.fields().into_iter().for_each(|field| *field = part(*field));
            let mut back = sale;
            back.fields().into_iter().for_each(|field| *field = -*field);
            let mut rest = back;
            rest.add(some);
            let mut first = some;
            first.fields().into_iter().for_each(|field| *field = -*field);
            let all = spent(Uuid::nil(), vec![movement(1, day(1, 1), sale)]);
            let sum = sums(&all);
            let goods = sale.services + sale.products;
            let given = sale.by_gift + sale.by_points;
            prop_assert_eq!(sum.used.sold + sum.used.products, goods - given);
            prop_assert_eq!(sum.paid_in.sold + sum.paid_in.products, goods - given - sale.by_principal);
            prop_assert_eq!(sum.ahead, sale.stored_value);
            let all = spent(
                Uuid::nil(),
                vec![
                    movement(1, day(1, 1), sale),
                    movement(2, day(2, 1), first),
                    movement(3, day(3, 1), rest),
                ],
            );
            prop_assert_eq!(sums(&all), Amounts::default());
            prop_assert_eq!(all.iter().map(|one| one.sales).sum::<i64>(), 0);
            // On no day is less than nothing left.
            for counted in all.iter().map(|one| one.counts_on) {
                let mut of_day = Amounts::default();
                all.iter().filter(|one| one.counts_on == counted).for_each(|one| of_day.add(&one.amounts));
                prop_assert_eq!(of_day, Amounts::default());
            }
        }
    }
}

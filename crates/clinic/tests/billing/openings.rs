//! What clients had before this program: looked at, said with the owner's PIN, used as what was sold here, taken back whole.

use jingtai_clinic::amounts::Fen;
use jingtai_clinic::billing::list::{SalesOfDay, of_day};
use jingtai_clinic::billing::openings::enter::{enter, preview};
use jingtai_clinic::billing::openings::list::{OfOpening, OpeningsOf, all, of_client, open};
use jingtai_clinic::billing::openings::reverse::reverse;
use jingtai_clinic::billing::openings::template::{OpeningTemplate, write};
use jingtai_clinic::billing::openings::{
    EnterOpening, OpeningEntered, OpeningInput, OpeningPoints, OpeningPreview, OpeningSessions,
    OpeningSource, OpeningTotals, PreviewOpening, ReverseOpening,
};
use jingtai_clinic::billing::refunds::reverse::reverse as reverse_refund;
use jingtai_clinic::billing::refunds::{RefundBasis, ReverseRefund};
use jingtai_clinic::catalogue::FileLanguage;
use jingtai_clinic::ids::{ClientId, OpeningClientId, OpeningId, RefundId};
use jingtai_clinic::membership::points::{PointsKind, PointsOf, of_client as points_of};
use jingtai_clinic::membership::tiers::standing::of_client as of_tier;
use jingtai_clinic::membership::tiers::{TierCause, TierOf};
use jingtai_clinic::stock::Witnessed;
use jingtai_clinic::{Error, ErrorCode, World};
use rust_xlsxwriter::Workbook;
use uuid::Uuid;

use crate::giving_back::{everything, refund};
use crate::till::{LASER, Till, code, paid, refusal, till};

fn nothing(client: ClientId) -> OpeningInput {
    OpeningInput {
        client,
        principal: Fen(0),
        gift: Fen(0),
        deposit: Fen(0),
        points: vec![],
        lifetime: Fen(0),
        last_year: Fen(0),
        tier: String::new(),
        sessions: vec![],
    }
}

fn lasers(till: &Till, sessions: u32, paid: i64) -> OpeningSessions {
    OpeningSessions {
        procedure: till.laser,
        sessions,
        list_price: Some(LASER),
        paid: Fen(paid),
        gift: false,
        card_name: "旧卡".into(),
        expires_on: None,
    }
}

fn rich(till: &Till) -> OpeningInput {
    let gift = OpeningSessions { gift: true, ..lasers(till, 1, 0) };
    OpeningInput {
        principal: Fen(500_000),
        gift: Fen(50_000),
        deposit: Fen(10_000),
        points: vec![
            OpeningPoints { points: 300, expires_on: None },
            OpeningPoints { points: 200, expires_on: Some(till.store().today()) },
        ],
        lifetime: Fen(9_000_000),
        last_year: Fen(2_000_000),
        tier: "金卡".into(),
        sessions: vec![lasers(till, 3, 250_000), gift],
        ..nothing(till.client())
    }
}

fn by_hand(input: OpeningInput) -> OpeningSource {
    OpeningSource::Hand { input }
}

fn look(till: &Till, source: OpeningSource, bytes: &[u8]) -> Result<OpeningPreview, Error> {
    preview(till.store(), &till.house.clinic.owner, &PreviewOpening { source, again: false }, bytes)
}

fn take_over(
    till: &Till,
    id: u128,
    source: &OpeningSource,
    bytes: &[u8],
    again: bool,
) -> Result<OpeningEntered, Error> {
    let asked = PreviewOpening { source: source.clone(), again };
    let totals = preview(till.store(), &till.house.clinic.owner, &asked, bytes)?.totals;
    let input = EnterOpening { id: OpeningId(Uuid::from_u128(id)), source: source.clone(), again, totals };
    enter(till.store(), &till.house.clinic.owner, &input, Some(till.owner_session()), bytes)
}

fn take_back(till: &Till, id: u128, client: Option<OpeningClientId>) -> Result<(), Error> {
    let input =
        ReverseOpening { opening: OpeningId(Uuid::from_u128(id)), client, reason: "导错了".into() };
    reverse(till.store(), &till.house.clinic.owner, &input, Some(till.owner_session()))
}

fn balance(till: &Till, client: ClientId) -> i64 {
    points_of(till.store(), &till.reception, PointsOf { client }).expect("points").balance
}

#[test]
fn what_a_client_had_is_there_and_nothing_came_in() {
    let till = till(90);
    let seen = look(&till, by_hand(rich(&till)), &[]).expect("a look");
    let totals = OpeningTotals {
        clients: 1,
        principal: Fen(500_000),
        gift: Fen(50_000),
        deposit: Fen(10_000),
        sessions: 4,
        paid: Fen(250_000),
        points: 500,
        lifetime: Fen(9_000_000),
    };
    assert_eq!((seen.totals, seen.failed, seen.rows.len()), (totals, 0, 5));
    assert!(till.account().entries.is_empty(), "looking writes nothing");
    let source = by_hand(rich(&till));
    assert_eq!(take_over(&till, 1, &source, &[], false).expect("takes over").clients, 1);
    let owner = &till.house.clinic.owner;
    let balances = till.account().balances;
    assert_eq!(
        (balances.principal, balances.gift, balances.deposit),
        (Fen(500_000), Fen(50_000), Fen(10_000))
    );
    assert!(till.account().entries.iter().all(|entry| entry.opening));
    let had = till.entitlements();
    assert_eq!(
        had.iter().map(|one| (one.left, one.paid.0, one.gift, one.opening)).collect::<Vec<_>>(),
        [(3, 250_000, false, true), (1, 0, true, true)]
    );
    assert_eq!(balance(&till, till.client()), 500);
    till.pass_days(1);
    assert_eq!(balance(&till, till.client()), 300, "what ended yesterday is over");
    till.pass_days(-1);
    let day = of_day(till.store(), owner, SalesOfDay { day: None }).expect("the day");
    assert!(day.sales.is_empty() && day.methods.is_empty(), "nothing was sold and nothing came in");
    let told = of_client(till.store(), &till.reception, OpeningsOf { client: till.client() }).expect("told");
    assert_eq!(
        (told[0].lifetime, told[0].last_year, told[0].tier.as_str()),
        (Fen(9_000_000), Fen(2_000_000), "金卡")
    );
    let sale = till.open(told[0].sale.expect("a sale"));
    assert_eq!(sale.number, "A-2026-B000001");
    assert_eq!(sale.opening, Some(OpeningId(Uuid::from_u128(1))));
    for line in &sale.lines {
        let off: i64 = line.reductions.iter().map(|one| one.amount.0).sum();
        assert_eq!(line.price.0 + off, line.list_price.0 * line.quantity);
    }
    // Said again it is the same; another look refuses who has some already.
    let again =
        EnterOpening { id: OpeningId(Uuid::from_u128(1)), source: source.clone(), again: false, totals };
    enter(till.store(), owner, &again, Some(till.owner_session()), &[]).expect("the same");
    assert_eq!(code(look(&till, source.clone(), &[])), ErrorCode::OpeningThere);
    take_over(&till, 2, &source, &[], true).expect("on purpose");
    assert_eq!(till.account().balances.principal, Fen(1_000_000));
    // What is sold next is numbered as if there had been none.
    assert_eq!(till.sell(vec![till.lasers(1)]).number, "A-2026-000001");
}

#[test]
fn what_was_spent_and_the_tier_that_was_had_count_until_they_are_taken_back() {
    let till = crate::tiers::with_tiers(97);
    let tier = || of_tier(till.store(), &till.reception, TierOf { client: till.client() }).expect("a tier");
    let unknown = look(&till, by_hand(rich(&till)), &[]);
    let named = refusal(unknown, "names");
    assert_eq!(named, (ErrorCode::TierUnknown, Some("tier"), "基础会员、银卡会员、金卡会员".into()));
    let input = OpeningInput { tier: "金卡会员".into(), last_year: Fen(200_000), ..rich(&till) };
    take_over(&till, 1, &by_hand(input), &[], false).expect("takes over");
    let has = tier();
    let spending = has.spending.expect("for who sees money");
    assert_eq!((spending.lifetime, spending.year), (Fen(9_000_000), Fen(200_000)));
    assert_eq!(
        (has.tier.expect("a tier").code.as_str(), &has.changes[0].cause),
        ("gold", &TierCause::Opening)
    );
    // It is had for twelve months, whatever was spent in them.
    assert_eq!(has.falls.expect("in a year").on, "2027-04-01".parse().expect("a day"));
    take_back(&till, 1, None).expect("takes back");
    let has = tier();
    assert_eq!((has.tier, has.spending.expect("of nothing").lifetime, has.changes.len()), (None, Fen(0), 0));
}

#[test]
fn a_refund_of_what_was_had_before_takes_its_part_of_what_was_spent() {
    let till = crate::tiers::with_tiers(98);
    let spent = || {
        let tier = of_tier(till.store(), &till.reception, TierOf { client: till.client() }).expect("a tier");
        let spending = tier.spending.expect("for who sees money");
        (spending.lifetime.0, spending.year.0)
    };
    let input = OpeningInput { tier: String::new(), last_year: Fen(200_000), ..rich(&till) };
    take_over(&till, 1, &by_hand(input), &[], false).expect("takes over");
    let sale = till.entitlements()[0].sale;
    let mut asked = refund(sale, RefundBasis::Clinic, vec![]);
    let quote = till.refund_quote(&asked).expect("a quote");
    asked.parts = everything(&quote);
    asked.parts.retain(|part| !part.sessions.is_empty());
    till.pass_days(1);
    let given = till.give_back(9, &asked).expect("gives back");
    // 2,500.00 of sessions: of the last twelve months first. What is paid ahead is no spending.
    assert_eq!(spent(), (9_000_000 - 250_000, 0));
    till.store().rebuild_derived().expect("rebuilds");
    assert_eq!(spent(), (9_000_000 - 250_000, 0));
    till.pass_days(1);
    let back =
        ReverseRefund { id: RefundId(Uuid::from_u128(10)), refund: given.id, reason: "退错了".into() };
    reverse_refund(till.store(), &till.cashier, Witnessed { input: &back, witness: None })
        .expect("takes back");
    assert_eq!(spent().0, 9_000_000);
}

#[test]
fn what_was_had_is_spent_and_refunded_as_what_was_sold_here() {
    let till = till(91);
    take_over(&till, 1, &by_hand(rich(&till)), &[], false).expect("takes over");
    let mut spend = till.paying(till.sale(vec![till.lasers(2)]), vec![]);
    spend.payments = vec![paid("stored_value", 2 * LASER.0)];
    till.pay(&spend).expect("spends it");
    let sale =
        of_client(till.store(), &till.reception, OpeningsOf { client: till.client() }).expect("told")[0].sale;
    let sale = till.open(sale.expect("a sale"));
    let mut input = refund(sale.id, RefundBasis::Clinic, vec![]);
    let quote = till.refund_quote(&input).expect("a quote");
    assert!(!quote.cooling_off, "nobody knows when it was bought");
    input.parts = everything(&quote);
    let quote = till.refund_quote(&input).expect("a quote");
    // 5500 could be spent for 5000 paid; 2000 of it is spent. The deposit and three sessions go back whole.
    assert_eq!(quote.amount, Fen(500_000 - 181_818 + 10_000 + 250_000));
    assert!(quote.ways.iter().all(|way| way.method == "cash"), "{:?}", quote.ways);
    till.give_back(1, &input).expect("gives back");
    assert_eq!(till.account().balances.principal.0 + till.account().balances.gift.0, 0);
    assert_eq!(code(take_back(&till, 1, None)), ErrorCode::OpeningUsed);
}

#[test]
fn it_is_taken_back_as_a_whole_and_leaves_nothing() {
    let till = till(92);
    let other = till.house.clinic.client("李四", "13900139000");
    let bytes = book(&[
        &["姓名", "手机号", "储值余额", "积分", "累计消费"],
        &["李四", "13900139000", "1,000.50", "70", "2000"],
        &["合计", "", "1000.50", "70", "2000"],
    ]);
    let file = OpeningSource::File { file_name: "旧系统.xlsx".into() };
    take_over(&till, 1, &by_hand(rich(&till)), &[], false).expect("takes over");
    let world = &till.house.clinic.world;
    world.set(world.now() + 1_000);
    take_over(&till, 2, &file, &bytes, false).expect("takes over");
    assert_eq!(balance(&till, other), 70);
    take_back(&till, 1, None).expect("takes back");
    assert_eq!(code(take_back(&till, 1, None)), ErrorCode::AlreadyReversed);
    assert_eq!(till.account().balances, Default::default());
    assert_eq!(balance(&till, till.client()), 0);
    assert!(till.entitlements().iter().all(|one| one.left == 0 && one.unredeemed.0 == 0));
    let owner = &till.house.clinic.owner;
    let day = of_day(till.store(), owner, SalesOfDay { day: None }).expect("the day");
    assert!(day.methods.is_empty(), "nothing went out: {:?}", day.methods);
    assert!(day.refunds.is_empty(), "nothing was given back: {:?}", day.refunds);
    let heads = all(till.store(), owner).expect("all");
    assert_eq!(
        heads.iter().map(|one| (one.totals.clients, one.reversed)).collect::<Vec<_>>(),
        [(1, 0), (1, 1)]
    );
    let opened = open(till.store(), owner, OfOpening { id: heads[1].id }).expect("opens");
    assert_eq!(opened.clients[0].reversed.as_deref(), Some("导错了"));
    let points =
        points_of(till.store(), &till.reception, PointsOf { client: till.client() }).expect("points");
    assert_eq!(points.lines[0].kind, PointsKind::Reverse);
    // Once it is taken back it can be taken over rightly.
    take_over(&till, 3, &by_hand(rich(&till)), &[], false).expect("takes over anew");
    assert_eq!(till.account().balances.principal, Fen(500_000));
    // Points alone, spent, stand in the way as well.
    let input = jingtai_clinic::membership::points::adjust::AdjustPoints {
        id: jingtai_clinic::ids::PointsEntryId(Uuid::from_u128(1)),
        client: other,
        points: -1,
        expires_on: None,
        reason: "兑换".into(),
    };
    let witnessed = jingtai_clinic::stock::Witnessed { input: &input, witness: None };
    jingtai_clinic::membership::points::adjust::adjust(till.store(), owner, witnessed).expect("spends one");
    let refused = take_back(&till, 2, None);
    assert_eq!(refusal(refused, "name"), (ErrorCode::OpeningUsed, Some("opening"), "李四".into()));
    assert_eq!(balance(&till, other), 69);
}

#[test]
fn the_owners_pin_and_what_was_shown_stand_for_it() {
    let till = till(93);
    let source = by_hand(rich(&till));
    let totals = look(&till, source.clone(), &[]).expect("a look").totals;
    let input = |totals| EnterOpening {
        id: OpeningId(Uuid::from_u128(1)),
        source: source.clone(),
        again: false,
        totals,
    };
    let owner = &till.house.clinic.owner;
    assert_eq!(code(enter(till.store(), owner, &input(totals), None, &[])), ErrorCode::ApprovalRequired);
    let doctor = till.house.doctor.clone();
    assert_eq!(code(enter(till.store(), owner, &input(totals), Some(&doctor), &[])), ErrorCode::NotPermitted);
    let said = Some(till.owner_session());
    assert_eq!(code(enter(till.store(), &till.cashier, &input(totals), said, &[])), ErrorCode::NotPermitted);
    let less = OpeningTotals { points: 499, ..totals };
    assert_eq!(code(enter(till.store(), owner, &input(less), said, &[])), ErrorCode::ChangedMeanwhile);
    assert!(till.account().entries.is_empty());
}

#[test]
fn by_hand_every_field_says_what_is_wrong_with_it() {
    let till = till(94);
    let (client, yesterday) = (till.client(), till.store().today().pred_opt());
    let ask = |input: OpeningInput| {
        let wrong = look(&till, by_hand(input), &[]).expect_err("refused");
        (wrong.code, wrong.field, wrong.params.get("line").cloned())
    };
    let one = || Some("1".to_owned());
    let sessions = |change: fn(&mut OpeningSessions)| {
        let mut had = lasers(&till, 2, 100);
        change(&mut had);
        OpeningInput { sessions: vec![had], ..nothing(client) }
    };
    assert_eq!(ask(nothing(client)), (ErrorCode::Required, Some("opening"), None));
    assert_eq!(ask(OpeningInput { principal: Fen(-1), ..nothing(client) }).1, Some("principal"));
    let spent = OpeningInput { lifetime: Fen(1), last_year: Fen(2), ..nothing(client) };
    assert_eq!(ask(spent), (ErrorCode::OpeningSpending, Some("lastYear"), None));
    let over =
        OpeningInput { points: vec![OpeningPoints { points: 1, expires_on: yesterday }], ..nothing(client) };
    assert_eq!(ask(over), (ErrorCode::DayPast, Some("pointsExpireOn"), one()));
    assert_eq!(ask(sessions(|had| had.sessions = 0)), (ErrorCode::InvalidValue, Some("sessions"), one()));
    assert_eq!(
        ask(sessions(|had| had.paid = Fen(200_001))),
        (ErrorCode::OpeningAboveList, Some("paid"), one())
    );
    assert_eq!(ask(sessions(|had| had.gift = true)), (ErrorCode::InvalidValue, Some("paid"), one()));
    let lips = till.house.lips;
    let mut unpriced = sessions(|had| (had.paid, had.list_price) = (Fen(0), None));
    unpriced.sessions[0].procedure = lips;
    assert_eq!(ask(unpriced), (ErrorCode::PriceMissing, Some("listPrice"), one()));
    assert_eq!(ask(nothing(ClientId(Uuid::from_u128(5)))).0, ErrorCode::NotFound);
}

/// A sheet of texts.
fn book(rows: &[&[&str]]) -> Vec<u8> {
    books(&[rows])
}

fn books(sheets: &[&[&[&str]]]) -> Vec<u8> {
    let mut book = Workbook::new();
    for rows in sheets {
        let sheet = book.add_worksheet();
        for (at, row) in (0..).zip(*rows) {
            for (column, cell) in (0..).zip(*row) {
                sheet.write_string(at, column, *cell).expect("a cell");
            }
        }
    }
    book.save_to_buffer().expect("a book")
}

#[test]
fn a_spreadsheet_is_read_row_by_row_and_what_is_wrong_is_said_where_it_stands() {
    let till = till(95);
    let clinic = &till.house.clinic;
    let li = clinic.client("李四", "13900139000");
    clinic.client("王五", "13700137000");
    clinic.client("王五", "13700137001");
    let bytes = books(&[
        &[
            &["会员期初", "", "", "", ""],
            &["客户姓名", "手机", "本金", "积分余额", "积分到期", "近一年消费", "消费总额"],
            &["李四", "13900139000", "5000", "", "", "100", "2000"],
            &["李四", "", "", "30", "2030-01-01", "", ""],
            &["", "", "", "", ""],
            &["李四", "", "1", "", "", "", ""],
            &["王五", "", "100", "", "", "", ""],
            &["赵六", "13900139000", "100", "", "", "", ""],
            &["无名", "", "100", "", "", "", ""],
            &["李四", "", "", "三十", "", "", ""],
            &["李四", "", "", "5", "2020-01-01", "", ""],
            &["", "", "100", "", "", "", ""],
        ],
        &[
            &["姓名", "电话", "项目名称", "余次", "单次原价", "剩余实付", "是否赠送", "有效期"],
            &["李四", "", "光子", "3", "1000", "2500", "", "2030/06/30"],
            &["李四", "", "强脉冲光治疗", "1.0", "", "", "是", ""],
            &["李四", "", "不存在", "1", "", "", "", ""],
            &["李四", "", "光子", "2", "1000", "2000.01", "", ""],
            &["李四", "", "光子", "0.5", "1000", "", "", ""],
        ],
    ]);
    let file = OpeningSource::File { file_name: "x.xlsx".into() };
    let seen = look(&till, file.clone(), &bytes).expect("a look");
    let told: Vec<_> = seen
        .rows
        .iter()
        .map(|row| {
            (row.number, row.problem.as_ref().map(|wrong| (wrong.code, wrong.field.as_deref().unwrap_or(""))))
        })
        .collect();
    use ErrorCode as Wrong;
    assert_eq!(
        told,
        [
            (3, None),
            (4, None),
            (6, Some((Wrong::OpeningTwice, "name"))),
            (7, Some((Wrong::OpeningClientAmbiguous, "name"))),
            (8, Some((Wrong::OpeningNameDiffers, "name"))),
            (9, Some((Wrong::OpeningClientUnknown, "name"))),
            (10, Some((Wrong::CellUnreadable, "points"))),
            (11, Some((Wrong::DayPast, "pointsExpireOn"))),
            (12, Some((Wrong::Required, "name"))),
            (2, None),
            (3, None),
            (4, Some((Wrong::UnknownProcedure, "procedure"))),
            (5, Some((Wrong::OpeningAboveList, "paid"))),
            (6, Some((Wrong::CellUnreadable, "sessions"))),
        ]
    );
    assert_eq!(seen.rows[2].problem.as_ref().expect("twice").params["row"], "3");
    assert_eq!(refusal(take_over(&till, 1, &file, &bytes, false), "rows").2, "10");
    assert_eq!(balance(&till, li), 0, "all or nothing");
    let totals = seen.totals;
    assert_eq!((totals.clients, totals.principal, totals.points, totals.sessions), (1, Fen(500_000), 30, 4));
    assert_eq!((totals.paid, totals.lifetime), (Fen(250_000), Fen(200_000)));
    assert_eq!(code(look(&till, file.clone(), b"not a book")), ErrorCode::NoOpeningSheet);
    assert_eq!(code(look(&till, file, &[])), ErrorCode::ImportUnreadable);
}

#[test]
fn the_template_has_the_columns_that_are_read() {
    let till = till(96);
    let (store, owner) = (till.store(), &till.house.clinic.owner);
    let dir = tempfile::tempdir().expect("a folder");
    for language in [FileLanguage::Zh, FileLanguage::En] {
        let path = dir.path().join("期初.xlsx");
        write(store, owner, OpeningTemplate { language }, &path).expect("writes");
        let bytes = std::fs::read(&path).expect("the file");
        let file = OpeningSource::File { file_name: "期初.xlsx".into() };
        // Known, and empty: there is nothing to take over.
        assert!(look(&till, file.clone(), &bytes).expect("a look").rows.is_empty());
        assert_eq!(code(take_over(&till, 1, &file, &bytes, false)), ErrorCode::Required);
    }
}

//! What clients pay ahead, pay with, and owe.

use jingtai_clinic::amounts::Fen;
use jingtai_clinic::billing::accounts::{Account, AccountCause, AccountOf, Balances, of_client};
use jingtai_clinic::billing::methods::{self, PaymentMethod};
use jingtai_clinic::billing::offers::{self, CardItem, CourseCardInput};
use jingtai_clinic::billing::settle::{SettleSale, settle};
use jingtai_clinic::billing::{ArrearsInput, PaymentInput, Pot, SaleItem, SaleLineInput};
use jingtai_clinic::ids::SaleId;
use jingtai_clinic::settings::{self, SetSetting, SettingKey};
use jingtai_clinic::{Error, ErrorCode};
use uuid::Uuid;

use crate::till::{LASER, Till, code, line, paid, refusal, till};

fn top_up(till: &Till) -> SaleLineInput {
    line(SaleItem::StoredValue { principal: Fen(500_000), offer: Some(till.offer) }, 1)
}

fn deposit(amount: i64) -> SaleLineInput {
    line(SaleItem::Deposit { amount: Fen(amount) }, 1)
}

fn has(principal: i64, gift: i64, deposit: i64, owed: i64) -> Balances {
    Balances { principal: Fen(principal), gift: Fen(gift), deposit: Fen(deposit), owed: Fen(owed) }
}

fn set(till: &Till, key: SettingKey, value: &str) {
    let input = SetSetting { key, value: value.into() };
    settings::set(till.store(), &till.house.clinic.owner, &input).expect("a rule");
}

/// The statement, oldest first: what changed and what stood after it.
fn statement(account: &Account) -> Vec<(Pot, AccountCause, i64, i64)> {
    account.entries.iter().rev().map(|one| (one.pot, one.cause, one.amount.0, one.after.0)).collect()
}

#[test]
fn stored_value_is_used_in_the_clinics_order_and_the_statement_adds_up() {
    let till = till(20);
    till.sell(vec![top_up(&till)]);
    assert_eq!(till.account().balances, has(500_000, 50_000, 0, 0));
    let buy = |amount: i64| {
        let mut sale = till.sale(vec![till.lasers(1)]);
        sale.lines[0].quantity = 1;
        let payments = vec![paid("stored_value", amount), paid("alipay", LASER.0 - amount)];
        till.pay(&till.paying(sale, payments)).expect("sells")
    };
    buy(60_000);
    assert_eq!(till.account().balances, has(440_000, 50_000, 0, 0));
    set(&till, SettingKey::StoredValueOrder, "gift_first");
    buy(60_000);
    assert_eq!(till.account().balances, has(430_000, 0, 0, 0));
    till.sell(vec![top_up(&till)]);
    set(&till, SettingKey::StoredValueOrder, "in_proportion");
    // 930,000 to 50,000.
    buy(49_000);
    assert_eq!(till.account().balances, has(883_500, 47_500, 0, 0));
    let account = till.account();
    assert_eq!(
        statement(&account)[..5],
        [
            (Pot::Principal, AccountCause::Sold, 500_000, 500_000),
            (Pot::Gift, AccountCause::Sold, 50_000, 50_000),
            (Pot::Principal, AccountCause::Paid, -60_000, 440_000),
            (Pot::Principal, AccountCause::Paid, -10_000, 430_000),
            (Pot::Gift, AccountCause::Paid, -50_000, 0),
        ]
    );
    assert!(account.entries.iter().all(|entry| entry.number.is_some()));
}

#[test]
fn what_is_kept_here_pays_for_no_more_than_there_is_and_never_for_itself() {
    let till = till(21);
    till.sell(vec![top_up(&till), deposit(30_000)]);
    assert_eq!(till.account().balances, has(500_000, 50_000, 30_000, 0));
    let refused = |lines: Vec<SaleLineInput>, payments: Vec<PaymentInput>, param: &str| {
        refusal(till.pay(&till.paying(till.sale(lines), payments)), param)
    };
    let six = || vec![till.lasers(6)];
    let (field, none) = (Some("payments"), String::new());
    assert_eq!(
        refused(six(), vec![paid("stored_value", 550_001), paid("cash", 49_999)], "available"),
        (ErrorCode::BalanceTooSmall, field, "550000".into())
    );
    assert_eq!(
        refused(six(), vec![paid("deposit", 30_001), paid("cash", 569_999)], "available"),
        (ErrorCode::BalanceTooSmall, field, "30000".into())
    );
    assert_eq!(
        refused(vec![top_up(&till)], vec![paid("stored_value", 500_000)], "payable"),
        (ErrorCode::NotPayableWithBalance, field, "0".into())
    );
    // Together they pay for everything but a deposit.
    let lines = vec![till.lasers(1), deposit(30_000)];
    let payments = vec![paid("stored_value", 100_000), paid("deposit", 30_000)];
    assert_eq!(
        refused(lines, payments, "payable"),
        (ErrorCode::NotPayableWithBalance, field, "100000".into())
    );
    let twice = vec![paid("stored_value", 50_000), paid("stored_value", 50_000)];
    assert_eq!(refused(vec![till.lasers(1)], twice, "").1, Some("method"));
    assert_eq!(refused(vec![till.lasers(1)], vec![paid("deposit", -1)], "").0, ErrorCode::InvalidValue);
    // Nothing of it was taken.
    assert_eq!(till.account().balances, has(500_000, 50_000, 30_000, 0));
    let quote = till.quote(&till.sale(vec![till.lasers(1), deposit(1)])).expect("a price");
    assert_eq!((quote.stored_value, quote.deposit), (Fen(100_000), Fen(30_000)));
    // A deposit is money like any other once something is bought.
    let payments = vec![paid("deposit", 30_000), paid("wechat", 70_000)];
    till.pay(&till.paying(till.sale(vec![till.lasers(1)]), payments)).expect("sells");
    assert_eq!(till.account().balances, has(500_000, 50_000, 0, 0));
    let stale = line(SaleItem::StoredValue { principal: Fen(1), offer: Some(till.offer) }, 1);
    assert_eq!(code(till.quote(&till.sale(vec![stale]))), ErrorCode::ChangedMeanwhile);
    assert_eq!(none, "");
}

#[test]
fn payments_say_what_they_are_and_add_up() {
    let till = till(22);
    let refused = |payments: Vec<PaymentInput>, param: &str| {
        refusal(till.pay(&till.paying(till.sale(vec![till.lasers(1)]), payments)), param)
    };
    assert_eq!(refused(vec![], "left"), (ErrorCode::PaymentsDiffer, Some("payments"), "100000".into()));
    assert_eq!(
        refused(vec![paid("wechat", LASER.0), paid("cash", 1)], "left"),
        (ErrorCode::PaymentsDiffer, Some("payments"), "-1".into())
    );
    assert_eq!(
        refused(vec![paid("paypal", LASER.0)], "payment"),
        (ErrorCode::NotFound, Some("method"), "1".into())
    );
    assert_eq!(
        refused(vec![paid("cash", 1), paid("meituan", LASER.0 - 1)], "payment"),
        (ErrorCode::Required, Some("reference"), "2".into())
    );
    let short = PaymentInput { tendered: Some(Fen(LASER.0 - 1)), ..paid("cash", LASER.0) };
    assert_eq!(refused(vec![short], "least"), (ErrorCode::InvalidValue, Some("tendered"), "100000".into()));
    let card = PaymentInput { tendered: Some(LASER), ..paid("card", LASER.0) };
    assert_eq!(refused(vec![card], "").1, Some("tendered"));

    // The owner's own method, and one that is offered no more.
    let mut all = offers::all(till.store(), &till.reception).expect("offers").methods;
    all.retain(|method| method.code != "wechat");
    let own =
        PaymentMethod { code: "own".into(), name: "商场卡".into(), needs_reference: true, active: true };
    let write = |methods: &[PaymentMethod]| methods::set(till.store(), &till.house.clinic.owner, methods);
    all.insert(0, own.clone());
    assert_eq!(code(write(&all)), ErrorCode::ChangedMeanwhile);
    let wechat =
        PaymentMethod { code: "wechat".into(), name: String::new(), needs_reference: false, active: false };
    all.push(wechat);
    write(&all).expect("writes");
    assert_eq!(offers::all(till.store(), &till.reception).expect("offers").methods, all);
    assert_eq!(refused(vec![paid("wechat", LASER.0)], "").1, Some("method"));
    let by_own = PaymentInput { reference: " 8888 ".into(), ..paid("own", LASER.0) };
    let sold = till.pay(&till.paying(till.sale(vec![till.lasers(1)]), vec![by_own])).expect("sells");
    let payment = till.open(sold.id).payments.remove(0);
    assert_eq!((payment.name.as_str(), payment.reference.as_str()), ("商场卡", "8888"));
    let nameless = [PaymentMethod { name: " ".into(), ..own }];
    assert_eq!(code(write(&[&all[1..], &nameless].concat())), ErrorCode::Required);
}

#[test]
fn a_debt_is_agreed_on_by_who_may_and_paid_off_once() {
    let till = till(23);
    let due_on = till.store().today() + chrono::TimeDelta::days(7);
    let mut paying = till.paying(till.sale(vec![till.lasers(2)]), vec![paid("wechat", 150_000)]);
    paying.arrears = Some(ArrearsInput { due_on, reason: "下次补".into() });
    let by = |approver| till.pay_by(&till.reception, &paying, approver);
    assert_eq!(refusal(by(None), "why"), (ErrorCode::ApprovalRequired, Some("approver"), "arrears".into()));
    assert_eq!(code(by(Some(&till.house.doctor))), ErrorCode::NotPermitted);
    let sold = by(Some(till.owner_session())).expect("sells");
    let account = till.account();
    assert_eq!(account.balances, has(0, 0, 0, 50_000));
    assert_eq!(
        (account.debts[0].owed, account.debts[0].due_on, account.debts[0].overdue),
        (Fen(50_000), due_on, false)
    );

    let pay = |id: u128, payments: Vec<PaymentInput>| -> Result<_, Error> {
        let input = SettleSale { id: Uuid::from_u128(id), sale: sold.id, payments };
        settle(till.store(), &till.reception, &input)
    };
    pay(1, vec![paid("wechat", 20_000)]).expect("pays");
    pay(1, vec![paid("wechat", 20_000)]).expect("the same");
    assert_eq!(till.account().balances.owed, Fen(30_000));
    assert_eq!(
        refusal(pay(2, vec![paid("cash", 30_001)]), "owed"),
        (ErrorCode::OwesLess, Some("payments"), "30000".into())
    );
    assert_eq!(code(pay(3, vec![])), ErrorCode::Required);
    pay(4, vec![paid("cash", 30_000)]).expect("pays");
    let account = till.account();
    assert_eq!((account.balances.owed, account.debts.len()), (Fen(0), 0));
    let sale = till.open(sold.id);
    assert_eq!(sale.payments.iter().map(|one| one.amount.0).sum::<i64>(), sale.total.0);
    assert_eq!(sale.payments.iter().filter(|one| one.settles).count(), 2);
    assert_eq!(sale.arrears.expect("there was one").owed, Fen(0));

    // Money paid ahead is never lent, and where nobody may owe, nobody does.
    let owing = |lines, amount| {
        let mut paying = till.paying(till.sale(lines), vec![paid("cash", amount)]);
        paying.arrears = Some(ArrearsInput { due_on, reason: "下次补".into() });
        paying
    };
    let lent = owing(vec![top_up(&till), till.lasers(1)], 499_999);
    assert_eq!(
        code(till.pay_by(&till.reception, &lent, Some(till.owner_session()))),
        ErrorCode::ArrearsNotAllowed
    );
    let mut late = owing(vec![till.lasers(1)], 1);
    late.arrears =
        Some(ArrearsInput { due_on: till.store().today().pred_opt().expect("a day"), reason: "x".into() });
    assert_eq!(code(till.pay_by(&till.reception, &late, Some(till.owner_session()))), ErrorCode::InvalidDate);
    set(&till, SettingKey::Arrears, "allowed");
    till.pay(&owing(vec![till.lasers(1)], 1)).expect("sells");
    set(&till, SettingKey::Arrears, "never");
    assert_eq!(code(till.pay(&owing(vec![till.lasers(1)], 1))), ErrorCode::ArrearsNotAllowed);
    let gone = SettleSale {
        id: Uuid::from_u128(5),
        sale: SaleId(Uuid::from_u128(5)),
        payments: vec![paid("cash", 1)],
    };
    assert_eq!(code(settle(till.store(), &till.reception, &gone)), ErrorCode::NotFound);
}

#[test]
fn a_card_is_changed_for_who_buys_it_next() {
    let till = till(24);
    till.sell(vec![till.cards(1)]);
    let input = |items, name: &str| CourseCardInput {
        id: Some(till.card),
        name: name.into(),
        price: Fen(300_000),
        valid_days: None,
        items,
        active: true,
    };
    let lips = CardItem { procedure: till.house.lips, sessions: 3, gift_sessions: 0 };
    let set = |input: &CourseCardInput| offers::set_card(till.store(), &till.house.clinic.owner, input);
    set(&input(vec![lips], "唇卡")).expect("writes");
    let card = offers::all(till.store(), &till.reception).expect("offers").cards.remove(0);
    assert_eq!((card.items.as_slice(), card.list_price, card.valid_days), ([lips].as_slice(), Fen(0), None));
    assert_eq!(till.entitlements().iter().map(|one| one.sessions).sum::<i64>(), 6, "what was sold stays");
    for wrong in [
        vec![],
        vec![CardItem { sessions: 0, gift_sessions: 2, ..lips }],
        vec![CardItem { sessions: u32::MAX, gift_sessions: u32::MAX, ..lips }],
        vec![lips, lips],
    ] {
        assert_eq!(set(&input(wrong, "唇卡")).expect_err("refused").field, Some("items"));
    }
    let other = CourseCardInput { id: None, ..input(vec![lips], "唇卡") };
    assert_eq!(code(set(&other)), ErrorCode::NameTaken);
}

#[test]
fn a_statement_is_read_from_its_end_and_says_whether_there_is_more() {
    let till = till(25);
    for _ in 0..3 {
        till.sell(vec![top_up(&till)]);
    }
    let read = |entries| {
        let of = AccountOf { client: till.client(), entries };
        of_client(till.store(), &till.reception, of).expect("an account")
    };
    let all = read(100);
    assert_eq!((all.entries.len(), all.more), (6, false));
    let latest = read(4);
    assert_eq!((latest.entries.as_slice(), latest.more), (&all.entries[..4], true));
    assert_eq!((latest.balances, read(6).more, read(0).more), (all.balances, false, true));
    assert_eq!(statement(&all)[0], (Pot::Principal, AccountCause::Sold, 500_000, 500_000));
}

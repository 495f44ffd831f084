//! The spreadsheet of opening balances: two sheets and their columns, as clinics' old programs call them.

use crate::spreadsheet::form::{Form, column, words};

/// What a sheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SheetKind {
    /// A client's money, points and spending; a row each, or more for points of several last days.
    Balances,
    /// Sessions left, a row for each procedure.
    Sessions,
}

/// Who it is about.
macro_rules! with_client {
    ($($column:expr),* $(,)?) => {
        &[
            column("memberNumber", "会员号", "Member number").also(&["会员编号", "会员卡号", "卡号", "档案号"]),
            column("name", "姓名", "Name").also(&["顾客", "客户", "顾客姓名", "客户姓名", "会员姓名"]),
            column("phone", "手机", "Phone").also(&["手机号", "手机号码", "电话", "联系电话"]),
            $($column),*
        ]
    };
}

/// In the order in which they are written.
pub(super) const SHEETS: &[Form<SheetKind>] = &[
    Form {
        kind: SheetKind::Balances,
        name: words("期初余额", "Opening balances"),
        columns: with_client![
            column("principal", "储值本金", "Stored value").also(&[
                "本金",
                "本金余额",
                "储值余额",
                "储值",
                "卡内余额"
            ]),
            column("gift", "储值赠送", "Stored value gift").also(&["赠送余额", "赠送金额", "赠金"]),
            column("deposit", "定金", "Deposit").also(&["订金", "定金余额"]),
            column("points", "积分", "Points").also(&["积分余额", "剩余积分", "可用积分"]),
            column("pointsExpireOn", "积分到期日", "Points expire on").also(&["积分有效期", "积分到期"]),
            column("lifetime", "累计消费", "Lifetime spending").also(&[
                "累计消费金额",
                "消费总额",
                "历史消费",
                "总消费"
            ]),
            column("lastYear", "近12个月消费", "Spending in 12 months").also(&[
                "近一年消费",
                "一年内消费",
                "年消费",
                "近12月消费"
            ]),
            column("tier", "会员等级", "Tier").also(&["等级", "会员级别", "级别"]),
        ],
    },
    Form {
        kind: SheetKind::Sessions,
        name: words("期初项目", "Opening sessions"),
        columns: with_client![
            column("procedure", "项目", "Procedure").also(&["项目名称", "服务项目", "疗程项目"]),
            column("sessions", "剩余次数", "Sessions left").also(&["余次", "剩余", "次数", "未执行次数"]),
            column("listPrice", "单次原价", "List price of one").also(&["原价", "单价", "单次价格", "价目"]),
            column("paid", "剩余实付", "Paid for what is left").also(&[
                "实付",
                "剩余金额",
                "未执行金额",
                "剩余价值"
            ]),
            column("gift", "赠送", "Gift").also(&["是否赠送"]),
            column("cardName", "卡名", "Card").also(&["疗程卡", "卡项", "卡项名称", "套餐"]),
            column("expiresOn", "到期日", "Expires on").also(&["有效期", "有效期至", "到期时间"]),
        ],
    },
];

/// What is told in the template beside the two sheets.
pub(super) const NOTES: &[(&str, &str)] = &[
    (
        "每位顾客按会员号、手机或姓名对应到已有档案，请先导入顾客档案。",
        "Every row finds its client by member number, phone or name: import the client files first.",
    ),
    (
        "期初余额：每位顾客一行；积分到期日不同的，可另起一行只填积分和到期日。到期日空白表示长期有效。",
        "Opening balances: one row for each client; points with another last day may stand in a row of their own. No last day: for ever.",
    ),
    (
        "期初项目：每个项目一行，只填还没做的次数和为这些次数实付的金额；赠送的次数填「是」，实付填 0。",
        "Opening sessions: a row for each procedure, with the sessions left and what was paid for these; gifts say Yes and are paid with 0.",
    ),
    (
        "单次原价空白时取价目表；金额以元计，最多两位小数。",
        "Without a list price the price list's is taken; amounts are in yuan with at most two decimals.",
    ),
    (
        "累计消费含没做完的次数的实付，不含没用掉的储值；近 12 个月消费是其中的一部分。会员等级写现在用的等级名称。",
        "Lifetime spending is with what was paid for the sessions left and without stored value that was not used; that of the last 12 months is a part of it. A tier is written as it is called here.",
    ),
];

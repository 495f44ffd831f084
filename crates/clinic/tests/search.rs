//! A client is found by every fragment that should find them, the most recently seen first, and by nothing that
//! no longer is theirs.

#![allow(missing_docs)]

mod common;

use jingtai_clinic::clients::alerts::OfClient;
use jingtai_clinic::clients::edit::{EditClient, edit};
use jingtai_clinic::clients::join::{EndJoin, Join, end_join, join};
use jingtai_clinic::clients::open::open;
use jingtai_clinic::clients::search::{FindClients, find};
use jingtai_clinic::clients::{ClientHit, ClientInput, PhoneInput, Sex, create};
use jingtai_clinic::ids::ClientId;
use jingtai_clinic::visits::{CheckIn, check_in};
use proptest::prelude::*;

struct Clinic {
    inner: common::Clinic,
    now: std::cell::Cell<i64>,
}

impl std::ops::Deref for Clinic {
    type Target = common::Clinic;

    fn deref(&self) -> &common::Clinic {
        &self.inner
    }
}

impl Clinic {
    fn found() -> Clinic {
        Clinic { inner: common::clinic(7), now: common::NOW.into() }
    }

    /// A minute passes.
    fn wait(&self) {
        self.now.set(self.now.get() + 60_000);
        self.world.set(self.now.get());
    }

    fn add(&self, name: &str, phone: &str) -> ClientId {
        self.wait();
        create::create(&self.store, &self.owner, &input(name, phone)).expect("a client")
    }

    fn visit(&self, client: ClientId) {
        self.wait();
        let input = CheckIn { client, appointment: None, procedure: None, doctor: None };
        check_in::check_in(&self.store, &self.owner, &input).expect("checked in");
    }

    fn hits(&self, query: &str) -> Vec<ClientHit> {
        let input = FindClients { query: query.to_owned(), limit: 50, skip: None };
        find(&self.store, &self.owner, &input).expect("an answer")
    }

    fn found_by(&self, query: &str) -> Vec<ClientId> {
        self.hits(query).into_iter().map(|hit| hit.id).collect()
    }

    fn names(&self, query: &str) -> Vec<String> {
        self.hits(query).into_iter().map(|hit| hit.name).collect()
    }
}

fn input(name: &str, phone: &str) -> ClientInput {
    let phone = PhoneInput { id: None, number: Some(phone.to_owned()), label: String::new() };
    ClientInput {
        name: name.to_owned(),
        other_names: String::new(),
        sex: Sex::Female,
        birthday: None,
        phones: vec![phone],
        wechat: None,
        id_number: None,
        guardian: None,
        emergency: None,
        source: None,
        referrer: None,
        skin_type: None,
        preferences: String::new(),
        notes: String::new(),
        tags: Vec::new(),
    }
}

/// Every part of a text, from each character to each later one.
fn parts(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    (0..characters.len())
        .flat_map(|from| (from + 1..=characters.len()).map(move |to| (from, to)))
        .map(|(from, to)| characters[from..to].iter().collect())
        .collect()
}

/// A name, and what must find it.
const READ_AS: &str = "
    单晓燕 shanxiaoyan danxiaoyan sxy dxy; 解敏 xiemin jiemin; 仇英 qiuying chouying; 曾琪 zengqi cengqi;
    查良 zhaliang chaliang; 盖静 gejing gaijing; 任可 renke; 华佗 huatuo; 区丽 ouli quli; 朴恩 piaoen puen;
    缪云 miaoyun; 翟莉 zhaili dili; 乐嘉 yuejia lejia; 纪宁 jining; 覃芳 qinfang tanfang; 洗星 xianxing;
    冼妮 xianni; 员琼 yunqiong yuanqiong; 折月 sheyue zheyue; 黑妹 hemei heimei; 秘红 bihong;
    召南 shaonan zhaonan; 种楚 chongchu zhongchu; 繁漪 poyi fanyi; 逄雪 pangxue; 句践 goujian jujian;
    晁盖 chaogai; 尉迟敬 yuchijing weichijing ycj; 长孙皓 zhangsunhao; 万俟雪 moqixue mqx;
    令狐冲 linghuchong; 澹台镜 tantaijing; 吕女士 lvnv lunv lunu; 𠮷田 jitian 𠮷 田; 刘䶮 liuyan 䶮;
    李喆 lizhe; 王堃 wangkun; 董垚 dongyao; 牛犇 niuben; 毕昇 bisheng; 歐陽娜娜 ouyangnana 陽娜";

#[test]
fn a_name_is_found_as_the_clinic_and_as_a_stranger_reads_it() {
    let clinic = Clinic::found();
    let lines: Vec<Vec<&str>> = READ_AS.split(';').map(|line| line.split_whitespace().collect()).collect();
    let phone = |number| format!("139{number:08}");
    let clients: Vec<ClientId> =
        lines.iter().enumerate().map(|(number, line)| clinic.add(line[0], &phone(number))).collect();
    for (client, line) in clients.iter().zip(&lines) {
        for query in &line[1..] {
            assert!(clinic.found_by(query).contains(client), "{} is not found by {query}", line[0]);
        }
    }
}

#[test]
fn the_most_recently_seen_come_first() {
    let clinic = Clinic::found();
    let [first, second, third] = ["王一", "王二", "王三"].map(|name| clinic.add(name, "13800000000"));
    assert_eq!(clinic.found_by("王"), [third, second, first]);
    clinic.visit(second);
    clinic.visit(first);
    // A check-in does not wait for it: who came moves to the front a moment later, who came last before all.
    assert_eq!(clinic.found_by("王"), [third, second, first]);
    clinic.store.index_waiting(&|_, _| {}).expect("indexed");
    assert_eq!(clinic.found_by("王"), [first, second, third]);
    for everybody in ["", "  ", "%", "'; DROP TABLE client; --".split_at(3).0, "！"] {
        assert_eq!(clinic.found_by(everybody), [first, second, third], "{everybody:?}");
    }
    assert_eq!(clinic.hits("王")[0].visits, 1);
    let only_one = FindClients { query: "王".into(), limit: 1, skip: None };
    assert_eq!(find(&clinic.store, &clinic.owner, &only_one).expect("an answer").len(), 1);
}

#[test]
fn a_member_number_is_found_exactly_before_what_merely_holds_it() {
    let clinic = Clinic::found();
    let client = clinic.add("赵敏", "13911112222");
    let number = clinic.hits("赵敏")[0].member_number.clone();
    clinic.add("周芷若", &format!("1{}", &number[1..]));
    for code in [number.clone(), number.to_lowercase(), format!("JT1:{number}"), format!("jt1：{number} ")] {
        assert_eq!(clinic.found_by(&code)[0], client, "{code}");
    }
    assert_eq!(clinic.found_by(&format!("JT1:{number}")), [client]);
    assert!(clinic.found_by("JT1:nobody").is_empty());
}

#[test]
fn what_is_typed_is_never_more_than_characters() {
    let clinic = Clinic::found();
    let strange = [
        "O'Brien \"Ann\"",
        "娜🌸",
        "שרה כהן",
        "100%_x",
        "a*b NOT c",
        "-- ;drop",
        "José Ωmega",
        "김민지",
        "ﬁ Ａ",
    ];
    let clients: Vec<ClientId> = strange.iter().map(|name| clinic.add(name, "02162358888")).collect();
    for (client, name) in clients.iter().zip(strange) {
        assert!(clinic.found_by(name).contains(client), "{name}");
    }
    assert_eq!(clinic.names("🌸"), ["娜🌸"]);
    assert_eq!(clinic.names("כהן"), ["שרה כהן"]);
    assert_eq!(clinic.names("jose"), ["José Ωmega"]);
    assert_eq!(clinic.names("fi a"), ["ﬁ Ａ"]);
    let longest = "很".repeat(10_000) + &" 长".repeat(10_000);
    assert!(clinic.found_by(&longest).is_empty());
}

#[test]
fn an_edited_name_and_a_retired_phone_find_nobody() {
    let clinic = Clinic::found();
    let client = clinic.add("陈圆圆", "13700001111");
    let edited = ClientInput { other_names: "Lily、邢沅".into(), ..input("陈沅", "13700002222") };
    edit(&clinic.store, &clinic.owner, &EditClient { id: client, client: edited }).expect("edited");
    for old in ["圆圆", "chenyuanyuan", "1111"] {
        assert!(clinic.found_by(old).is_empty(), "{old}");
    }
    for new in ["陈沅", "cheny", "2222", "lily", "邢", "xingy", "CY"] {
        assert_eq!(clinic.found_by(new), [client], "{new}");
    }
}

#[test]
fn a_joined_file_finds_its_survivor_until_it_is_taken_back() {
    let clinic = Clinic::found();
    let (loser, survivor) = (clinic.add("柳如是", "13600001111"), clinic.add("杨爱", "13600002222"));
    clinic.visit(loser);
    let number = clinic.hits("柳如是")[0].member_number.clone();
    let alias = join(&clinic.store, &clinic.owner, Join { survivor, loser }).expect("joined");
    for query in ["柳如是", "liurushi", "1111", "杨爱", "2222", &number, &format!("JT1:{number}"), ""] {
        assert_eq!(clinic.found_by(query), [survivor], "{query}");
    }
    assert_eq!(clinic.hits("柳")[0].visits, 1);
    clinic.store.rebuild_search().expect("rebuilt");
    assert_eq!(clinic.found_by("柳如是"), [survivor]);
    end_join(&clinic.store, &clinic.owner, EndJoin { alias }).expect("apart");
    assert_eq!(clinic.found_by("柳如是"), [loser]);
    assert_eq!(clinic.found_by("2222"), [survivor]);
    assert_eq!(open(&clinic.store, &clinic.owner, OfClient { client: loser }).expect("a file").id, loser);
}

fn a_name() -> impl Strategy<Value = String> {
    let surname =
        prop::sample::select(vec!["王", "李", "单", "尉迟", "吕", "曾", "司马", "𠮷", "Ann", "区", "張"]);
    let given = prop::sample::select(vec![
        "一", "小明", "长乐", "娜🌸", "女", " 三 丰", "行之", "盛", "Lee", "a·b", "重重",
    ]);
    (surname, given).prop_map(|(surname, given)| format!("{surname}{given}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    /// Each fragment of what is a client's own finds the client.
    #[test]
    fn every_fragment_finds(people in prop::collection::vec((a_name(), "1[3-9][0-9]{9}|\\+852[0-9]{8}"), 1..6)) {
        let clinic = Clinic::found();
        let clients: Vec<ClientId> = people.iter().map(|(name, phone)| clinic.add(name, phone)).collect();
        for (client, (name, phone)) in clients.iter().zip(&people) {
            let number = clinic.hits(phone).iter().find(|hit| hit.id == *client).expect("by phone").member_number.clone();
            for fragment in parts(name).into_iter().chain(parts(phone)).chain(parts(&number)) {
                prop_assert!(clinic.found_by(&fragment).contains(client), "{name} {phone}: {fragment}");
            }
        }
    }

    /// Pinyin from any syllable on, and any part of the initials.
    #[test]
    fn every_part_of_the_pinyin_finds(
        (surname, s) in prop::sample::select(vec![("王", "wang"), ("李", "li"), ("张", "zhang"), ("欧", "ou")]),
        given in prop::collection::vec(
            prop::sample::select(vec![("晓", "xiao"), ("敏", "min"), ("双", "shuang"), ("安", "an"), ("丽", "li")]), 1..4),
    ) {
        let clinic = Clinic::found();
        let syllables: Vec<&str> = std::iter::once(s).chain(given.iter().map(|(_, s)| *s)).collect();
        let name: String = std::iter::once(surname).chain(given.iter().map(|(c, _)| *c)).collect();
        let client = clinic.add(&name, "13512345678");
        let initials: String = syllables.iter().map(|syllable| &syllable[..1]).collect();
        let from_each = (0..syllables.len()).flat_map(|from| {
            let spelled = syllables[from..].concat();
            (1..=spelled.len()).map(move |to| spelled[..to].to_owned()).collect::<Vec<_>>()
        });
        for fragment in from_each.chain(parts(&initials)) {
            prop_assert_eq!(clinic.found_by(&fragment), vec![client], "{} by {}", name, fragment);
        }
    }

    /// What was kept up act by act answers as what is made anew.
    #[test]
    fn an_index_made_anew_answers_the_same(
        people in prop::collection::vec(a_name(), 2..8),
        acts in prop::collection::vec((0..3_u8, any::<prop::sample::Index>(), a_name()), 0..12),
    ) {
        let clinic = Clinic::found();
        let clients: Vec<ClientId> = people.iter().map(|name| clinic.add(name, "13012345678")).collect();
        let mut here = std::collections::BTreeSet::new();
        for (act, who, name) in &acts {
            let client = clients[who.index(clients.len())];
            match act {
                0 if here.insert(client) => clinic.visit(client),
                1 => {
                    let client = EditClient { id: client, client: input(name, "13112345678") };
                    edit(&clinic.store, &clinic.owner, &client).expect("edited");
                }
                _ => {}
            }
        }
        let questions: Vec<String> = ["", "1", "13", "130", "1234", "w", "l", "王", "李", "zhang", "小", "A0"]
            .iter().map(|q| (*q).to_owned()).chain(people.clone()).chain(acts.into_iter().map(|act| act.2)).collect();
        clinic.store.index_waiting(&|_, _| {}).expect("indexed");
        let before: Vec<_> = questions.iter().map(|question| clinic.hits(question)).collect();
        clinic.store.rebuild_search().expect("rebuilt");
        for (question, before) in questions.iter().zip(before) {
            prop_assert_eq!(clinic.hits(question), before, "{}", question);
        }
    }

    /// Whatever is typed, there is an answer.
    #[test]
    fn anything_can_be_typed(query in any::<String>(), other in "[-\"'*^(){}:+, a-z0-9张ü\u{0}]{0,40}") {
        thread_local!(static CLINIC: Clinic = Clinic::found());
        CLINIC.with(|clinic| {
            clinic.found_by(&query);
            clinic.found_by(&other);
        });
    }
}

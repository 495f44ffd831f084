//! Plans: nothing is agreed to that no doctor approved, and every version stays.

mod common;

use common::{Clinic, clinic, sign_in};
use jingtai_clinic::amounts::Fen;
use jingtai_clinic::catalogue::{self, ProcedureInput, Specialty};
use jingtai_clinic::ids::{ClientId, ProcedureId};
use jingtai_clinic::plans::open::{PlansOf, of_client, waiting};
use jingtai_clinic::plans::{
    AgreePlan, ClosePlan, DecidePlan, DraftPlan, Plan, PlanLineInput, PlanState, agree, decide, draft,
};
use jingtai_clinic::staff::{self, NewStaff, RegistrationInput};
use jingtai_clinic::{Actor, Error, ErrorCode, Role};

struct House {
    clinic: Clinic,
    client: ClientId,
    laser: ProcedureId,
    lids: ProcedureId,
    consultant: Actor,
}

fn house(seed: u64) -> House {
    let clinic = clinic(seed);
    let client = clinic.client("安娜", "13800000001");
    let procedure = |name: &str, specialty| {
        let input = ProcedureInput {
            id: None,
            name: name.into(),
            standard_name: name.into(),
            specialty,
            level: None,
            list_price: Some(Fen(100_000)),
            minutes: 30,
            numbing_minutes: 0,
            return_interval_days: None,
            consent_template: String::new(),
            aftercare: String::new(),
            usual_products: vec![],
            active: true,
        };
        catalogue::set_procedure(&clinic.store, &clinic.owner, &input).expect("a procedure")
    };
    let (laser, lids) = (procedure("光子", Specialty::Dermatology), procedure("双眼皮", Specialty::Surgery));
    let consultant = clinic.person(Role::Consultant);
    House { client, laser, lids, consultant, clinic }
}

impl House {
    fn doctor(&self, name: &str, specialty: Specialty, expires_on: Option<&str>) -> Actor {
        let (store, owner) = (&self.clinic.store, &self.clinic.owner);
        let input =
            NewStaff { name: name.into(), phone: None, roles: vec![Role::Doctor], pin: "730915".into() };
        let staff_id = staff::add(store, owner, &input).expect("adds");
        let registration = RegistrationInput {
            staff_id,
            specialty,
            title_number: "1".into(),
            practice_number: "2".into(),
            filed_on: "2020-01-01".parse().expect("a date"),
            expires_on: expires_on.map(|day| day.parse().expect("a date")),
        };
        staff::register(store, owner, &registration).expect("registers");
        sign_in(store, name, "730915")
    }

    fn line(&self, procedure: ProcedureId, alternative: u8) -> PlanLineInput {
        PlanLineInput { alternative, procedure, sessions: 3, price: Some(Fen(280_000)), note: String::new() }
    }

    fn draft(&self, of: Option<&Plan>, lines: Vec<PlanLineInput>) -> Result<Plan, Error> {
        let input = DraftPlan {
            id: of.map(|plan| plan.id),
            client: self.client,
            visit: None,
            note: "提升轮廓".into(),
            lines,
        };
        draft::draft(&self.clinic.store, &self.consultant, &input)?;
        Ok(self.plan())
    }

    fn plan(&self) -> Plan {
        let plans = of_client(&self.clinic.store, &self.consultant, PlansOf { client: self.client });
        plans.expect("plans").remove(0)
    }

    fn decide(&self, doctor: &Actor, plan: &Plan, approve: bool, reason: &str) -> Result<Plan, Error> {
        let input = DecidePlan { version: plan.versions[0].id, approve, reason: reason.into() };
        decide::decide(&self.clinic.store, doctor, &input)?;
        Ok(self.plan())
    }

    fn agree(&self, plan: &Plan, alternative: u8) -> Result<Plan, Error> {
        let input = AgreePlan { version: plan.versions[0].id, alternative };
        agree::agree(&self.clinic.store, &self.consultant, &input)?;
        Ok(self.plan())
    }
}

fn code<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorCode {
    result.expect_err("refused").code
}

#[test]
fn a_joint_plan_waits_for_a_doctor_of_each_specialty() {
    let house = house(1);
    let skin = house.doctor("皮肤", Specialty::Dermatology, None);
    let surgeon = house.doctor("外科", Specialty::Surgery, None);
    let lapsed = house.doctor("过期", Specialty::Surgery, Some("2026-03-01"));
    let plan = house
        .draft(None, vec![house.line(house.laser, 0), house.line(house.lids, 0), house.line(house.laser, 1)])
        .expect("a plan");
    assert_eq!(plan.state, PlanState::Draft);
    assert_eq!(waiting(&house.clinic.store, &skin).expect("waiting").len(), 1);
    assert_eq!(code(house.agree(&plan, 0)), ErrorCode::PlanNotApproved);
    assert_eq!(code(house.decide(&house.consultant, &plan, true, "")), ErrorCode::NotPermitted);
    assert_eq!(code(house.decide(&lapsed, &plan, true, "")), ErrorCode::DoctorNotRegistered);

    let plan = house.decide(&skin, &plan, true, "").expect("approves");
    assert_eq!(
        (plan.state, plan.missing.as_slice()),
        (PlanState::PartlyApproved, [Specialty::Surgery].as_slice())
    );
    assert_eq!(code(house.agree(&plan, 1)), ErrorCode::PlanNotApproved);
    let plan = house.decide(&surgeon, &plan, true, "").expect("approves");
    assert_eq!(plan.state, PlanState::Approved);
    assert!(waiting(&house.clinic.store, &skin).expect("waiting").is_empty());
    assert_eq!(code(house.agree(&plan, 2)), ErrorCode::NotFound);
    let plan = house.agree(&plan, 1).expect("agrees");
    assert_eq!((plan.state, plan.versions[0].agreed), (PlanState::Agreed, Some(1)));
}

#[test]
fn a_change_is_a_new_version_that_must_be_approved_anew() {
    let house = house(2);
    let skin = house.doctor("皮肤", Specialty::Dermatology, None);
    let first = house.draft(None, vec![house.line(house.laser, 0)]).expect("a plan");
    let approved = house.decide(&skin, &first, true, "").expect("approves");
    assert_eq!(approved.state, PlanState::Approved);

    // The price of its day stays though the catalogue has another by now.
    let dearer = catalogue::all(&house.clinic.store, &house.clinic.owner).expect("the catalogue").procedures;
    let dearer = dearer.into_iter().find(|procedure| procedure.id == house.laser).expect("it");
    let dearer = ProcedureInput { name: "新名".into(), list_price: Some(Fen(1)), ..dearer.into() };
    catalogue::set_procedure(&house.clinic.store, &house.clinic.owner, &dearer).expect("an edit");
    let changed = house.draft(Some(&first), vec![house.line(house.laser, 0)]).expect("a version");
    assert_eq!((changed.state, changed.versions.len()), (PlanState::Draft, 2));
    let lines =
        |at: usize| (changed.versions[at].lines[0].name.clone(), changed.versions[at].lines[0].list_price);
    assert_eq!(lines(1), ("光子".into(), Some(Fen(100_000))));
    assert_eq!(lines(0), ("新名".into(), Some(Fen(1))));

    // What was seen is not what stands any more.
    assert_eq!(code(house.agree(&first, 0)), ErrorCode::ChangedMeanwhile);
    assert_eq!(code(house.decide(&skin, &first, true, "")), ErrorCode::ChangedMeanwhile);
    assert_eq!(code(house.decide(&skin, &changed, false, " ")), ErrorCode::ReasonRequired);
    let back = house.decide(&skin, &changed, false, "剂量过大").expect("sends back");
    assert_eq!(back.state, PlanState::SentBack);
    assert_eq!(back.versions[0].decisions[0].reason, "剂量过大");
    // The doctor may think again.
    assert_eq!(house.decide(&skin, &back, true, "").expect("approves").state, PlanState::Approved);
}

#[test]
fn a_plan_that_was_let_go_stays_readable_and_takes_nothing_more() {
    let house = house(3);
    let skin = house.doctor("皮肤", Specialty::Dermatology, None);
    let plan = house.draft(None, vec![house.line(house.laser, 0)]).expect("a plan");
    let close = |reason: &str| {
        let input = ClosePlan { id: plan.id, reason: reason.into() };
        draft::close(&house.clinic.store, &house.consultant, &input)
    };
    assert_eq!(code(close("")), ErrorCode::ReasonRequired);
    close("顾客放弃").expect("lets go");
    assert_eq!(house.plan().state, PlanState::Closed);
    assert_eq!(code(close("again")), ErrorCode::PlanClosed);
    assert_eq!(code(house.decide(&skin, &plan, true, "")), ErrorCode::PlanClosed);
    assert_eq!(code(house.draft(Some(&plan), vec![house.line(house.laser, 0)])), ErrorCode::PlanClosed);
}

#[test]
fn what_cannot_be_a_plan_is_refused() {
    let house = house(4);
    assert_eq!(code(house.draft(None, vec![])), ErrorCode::Required);
    assert_eq!(
        code(house.draft(None, vec![house.line(house.laser, 1)])),
        ErrorCode::Required,
        "alternatives to nothing"
    );
    let bad = PlanLineInput { sessions: 0, ..house.line(house.laser, 0) };
    let error = house.draft(None, vec![house.line(house.laser, 0), bad]).expect_err("refused");
    assert_eq!(
        (error.code, error.params.get("line").map(String::as_str)),
        (ErrorCode::InvalidValue, Some("1"))
    );
    let bad = PlanLineInput { price: Some(Fen(-1)), ..house.line(house.laser, 0) };
    assert_eq!(code(house.draft(None, vec![bad])), ErrorCode::InvalidValue);
}

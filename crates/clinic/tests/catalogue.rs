//! The catalogue: edited with history, begun from the starter, taken out and in as a spreadsheet.

mod common;

use common::{Clinic, clinic};
use jingtai_clinic::amounts::{Fen, Quantity};
use jingtai_clinic::catalogue::export::{ExportCatalogue, export};
use jingtai_clinic::catalogue::history::{HistoryOf, Item, history};
use jingtai_clinic::catalogue::import::{self, RowOutcome};
use jingtai_clinic::catalogue::starter::{AddStarter, add, starter};
use jingtai_clinic::catalogue::{
    self, EquipmentInput, ProcedureInput, ProductInput, ProductKind, Specialty, UsualProduct,
};
use jingtai_clinic::ids::{ProcedureId, ProductId};
use jingtai_clinic::stock::scanned::{ReadScan, read, read_picture};
use jingtai_clinic::{ErrorCode, Role};
use rust_xlsxwriter::Workbook;

fn procedure(name: &str) -> ProcedureInput {
    ProcedureInput {
        id: None,
        name: name.into(),
        standard_name: "强脉冲光（IPL）治疗".into(),
        specialty: Specialty::Dermatology,
        level: None,
        list_price: Some(Fen(128_000)),
        minutes: 30,
        numbing_minutes: 0,
        return_interval_days: Some(28),
        consent_template: "强脉冲光治疗知情同意书".into(),
        aftercare: "一周内注意防晒。\n避免高温环境。".into(),
        usual_products: vec![],
        active: true,
    }
}

fn product(name: &str) -> ProductInput {
    ProductInput {
        id: None,
        name: name.into(),
        generic_name: "透明质酸钠".into(),
        kind: ProductKind::Device,
        device_class: Some(3),
        manufacturer: String::new(),
        registration_number: String::new(),
        codes: vec![],
        specification: "1.0 mL/支".into(),
        unit: "mL".into(),
        scale: 1,
        pack_quantity: Quantity(10),
        ingredients: "透明质酸钠、利多卡因".into(),
        contraindications: String::new(),
        storage: String::new(),
        toxin: false,
        retail_price: None,
        active: true,
    }
}

fn set_procedure(clinic: &Clinic, input: &ProcedureInput) -> ProcedureId {
    catalogue::set_procedure(&clinic.store, &clinic.owner, input).expect("a procedure")
}

fn set_product(clinic: &Clinic, input: &ProductInput) -> ProductId {
    catalogue::set_product(&clinic.store, &clinic.owner, input).expect("a product")
}

#[test]
fn every_edit_stands_in_the_history_with_what_was_before() {
    let clinic = clinic(1);
    let id = set_procedure(&clinic, &procedure("光子嫩肤"));
    let filler = set_product(&clinic, &product("玻尿酸"));
    let dearer = ProcedureInput {
        id: Some(id),
        list_price: Some(Fen(138_000)),
        usual_products: vec![UsualProduct { product_id: filler, quantity: Quantity(8) }],
        ..procedure("光子嫩肤")
    };
    set_procedure(&clinic, &dearer);
    // Saved again without a change: nothing is written.
    let sequence = clinic.store.sequence();
    set_procedure(&clinic, &dearer);
    assert_eq!(clinic.store.sequence(), sequence);

    let edits =
        history(&clinic.store, &clinic.owner, HistoryOf { item: Item::Procedure, id: id.0 }).expect("edits");
    assert_eq!(edits.len(), 2);
    assert_eq!(edits[0].by.as_deref(), Some("院长"));
    let fields: Vec<&str> = edits[0].changes.iter().map(|change| change.field.as_str()).collect();
    assert_eq!(fields, ["listPrice", "usualProducts"]);
    assert_eq!((&edits[0].changes[0].before, &edits[0].changes[0].after), (&128_000.into(), &138_000.into()));
    assert!(edits[1].changes.iter().any(|change| change.field == "name" && change.before.is_null()));

    // Taken out again, the usual product is gone and the history says so.
    set_procedure(&clinic, &ProcedureInput { usual_products: vec![], ..dearer });
    let all = catalogue::all(&clinic.store, &clinic.owner).expect("the catalogue");
    assert!(all.procedures[0].usual_products.is_empty());
}

#[test]
fn what_cannot_be_is_refused_at_its_field() {
    let clinic = clinic(2);
    let (store, owner) = (&clinic.store, &clinic.owner);
    let field_of = |input: ProcedureInput| {
        let error = catalogue::set_procedure(store, owner, &input).expect_err("refused");
        (error.code, error.field)
    };
    assert_eq!(field_of(procedure(" ")), (ErrorCode::Required, Some("name")));
    let input = ProcedureInput { level: Some(2), ..procedure("a") };
    assert_eq!(field_of(input), (ErrorCode::LevelOfSurgeryOnly, Some("level")));
    let input = ProcedureInput { list_price: Some(Fen(-1)), ..procedure("a") };
    assert_eq!(field_of(input), (ErrorCode::InvalidValue, Some("listPrice")));
    let input = ProcedureInput { list_price: Some(Fen(i64::MAX)), ..procedure("a") };
    assert_eq!(field_of(input), (ErrorCode::InvalidValue, Some("listPrice")));
    set_procedure(&clinic, &procedure("光子嫩肤"));
    assert_eq!(field_of(procedure("光子嫩肤")), (ErrorCode::NameTaken, Some("name")));

    let field_of = |input: ProductInput| {
        let error = catalogue::set_product(store, owner, &input).expect_err("refused");
        (error.code, error.field)
    };
    let input = ProductInput { kind: ProductKind::Drug, ..product("a") };
    assert_eq!(field_of(input), (ErrorCode::ClassOfDeviceOnly, Some("deviceClass")));
    let input = ProductInput { toxin: true, ..product("a") };
    assert_eq!(field_of(input), (ErrorCode::ToxinIsDrug, Some("toxin")));
    let input = ProductInput { codes: vec!["6901234567893".into()], ..product("a") };
    assert_eq!(field_of(input), (ErrorCode::ScanCheckDigit, Some("codes")));
    let input = ProductInput { scale: 4, ..product("a") };
    assert_eq!(field_of(input), (ErrorCode::InvalidValue, Some("scale")));

    // The decimals of a unit must not move under a quantity that is already counted in it.
    let filler = set_product(&clinic, &product("玻尿酸"));
    let usual_products = vec![UsualProduct { product_id: filler, quantity: Quantity(8) }];
    set_procedure(&clinic, &ProcedureInput { usual_products, ..procedure("填充") });
    let input = ProductInput { id: Some(filler), scale: 2, ..product("玻尿酸") };
    assert_eq!(field_of(input), (ErrorCode::UnitInUse, Some("scale")));
}

#[test]
fn a_scan_finds_its_product_by_any_of_its_codes() {
    let clinic = clinic(3);
    let (store, owner) = (&clinic.store, &clinic.owner);
    let codes = vec!["6901234567892".into(), "8123456".into(), "MA.156.M0.100131.1ABCDE90".into()];
    let id = set_product(&clinic, &ProductInput { codes, ..product("玻尿酸") });
    let product_of = |text: &str| read(store, owner, &ReadScan { text: text.into() }).expect("reads").product;
    for code in [
        "(01)06901234567892(17)270630(10)A",
        "6901234567892",
        "81234560000000001234",
        "MA.156.M0.100131.1ABCDE90.L20260101",
    ] {
        assert_eq!(product_of(code), Some(id), "{code}");
    }
    assert_eq!(product_of("(01)16901234567899"), None);
    let picture = include_bytes!("fixtures/gs1-datamatrix.png");
    assert_eq!(read_picture(store, owner, picture).expect("reads")[0].product, Some(id));

    // A code is on one product only, until it is taken off.
    let other = ProductInput { codes: vec!["06901234567892".into()], ..product("另一种") };
    let error = catalogue::set_product(store, owner, &other).expect_err("taken");
    assert_eq!((error.code, error.field), (ErrorCode::CodeTaken, Some("codes")));
    set_product(&clinic, &ProductInput { id: Some(id), ..product("玻尿酸") });
    assert_eq!(product_of("6901234567892"), None);
    let other = set_product(&clinic, &other);
    assert_eq!(product_of("6901234567892"), Some(other));
}

#[test]
fn the_starter_catalogue_is_large_whole_and_added_once() {
    let clinic = clinic(4);
    let (store, owner) = (&clinic.store, &clinic.owner);
    let offered = starter(store, owner).expect("the starter");
    let named = |item| -> Vec<String> {
        offered.iter().filter(|offer| offer.item == item).map(|offer| offer.name.clone()).collect()
    };
    let (procedures, products) = (named(Item::Procedure), named(Item::Product));
    assert!(procedures.len() >= 60 && products.len() >= 40, "{} {}", procedures.len(), products.len());
    assert!(offered.iter().all(|offer| !offer.present));

    // One procedure brings the products that it takes, and no price unless asked.
    let one = AddStarter { procedures: vec!["肉毒素除皱".into()], products: vec![], with_prices: false };
    add(store, owner, &one).expect("adds");
    let all = catalogue::all(store, owner).expect("the catalogue");
    assert_eq!((all.procedures.len(), all.procedures[0].list_price), (1, None));
    assert!(!all.products.is_empty());
    assert_eq!(all.procedures[0].usual_products.len(), all.products.len());

    // The clinic's own price stays when the rest is added.
    let own = ProcedureInput { list_price: Some(Fen(99_900)), ..all.procedures[0].clone().into() };
    set_procedure(&clinic, &own);
    let rest = AddStarter { procedures: procedures.clone(), products: products.clone(), with_prices: true };
    add(store, owner, &rest).expect("adds");
    let all = catalogue::all(store, owner).expect("the catalogue");
    assert_eq!((all.procedures.len(), all.products.len()), (procedures.len(), products.len()));
    let botox = all.procedures.iter().find(|other| other.name == own.name).expect("still there");
    assert_eq!(botox.list_price, own.list_price);
    assert!(all.procedures.iter().all(|procedure| procedure.list_price.is_some()));
    // Registration numbers and codes are read off a pack, never shipped.
    assert!(
        all.products.iter().all(|product| product.registration_number.is_empty() && product.codes.is_empty())
    );
    assert!(all.products.iter().any(|product| product.toxin));
    let sequence = store.sequence();
    assert_eq!(add(store, owner, &rest).expect("adds nothing").new, 0);
    assert_eq!(store.sequence(), sequence);
}

#[test]
fn what_is_exported_is_imported_as_the_same() {
    let clinic = clinic(5);
    let (store, owner) = (&clinic.store, &clinic.owner);
    let offered = starter(store, owner).expect("the starter");
    let named =
        |item| offered.iter().filter(|offer| offer.item == item).map(|offer| offer.name.clone()).collect();
    let input =
        AddStarter { procedures: named(Item::Procedure), products: named(Item::Product), with_prices: true };
    add(store, owner, &input).expect("adds");
    let machine = EquipmentInput {
        id: None,
        name: "热玛吉".into(),
        manufacturer: String::new(),
        model: "FLX".into(),
        serial_number: "00123".into(),
        registration_number: "国械注进20990001".into(),
        registration_expires_on: "2028-01-31".parse().ok(),
        filing_number: String::new(),
        filing_expires_on: None,
        last_maintained_on: "2026-01-15".parse().ok(),
        maintenance_months: Some(6),
        active: true,
    };
    catalogue::set_equipment(store, owner, &machine).expect("a machine");
    for language in [catalogue::FileLanguage::Zh, catalogue::FileLanguage::En] {
        let path = store.dir().join(format!("{language:?}.xlsx"));
        let done = export(store, owner, ExportCatalogue { language }, &path).expect("exports");
        let bytes = std::fs::read(&path).expect("the file");
        let preview = import::preview(store, owner, &bytes).expect("reads");
        assert_eq!((preview.rows.len(), preview.same), (0, done.rows), "{:?}", preview.rows.first());
    }
}

fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row as u32, column as u16, number),
                Err(_) => sheet.write_string(row as u32, column as u16, *cell),
            }
            .expect("a cell");
        }
    }
    book.save_to_buffer().expect("a file")
}

#[test]
fn a_clinic_s_own_price_list_changes_what_it_names_and_nothing_else() {
    let clinic = clinic(6);
    let (store, owner) = (&clinic.store, &clinic.owner);
    let kept = set_procedure(&clinic, &procedure("光子嫩肤"));
    set_procedure(&clinic, &procedure("激光脱毛"));
    set_product(&clinic, &product("玻尿酸"));
    let heading: &[&str] = &["名称", "标准名", "科目", "价目", "时长（分钟）", "常用产品"];
    let good: &[&[&str]] = &[
        &["2026 年价目表"],
        heading,
        &["光子嫩肤", "强脉冲光（IPL）治疗", "美容皮肤科", "1,480.00", "30"],
        &["玻尿酸填充", "填充物注射", "美容皮肤科", "3980.5", "45", "玻尿酸×0.8"],
        &["激光脱毛", "强脉冲光（IPL）治疗", "美容皮肤科", "1280", "30"],
    ];
    let preview = import::preview(store, owner, &workbook(good)).expect("reads");
    assert_eq!(
        (preview.new, preview.changed, preview.same, preview.failed),
        (1, 1, 1, 0),
        "{:?}",
        preview.rows
    );
    let changed = preview.rows.iter().find(|row| row.outcome == RowOutcome::Changed).expect("a change");
    assert_eq!((changed.number, changed.changes.len()), (3, 1));
    assert_eq!(changed.changes[0].after, 148_000);

    // A second row of one name, a price that is none, a product that is not there: each is said, nothing written.
    let mut bad = good.to_vec();
    bad.push(&["光子嫩肤", "强脉冲光（IPL）治疗", "美容皮肤科", "1", "30"]);
    bad.push(&["新项目", "面膜治疗", "美容皮肤科", "面议", "30"]);
    bad.push(&["新项目二", "面膜治疗", "外星科", "1", "30"]);
    bad.push(&["新项目三", "面膜治疗", "美容皮肤科", "1", "30", "龙血×1"]);
    let preview = import::preview(store, owner, &workbook(&bad)).expect("reads");
    let problems: Vec<_> = preview
        .rows
        .iter()
        .filter_map(|row| {
            Some((row.number, row.problem.as_ref()?.code, row.problem.as_ref()?.field.clone()?))
        })
        .collect();
    assert_eq!(
        problems,
        [
            (6, ErrorCode::NameTaken, "name".to_owned()),
            (7, ErrorCode::CellUnreadable, "listPrice".to_owned()),
            (8, ErrorCode::CellUnreadable, "specialty".to_owned()),
            (9, ErrorCode::UnknownProduct, "usualProducts".to_owned()),
        ]
    );
    let sequence = store.sequence();
    let refused = import::commit(store, owner, &workbook(&bad)).map_err(|error| error.code);
    assert_eq!(refused.err(), Some(ErrorCode::ImportHasErrors));
    assert_eq!(store.sequence(), sequence);

    import::commit(store, owner, &workbook(good)).expect("writes");
    let all = catalogue::all(store, owner).expect("the catalogue");
    let photo = all.procedures.iter().find(|procedure| procedure.id == kept).expect("the same one");
    // What the file has no column for is as it was.
    assert_eq!((photo.list_price, photo.return_interval_days), (Some(Fen(148_000)), Some(28)));
    let filler = all.procedures.iter().find(|procedure| procedure.name == "玻尿酸填充").expect("the new one");
    assert_eq!(filler.usual_products[0].quantity, Quantity(8));

    let nothing = import::preview(store, owner, &workbook(&[&["姓名", "电话"], &["张三", "1"]]));
    assert_eq!(nothing.map_err(|error| error.code).err(), Some(ErrorCode::NoCatalogueSheet));
    assert!(import::preview(store, owner, b"\0\0\0").is_err());
}

#[test]
fn a_nurse_may_enter_a_product_and_no_price() {
    let clinic = clinic(7);
    let nurse = clinic.person(Role::Nurse);
    assert!(catalogue::set_product(&clinic.store, &nurse, &product("玻尿酸")).is_ok());
    let refused = catalogue::set_procedure(&clinic.store, &nurse, &procedure("光子嫩肤"));
    assert_eq!(refused.map_err(|error| error.code).err(), Some(ErrorCode::NotPermitted));
}

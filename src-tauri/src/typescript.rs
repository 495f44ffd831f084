//! The screens' types: every command's input and output, and all types they name, as one TypeScript module.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

use crate::commands;

/// Declarations collected so far.
pub struct Types {
    config: Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl Types {
    fn new() -> Types {
        Types { config: Config::default(), seen: HashSet::new(), declarations: BTreeMap::new() }
    }

    /// A type's name, with its declaration and those it needs collected.
    pub fn name_of<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.visit::<T>();
        T::name(&self.config)
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
        // Built-in types have no file of their own and are written in place.
        if T::output_path().is_some() {
            self.declarations.insert(T::ident(&self.config), T::decl(&self.config));
        }
    }
}

/// The module.
#[must_use]
pub fn module() -> String {
    let mut types = Types::new();
    let mut tables = String::new();
    let mut table = |name: &str, rows: Vec<(&str, String, Option<String>)>| {
        tables.push_str(&format!("export interface {name} {{\n"));
        for (command, input, output) in rows {
            match output {
                Some(output) => {
                    tables.push_str(&format!("  \"{command}\": {{ input: {input}; output: {output} }};\n"));
                }
                None => tables.push_str(&format!("  \"{command}\": {input};\n")),
            }
        }
        tables.push_str("}\n");
    };
    let rows = commands::all().into_iter().map(|command| {
        let (input, output) = (command.describe)(&mut types);
        (command.name, input, Some(output))
    });
    table("Commands", rows.collect());
    let rows = commands::uploads().into_iter().map(|upload| {
        let (input, output) = (upload.describe)(&mut types);
        (upload.name, input, Some(output))
    });
    table("Uploads", rows.collect());
    let rows = commands::downloads()
        .into_iter()
        .map(|download| (download.name, (download.describe)(&mut types), None));
    table("Downloads", rows.collect());
    types.visit::<jingtai_clinic::store::Tag>();
    types.visit::<commands::Failure>();
    let declarations: String =
        types.declarations.values().map(|declaration| format!("export {declaration}\n")).collect();
    format!("// Generated from Rust by `cargo xtask codegen`; do not edit.\n{declarations}{tables}")
}

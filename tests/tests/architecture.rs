//! The arrows between the packages, held by what cargo itself says of them.

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};
use std::path::Path;

/// Who may depend on whom among our own packages, for building; `jingtai-tests` and `xtask` stand outside.
const ARROWS: &[(&str, &[&str])] = &[
    ("jingtai-desktop", &["jingtai-clinic", "jingtai-documents", "jingtai-sync"]),
    ("jingtai-clinic", &["jingtai-sync"]),
    ("jingtai-server", &["jingtai-sync"]),
    ("jingtai-documents", &[]),
    ("jingtai-sync", &[]),
];

/// What does IO, waits or keeps a database: the merge must come out the same wherever it runs.
const IO: &[&str] = &[
    "async-std",
    "axum",
    "chrono",
    "dirs",
    "futures",
    "getrandom",
    "hyper",
    "log",
    "mio",
    "rand",
    "redb",
    "reqwest",
    "rusqlite",
    "sled",
    "smol",
    "socket2",
    "sqlx",
    "tempfile",
    "tokio",
    "tracing",
    "ureq",
    "walkdir",
];

/// As they are written in a source file.
const IO_IN_STD: &[&str] = &[
    "std::env",
    "std::fs",
    "std::io::stdin",
    "std::io::stdout",
    "std::net",
    "std::process",
    "std::thread",
    "std::time::Instant",
    "std::time::SystemTime",
];

fn metadata() -> Metadata {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.toml");
    MetadataCommand::new().manifest_path(root).no_deps().exec().expect("cargo reads its own workspace")
}

fn depends_on(package: &Package, names: impl Fn(&str) -> bool) -> Vec<&str> {
    let building = package.dependencies.iter().filter(|d| d.kind != DependencyKind::Development);
    building.map(|d| d.name.as_str()).filter(|name| names(name)).collect()
}

#[test]
fn arrows_point_one_way() {
    for package in &metadata().packages {
        let name = package.name.as_str();
        if ["jingtai-tests", "xtask"].contains(&name) {
            continue;
        }
        let Some((_, allowed)) = ARROWS.iter().find(|(from, _)| *from == name) else {
            panic!("{name} is new: say in ARCHITECTURE's arrows and here what it may depend on");
        };
        let ours = depends_on(package, |name| name.starts_with("jingtai-"));
        let wrong: Vec<_> = ours.iter().filter(|name| !allowed.contains(name)).collect();
        assert!(wrong.is_empty(), "{name} must not depend on {wrong:?}");
    }
}

#[test]
fn tests_of_a_crate_keep_to_its_arrows() {
    for package in &metadata().packages {
        let name = package.name.as_str();
        let ours = package.dependencies.iter().filter(|d| d.name.starts_with("jingtai-"));
        for dependency in ours.filter(|d| d.kind == DependencyKind::Development && d.name != name) {
            let allowed =
                ARROWS.iter().any(|(from, to)| *from == name && to.contains(&dependency.name.as_str()));
            assert!(allowed, "{name}'s tests reach into {}: such a test belongs in tests/", dependency.name);
        }
    }
}

#[test]
fn nothing_but_tests_depends_on_the_desktop_program() {
    for package in &metadata().packages {
        let all = package.dependencies.iter().any(|d| d.name == "jingtai-desktop");
        assert!(
            !all || package.name.as_str() == "jingtai-tests",
            "{} depends on jingtai-desktop",
            package.name
        );
    }
}

#[test]
fn only_the_clinic_and_the_server_keep_a_database() {
    for package in &metadata().packages {
        let may = ["jingtai-clinic", "jingtai-server", "jingtai-tests"].contains(&package.name.as_str());
        let databases =
            depends_on(package, |name| ["rusqlite", "sqlx", "postgres", "tokio-postgres"].contains(&name));
        assert!(may || databases.is_empty(), "{} must not depend on {databases:?}", package.name);
    }
}

#[test]
fn sync_does_no_io_and_reads_no_clock() {
    let metadata = metadata();
    let sync =
        metadata.packages.iter().find(|p| p.name.as_str() == "jingtai-sync").expect("sync is a package");
    let io = depends_on(sync, |name| IO.contains(&name));
    assert!(io.is_empty(), "sync must not depend on {io:?}");
    let folder = sync.manifest_path.parent().expect("a manifest is in a folder").join("src");
    let mut sources = Vec::new();
    collect(folder.as_std_path(), &mut sources);
    assert!(!sources.is_empty(), "sync has sources");
    for (path, text) in sources {
        let found: Vec<_> = IO_IN_STD.iter().filter(|word| text.contains(*word)).collect();
        assert!(
            found.is_empty(),
            "{path} uses {found:?}: sync takes bytes, times and random numbers as arguments"
        );
    }
}

fn collect(folder: &Path, sources: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources can be read") {
        let path = entry.expect("a folder of sources can be read").path();
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source is text");
            sources.push((path.display().to_string(), text));
        }
    }
}

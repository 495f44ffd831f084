//! Tells Tauri what to build into the program.

fn main() {
    tauri_build::build();
}

//! The one window, and the three commands it can invoke.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use jingtai_clinic::demo::{self, DemoSize, Present};
use jingtai_clinic::{Store, SystemWorld, World};
use serde_json::{Value, json};
use tauri::ipc::{InvokeBody, Request, Response};
use tauri::{AppHandle, Emitter, Manager, State, WebviewUrl, WebviewWindowBuilder};

use crate::args::Args;
use crate::commands::{self, Failure};
use crate::desk::{Desk, News};

/// The window's size where none is asked for.
const SIZE: (u32, u32) = (1366, 768);
const LEAST_SIZE: (f64, f64) = (1024.0, 640.0);

/// Opens the window and runs until it is closed.
///
/// # Errors
/// Where the system's webview cannot be started, or the demo cannot be made.
pub fn run(args: Args) -> Result<(), Box<dyn std::error::Error>> {
    let world: Arc<dyn World> = Arc::new(SystemWorld);
    let data_dir =
        args.data_dir.clone().or_else(default_data_dir).ok_or("no folder for data on this system")?;
    if args.demo && !Store::exists(&data_dir) {
        make_demo(&data_dir, &*world)?;
    }
    let exports = match &args.data_dir {
        Some(dir) => dir.join("exports"),
        None => dirs::download_dir().unwrap_or_else(|| data_dir.join("exports")),
    };
    let desk = Arc::new(Desk::new(data_dir, exports, world));
    // Where a person need not be asked, the file is opened at once; anything else is for the screens to ask.
    if let Err(error) = commands::setup::open_unasked(&desk, args.demo) {
        tracing::info!(%error, "the file waits for its passphrase");
    }
    tauri::Builder::default()
        .manage(desk.clone())
        .invoke_handler(tauri::generate_handler![call, upload, download])
        .setup(move |app| {
            let handle = app.handle().clone();
            desk.tell_news_to(move |news| emit(&handle, &news));
            let (width, height) = args.size.unwrap_or(SIZE);
            WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
                .title("Jingtai")
                .inner_size(f64::from(width), f64::from(height))
                .min_inner_size(LEAST_SIZE.0, LEAST_SIZE.1)
                // Files are dropped on the page, which knows whose they are.
                .disable_drag_drop_handler()
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())?;
    Ok(())
}

fn default_data_dir() -> Option<PathBuf> {
    Some(dirs::data_local_dir()?.join("jingtai"))
}

fn make_demo(dir: &std::path::Path, world: &dyn World) -> Result<(), jingtai_clinic::Error> {
    eprintln!("Making the demo clinic in {} …", dir.display());
    let show = |done: u64, total: u64| {
        eprint!("\r{:3} %", done * 100 / total.max(1));
        let _ = std::io::stderr().flush();
    };
    demo::found(
        dir,
        commands::setup::DEMO_SEED,
        Present::in_shanghai(world.now()),
        DemoSize::FULL,
        &show,
        &AtomicBool::new(false),
    )?;
    eprintln!();
    Ok(())
}

fn emit(handle: &AppHandle, news: &News<'_>) {
    let (event, payload) = match news {
        News::Changed(tags) => ("changed", json!({ "tags": tags })),
        News::Progress { task, phase, done, total } => {
            ("progress", json!({ "task": task, "phase": phase, "done": done, "total": total }))
        }
        News::Stage => ("stage", Value::Null),
    };
    if let Err(error) = handle.emit(event, payload) {
        tracing::warn!(%error, event, "the window was not told");
    }
}

#[tauri::command]
async fn call(desk: State<'_, Arc<Desk>>, name: String, input: Value) -> Result<Response, Failure> {
    let desk = desk.inner().clone();
    run_aside(move || commands::call(&desk, &name, input)).await.map(Response::new)
}

#[tauri::command]
async fn upload(app: AppHandle, request: Request<'_>) -> Result<Response, Failure> {
    let InvokeBody::Raw(bytes) = request.body() else { return Err(Failure::bad_command()) };
    let header =
        |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let (Some(name), Some(input)) = (header("name"), header("input")) else {
        return Err(Failure::bad_command());
    };
    let input = commands::read_header(&input)?;
    let (bytes, desk) = (bytes.clone(), app.state::<Arc<Desk>>().inner().clone());
    run_aside(move || commands::upload(&desk, &name, input, &bytes)).await.map(Response::new)
}

#[tauri::command]
async fn download(desk: State<'_, Arc<Desk>>, name: String, input: Value) -> Result<Response, Failure> {
    let desk = desk.inner().clone();
    run_aside(move || commands::download(&desk, &name, input)).await.map(Response::new)
}

/// Off the window's thread: a read or a write never makes the window wait.
async fn run_aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|error| {
        tracing::error!(%error, "a command ended in a panic");
        Err(Failure::bad_command())
    })
}

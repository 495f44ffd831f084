//! What a test points at. A target is a description, looked up anew at each use and waited for: the element
//! that React drew a moment ago may already be another one.

use crate::window::{Window, or_fail};
use anyhow::{Context, Result, bail};
use fantoccini::actions::{InputSource as _, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};
use std::time::Duration;

/// How often one looks again at what is drawn anew.
const LOOKS: usize = 20;

/// How WebDriver spells an element in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long a hand takes from here to there.
const DRAG: Duration = Duration::from_millis(200);

const FIND: &str = include_str!("find.js");

const INTO_VIEW: &str = "arguments[0].scrollIntoView({ block: 'nearest', inline: 'nearest' });";

/// Something in the window, described; the first in reading order where several fit.
#[derive(Clone)]
#[must_use = "a description does nothing until it is clicked, typed into or waited for"]
pub struct Target<'w> {
    window: &'w Window,
    steps: Vec<(&'static str, String)>,
    nth: usize,
}

/// One element as find.js describes it.
struct Found {
    element: Element,
    place: Value,
    disabled: bool,
}

impl<'w> Target<'w> {
    pub(crate) fn new(window: &'w Window, how: &'static str, what: &str) -> Target<'w> {
        Target { window, steps: vec![(how, what.to_owned())], nth: 0 }
    }

    fn and(mut self, how: &'static str, what: &str) -> Target<'w> {
        self.steps.push((how, what.to_owned()));
        self
    }

    /// Within this one, by CSS selector.
    pub fn css(self, selector: &str) -> Target<'w> {
        self.and("css", selector)
    }

    /// Within this one, by its whole visible text, blanks left out.
    pub fn text(self, text: &str) -> Target<'w> {
        self.and("text", text)
    }

    /// Within this one, by a part of its visible text, blanks left out.
    pub fn containing(self, text: &str) -> Target<'w> {
        self.and("containing", text)
    }

    /// Within this one, by `data-testid`.
    pub fn test_id(self, id: &str) -> Target<'w> {
        self.and("testid", id)
    }

    /// Within this one, an input by its label, `aria-label` or placeholder.
    pub fn field(self, label: &str) -> Target<'w> {
        self.and("field", label)
    }

    /// Another than the first that fits; counted from 0.
    pub fn nth(mut self, nth: usize) -> Target<'w> {
        self.nth = nth;
        self
    }

    fn find(&self) -> Result<Vec<Found>> {
        let steps: Vec<Value> = self.steps.iter().map(|(how, what)| json!([how, what])).collect();
        let look = || self.window.try_script(FIND, vec![Value::Array(steps.clone())]);
        let mut found = look();
        // What was drawn anew between being found and being told of has no handle: then one looks again.
        for _ in 0..LOOKS {
            match &found {
                Err(error) if format!("{error:#}").contains("Stale element") => found = look(),
                _ => break,
            }
        }
        let found = found?;
        found.as_array().context("find.js returns a list")?.iter().map(|found| self.read(found)).collect()
    }

    fn read(&self, found: &Value) -> Result<Found> {
        let id = found["element"][ELEMENT].as_str().context("find.js returns elements")?;
        Ok(Found {
            element: Element::from_element_id(self.window.client().clone(), ElementRef::from(id.to_owned())),
            place: found["place"].clone(),
            disabled: found["disabled"] == true,
        })
    }

    fn find_one(&self) -> Result<Found> {
        self.find()?.into_iter().nth(self.nth).context("it is not in the window")
    }

    /// Found, enabled, in view and no longer moving: a click on something that slides in would miss it. The
    /// driver by itself does not scroll what stands below the edge of a column.
    fn find_at_rest(&self) -> Result<Element> {
        let before = self.find_one()?;
        if before.disabled {
            bail!("it is disabled");
        }
        let element = json!({ ELEMENT: before.element.element_id().to_string() });
        self.window.try_script(INTO_VIEW, vec![element])?;
        let before = self.find_one()?;
        let now = self.find_one()?;
        if now.place != before.place {
            bail!("it is moving");
        }
        Ok(now.element)
    }

    /// How many there are now, without waiting.
    #[track_caller]
    pub fn count(&self) -> usize {
        or_fail(self.find(), &self.to_string()).len()
    }

    /// Waits until it is there and visible.
    #[track_caller]
    pub fn wait(&self) {
        self.window.until(&format!("{self} is there"), || self.find_one().map(|_| ()));
    }

    /// Waits until it is not there or not visible any more.
    #[track_caller]
    pub fn wait_gone(&self) {
        self.window.until(&format!("{self} is gone"), || {
            if self.find()?.len() > self.nth { bail!("it is still in the window") } else { Ok(()) }
        });
    }

    /// Waits until it can be clicked, and clicks it.
    #[track_caller]
    pub fn click(&self) {
        self.window.until(&format!("{self} can be clicked"), || {
            let element = self.find_at_rest()?;
            self.window.wait_for(element.click())
        });
    }

    /// Presses on it, moves to the other's middle and lets go.
    #[track_caller]
    pub fn drag_to(&self, to: &Target<'_>) {
        self.window.until(&format!("{self} can be dragged to {to}"), || {
            let (from, to) = (self.find_at_rest()?, to.find_one()?.element);
            let at = |element, duration| PointerAction::MoveToElement { element, duration, x: 0.0, y: 0.0 };
            let moves = MouseActions::new("mouse".to_owned())
                .then(at(from, None))
                .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
                .then(at(to, Some(DRAG)))
                .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
            self.window.wait_for(self.window.client().perform_actions(moves))
        });
    }

    /// Replaces what the input holds, key by key as a person does: React hears of nothing else.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.click();
        self.window.press("Ctrl+A");
        if text.is_empty() {
            self.window.press("Backspace");
            return;
        }
        self.window.until(&format!("{self} takes text"), || {
            let element = self.find_one()?.element;
            self.window.wait_for(element.send_keys(text))
        });
    }

    /// Replaces what the input holds as a paste does, or an input method: with any character. The driver's keys
    /// lose those beyond U+FFFF.
    #[track_caller]
    pub fn paste_text(&self, text: &str) {
        self.window.until(&format!("{self} takes text"), || {
            let element = json!({ ELEMENT: self.find_one()?.element.element_id().to_string() });
            let paste = "arguments[0].focus(); arguments[0].select(); document.execCommand('insertText', false, arguments[1]);";
            self.window.try_script(paste, vec![element, json!(text)])
        });
    }

    /// Waits for it and gives the text it shows.
    #[track_caller]
    pub fn shown(&self) -> String {
        self.window.until(&format!("{self} is there"), || {
            let element = self.find_one()?.element;
            self.window.wait_for(element.text())
        })
    }

    /// Waits for it and gives what the input holds.
    #[track_caller]
    pub fn value(&self) -> String {
        self.window.until(&format!("{self} is there"), || {
            let element = self.find_one()?.element;
            Ok(self.window.wait_for(element.prop("value"))?.unwrap_or_default())
        })
    }

    /// Waits for it and gives one of its attributes.
    #[track_caller]
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.window.until(&format!("{self} is there"), || {
            let element = self.find_one()?.element;
            self.window.wait_for(element.attr(name))
        })
    }

    /// Gives an `<input type=file>` a file of that name and content, as if a person had picked it.
    /// Such inputs are mostly hidden: point at them with [`Window::hidden`].
    #[track_caller]
    pub fn upload(&self, name: &str, content: &[u8]) {
        let folder = self.window.scratch("upload");
        let file = folder.join(name);
        or_fail(std::fs::write(&file, content), name);
        self.window.until(&format!("{self} takes a file"), || {
            let element = self.find_one()?.element;
            self.window.wait_for(element.send_keys(&file.to_string_lossy()))
        });
    }

    /// Drops a file of that name and content on it, as the page is told of one from the desktop.
    #[track_caller]
    pub fn drop_file(&self, name: &str, content: &[u8]) {
        let script = "
            const [onto, name, content] = arguments;
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([new Uint8Array(content)], name));
            for (const type of ['dragenter', 'dragover', 'drop'])
                onto.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));";
        self.window.until(&format!("{self} is dropped on"), || {
            let element = serde_json::to_value(&self.find_one()?.element)?;
            self.window.try_script(script, vec![element, json!(name), json!(content)])
        });
    }
}

impl std::fmt::Display for Target<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let steps: Vec<String> = self.steps.iter().map(|(how, what)| format!("{how} `{what}`")).collect();
        write!(f, "{}", steps.join(" > "))?;
        if self.nth > 0 { write!(f, " #{}", self.nth) } else { Ok(()) }
    }
}

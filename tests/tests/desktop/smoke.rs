//! The program starts and draws something.

use jingtai_tests::display::Screen;
use jingtai_tests::window::Setup;

#[test]
fn the_window_fills_a_laptops_screen_and_a_desks() {
    for screen in [Screen::Laptop, Screen::Desk] {
        let window = Setup::new().screen(screen).open();
        let size = window.script("return [innerWidth, innerHeight]", vec![]);
        let (width, height) = screen.size();
        assert_eq!(size, serde_json::json!([width, height]));
    }
}

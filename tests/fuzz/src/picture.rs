//! A picture's bytes: codes sought in it, then taken into a client's file with its previews, and shown as it came.

use jingtai_clinic::clients::{ClientInput, DataPurpose, create};
use jingtai_clinic::ids::ClientId;
use jingtai_clinic::photos::add::{AddPhoto, add};
use jingtai_clinic::photos::previews::make_missing;
use jingtai_clinic::photos::show::{ShowPhoto, show};
use jingtai_clinic::photos::{PhotoFacts, PhotoSize, PhotoStage, PhotoView};
use jingtai_clinic::scan::picture;
use jingtai_clinic::{ErrorCode, SystemWorld, World, demo};

use super::Clinic;

// Of the thread, so that its folder goes with the thread.
thread_local! {
    static CLINIC: (Clinic, ClientId) = {
        let clinic = Clinic::found().expect("a clinic");
        let person = demo::people_to_list(7, SystemWorld.now()).next().expect("people");
        let stranger = ClientInput { referrer: None, ..person };
        let client = create::create(&clinic.store, &clinic.owner, &stranger).expect("a client");
        (clinic, client)
    };
}

/// Puts one input to the test.
pub fn take(bytes: &[u8]) {
    if let Err(error) = picture::codes(bytes) {
        let known = [ErrorCode::InvalidPicture, ErrorCode::HeicPicture, ErrorCode::NoCodeInPicture];
        assert!(known.contains(&error.code), "{error:?}");
    }
    CLINIC.with(|(clinic, client)| take_in(clinic, *client, bytes));
}

fn take_in(Clinic { store, owner, .. }: &Clinic, client: ClientId, bytes: &[u8]) {
    let facts = PhotoFacts {
        visit: None,
        treatment: None,
        view: PhotoView::Front,
        stage: PhotoStage::Before,
        purpose: DataPurpose::PhotoArchive,
        note: String::new(),
    };
    let input = AddPhoto { client, facts, file_name: String::new(), file_changed_at: None };
    match add(store, owner, &input, bytes) {
        Ok(id) => {
            make_missing(store, &|_, _| {}).expect("previews, or a note that there are none");
            let original = ShowPhoto { id, size: PhotoSize::Original };
            assert!(show(store, owner, original).expect("is kept") == bytes, "kept as it came");
        }
        Err(error) => {
            let known = [ErrorCode::InvalidPicture, ErrorCode::HeicPicture, ErrorCode::PhotoKept];
            assert!(known.contains(&error.code), "{error:?}");
        }
    }
}

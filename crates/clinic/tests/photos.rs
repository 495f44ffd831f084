//! Photos: the original stays as it came, what is made of it stands upright and says nothing of the camera, and
//! nothing leaves without the client's word.

mod common;

use std::io::Cursor;
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, SystemTime};

use common::{Clinic, NOW, clinic};
use image::{DynamicImage, GenericImageView, ImageFormat, Rgb, RgbImage};
use jingtai_clinic::clients::DataPurpose;
use jingtai_clinic::clients::data_consents::{self, DataConsentFor};
use jingtai_clinic::ids::{ClientId, PhotoId, TreatmentId};
use jingtai_clinic::photos::add::{AddFromCard, AddPhoto, add, add_from_card};
use jingtai_clinic::photos::card::{self, LookAtCard, OnCard};
use jingtai_clinic::photos::edit::{
    DescribePhoto, MarkPhoto, OfPhoto, RemovePhoto, describe, mark, remove, restore,
};
use jingtai_clinic::photos::export::{ExportPhotos, export};
use jingtai_clinic::photos::list::{ClientPhotos, PhotosOf, of_client};
use jingtai_clinic::photos::previews::make_missing;
use jingtai_clinic::photos::show::{ShowPhoto, show};
use jingtai_clinic::photos::{Mark, Photo, PhotoFacts, PhotoSize, PhotoStage, PhotoView, PreviewState};
use jingtai_clinic::seals::seal::{self, SealRecord};
use jingtai_clinic::stock::Witnessed;
use jingtai_clinic::{Actor, Error, ErrorCode, Role};
use proptest::prelude::*;

/// A picture that is red at its upper left corner as the sensor saw it, and blue elsewhere.
fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let pixel = |x, y| if x < width / 4 && y < height / 4 { Rgb([250, 0, 0]) } else { Rgb([0, 0, 250]) };
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(RgbImage::from_fn(width, height, pixel))
        .write_to(&mut bytes, format)
        .expect("encodes");
    bytes.into_inner()
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    picture(width, height, ImageFormat::Jpeg)
}

/// A JPEG as a camera writes it: held on its side (EXIF 6), on 2 March 2026 at 09:30, at a place.
fn from_camera(width: u32, height: u32) -> Vec<u8> {
    let ascii = |text: &str| format!("{text}\0").into_bytes();
    let fields = |entries: &[(u16, u16, Vec<u8>)], at: u32| -> Vec<u8> {
        let mut head = u16::try_from(entries.len()).expect("fits").to_be_bytes().to_vec();
        let mut tail = Vec::new();
        let body_at = at + 2 + 12 * u32::try_from(entries.len()).expect("fits") + 4;
        for (tag, kind, value) in entries {
            head.extend([tag.to_be_bytes(), kind.to_be_bytes()].concat());
            let width = match kind {
                3 => 2,
                4 => 4,
                _ => 1,
            };
            head.extend((u32::try_from(value.len()).expect("fits") / width).to_be_bytes());
            if value.len() <= 4 {
                let mut inline = value.clone();
                inline.resize(4, 0);
                head.extend(inline);
            } else {
                head.extend((body_at + u32::try_from(tail.len()).expect("fits")).to_be_bytes());
                tail.extend(value);
            }
        }
        [head, vec![0; 4], tail].concat()
    };
    let main = |exif: u32, gps: u32| {
        fields(
            &[
                (0x010f, 2, ascii("Canon")),
                (0x0110, 2, ascii("EOS R8")),
                (0x0112, 3, 6_u16.to_be_bytes().to_vec()),
                (0x8769, 4, exif.to_be_bytes().to_vec()),
                (0x8825, 4, gps.to_be_bytes().to_vec()),
            ],
            8,
        )
    };
    let exif_at = 8 + u32::try_from(main(0, 0).len()).expect("fits");
    let exif = fields(&[(0x9003, 2, ascii("2026:03:02 09:30:00"))], exif_at);
    let gps_at = exif_at + u32::try_from(exif.len()).expect("fits");
    let gps = fields(
        &[(0x0001, 2, ascii("N")), (0x0003, 2, ascii("E")), (0x001b, 2, ascii("SHANGHAI-JINGAN"))],
        gps_at,
    );
    let tiff = [b"Exif\0\0MM\0*\0\0\0\x08".to_vec(), main(exif_at, gps_at), exif, gps].concat();
    let segment =
        [vec![0xff, 0xe1], u16::try_from(tiff.len() + 2).expect("fits").to_be_bytes().to_vec(), tiff]
            .concat();
    let plain = jpeg(width, height);
    [&plain[..2], &segment, &plain[2..]].concat()
}

fn facts() -> PhotoFacts {
    PhotoFacts {
        visit: None,
        treatment: None,
        view: PhotoView::LeftOblique,
        stage: PhotoStage::Before,
        purpose: DataPurpose::PhotoArchive,
        note: String::new(),
    }
}

struct House {
    clinic: Clinic,
    doctor: Actor,
    client: ClientId,
}

fn house(seed: u64) -> House {
    let clinic = clinic(seed);
    let doctor = clinic.person(Role::Doctor);
    let client = clinic.client("林晓𠮷", "13800000001");
    House { clinic, doctor, client }
}

impl House {
    fn add(&self, bytes: &[u8]) -> Result<PhotoId, Error> {
        let input = AddPhoto {
            client: self.client,
            facts: facts(),
            file_name: "IMG_0001.JPG".into(),
            file_changed_at: None,
        };
        add(&self.clinic.store, &self.doctor, &input, bytes)
    }

    fn all(&self) -> ClientPhotos {
        of_client(&self.clinic.store, &self.doctor, PhotosOf { client: self.client }).expect("reads")
    }

    fn one(&self, id: PhotoId) -> Photo {
        self.all().photos.into_iter().find(|photo| photo.id == id).expect("the photo")
    }

    fn show(&self, id: PhotoId, size: PhotoSize) -> Result<Vec<u8>, Error> {
        show(&self.clinic.store, &self.doctor, ShowPhoto { id, size })
    }

    fn previews(&self) -> Vec<(u64, u64)> {
        let told = std::sync::Mutex::new(Vec::new());
        make_missing(&self.clinic.store, &|done, total| told.lock().expect("a lock").push((done, total)))
            .expect("makes");
        told.into_inner().expect("a lock")
    }

    fn export(&self, ids: &[PhotoId], purpose: DataPurpose, folder: &Path) -> Result<u32, Error> {
        let input = ExportPhotos { ids: ids.to_vec(), purpose };
        export(&self.clinic.store, &self.doctor, &input, folder).map(|done| done.count)
    }
}

fn code<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorCode {
    result.expect_err("refused").code
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn files_below(folder: &Path) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files_below(&path))
        } else {
            found.push(std::fs::read(path).expect("reads"))
        }
    }
    found
}

/// Red where the corner of the sensor's picture is once it stands upright: for EXIF 6, at the upper right.
fn stands_upright(bytes: &[u8]) -> bool {
    let picture = image::load_from_memory(bytes).expect("decodes");
    let (width, height) = picture.dimensions();
    let red = |x, y| picture.get_pixel(x, y).0[0] > 150;
    height > width && red(width - 2, 1) && !red(1, 1) && !red(1, height - 2) && !red(width - 2, height - 2)
}

#[test]
fn the_original_stays_as_it_came_and_what_is_made_of_it_says_nothing_of_the_camera() {
    let house = house(1);
    let original = from_camera(640, 400);
    assert!(contains(&original, b"SHANGHAI"));
    let id = house.add(&original).expect("adds");
    let photo = house.one(id);
    assert_eq!((photo.width, photo.height), (400, 640));
    assert_eq!((photo.camera.as_str(), photo.located), ("Canon EOS R8", true));
    assert_eq!(photo.taken_at, NOW - 30 * 60_000, "half an hour ago by the clinic's clock");
    assert_eq!(photo.preview, PreviewState::Waiting);
    assert_eq!(code(house.show(id, PhotoSize::Small)), ErrorCode::NotFound);

    assert_eq!(house.previews(), [(1, 1)]);
    assert_eq!(house.previews(), [], "nothing is made twice");
    assert_eq!(house.one(id).preview, PreviewState::Made);
    assert_eq!(house.show(id, PhotoSize::Original).unwrap(), original);
    for size in [PhotoSize::Small, PhotoSize::Screen] {
        let copy = house.show(id, size).expect("a preview");
        assert!(stands_upright(&copy), "{size:?}");
        assert!(!contains(&copy, b"Exif") && !contains(&copy, b"SHANGHAI"), "{size:?}");
    }
    let small = image::load_from_memory(&house.show(id, PhotoSize::Small).unwrap()).unwrap();
    assert_eq!((small.width(), small.height()), (200, 320));

    // Sealed: neither the picture nor its place stands on the disk.
    let disk = files_below(house.clinic.dir.path());
    assert!(disk.len() >= 4, "{} files", disk.len());
    assert!(disk.iter().all(|file| !contains(file, b"SHANGHAI") && !contains(file, &original[1000..1040])));

    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("copies");
    assert_eq!(house.export(&[id], DataPurpose::Treatment, &out).expect("exports"), 1);
    let [copy] = files_below(&out).try_into().expect("one copy");
    assert!(stands_upright(&copy) && !contains(&copy, b"Exif") && !contains(&copy, b"SHANGHAI"));
    assert_eq!(image::load_from_memory(&copy).unwrap().height(), 640, "in full size");
}

#[test]
fn a_photo_that_is_kept_is_not_kept_twice_and_what_is_no_photo_is_refused() {
    let house = house(2);
    let bytes = jpeg(300, 200);
    let id = house.add(&bytes).expect("adds");
    let again = house.add(&bytes).expect_err("kept");
    assert_eq!((again.code, again.params["client"].as_str()), (ErrorCode::PhotoKept, "林晓𠮷"));
    assert_eq!(code(house.add(b"")), ErrorCode::InvalidPicture);
    assert_eq!(code(house.add(b"%PDF-1.7")), ErrorCode::InvalidPicture);
    assert_eq!(code(house.add(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")), ErrorCode::HeicPicture);
    assert_eq!(code(house.add(&picture(40, 40, ImageFormat::Png)[..30])), ErrorCode::InvalidPicture);
    assert_eq!(house.all().photos.len(), 1);

    let of_nobody = PhotoFacts { treatment: Some(TreatmentId(uuid::Uuid::nil())), ..facts() };
    let input =
        AddPhoto { client: house.client, facts: of_nobody, file_name: String::new(), file_changed_at: None };
    let refused = add(&house.clinic.store, &house.doctor, &input, &jpeg(20, 20)).expect_err("refused");
    assert_eq!((refused.code, refused.field), (ErrorCode::NotFound, Some("treatment")));

    // A file cut off on the card has a head and no body: it is kept, and said to be unreadable.
    let cut = house.add(&picture(900, 700, ImageFormat::Png)[..400]).expect("kept as it came");
    assert_eq!(house.previews(), [(1, 2), (2, 2)]);
    assert_eq!((house.one(cut).preview, house.one(id).preview), (PreviewState::Failed, PreviewState::Made));

    // Taken out of the wrong file, it may be taken into the right one.
    let out =
        |reason: &str| remove(&house.clinic.store, &house.doctor, &RemovePhoto { id, reason: reason.into() });
    assert_eq!(code(out(" ")), ErrorCode::ReasonRequired);
    out("拍错人").expect("takes it out");
    assert_eq!(house.one(id).removed_reason.as_deref(), Some("拍错人"));
    assert_eq!(house.show(id, PhotoSize::Original).unwrap(), bytes, "it stays readable");
    let other = house.add(&bytes).expect("adds anew");
    assert_ne!(other, id);
    restore(&house.clinic.store, &house.doctor, OfPhoto { id }).expect("takes it back");
    assert_eq!(house.one(id).removed_reason, None);

    // What is sealed stays in the file.
    let Actor::Staff(witness) = &house.doctor else { panic!("a person") };
    let input = SealRecord {
        client: house.client,
        reason: "投诉".into(),
        party: "林晓".into(),
        party_relation: "本人".into(),
    };
    let sealing = Witnessed { input: &input, witness: Some(witness) };
    seal::seal(&house.clinic.store, &house.clinic.owner, sealing).expect("seals");
    assert_eq!(code(out("拍错人")), ErrorCode::PartSealed);
}

#[test]
fn a_copy_for_publicity_needs_a_consent_that_holds() {
    let house = house(3);
    let id = house.add(&jpeg(64, 64)).expect("adds");
    let folder = tempfile::tempdir().unwrap();
    let purpose = DataPurpose::Publicity;
    let to = |name: &str| house.export(&[id], purpose, &folder.path().join(name));
    assert_eq!(code(to("a")), ErrorCode::PurposeNotConsented);
    assert!(!folder.path().join("a").exists());
    let consent = DataConsentFor { client: house.client, purpose };
    data_consents::give(&house.clinic.store, &house.doctor, consent).expect("gives");
    assert_eq!(house.all().consents, [purpose]);
    assert_eq!(to("b").expect("exports"), 1);
    data_consents::withdraw(&house.clinic.store, &house.doctor, consent).expect("withdraws");
    assert_eq!(code(to("c")), ErrorCode::PurposeNotConsented);

    // A nurse takes photos and gives none away.
    let nurse = house.clinic.person(Role::Nurse);
    let input = ExportPhotos { ids: vec![id], purpose: DataPurpose::Treatment };
    assert_eq!(code(export(&house.clinic.store, &nurse, &input, folder.path())), ErrorCode::NotPermitted);
}

#[test]
fn a_card_shows_its_latest_pictures_and_which_are_kept() {
    let house = house(4);
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("DCIM");
    std::fs::create_dir_all(folder.join("100CANON")).unwrap();
    let epoch = |seconds: i64| {
        SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(NOW).unwrap())
            - Duration::from_secs(u64::try_from(seconds).unwrap())
    };
    let write = |name: &str, bytes: &[u8], seconds: i64| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        std::fs::File::open(&path).unwrap().set_modified(epoch(seconds)).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let older = write("100CANON/IMG_1.JPG", &jpeg(400, 300), 600);
    let newer = write("100CANON/IMG_2.jpg", &jpeg(401, 300), 300);
    write("100CANON/._IMG_2.jpg", b"x", 300);
    write("100CANON/MOV_3.MP4", b"x", 300);
    write("100CANON/IMG_4.jpg", &jpeg(402, 300), 0);
    let outside = dir.path().join("secret.jpg");
    std::fs::write(&outside, jpeg(403, 300)).unwrap();

    let store = &house.clinic.store;
    let place = folder.to_str().unwrap().to_owned();
    let look = || card::look(store, &house.doctor, &LookAtCard { folder: place.clone() });
    let seen = look().expect("looks");
    assert_eq!(seen.photos.iter().map(|photo| photo.path.as_str()).collect::<Vec<_>>(), [&newer, &older]);
    assert!(seen.photos.iter().all(|photo| !photo.kept));

    let small = card::preview(&house.doctor, &OnCard { folder: place.clone(), path: newer.clone() });
    assert_eq!(image::load_from_memory(&small.expect("a preview")).unwrap().width(), 240);
    let take = |path: &str| {
        let input =
            AddFromCard { client: house.client, facts: facts(), folder: place.clone(), path: path.into() };
        add_from_card(store, &house.doctor, &input)
    };
    let id = take(&newer).expect("takes");
    assert_eq!((house.one(id).taken_at, house.one(id).file_name.as_str()), (NOW - 300_000, "IMG_2.jpg"));
    let kept = |photos: Vec<card::CardPhoto>| photos.iter().map(|photo| photo.kept).collect::<Vec<_>>();
    assert_eq!(kept(look().unwrap().photos), [true, false]);
    assert_eq!(code(take(outside.to_str().unwrap())), ErrorCode::CardUnreadable);
    assert_eq!(code(take(&format!("{place}/../secret.jpg"))), ErrorCode::CardUnreadable);

    // The card is pulled out.
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(code(look()), ErrorCode::CardUnreadable);
    assert_eq!(code(take(&older)), ErrorCode::CardUnreadable);
}

#[test]
fn what_is_said_of_a_photo_is_put_right_and_two_points_are_kept() {
    let house = house(5);
    let id = house.add(&jpeg(64, 64)).expect("adds");
    let said = PhotoFacts { view: PhotoView::ChinUp, note: "补光不足".into(), ..facts() };
    describe(&house.clinic.store, &house.doctor, &DescribePhoto { id, facts: said.clone() }).expect("says");
    assert_eq!(house.one(id).facts, said);
    let at = |marks| mark(&house.clinic.store, &house.doctor, MarkPhoto { id, marks });
    let pupils = [Mark { x: 3_000, y: 4_000 }, Mark { x: 7_000, y: 4_100 }];
    at(Some(pupils)).expect("marks");
    assert_eq!(house.one(id).marks, Some(pupils));
    assert_eq!(code(at(Some([pupils[0], pupils[0]]))), ErrorCode::InvalidValue);
    assert_eq!(code(at(Some([pupils[0], Mark { x: 10_001, y: 0 }]))), ErrorCode::InvalidValue);
    assert_eq!(house.one(id).marks, Some(pupils));
    at(None).expect("takes them away");
    assert_eq!(house.one(id).marks, None);
}

/// One clinic takes in everything.
static HOSTED: LazyLock<House> = LazyLock::new(|| house(6));

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Bytes from anywhere are kept as they came or refused by a code; the desk goes on.
    #[test]
    fn hostile_pictures_harm_nothing(
        noise in prop::collection::vec(any::<u8>(), 0..2_000),
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in any::<prop::sample::Index>(),
        as_camera in any::<bool>(),
    ) {
        let house = &*HOSTED;
        let mut bytes = if as_camera { from_camera(48, 32) } else { noise };
        for (index, value) in flips {
            if !bytes.is_empty() {
                let at = index.index(bytes.len());
                bytes[at] = value;
            }
        }
        bytes.truncate(cut.index(bytes.len() + 1).max(bytes.len() / 2));
        match house.add(&bytes) {
            Ok(id) => {
                house.previews();
                prop_assert_eq!(house.show(id, PhotoSize::Original).unwrap(), bytes);
                prop_assert_ne!(house.one(id).preview, PreviewState::Waiting);
            }
            Err(error) => prop_assert!(
                matches!(error.code, ErrorCode::InvalidPicture | ErrorCode::HeicPicture | ErrorCode::PhotoKept), "{:?}", error.code
            ),
        }
    }
}

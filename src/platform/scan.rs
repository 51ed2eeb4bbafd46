//! Reading QR codes by what the browser itself has, from the camera or a picture. Old browsers and those of some devices
//! have no such reader; then there is none, as a library for it would weigh more than the page that wants it.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::files::Picked;

/// Between two looks at the camera's picture. Milliseconds.
const PAUSE: i32 = 200;
const READER: &str = "BarcodeDetector";

/// A reader of QR codes; `None` where the browser has none.
pub async fn reader() -> Option<Reader> {
    let class: Function = get(super::window()?.as_ref(), READER)?.dyn_into().ok()?;
    let formats = wait(call(&class, "getSupportedFormats", &[])?).await?.dyn_into::<Array>().ok()?;
    let qr = JsValue::from_str("qr_code");
    if !formats.includes(&qr, 0) {
        return None;
    }
    let options = Object::new();
    let _ = Reflect::set(&options, &JsValue::from_str("formats"), &Array::of1(&qr));
    Reflect::construct(&class, &Array::of1(&options)).ok().map(Reader)
}

/// Whether there is a camera to ask for; without https there is none.
pub fn has_camera() -> bool {
    super::navigator::part("mediaDevices").is_some()
}

/// What reads QR codes.
#[derive(Clone)]
pub struct Reader(JsValue);

impl Reader {
    /// The texts of the codes in a picture file; none where it is no picture.
    pub async fn picture(&self, file: &Picked) -> Vec<String> {
        let window = super::window().map(JsValue::from).unwrap_or_default();
        let Some(promise) = call(&window, "createImageBitmap", &[file.value().clone()]) else { return Vec::new() };
        match wait(promise).await {
            Some(picture) => self.texts(&picture).await,
            None => Vec::new(),
        }
    }

    async fn texts(&self, source: &JsValue) -> Vec<String> {
        let Some(promise) = call(&self.0, "detect", std::slice::from_ref(source)) else { return Vec::new() };
        let found = wait(promise).await.and_then(|found| found.dyn_into::<Array>().ok()).unwrap_or_default();
        found.iter().filter_map(|code| get(&code, "rawValue")?.as_string()).collect()
    }

    /// Shows the camera's picture in the video with that id, which plays by itself, and hands every text read to `take`, until that is true or
    /// `is_wanted` no longer. False where the camera did not open.
    pub async fn film(&self, video: &str, is_wanted: impl Fn() -> bool, take: impl Fn(&str) -> bool) -> bool {
        let Some(stream) = open().await else { return false };
        let element = super::document().and_then(|document| document.get_element_by_id(video));
        let element = element.map(JsValue::from).unwrap_or_default();
        let _ = Reflect::set(&element, &JsValue::from_str("srcObject"), &stream);
        while is_wanted() {
            if self.texts(&element).await.iter().any(|text| take(text)) {
                break;
            }
            super::pause(PAUSE).await;
        }
        let tracks = call(&stream, "getTracks", &[]).and_then(|tracks| tracks.dyn_into::<Array>().ok());
        tracks.unwrap_or_default().iter().for_each(|track| {
            call(&track, "stop", &[]);
        });
        true
    }
}

/// The camera at the back, where there are several.
async fn open() -> Option<JsValue> {
    let devices = super::navigator::part("mediaDevices")?;
    let (wanted, video) = (Object::new(), Object::new());
    let _ = Reflect::set(&video, &JsValue::from_str("facingMode"), &JsValue::from_str("environment"));
    let _ = Reflect::set(&wanted, &JsValue::from_str("video"), &video);
    wait(call(&devices, "getUserMedia", &[wanted.into()])?).await
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(name)).ok().filter(|value| !value.is_undefined())
}

fn call(object: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: Function = get(object, name)?.dyn_into().ok()?;
    Reflect::apply(&method, object, &arguments.iter().cloned().collect::<Array>()).ok()
}

/// What a promise brings; `None` where it is broken.
async fn wait(promise: JsValue) -> Option<JsValue> {
    JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()
}

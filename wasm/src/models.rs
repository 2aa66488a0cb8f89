//! The models' files, which the host fetches. They are given once and live as long as the module:
//! guards share them.

use std::borrow::Cow;
use std::cell::RefCell;

use himaya::{GuardBuilder, image, text};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::failure::Failure;

#[derive(Default)]
struct Models {
    text: Option<text::ModelPack>,
    image: Option<image::ModelPack>,
}

thread_local! {
    static MODELS: RefCell<Models> = RefCell::default();
}

/// Takes the text classifier: the one that this version was made with, or the model of a pack of
/// the host's own, with its manifest and configuration. Guards that are made from now on have it.
///
/// # Errors
/// `ModelError` when a file is not the one that the manifest names.
#[wasm_bindgen(js_name = setTextModel)]
pub fn set_text_model(
    model: Vec<u8>,
    manifest: Option<String>,
    config: Option<String>,
) -> Result<(), JsValue> {
    let pack = match (manifest, config) {
        (Some(manifest), Some(config)) => text::ModelPack::new(&manifest, &config, kept(model)),
        _ => text::ModelPack::standard(kept(model)),
    };
    let pack = pack.map_err(Failure::from)?;
    MODELS.with_borrow_mut(|models| models.text = Some(pack));
    Ok(())
}

/// The same of the picture model.
///
/// # Errors
/// As `setTextModel`.
#[wasm_bindgen(js_name = setImageModel)]
pub fn set_image_model(
    model: Vec<u8>,
    manifest: Option<String>,
    config: Option<String>,
) -> Result<(), JsValue> {
    let pack = match (manifest, config) {
        (Some(manifest), Some(config)) => image::ModelPack::new(&manifest, &config, kept(model)),
        _ => image::ModelPack::standard(kept(model)),
    };
    let pack = pack.map_err(Failure::from)?;
    MODELS.with_borrow_mut(|models| models.image = Some(pack));
    Ok(())
}

/// Guards clone their packs; of bytes that live as long as the module that costs nothing.
fn kept(model: Vec<u8>) -> Cow<'static, [u8]> {
    Cow::Borrowed(Box::leak(model.into_boxed_slice()))
}

pub(crate) fn added_to(builder: GuardBuilder, text: bool) -> GuardBuilder {
    MODELS.with_borrow(|models| {
        let builder = match models.text.clone().filter(|_| text) {
            Some(pack) => builder.text_model(pack),
            None => builder.without_text_model(),
        };
        match models.image.clone() {
            Some(pack) => builder.image_model(pack),
            None => builder.without_image_model(),
        }
    })
}

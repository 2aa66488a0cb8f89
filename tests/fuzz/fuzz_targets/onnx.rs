//! Any bytes as the network of a picture model and of a text model, and networks put together
//! from what such files are made of.
#![no_main]

use std::borrow::Cow;
use std::sync::Once;
use std::time::Instant;

use himaya::image::{ModelPack, Pixels};
use himaya::{Guard, text};
use himaya_fuzz::{manifest_of, mutate, short};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use prost::Message as _;
use tract_onnx::pb::{ModelProto, ValueInfoProto, tensor_shape_proto::dimension, type_proto};

/// The longest side of a picture that is shown to a network.
const MAX_SIDE: i64 = 32;

fuzz_target!(|bytes: &[u8]| {
    // The fence catches what tract panics at; what comes through it ends this process still.
    static QUIET: Once = Once::new();
    QUIET.call_once(|| std::panic::set_hook(Box::new(|_| {})));
    let begun = Instant::now();
    picture(bytes);
    message(bytes);
    assert!(begun.elapsed().as_secs() < 8, "{} bytes take too long", bytes.len());
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate::network(data, size, max_size, seed)
});

fn picture(bytes: &[u8]) {
    let file = ModelProto::decode(bytes).unwrap_or_default();
    let graph = file.graph.unwrap_or_default();
    let input = graph.input.iter().map(sides).find(|sides| sides.len() == 4);
    let (layout, height, width) = match input.as_deref() {
        Some(&[_, 3, height, width]) => ("nchw", height, width),
        Some(&[_, height, width, 3]) => ("nhwc", height, width),
        _ => ("nchw", 8, 8),
    };
    let side = |side: i64| if (1..=MAX_SIDE).contains(&side) { side } else { 8 };
    let classes = graph.output.first().map(sides).unwrap_or_default();
    let classes = classes.iter().try_fold(1_i64, |n, side| n.checked_mul(*side));
    let classes = classes.filter(|n| (1..=64).contains(n)).unwrap_or(2);
    let names: Vec<String> = (0..classes).map(|class| format!("c{class}")).collect();
    let config = serde_json::json!({
        "schema_version": 1,
        "input": {
            "width": side(width), "height": side(height), "layout": layout, "channels": "rgb",
            "resize": "bilinear-half-pixel", "aspect": "squash",
        },
        "output": { "activation": "sigmoid" },
        "classes": names,
        "class_sums": { "sensitive": ["c0"] },
    })
    .to_string();
    let manifest = manifest_of(config.as_bytes(), bytes);
    let pack = ModelPack::new(&manifest, &config, Cow::Owned(bytes.to_vec())).unwrap();
    let guard = Guard::builder().image_model(pack).build().unwrap();
    let grey = [128; 8 * 8 * 3];
    match guard.assess_pixels(&Pixels::rgb(8, 8, &grey).unwrap()) {
        Ok(assessment) => assert!((0.0..=1.0).contains(&assessment.risk)),
        Err(error) => short(&error),
    }
}

fn message(bytes: &[u8]) {
    let side = serde_json::json!({
        "bias": 0, "model": 1, "rule": 1, "signal_at": 0.9, "doubt_below": 0.1,
    });
    let config = serde_json::json!({
        "schema_version": 1,
        "input": { "rows": 16, "hashes": 4, "pairs": false, "tokens": 8 },
        "outputs": ["secrecy", "counterpart", "protected"],
        "fusion": { "counterpart": side, "protected": side },
    })
    .to_string();
    let manifest = manifest_of(config.as_bytes(), bytes);
    let pack = text::ModelPack::new(&manifest, &config, Cow::Owned(bytes.to_vec())).unwrap();
    let guard = Guard::builder().text_model(pack).build().unwrap();
    if let Err(error) = guard.load_text_model() {
        short(&error);
        return;
    }
    let assessment = guard.assess_message("this is our secret, don't tell your mum");
    assert!((0.0..=1.0).contains(&assessment.risk));
}

/// The sides that a value is declared with; 0 for one that is left open.
fn sides(value: &ValueInfoProto) -> Vec<i64> {
    let kind = value.r#type.as_ref().and_then(|kind| kind.value.as_ref());
    let shape = kind.and_then(|type_proto::Value::TensorType(tensor)| tensor.shape.as_ref());
    let sides = shape.iter().flat_map(|shape| &shape.dim).map(|side| match side.value {
        Some(dimension::Value::DimValue(side)) => side,
        _ => 0,
    });
    sides.collect()
}

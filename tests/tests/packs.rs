//! Picture models that a host brings, and a second opinion beside the first.
//!
//! The packs of `tests/golden/packs` find a colour: a test chooses their answer by the colour of
//! the picture that it shows.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fs;
use std::path::PathBuf;

use himaya::assessment::StatusReason;
use himaya::image::{ModelPack, Pixels};
use himaya::{Action, Guard, GuardBuilder, Status};
use himaya_tests::root;
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

fn folder(name: &str) -> PathBuf {
    root().join("tests/golden/packs").join(name)
}

fn pack(name: &str) -> ModelPack {
    ModelPack::from_folder(&folder(name)).unwrap()
}

fn builder() -> GuardBuilder {
    Guard::builder().without_text_model()
}

/// A picture of one colour, wider than high.
fn plain(colour: [u8; 3]) -> Pixels<'static> {
    Pixels::rgb(30, 20, colour.repeat(600)).unwrap()
}

/// The `sensitive` sum that a pack gives a colour.
fn score(name: &str, colour: [u8; 3]) -> f32 {
    let guard = builder().image_model(pack(name)).build().unwrap();
    guard.assess_pixels(&plain(colour)).unwrap().risk
}

#[track_caller]
fn near(found: f32, expected: f32) {
    assert!((found - expected).abs() < 1e-5, "{found} instead of {expected}");
}

#[test]
fn a_pack_is_run_as_its_configuration_says() {
    near(score("red", [51, 255, 0]), 0.2);
    near(score("green", [51, 102, 0]), 0.4);
    let sigmoid = |logit: f32| 1.0 / (1.0 + (-logit).exp());
    // 4 (blue - red), both between -1 and 1.
    near(score("logit", [51, 0, 102]), sigmoid(4.0 * 0.4));
    near(score("logit", [255, 0, 0]), sigmoid(-8.0));
    near(score("two-outputs", [255, 0, 0]), sigmoid(9.0));
    near(score("two-outputs", [0, 255, 0]), 0.5);
}

#[test]
fn only_the_middle_is_seen_where_the_configuration_says_so() {
    // 8 of 10 columns and rows are kept: the rim of a picture of 10x10 is cut off.
    let picture: Vec<u8> = (0..100)
        .flat_map(|at| {
            let (x, y) = (at % 10, at / 10);
            let rim = x == 0 || y == 0 || x == 9 || y == 9;
            if rim { [0, 0, 255] } else { [102, 0, 51] }
        })
        .collect();
    let guard = builder().image_model(pack("logit")).build().unwrap();
    let assessment = guard.assess_pixels(&Pixels::rgb(10, 10, picture).unwrap()).unwrap();
    near(assessment.risk, 1.0 / (1.0 + 1.6_f32.exp()));
}

#[derive(Deserialize)]
struct Refused {
    pack: String,
    /// Changes to config.json (RFC 7396).
    config: Value,
    stage: String,
    reason: String,
}

fn merge(target: &mut Value, patch: &Value) {
    let (Some(target), Some(patch)) = (target.as_object_mut(), patch.as_object()) else {
        *target = patch.clone();
        return;
    };
    for (key, value) in patch {
        if value.is_null() {
            target.remove(key);
        } else {
            merge(target.entry(key).or_insert(Value::Null), value);
        }
    }
}

fn sum(bytes: &[u8]) -> Value {
    let sha256: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    json!({"sha256": sha256, "bytes": bytes.len()})
}

/// A pack whose manifest fits whatever its files are.
fn made(config: &str, model: Vec<u8>) -> Result<ModelPack, himaya::error::ModelPackError> {
    let manifest = json!({
        "schema_version": 1,
        "name": "made",
        "version": "1",
        "files": {"config.json": sum(config.as_bytes()), "model.onnx": sum(&model)},
    });
    ModelPack::new(&manifest.to_string(), config, model.into())
}

#[test]
fn what_does_not_fit_is_refused_with_the_reason() {
    let text = fs::read_to_string(folder("refused.json")).unwrap();
    for case in serde_json::from_str::<Vec<Refused>>(&text).unwrap() {
        let config = fs::read_to_string(folder(&case.pack).join("config.json")).unwrap();
        let mut config = serde_json::from_str(&config).unwrap();
        merge(&mut config, &case.config);
        let model = fs::read(folder(&case.pack).join("model.onnx")).unwrap();
        let (stage, error) = match made(&config.to_string(), model) {
            Err(error) => ("pack", error.to_string()),
            Ok(pack) => {
                let guard = builder().image_model(pack).build().unwrap();
                match guard.load_image_model() {
                    Err(error) => ("load", error.to_string()),
                    Ok(()) => {
                        let error = guard.assess_pixels(&plain([255, 255, 0])).unwrap_err();
                        assert_eq!(error.status_reason(), StatusReason::ModelUnavailable);
                        ("run", error.to_string())
                    }
                }
            }
        };
        assert_eq!(stage, case.stage, "{}: {error}", case.reason);
        assert!(error.contains(&case.reason), "`{error}` instead of `{}`", case.reason);
    }
}

#[test]
fn a_file_that_is_cut_off_or_no_network_is_refused_when_it_is_loaded() {
    let config = fs::read_to_string(folder("red/config.json")).unwrap();
    let model = fs::read(folder("red/model.onnx")).unwrap();
    for length in (0..model.len()).step_by(7) {
        let pack = made(&config, model[..length].to_vec()).unwrap();
        let guard = builder().image_model(pack).build().unwrap();
        let error = guard.load_image_model().unwrap_err().to_string();
        assert!(error.starts_with("picture model: "), "{length} bytes: {error}");
    }
    let guard = builder().image_model(made(&config, Vec::new()).unwrap()).build().unwrap();
    let error = guard.load_image_model().unwrap_err().to_string();
    assert!(error.contains("it holds no graph"), "{error}");
}

#[test]
fn without_a_model_a_picture_that_no_list_knows_is_not_assessed() {
    let guard = builder().without_image_model().build().unwrap();
    let error = guard.assess_pixels(&plain([0; 3])).unwrap_err();
    assert_eq!(error.status_reason(), StatusReason::ModelUnavailable);
    assert!(error.to_string().starts_with("picture model: none was given"), "{error}");
    assert!(guard.load_image_model().is_err());
}

#[test]
fn a_host_gives_the_file_of_the_standard_model_and_no_other() {
    let path = root().join("models/image/mobilenet-v2-mid-4.4.0/model.onnx");
    let pack = ModelPack::standard(fs::read(path).unwrap().into()).unwrap();
    assert_eq!(pack.sha256(), ModelPack::embedded().unwrap().sha256());
    let other = fs::read(folder("red").join("model.onnx")).unwrap();
    let error = ModelPack::standard(other.into()).unwrap_err().to_string();
    assert!(error.starts_with("model.onnx has SHA-256"), "{error}");
}

#[test]
fn a_missing_or_exchanged_file_of_a_pack_is_named() {
    let copy = tempfile::TempDir::new().unwrap();
    let files = ["model.onnx", "config.json", "manifest.json"];
    for missing in files {
        for file in files {
            fs::copy(folder("red").join(file), copy.path().join(file)).unwrap();
        }
        fs::remove_file(copy.path().join(missing)).unwrap();
        let error = ModelPack::from_folder(copy.path()).unwrap_err().to_string();
        assert!(error.contains(missing), "{error}");
    }
    for (file, of) in [("model.onnx", "green"), ("config.json", "logit")] {
        for file in files {
            fs::copy(folder("red").join(file), copy.path().join(file)).unwrap();
        }
        fs::copy(folder(of).join(file), copy.path().join(file)).unwrap();
        let error = ModelPack::from_folder(copy.path()).unwrap_err().to_string();
        assert!(error.starts_with(&format!("{file} has SHA-256")), "{error}");
    }
}

/// Red by the first model, green by the second.
fn opinions(second: ModelPack, red: u8, green: u8) -> himaya::Assessment {
    let guard = builder().image_model(pack("red")).second_image_model(second).build().unwrap();
    guard.assess_pixels(&plain([red, green, 0])).unwrap()
}

fn models(assessment: &himaya::Assessment) -> Vec<&str> {
    assessment.models.iter().map(|model| model.name.as_ref()).collect()
}

fn reasons(assessment: &himaya::Assessment) -> Vec<&str> {
    assessment.findings[0].reason_codes.iter().map(AsRef::as_ref).collect()
}

#[test]
fn a_picture_that_the_second_model_finds_harmless_passes_and_is_told() {
    let assessment = opinions(pack("green"), 204, 50);
    assert_eq!(assessment.action, Action::Allow);
    near(assessment.risk, 50.0 / 255.0);
    near(assessment.findings[0].score, 50.0 / 255.0);
    assert_eq!(
        reasons(&assessment),
        ["image.class_sum.sensitive", "image.second_opinion.harmless"]
    );
    assert_eq!(models(&assessment), ["red", "green"]);
    assert_eq!(assessment.status, Status::Complete);
    // Class scores stay those of the first.
    near(assessment.class_scores[1].score, 0.8);
}

#[test]
fn a_picture_on_which_both_agree_is_covered_with_the_first_ones_score() {
    let assessment = opinions(pack("green"), 204, 52);
    assert_eq!(assessment.action, Action::Blur);
    near(assessment.risk, 0.8);
    assert_eq!(reasons(&assessment), ["image.class_sum.sensitive", "image.second_opinion.agrees"]);
    assert_eq!(models(&assessment), ["red", "green"]);
}

#[test]
fn the_second_model_is_asked_only_where_the_first_is_unsure() {
    // Bounds of models/image/second_opinion.toml: 0.3 and 0.9.
    for (red, asked) in [(0, false), (76, false), (77, true), (229, true), (230, false)] {
        let assessment = opinions(pack("green"), red, 0);
        assert_eq!(models(&assessment).len(), 1 + usize::from(asked), "{red}");
    }
    let sure = opinions(pack("green"), 255, 0);
    assert_eq!((sure.action, reasons(&sure).len()), (Action::Blur, 1));
}

#[test]
fn a_second_model_that_cannot_be_used_leaves_the_first_ones_decision() {
    let config = fs::read_to_string(folder("green/config.json")).unwrap();
    let model = fs::read(folder("green/model.onnx")).unwrap();
    let cut = made(&config, model[..model.len() / 2].to_vec()).unwrap();
    for second in [cut, pack("flat"), pack("nan")] {
        let assessment = opinions(second, 204, 0);
        assert_eq!(assessment.action, Action::Blur);
        near(assessment.risk, 0.8);
        assert_eq!(assessment.status, Status::Degraded);
        assert_eq!(assessment.status_reasons, [StatusReason::ModelUnavailable]);
        assert_eq!(models(&assessment), ["red"]);
        assert_eq!(reasons(&assessment), ["image.class_sum.sensitive"]);
    }
}

#[test]
fn the_second_model_is_loaded_when_it_is_first_asked() {
    let flat = builder().image_model(pack("red")).second_image_model(pack("flat"));
    let guard = flat.build().unwrap();
    guard.load_image_model().unwrap();
    assert_eq!(guard.assess_pixels(&plain([0; 3])).unwrap().status, Status::Complete);
    assert!(guard.load_second_image_model().is_err());
    builder().build().unwrap().load_second_image_model().unwrap();
}

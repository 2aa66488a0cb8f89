//! What a guard is made from.

use himaya::policy::PolicyLock;
use himaya::{AgeBand, GuardBuilder, Limits, Policy};
use serde::Deserialize;

use crate::failure::Failure;

/// `GuardOptions` of `npm/src`.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(crate) struct Options {
    age_band: Option<String>,
    policy: Option<String>,
    policy_lock: Option<String>,
    max_message_bytes: Option<usize>,
    conversation_weights: Option<String>,
    #[cfg(feature = "full")]
    without_text_model: bool,
    #[cfg(feature = "full")]
    image_limits: ImageLimits,
    #[cfg(feature = "full")]
    hash_lists: Vec<HashListText>,
}

#[cfg(feature = "full")]
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
struct ImageLimits {
    max_pixels: Option<u64>,
    max_bytes: Option<usize>,
    max_animation_frames: Option<u32>,
    max_animation_pixels: Option<u64>,
    max_animation_looks: Option<u32>,
}

/// A list of known pictures' hashes, in ThreatExchange's text forms.
#[cfg(feature = "full")]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HashListText {
    name: String,
    text: String,
    #[serde(default)]
    distance: Option<u32>,
}

impl Options {
    pub(crate) fn builder(self) -> Result<GuardBuilder, Failure> {
        let mut builder = crate::rules::added_to(himaya::Guard::builder().limits(self.limits()));
        if let Some(band) = &self.age_band {
            builder = builder.age_band(band.parse::<AgeBand>()?);
        }
        if let Some(policy) = &self.policy {
            builder = builder.policy(policy.parse::<Policy>()?);
        }
        if let Some(lock) = &self.policy_lock {
            builder = builder.policy_lock(PolicyLock::from_json(lock)?);
        }
        if let Some(weights) = self.conversation_weights {
            builder = builder.conversation_weights(weights);
        }
        #[cfg(feature = "full")]
        {
            builder = crate::models::added_to(builder, !self.without_text_model);
            for list in self.hash_lists {
                builder = builder.hash_list(list.read()?);
            }
        }
        Ok(builder)
    }

    fn limits(&self) -> Limits {
        let mut limits = Limits::default();
        set(&mut limits.max_message_bytes, self.max_message_bytes);
        #[cfg(feature = "full")]
        {
            let asked = &self.image_limits;
            set(&mut limits.image.max_pixels, asked.max_pixels);
            set(&mut limits.image.max_bytes, asked.max_bytes);
            set(&mut limits.animation.max_frames, asked.max_animation_frames);
            set(&mut limits.animation.max_pixels, asked.max_animation_pixels);
            set(&mut limits.animation.max_looks, asked.max_animation_looks);
        }
        limits
    }
}

fn set<T>(limit: &mut T, asked: Option<T>) {
    if let Some(asked) = asked {
        *limit = asked;
    }
}

#[cfg(feature = "full")]
impl HashListText {
    fn read(self) -> Result<himaya::image::HashList, Failure> {
        use himaya::image::HashList;
        let distance = self.distance.unwrap_or(HashList::MAX_DISTANCE);
        HashList::read(&self.name, self.text.as_bytes())
            .and_then(|list| list.with_distance(distance))
            .map_err(|error| Failure::HashList { name: self.name, error })
    }
}

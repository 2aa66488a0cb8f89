//! An update whose signature holds.

use std::sync::Arc;

use super::archive::{HELP, MANIFEST, RULES, UpdateFiles, WEIGHTS, within};
use super::probe;
use super::{UpdateError, UpdateKey, UpdateManifest};
use crate::guard::{Guard, GuardBuilder};
#[cfg(feature = "image-model")]
use crate::image;
use crate::intervention::HelpServices;
#[cfg(feature = "text-model")]
use crate::text;
use crate::text::Lexicon;

/// An update whose signature holds and whose files are understood.
#[derive(Clone, Debug)]
pub struct UpdatePack {
    manifest: UpdateManifest,
    pub(crate) lexicon: Option<Arc<Lexicon>>,
    pub(crate) weights: Option<String>,
    help: Option<String>,
    #[cfg(feature = "text-model")]
    pub(crate) text_model: Option<text::ModelPack>,
    #[cfg(feature = "image-model")]
    pub(crate) image_model: Option<image::ModelPack>,
}

impl UpdatePack {
    /// Reads an archive that `key` signed. A build without a model leaves that model's files
    /// unread.
    ///
    /// # Errors
    /// When the signature is not of these bytes by this key, or a file cannot be used.
    pub fn verify(archive: &[u8], signature: &str, key: &UpdateKey) -> Result<Self, UpdateError> {
        within(archive.len() as u64)?;
        // Nothing is understood before it is known who wrote it.
        key.verify(archive, signature)?;
        let mut files = UpdateFiles::read(archive)?;
        let manifest = files.take(MANIFEST).ok_or(UpdateError::Missing(MANIFEST))?;
        let manifest = UpdateManifest::from_json(&manifest)?;
        if files.is_empty() {
            return Err(UpdateError::Empty);
        }
        let lexicon = files.take(RULES).map(|rules| Lexicon::from_artifact(&rules)).transpose()?;
        let help = files.take_text(HELP)?;
        if let Some(help) = &help {
            HelpServices::from_toml(help)?;
        }
        Ok(Self {
            manifest,
            lexicon: lexicon.map(Arc::new),
            weights: files.take_text(WEIGHTS)?,
            help,
            #[cfg(feature = "text-model")]
            text_model: {
                let names = ["text/manifest.json", "text/config.json", "text/model.onnx"];
                model(&mut files, "text", names)?
            },
            #[cfg(feature = "image-model")]
            image_model: {
                let names = ["image/manifest.json", "image/config.json", "image/model.onnx"];
                model(&mut files, "image", names)?
            },
        })
    }

    /// What it says of itself.
    pub const fn manifest(&self) -> &UpdateManifest {
        &self.manifest
    }

    /// What it holds: `rules`, `help`, `weights`, `text model`, `image model`.
    pub fn contents(&self) -> Vec<&'static str> {
        let mut contents = Vec::new();
        let mut holds = |it: bool, name| {
            if it {
                contents.push(name);
            }
        };
        holds(self.lexicon.is_some(), "rules");
        holds(self.help.is_some(), "help");
        holds(self.weights.is_some(), "weights");
        #[cfg(feature = "text-model")]
        holds(self.text_model.is_some(), "text model");
        #[cfg(feature = "image-model")]
        holds(self.image_model.is_some(), "image model");
        contents
    }

    /// Its help services, else the embedded ones.
    ///
    /// # Errors
    /// When the list cannot be used.
    pub fn help_services(&self) -> Result<HelpServices, UpdateError> {
        let services =
            self.help.as_deref().map_or_else(HelpServices::embedded, HelpServices::from_toml);
        Ok(services?)
    }

    /// Makes a guard with it and holds it to what every pack must do: indicators that any leaflet
    /// prints are seen in every language that it reads, everyday messages warn nobody, models
    /// load and give numbers (`models/update/self_test.toml`).
    ///
    /// # Errors
    /// When no guard can be made, or it does not do that.
    pub fn self_test(&self) -> Result<(), UpdateError> {
        let guard = Guard::builder().update(self).build()?;
        probe::run(&guard).map_err(UpdateError::SelfTest)
    }
}

impl GuardBuilder {
    /// What an update brings, in place of what is embedded.
    #[must_use]
    pub fn update(mut self, pack: &UpdatePack) -> Self {
        if let Some(lexicon) = &pack.lexicon {
            self = self.lexicon(Arc::clone(lexicon));
        }
        if let Some(weights) = &pack.weights {
            self = self.conversation_weights(weights.as_str());
        }
        #[cfg(feature = "text-model")]
        if let Some(model) = &pack.text_model {
            self = self.text_model(model.clone());
        }
        #[cfg(feature = "image-model")]
        if let Some(model) = &pack.image_model {
            self = self.image_model(model.clone());
        }
        self
    }
}

/// A model, if any of its files is there.
#[cfg(feature = "networks")]
fn model<C: crate::pack::Config>(
    files: &mut UpdateFiles,
    of: &'static str,
    [manifest, config, model]: [&'static str; 3],
) -> Result<Option<crate::pack::Pack<C>>, UpdateError> {
    let found = (files.take_text(manifest)?, files.take_text(config)?, files.take(model));
    let (manifest, config, model) = match found {
        (Some(manifest), Some(config), Some(model)) => (manifest, config, model),
        (None, None, None) => return Ok(None),
        (None, ..) => return Err(UpdateError::Missing(manifest)),
        (_, None, _) => return Err(UpdateError::Missing(config)),
        (.., None) => return Err(UpdateError::Missing(model)),
    };
    crate::pack::Pack::new(&manifest, &config, model.into())
        .map(Some)
        .map_err(|error| UpdateError::Model { of, error })
}

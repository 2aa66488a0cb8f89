//! The options of all subcommands, and the guard that they describe.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use himaya::error::BuildError;
use himaya::image::ModelPack;
use himaya::intervention::{Addressee, Gender, Messages};
use himaya::policy::PolicyLock;
use himaya::report::Ledger;
use himaya::text::{self, Lexicon};
use himaya::{AgeBand, Guard, Policy};

use crate::failure::Failure;
use crate::{ledger, lexicon, matching, options, policy};

/// What to check with.
#[derive(Args)]
pub struct Settings {
    /// Age of the protected person: 0-5, 6-9, 10-12, 13-15, 16-17 or adult.
    #[arg(long, global = true, value_name = "BAND", default_value = "10-12")]
    pub age_band: AgeBand,
    /// A preset (child, teen, adult, school) or a policy file, in place of the preset for the age
    /// band.
    #[arg(long, global = true, value_name = "POLICY")]
    pub policy: Option<String>,
    /// A lock that `policy lock` printed: every other policy is refused.
    #[arg(long, global = true, value_name = "FILE")]
    pub policy_lock: Option<PathBuf>,
    /// Language of what is printed for people, as a BCP 47 tag such as ar-EG.
    #[arg(long, global = true, value_name = "LANG", default_value = "en")]
    pub lang: String,
    /// Grammatical gender in which people are addressed.
    #[arg(
        long,
        global = true,
        value_name = "GENDER",
        default_value = "other",
        value_parser = options::one_of(Gender::ALL, Gender::slug)
    )]
    pub gender: Gender,
    /// Rule files in place of the embedded ones; may be given several times.
    #[arg(long, global = true, value_name = "FILE")]
    pub lexicon: Vec<PathBuf>,
    /// A folder with model.onnx, config.json and manifest.json in place of the embedded model.
    #[arg(long, global = true, value_name = "FOLDER")]
    pub image_model: Option<PathBuf>,
    /// Such a folder beside it: a second opinion on pictures of which the first model is unsure.
    #[arg(long, global = true, value_name = "FOLDER")]
    pub second_image_model: Option<PathBuf>,
    /// A list of known pictures' PDQ hashes, as text or as an index that `match` built; may be
    /// given several times.
    #[arg(long, global = true, value_name = "FILE")]
    pub hash_list: Vec<PathBuf>,
    /// Such a folder in place of the embedded text classifier.
    #[arg(long, global = true, value_name = "FOLDER", conflicts_with = "no_text_model")]
    pub text_model: Option<PathBuf>,
    /// Weights of the conversation engine in place of the embedded ones.
    #[arg(long, global = true, value_name = "FILE")]
    pub conversation_weights: Option<PathBuf>,
    /// Text by the rules alone, as in a build without the text classifier.
    #[arg(long, global = true)]
    pub no_text_model: bool,
}

impl Settings {
    /// The policy that was asked for, if one was.
    pub fn own_policy(&self) -> Result<Option<Policy>, Failure> {
        self.policy.as_deref().map(policy::open).transpose()
    }

    /// The policy in force.
    pub fn policy(&self) -> Result<Policy, Failure> {
        match self.own_policy()? {
            Some(policy) => Ok(policy),
            None => Ok(Policy::preset(self.age_band).map_err(BuildError::from)?),
        }
    }

    /// The lock on it, if there is one.
    pub fn lock(&self) -> Result<Option<PolicyLock>, Failure> {
        self.policy_lock.as_deref().map(policy::open_lock).transpose()
    }

    pub fn guard(&self) -> Result<Guard, Failure> {
        self.guard_under(self.policy()?)
    }

    /// A guard as lenient as contested outcomes in a ledger and the policy's bounds make it.
    pub fn guard_after(&self, ledger: &Ledger) -> Result<Guard, Failure> {
        let relaxed = ledger.relaxed(&self.policy()?, ledger::now());
        self.guard_under(relaxed.map_err(BuildError::from)?)
    }

    fn guard_under(&self, policy: Policy) -> Result<Guard, Failure> {
        let mut builder = Guard::builder().age_band(self.age_band).policy(policy);
        if let Some(lock) = self.lock()? {
            builder = builder.policy_lock(lock);
        }
        if let Some(folder) = &self.image_model {
            builder = builder.image_model(ModelPack::from_folder(folder)?);
        }
        if let Some(folder) = &self.second_image_model {
            builder = builder.second_image_model(ModelPack::from_folder(folder)?);
        }
        for path in &self.hash_list {
            builder = builder.hash_list(matching::open(path)?);
        }
        if let Some(folder) = &self.text_model {
            let pack = text::ModelPack::from_folder(folder).map_err(Failure::TextModel)?;
            builder = builder.text_model(pack);
        }
        if self.no_text_model {
            builder = builder.without_text_model();
        }
        if let Some(path) = &self.conversation_weights {
            builder = builder.conversation_weights(read(path)?);
        }
        if !self.lexicon.is_empty() {
            let lexicon = lexicon::from_files(&self.lexicon)?;
            builder = builder.lexicon(Arc::new(lexicon));
        }
        Ok(builder.build()?)
    }

    /// The rules alone, for work on them.
    pub fn rules(&self) -> Result<Lexicon, Failure> {
        if self.lexicon.is_empty() {
            Ok(Lexicon::embedded().map_err(BuildError::from)?)
        } else {
            lexicon::from_files(&self.lexicon)
        }
    }

    pub fn messages(&self) -> Result<Messages, Failure> {
        Ok(Messages::new(&self.lang)?)
    }

    /// The protected person, as people are addressed.
    pub fn addressee(&self) -> Addressee {
        Addressee::aged(self.age_band).gender(self.gender)
    }
}

/// Reads a text file.
pub fn read(path: &PathBuf) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|source| Failure::Read { path: path.clone(), source })
}

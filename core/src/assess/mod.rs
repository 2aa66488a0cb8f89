//! How a service stands by frameworks of safety by design: a self-assessment.
//!
//! A host answers a [`Questionnaire`]; [`SafetyAssessment::evaluate`] measures the answers and
//! the policy in force by each point of the frameworks in `models/assess/`. Conditions are data;
//! what is not known is never guessed (three-valued logic after Kleene), so that a point that
//! was decided stays decided whatever else is answered.

mod condition;
mod error;
mod facts;
mod framework;
mod question;
mod questionnaire;
mod result;

pub use error::{AssessError, AssessErrorKind, QuestionnaireError, QuestionnaireErrorKind};
pub use facts::PolicyFacts;
pub use framework::{Framework, Frameworks, Point, Remedy, RemedyKind};
pub use question::{Answer, Question, QuestionKind};
pub use questionnaire::Questionnaire;
pub use result::{
    AnswerGiven, Counts, FrameworkResult, NOTICE, Outcome, PointResult, PolicyRef, SafetyAssessment,
};

#[cfg(test)]
mod tests;

//! What goes in: messages.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Who wrote a message, seen from the protected child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The protected child.
    Protected,
    /// Whoever the child talks to.
    Counterpart,
}

/// One message. `Debug` hides the text.
#[derive(Clone, Copy, PartialEq)]
pub struct Message<'a> {
    /// Who wrote it.
    pub role: Role,
    /// The text, of any length; what lies beyond the limit is not read and the assessment
    /// says so.
    pub text: &'a str,
    /// Milliseconds since any fixed point, by the receiving device's clock and not by what the
    /// sender claims; `None` if unknown.
    pub time: Option<i64>,
    /// Whether it takes the place of one that was shown before. What it shows anew counts; what
    /// the one before showed is not counted twice and not taken back.
    pub edited: bool,
}

impl<'a> Message<'a> {
    /// A message that the child received.
    pub const fn from_counterpart(text: &'a str) -> Self {
        Self { role: Role::Counterpart, text, time: None, edited: false }
    }

    /// A message that the child wrote.
    pub const fn from_protected(text: &'a str) -> Self {
        Self { role: Role::Protected, text, time: None, edited: false }
    }

    /// Sets the time, in milliseconds since any fixed point.
    #[must_use]
    pub const fn at(mut self, milliseconds: i64) -> Self {
        self.time = Some(milliseconds);
        self
    }

    /// Says that it takes the place of one that was shown before.
    #[must_use]
    pub const fn edited(mut self) -> Self {
        self.edited = true;
        self
    }
}

impl fmt::Debug for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message")
            .field("role", &self.role)
            .field("text", &format_args!("<{} bytes>", self.text.len()))
            .field("time", &self.time)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_hides_the_text() {
        let shown = format!("{:?}", Message::from_protected("CANARY").at(5));
        assert!(!shown.contains("CANARY"), "{shown}");
    }
}

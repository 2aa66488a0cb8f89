//! A thread with several people in it.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use himaya::{SpanUnit, Thread};

use crate::assessment::Assessment;
use crate::conversation::Contact;
use crate::explanation::Explanation;
use crate::fault::contained;
use crate::guard::Guard;

/// Follows a thread in which messages carry the name of their sender; the core's `Thread`, under
/// a name that is free in every language.
///
/// With a protected person named, everybody else is a counterpart. Without, everybody is, so that
/// whoever needs protection is covered. Names stay in memory.
#[derive(uniffi::Object)]
pub struct ChatThread {
    unit: SpanUnit,
    thread: Mutex<Thread<Arc<himaya::Guard>>>,
}

#[uniffi::export]
impl ChatThread {
    /// Starts a thread.
    #[uniffi::constructor(default(protected = None))]
    pub fn new(guard: &Guard, protected: Option<String>) -> Arc<Self> {
        let thread = Thread::new(Arc::clone(&guard.core), protected.as_deref());
        Arc::new(Self { unit: guard.unit, thread: Mutex::new(thread) })
    }

    /// Takes in the next message; `time` in milliseconds since any fixed point.
    ///
    /// A message of the protected person counts in the conversation with whoever wrote last.
    #[uniffi::method(default(time = None))]
    pub fn observe(&self, sender: &str, text: &str, time: Option<i64>) -> Assessment {
        contained(|| self.observed(sender, text, time).into())
    }

    /// Says what the host knows of somebody; it counts from the next message on.
    pub fn set_contact(&self, name: &str, contact: Contact) {
        self.lock().set_contact(name, contact.into());
    }

    /// Why the conversation with somebody stands where it stands; absent for somebody who is not
    /// in the thread.
    pub fn explain(&self, name: &str) -> Option<Explanation> {
        self.lock().explain(name).map(Into::into)
    }
}

impl ChatThread {
    pub(crate) fn observed(
        &self,
        sender: &str,
        text: &str,
        time: Option<i64>,
    ) -> himaya::Assessment {
        self.lock().observe(sender, time, text).with_spans_in(self.unit, text)
    }

    // Numbers only: what a panic left of them is a thread still.
    fn lock(&self) -> MutexGuard<'_, Thread<Arc<himaya::Guard>>> {
        self.thread.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for ChatThread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lock().fmt(f)
    }
}

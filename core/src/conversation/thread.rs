//! A thread with several people in it: one conversation state for each counterpart.

use std::collections::HashMap;
use std::fmt;

use super::{Contact, Conversation, Explanation};
use crate::assessment::Assessment;
use crate::guard::Guard;
use crate::message::{Message, Role};

/// Counterparts told apart in one thread; further ones share a state.
const MAX_COUNTERPARTS: usize = 4096;

/// Follows a thread in which messages carry the name of their sender.
///
/// With a protected person named, everybody else is a counterpart. Without, everybody is, so
/// that whoever needs protection is covered. Names stay in memory and are not serialised.
///
/// `G` is `&Guard`, or `Arc<Guard>` where the thread outlives who made it.
pub struct Thread<G> {
    guard: G,
    protected: Option<String>,
    counterparts: HashMap<String, Conversation>,
    overflow: Conversation,
    latest: Option<String>,
}

impl<G: AsRef<Guard>> Thread<G> {
    /// Starts a thread.
    pub fn new(guard: G, protected: Option<&str>) -> Self {
        Self {
            guard,
            protected: protected.map(str::to_owned),
            counterparts: HashMap::new(),
            overflow: Conversation::new(),
            latest: None,
        }
    }

    /// Says what the host knows of somebody; it counts from the next message on.
    pub fn set_contact(&mut self, name: &str, contact: Contact) {
        if self.counterparts.len() < MAX_COUNTERPARTS || self.counterparts.contains_key(name) {
            self.counterparts.entry(name.to_owned()).or_default().set_contact(contact);
        }
    }

    /// Why the conversation with somebody stands where it stands; `None` of somebody who is not
    /// in the thread.
    pub fn explain(&self, name: &str) -> Option<Explanation> {
        self.counterparts.get(name).map(|conversation| self.guard.as_ref().explain(conversation))
    }

    /// Takes in the next message; `time` in milliseconds since any fixed point.
    ///
    /// A message of the protected person counts in the conversation with whoever wrote last.
    pub fn observe(&mut self, from: &str, time: Option<i64>, text: &str) -> Assessment {
        let role = if self.protected.as_deref() == Some(from) {
            Role::Protected
        } else {
            Role::Counterpart
        };
        let message = Message { role, text, time, edited: false };
        let name = match role {
            Role::Protected => self.latest.clone().unwrap_or_default(),
            Role::Counterpart => from.to_owned(),
        };
        // What the child said before anybody answered belongs to whoever answers first.
        if role == Role::Counterpart
            && self.latest.is_none()
            && let Some(mut opening) = self.counterparts.remove("")
        {
            if let Some(known) = self.counterparts.get(&name) {
                opening.set_contact(known.contact());
            }
            self.counterparts.insert(name.clone(), opening);
        }
        let known = self.counterparts.len();
        let conversation = match self.counterparts.get_mut(&name) {
            Some(conversation) => conversation,
            None if known >= MAX_COUNTERPARTS => &mut self.overflow,
            None => self.counterparts.entry(name.clone()).or_default(),
        };
        let assessment = self.guard.as_ref().observe(conversation, &message);
        if role == Role::Counterpart && self.latest.as_deref() != Some(from) {
            self.latest = Some(name);
        }
        assessment
    }
}

impl<G> fmt::Debug for Thread<G> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thread")
            .field("counterparts", &self.counterparts.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::Relation;

    /// Messages received and sent in the conversation with somebody.
    fn counts<G: AsRef<Guard>>(thread: &Thread<G>, name: &str) -> Option<(u32, u32)> {
        thread.explain(name).map(|told| (told.received, told.sent))
    }

    #[test]
    fn the_childs_messages_count_with_whoever_wrote_last() {
        let guard = Guard::without_rules();
        let mut thread = Thread::new(&guard, Some("child"));
        thread.set_contact("a", Contact::new(Relation::Family));
        // The first two come before anybody answered: they belong to `a`.
        for name in ["child", "child", "a", "child", "b", "child", "child", "a", "b", "a", "child"]
        {
            thread.observe(name, None, "hi");
        }
        assert_eq!((counts(&thread, "a"), counts(&thread, "b")), (Some((3, 4)), Some((2, 2))));
        assert_eq!((counts(&thread, "child"), counts(&thread, "")), (None, None));
        assert_eq!(thread.counterparts["a"].contact().relation, Relation::Family);
        assert_eq!(format!("{thread:?}"), "Thread { counterparts: 2, .. }");
    }

    #[test]
    fn without_a_protected_person_everybody_is_a_counterpart() {
        let guard = Guard::without_rules();
        let mut thread = Thread::new(&guard, None);
        for name in ["a", "child", "child"] {
            thread.observe(name, None, "hi");
        }
        assert_eq!((counts(&thread, "a"), counts(&thread, "child")), (Some((1, 0)), Some((2, 0))));
    }

    #[test]
    fn further_counterparts_share_a_conversation() {
        let guard = Guard::without_rules();
        let mut thread = Thread::new(&guard, None);
        for name in 0..4095 {
            thread.set_contact(&name.to_string(), Contact::new(Relation::Known));
        }
        for name in ["last", "x", "last", "y", "0"] {
            thread.observe(name, None, "hi");
        }
        thread.set_contact("z", Contact::new(Relation::Known));
        thread.set_contact("0", Contact::new(Relation::Family));
        assert_eq!((thread.counterparts.len(), thread.overflow.received()), (4096, 2));
        assert_eq!((counts(&thread, "last"), counts(&thread, "0")), (Some((2, 0)), Some((1, 0))));
        assert!(["x", "y", "z"].iter().all(|name| counts(&thread, name).is_none()));
        assert_eq!(thread.counterparts["0"].contact().relation, Relation::Family);
    }
}

//! When evidence came, for a host to draw.

use crate::taxonomy::Behavior;

/// Events kept of one conversation.
pub(crate) const MAX_EVENTS: usize = 8;
/// Steps of a nat in which `added` is kept.
const STEPS: f32 = 16.0;

/// A message that added evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Event {
    /// Minutes on the conversation's clock.
    pub(crate) at: u32,
    /// Number of the message, from 1.
    pub(crate) message: u32,
    /// Behaviours that it showed: bit n for the n-th of [`Behavior::ALL`].
    pub(crate) behaviors: u32,
    /// Evidence that it added, in sixteenths of a nat.
    pub(crate) added: u8,
    /// The risk behind it, in 255ths.
    pub(crate) risk: u8,
}

impl Event {
    pub(crate) fn new(at: u32, message: u32, behaviors: u32, added: f32, risk: f32) -> Self {
        Self { at, message, behaviors, added: (added * STEPS) as u8, risk: (risk * 255.0) as u8 }
    }

    pub(crate) fn nats(self) -> f32 {
        f32::from(self.added) / STEPS
    }

    pub(crate) fn risk(self) -> f32 {
        f32::from(self.risk) / 255.0
    }

    pub(crate) fn behaviors(self) -> impl Iterator<Item = Behavior> {
        let shown = move |behavior: &Behavior| self.behaviors & (1 << *behavior as u32) != 0;
        Behavior::ALL.iter().copied().filter(shown)
    }
}

/// The messages that added most evidence, in the order in which they came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Timeline {
    events: [Event; MAX_EVENTS],
    len: u8,
}

impl Timeline {
    pub(crate) const fn new() -> Self {
        const NONE: Event = Event { at: 0, message: 0, behaviors: 0, added: 0, risk: 0 };
        Self { events: [NONE; MAX_EVENTS], len: 0 }
    }

    pub(crate) fn events(&self) -> &[Event] {
        self.events.get(..usize::from(self.len)).unwrap_or(&self.events)
    }

    /// Adds an event. Where there is no room, the one that added least makes way, but neither the
    /// first nor the newest.
    pub(crate) fn push(&mut self, event: Event) {
        if event.added == 0 {
            return;
        }
        let len = usize::from(self.len);
        if len < MAX_EVENTS {
            if let Some(slot) = self.events.get_mut(len) {
                *slot = event;
                self.len += 1;
            }
            return;
        }
        let least = (1..MAX_EVENTS).min_by_key(|at| self.events.get(*at).map(|e| e.added));
        if let Some(rest) = least.and_then(|least| self.events.get_mut(least..)) {
            rest.rotate_left(1);
            if let Some(last) = rest.last_mut() {
                *last = event;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_added_least_makes_way() {
        let mut timeline = Timeline::new();
        for message in 1..=20 {
            let added = if message % 5 == 0 { 3.0 } else { 0.5 };
            timeline.push(Event::new(message, message, 1, added, 0.5));
        }
        let kept: Vec<u32> = timeline.events().iter().map(|event| event.message).collect();
        assert_eq!(kept, [1, 5, 10, 15, 17, 18, 19, 20]);
    }

    #[test]
    fn what_adds_nothing_is_not_kept() {
        let mut timeline = Timeline::new();
        for (message, added) in [(1, 0.0), (2, 0.06), (3, -1.0), (4, 0.0625), (5, f32::NAN)] {
            timeline.push(Event::new(message, message, 1, added, 0.5));
        }
        assert_eq!(
            timeline.events(),
            [Event { at: 4, message: 4, behaviors: 1, added: 1, risk: 127 }]
        );
    }

    #[test]
    fn numbers_come_back_nearly() {
        for (added, nats) in [(2.25, 2.25), (2.3, 2.25), (15.0, 15.0), (99.0, 15.9375)] {
            assert_eq!(Event::new(0, 1, 1, added, 0.0).nats(), nats);
        }
        for (risk, kept) in [(0.0, 0.0), (0.2, 0.2), (0.5, 0.498_039), (1.0, 1.0)] {
            let found = Event::new(0, 1, 1, 1.0, risk).risk();
            assert!((found - kept).abs() < 1e-5, "{found}");
        }
        for (bits, shown) in [
            (0, &[][..]),
            (0b1000, &[Behavior::Secrecy]),
            (0b1_0000_0001, &[Behavior::AgeQuery, Behavior::Meeting]),
        ] {
            assert_eq!(Event::new(0, 1, bits, 1.0, 0.5).behaviors().collect::<Vec<_>>(), shown);
        }
    }
}

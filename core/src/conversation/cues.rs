//! What the course of a conversation shows besides its words.

use super::state::{Conversation, DECISIVE, PERSISTENCE, TRACES};
use crate::message::{Message, Role};
use crate::taxonomy::{Behavior, slugs};
use crate::text::signals::SOUNDS;

/// Milliseconds of an hour and hours of a day.
const HOUR: i64 = 3_600_000;
/// Hours of the child's night: from 22 to 6 o'clock.
const NIGHT_BEGINS: i64 = 22;
const NIGHT_ENDS: i64 = 6;
/// Messages after which seeking a private channel counts half as early.
const EARLY: f32 = 20.0;
/// Questions and messages by night that a few must outnumber before they count for much.
const FEW: f32 = 6.0;
/// Messages over which the tone is taken.
const TONE_SPAN: f32 = 8.0;
const TONE_STEPS: f32 = 256.0;
/// Log odds of a tone that says nothing, and how many more or less count for 1. Most behaviours
/// lie about -5 in ordinary chat, and about -2 in small talk with near-indicators.
const NEUTRAL_TONE: f32 = -3.0;
const TONE_SCALE: f32 = 2.0;
/// The most that a tone is.
const MAX_TONE: f32 = 1.5;
/// Messages that a tone needs to count for half.
const FEW_FOR_TONE: f32 = 3.0;
/// Children whom anybody may write to.
const USUAL_CHILDREN: f32 = 10.0;

slugs! {
    /// What counts beside the behaviours of single messages.
    Cue {
        /// Something unmistakable was said: a threat to publish pictures, a demand to pay.
        Unmistakable = "unmistakable",
        /// Goes on after the child refused or showed distress.
        Persistence = "persistence",
        /// Behaviours of several stages come together.
        StageMix = "stage_mix",
        /// One side asks, the other answers.
        OneSidedQuestions = "one_sided_questions",
        /// Another channel, a picture or secrecy is sought soon after the first message.
        EarlyPrivateChannel = "early_private_channel",
        /// Writes by the child's night; only where the host gives the child's clock.
        Night = "night",
        /// The account writes to many children; only where the host says so.
        ManyChildren = "many_children",
    }
}

/// Counts a message. `sound` is how it sounds to the classifier.
pub(crate) fn count(
    conversation: &mut Conversation,
    message: &Message<'_>,
    question: bool,
    sound: Option<[f32; SOUNDS]>,
) {
    if message.edited {
        return;
    }
    if let Some(sound) = sound.filter(|_| message.role == Role::Counterpart) {
        let span = (conversation.received.messages as f32 + 1.0).min(TONE_SPAN);
        for (tone, odds) in conversation.tone.iter_mut().zip(sound) {
            let mean = f32::from(*tone) / TONE_STEPS;
            *tone = ((mean + (odds - mean) / span) * TONE_STEPS).round() as i16;
        }
    }
    let by_night = message.role == Role::Counterpart
        && conversation
            .contact
            .utc_offset
            .zip(message.time)
            .is_some_and(|(offset, time)| is_night(time, offset));
    conversation.night = conversation.night.saturating_add(u32::from(by_night));
    let side = conversation.side_mut(message.role);
    side.messages = side.messages.saturating_add(1);
    side.questions = side.questions.saturating_add(u32::from(question));
}

fn is_night(time: i64, offset: i16) -> bool {
    let hour = time.saturating_add(i64::from(offset) * 60_000).div_euclid(HOUR).rem_euclid(24);
    !(NIGHT_ENDS..NIGHT_BEGINS).contains(&hour)
}

/// How far a cue is there: 0..1, but for the mix of stages, which counts stages beyond the first.
pub(crate) fn value(cue: Cue, conversation: &Conversation, presences: &[f32; TRACES]) -> f32 {
    let presence = |place: usize| presences.get(place).copied().unwrap_or(0.0);
    match cue {
        Cue::Unmistakable => presence(DECISIVE),
        Cue::Persistence => presence(PERSISTENCE),
        Cue::StageMix => stage_mix(presences),
        Cue::OneSidedQuestions => {
            let asked = conversation.received.questions as f32;
            let back = conversation.sent.questions as f32;
            ((asked - back) / (asked + back + FEW)).max(0.0)
        }
        Cue::EarlyPrivateChannel => {
            [Behavior::PlatformSwitch, Behavior::PhotoRequest, Behavior::Secrecy]
                .into_iter()
                .map(|behavior| {
                    let first = conversation.trace(behavior as usize).message;
                    presence(behavior as usize) / (1.0 + f32::from(first) / EARLY)
                })
                .fold(0.0, f32::max)
        }
        Cue::Night => conversation.night as f32 / (conversation.received.messages as f32 + FEW),
        Cue::ManyChildren => match conversation.contact.children_contacted {
            Some(number) => (1.0 - USUAL_CHILDREN / number.max(1) as f32).max(0.0),
            None => 0.0,
        },
    }
}

/// Whether a classifier has heard the conversation.
pub(crate) fn heard(conversation: &Conversation) -> bool {
    conversation.tone != [0; SOUNDS]
}

/// How much the latest messages received sound like each behaviour and like anything: -1.5 (not at
/// all) to 1.5; all 0 without a classifier.
pub(crate) fn tones(conversation: &Conversation) -> [f32; SOUNDS] {
    if !heard(conversation) {
        return [0.0; SOUNDS];
    }
    let number = conversation.received.messages as f32;
    conversation.tone.map(|tone| {
        let apart = (f32::from(tone) / TONE_STEPS - NEUTRAL_TONE) / TONE_SCALE;
        apart.clamp(-MAX_TONE, MAX_TONE) * number / (number + FEW_FOR_TONE)
    })
}

fn stage_mix(presences: &[f32; TRACES]) -> f32 {
    // A stage is as present as the strongest of its behaviours.
    let mut stages = [0.0_f32; crate::taxonomy::Stage::ALL.len()];
    for (behavior, presence) in Behavior::ALL.iter().zip(presences) {
        if let Some(slot) = behavior.stage().and_then(|stage| stages.get_mut(stage as usize)) {
            *slot = slot.max(*presence);
        }
    }
    let strongest = stages.iter().copied().fold(0.0, f32::max);
    stages.iter().sum::<f32>() - strongest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::state::{Contact, Relation};

    const NOTHING: [f32; TRACES] = [0.0; TRACES];

    #[test]
    fn questions_count_where_one_side_asks() {
        let mut conversation = Conversation::new();
        for _ in 0..10 {
            count(&mut conversation, &Message::from_counterpart(""), true, None);
        }
        let asked = value(Cue::OneSidedQuestions, &conversation, &NOTHING);
        assert!(asked > 0.5);
        for _ in 0..10 {
            count(&mut conversation, &Message::from_protected(""), true, None);
        }
        assert_eq!(value(Cue::OneSidedQuestions, &conversation, &NOTHING), 0.0);
    }

    #[test]
    fn the_tone_follows_the_latest_messages() {
        let mut conversation = Conversation::new();
        let hear = |conversation: &mut Conversation, odds: Option<f32>| {
            for _ in 0..30 {
                let sound = odds.map(|odds| [odds; SOUNDS]);
                count(conversation, &Message::from_counterpart(""), false, sound);
            }
        };
        hear(&mut conversation, None);
        assert_eq!(tones(&conversation), [0.0; SOUNDS], "there is no classifier");
        hear(&mut conversation, Some(-6.0));
        assert!(tones(&conversation).iter().all(|tone| *tone < -1.3));
        hear(&mut conversation, Some(1.0));
        assert!(tones(&conversation).iter().all(|tone| *tone > 1.3));
        hear(&mut conversation, Some(f32::NAN));
        assert!(tones(&conversation).iter().all(|tone| tone.abs() <= MAX_TONE));
    }

    #[test]
    fn nights_are_the_childs() {
        // 1970-01-01 22:30 UTC.
        let time = 22 * HOUR + HOUR / 2;
        assert!(is_night(time, 0) && is_night(time, 120) && !is_night(time, -60));
        assert!(is_night(-HOUR, 0), "before 1970");
        let mut conversation = Conversation::new();
        count(&mut conversation, &Message::from_counterpart("").at(time), false, None);
        assert_eq!(conversation.night, 0, "the host does not say what the child's clock shows");
        conversation.set_contact(Contact::new(Relation::Unknown).utc_offset(0));
        count(&mut conversation, &Message::from_counterpart("").at(time), false, None);
        count(&mut conversation, &Message::from_protected("").at(time), false, None);
        assert_eq!(conversation.night, 1);
    }

    #[test]
    fn seeking_privacy_soon_counts_for_more() {
        let of = |message: u16| {
            let mut conversation = Conversation::new();
            let place = Behavior::PlatformSwitch as usize;
            conversation.traces[place].message = message;
            let mut presences = NOTHING;
            presences[place] = 1.0;
            value(Cue::EarlyPrivateChannel, &conversation, &presences)
        };
        assert!(of(2) > 0.9 && of(200) < 0.1);
    }

    #[test]
    fn stages_beyond_the_first_are_counted() {
        let mut presences = NOTHING;
        presences[Behavior::AgeQuery as usize] = 1.0;
        presences[Behavior::PersonalInfoQuery as usize] = 1.0;
        assert_eq!(stage_mix(&presences), 0.0);
        presences[Behavior::Secrecy as usize] = 0.5;
        assert_eq!(stage_mix(&presences), 0.5);
    }

    #[test]
    fn many_children_count_where_the_host_says_so() {
        let mut conversation = Conversation::new();
        let many = |conversation: &Conversation| value(Cue::ManyChildren, conversation, &NOTHING);
        assert_eq!(many(&conversation), 0.0);
        conversation.set_contact(Contact::new(Relation::Unknown).children_contacted(5));
        assert_eq!(many(&conversation), 0.0);
        conversation.set_contact(Contact::new(Relation::Unknown).children_contacted(100));
        assert!(many(&conversation) > 0.8);
    }
}

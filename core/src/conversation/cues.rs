//! What the course of a conversation shows besides its words.

use super::state::{Conversation, DECISIVE, PERSISTENCE, TRACES};
use crate::message::{Message, Role};
use crate::taxonomy::{Behavior, Direction, slugs};
use crate::text::signals::{ANYTHING, NEUTRAL_CONTEXT, SOUNDS, context_of};

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
/// Log odds of a behaviour that say nothing, and how many more or less count for 1. Most behaviours
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
        /// A behaviour of the counterpart is surely shown: that there is one tells more than which.
        ClearSign = "clear_sign",
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
    if let Some(sound) = sound {
        let before = conversation.side_mut(message.role).messages;
        let span = (before as f32 + 1.0).min(TONE_SPAN);
        for (place, (tone, odds)) in conversation.tone.iter_mut().zip(sound).enumerate() {
            if heard_from(place) == message.role {
                let mean = f32::from(*tone) / TONE_STEPS;
                let apart = odds - neutral(place);
                *tone = ((mean + (apart - mean) / span) * TONE_STEPS).round() as i16;
            }
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

/// The side whose messages a tone is of: what the child's own sound like counts for their context
/// only.
const fn heard_from(place: usize) -> Role {
    if place == context_of(Role::Protected) { Role::Protected } else { Role::Counterpart }
}

/// Log odds of a tone that says nothing.
const fn neutral(place: usize) -> f32 {
    if place > ANYTHING { NEUTRAL_CONTEXT } else { NEUTRAL_TONE }
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
        Cue::ClearSign => clear_sign(presences),
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

/// How much the latest messages received sound like each behaviour, like anything, and like what
/// is said in risky conversations, and the latest sent like the last: -1.5 (not at all) to 1.5; all
/// 0 without a classifier.
pub(crate) fn tones(conversation: &Conversation) -> [f32; SOUNDS] {
    if !heard(conversation) {
        return [0.0; SOUNDS];
    }
    std::array::from_fn(|place| {
        let tone = conversation.tone.get(place).copied().unwrap_or(0);
        let number = match heard_from(place) {
            Role::Protected => conversation.sent.messages,
            Role::Counterpart => conversation.received.messages,
        } as f32;
        let apart = f32::from(tone) / TONE_STEPS / TONE_SCALE;
        apart.clamp(-MAX_TONE, MAX_TONE) * number / (number + FEW_FOR_TONE)
    })
}

fn clear_sign(presences: &[f32; TRACES]) -> f32 {
    let of_counterpart = Behavior::ALL.iter().zip(presences);
    of_counterpart
        .filter(|(behavior, _)| behavior.direction() == Direction::Counterpart)
        .fold(0.0, |clearest, (_, presence)| presence.max(clearest))
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

    fn near(found: f32, expected: f32) -> bool {
        (found - expected).abs() < 1e-5
    }

    fn presences(shown: &[(Behavior, f32)]) -> [f32; TRACES] {
        let mut presences = NOTHING;
        for (behavior, presence) in shown {
            presences[*behavior as usize] = *presence;
        }
        presences
    }

    #[test]
    fn questions_count_where_one_side_asks() {
        for (asked, back, expected) in
            [(0, 0, 0.0), (5, 0, 0.454_545), (5, 2, 0.230_769), (5, 5, 0.0), (2, 5, 0.0)]
        {
            let mut conversation = Conversation::new();
            for number in 0..asked.max(back) {
                let (asks, answers) = (number < asked, number < back);
                count(&mut conversation, &Message::from_counterpart(""), asks, None);
                count(&mut conversation, &Message::from_counterpart("").edited(), true, None);
                count(&mut conversation, &Message::from_protected(""), answers, None);
            }
            let found = value(Cue::OneSidedQuestions, &conversation, &NOTHING);
            assert!(near(found, expected), "{asked} {back}: {found}");
        }
    }

    #[test]
    fn the_tone_is_a_mean_that_soon_leans_to_the_latest() {
        let mut conversation = Conversation::new();
        // Beside the odds: the mean of all up to eight messages, then an eighth of the way, in
        // 256ths.
        for (times, odds, expected) in [
            (1, -2.0, -512),
            (1, -4.0, -768),
            (1, 0.0, -512),
            (5, -2.0, -512),
            (1, 6.0, -256),
            (10, -1.0, -256),
            (1, 7.0, 0),
            (1, 400.0, 12_800),
        ] {
            for _ in 0..times {
                let sound = Some([odds; SOUNDS]);
                count(&mut conversation, &Message::from_counterpart(""), false, sound);
                count(&mut conversation, &Message::from_counterpart("").edited(), false, sound);
                count(&mut conversation, &Message::from_protected(""), false, sound);
            }
            // Beside what says nothing.
            let mut expected_of_all = [768 + expected; SOUNDS];
            expected_of_all[context_of(Role::Counterpart)] = 256 + expected;
            expected_of_all[context_of(Role::Protected)] = 256 + expected;
            assert_eq!(conversation.tone, expected_of_all, "{odds}");
        }
        assert_eq!((conversation.received(), conversation.sent()), (21, 21));
    }

    #[test]
    fn a_tone_counts_by_how_far_it_lies_apart_and_by_how_many_messages_made_it() {
        for (messages, tone, expected) in [
            (1, -256, -0.125),
            (2, -256, -0.2),
            (3, 0, 0.0),
            (3, 512, 0.5),
            (9, -128, -0.1875),
            (3, -768, -0.75),
            (3, -1792, -0.75),
            (3, 768, 0.75),
            (9, 3328, 1.125),
        ] {
            let mut conversation = Conversation::new();
            conversation.received.messages = messages;
            conversation.sent.messages = 1;
            conversation.tone[2] = tone;
            conversation.tone[context_of(Role::Protected)] = 256;
            let mut expected_of_all = [0.0; SOUNDS];
            expected_of_all[2] = expected;
            expected_of_all[context_of(Role::Protected)] = 0.125;
            let found = tones(&conversation);
            assert!(
                found.iter().zip(expected_of_all).all(|(a, b)| near(*a, b)),
                "{tone} {found:?}"
            );
        }
    }

    #[test]
    fn the_tone_follows_the_latest_messages() {
        let mut conversation = Conversation::new();
        let hear = |conversation: &mut Conversation, odds: Option<f32>| {
            for _ in 0..30 {
                let sound = odds.map(|odds| [odds; SOUNDS]);
                count(conversation, &Message::from_counterpart(""), false, sound);
                count(conversation, &Message::from_protected(""), false, sound);
            }
        };
        hear(&mut conversation, None);
        assert_eq!(tones(&conversation), [0.0; SOUNDS], "there is no classifier");
        hear(&mut conversation, Some(-6.0));
        assert!(tones(&conversation).iter().all(|tone| *tone < -1.3));
        hear(&mut conversation, Some(3.0));
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
        assert_eq!(value(Cue::Night, &conversation, &NOTHING), 0.0);
        conversation.set_contact(Contact::new(Relation::Unknown).utc_offset(0));
        for time in [time, time, time - HOUR] {
            count(&mut conversation, &Message::from_counterpart("").at(time), false, None);
        }
        count(&mut conversation, &Message::from_counterpart(""), false, None);
        count(&mut conversation, &Message::from_protected("").at(time), false, None);
        assert_eq!(conversation.night, 2);
        // Two of five, and six to outnumber.
        assert!(near(value(Cue::Night, &conversation, &NOTHING), 0.181_818));
    }

    #[test]
    fn seeking_privacy_soon_counts_for_more() {
        let of = |behavior: Behavior, message: u16, presence: f32| {
            let mut conversation = Conversation::new();
            conversation.traces[behavior as usize].message = message;
            value(Cue::EarlyPrivateChannel, &conversation, &presences(&[(behavior, presence)]))
        };
        for (behavior, message, presence, expected) in [
            (Behavior::PlatformSwitch, 10, 0.9, 0.6),
            (Behavior::PhotoRequest, 20, 1.0, 0.5),
            (Behavior::Secrecy, 5, 0.5, 0.4),
            (Behavior::Secrecy, 60, 0.5, 0.125),
            (Behavior::Meeting, 1, 1.0, 0.0),
        ] {
            let found = of(behavior, message, presence);
            assert!(near(found, expected), "{behavior} {message}: {found}");
        }
    }

    #[test]
    fn stages_beyond_the_first_are_counted() {
        for (shown, expected) in [
            (&[(Behavior::AgeQuery, 1.0), (Behavior::PersonalInfoQuery, 0.5)][..], 0.0),
            (&[(Behavior::AgeQuery, 1.0), (Behavior::Secrecy, 0.5)], 0.5),
            (
                &[(Behavior::AgeQuery, 0.25), (Behavior::Secrecy, 0.5), (Behavior::Meeting, 0.75)],
                0.75,
            ),
            (&[(Behavior::AgeQuery, 0.5), (Behavior::Refusal, 1.0)], 0.0),
        ] {
            let found = value(Cue::StageMix, &Conversation::new(), &presences(shown));
            assert!(near(found, expected), "{shown:?}: {found}");
        }
    }

    #[test]
    fn a_clear_sign_is_the_counterparts_clearest() {
        for (shown, expected) in [
            (&[][..], 0.0),
            (&[(Behavior::Secrecy, 0.6), (Behavior::Meeting, 0.4)], 0.6),
            (&[(Behavior::Secrecy, 0.1), (Behavior::Meeting, 0.4), (Behavior::Distress, 1.0)], 0.4),
            (&[(Behavior::Refusal, 1.0), (Behavior::PersonalInfoDisclosure, 1.0)], 0.0),
        ] {
            let found = value(Cue::ClearSign, &Conversation::new(), &presences(shown));
            assert!(near(found, expected), "{shown:?}: {found}");
        }
    }

    #[test]
    fn two_cues_are_what_was_remembered_of_them() {
        let mut presences = NOTHING;
        (presences[DECISIVE], presences[PERSISTENCE]) = (0.3, 0.7);
        let conversation = Conversation::new();
        assert_eq!(value(Cue::Unmistakable, &conversation, &presences), 0.3);
        assert_eq!(value(Cue::Persistence, &conversation, &presences), 0.7);
    }

    #[test]
    fn many_children_count_where_the_host_says_so() {
        let mut conversation = Conversation::new();
        assert_eq!(value(Cue::ManyChildren, &conversation, &NOTHING), 0.0);
        for (children, expected) in [(0, 0.0), (5, 0.0), (10, 0.0), (16, 0.375), (40, 0.75)] {
            conversation.set_contact(Contact::UNKNOWN.children_contacted(children));
            let found = value(Cue::ManyChildren, &conversation, &NOTHING);
            assert!(near(found, expected), "{children}: {found}");
        }
    }
}

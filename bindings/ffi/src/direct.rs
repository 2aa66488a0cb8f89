//! Messages once more, by C functions that stand beside UniFFI's and take nothing but numbers and
//! addresses: in Kotlin and Python the buffers and records of UniFFI cost as much as the core's
//! work.
//!
//! What they have in common:
//!
//! - A `handle` is UniFFI's, of an object that the caller holds until the call returns.
//! - Texts and names are an address and a number of bytes, which nobody changes until then. What is
//!   no UTF-8 gets a failed assessment, `message_unreadable`, and leaves a conversation as it is.
//! - `time` is -2^63 where it is not known.
//! - `room` is the address of `capacity` bytes of the caller's, at least 24, which nobody else uses
//!   until then. The answer goes there: an `Assessment` as UniFFI writes it.
//! - What is returned is the number of bytes there; or 0 where the answer did not fit and the room
//!   begins with a `RustBuffer` of it instead, which the caller frees; or, below 0, that of a fault's
//!   message; or [`NO_ROOM`], where nothing was done.
#![deny(clippy::undocumented_unsafe_blocks)]

use std::borrow::Cow;
use std::slice;
use std::sync::Arc;

use himaya::assessment::StatusReason;
use himaya::{Assessment, Message, Role};
use uniffi::{Handle, HandleAlloc, RustBuffer};

use crate::conversation::Conversation;
use crate::conversations::Conversations;
use crate::fault::attempted;
use crate::guard::Guard;
use crate::thread::ChatThread;
use crate::{UniFfiTag, written};

/// Returned where the room is too small for anything.
pub const NO_ROOM: i64 = i64::MIN;

const LEAST_ROOM: usize = size_of::<RustBuffer>();

/// As [`Guard::assess_message`].
///
/// # Safety
/// As the module says.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn himaya_assess_message(
    guard: u64,
    text: *const u8,
    length: u64,
    room: *mut u8,
    capacity: u64,
) -> i64 {
    // SAFETY: as the caller promises.
    let (text, room) = unsafe { (read(text, length), room_at(room, capacity)) };
    answered(room, || {
        // SAFETY: as the caller promises.
        let guard: Arc<Guard> = unsafe { held(guard) };
        written::assessment(&match str::from_utf8(text) {
            Ok(text) => guard.assessed(text),
            Err(_) => unreadable(&guard),
        })
    })
}

/// As [`Guard::observe`].
///
/// # Safety
/// As the module says.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn himaya_observe(
    guard: u64,
    conversation: u64,
    from_protected: i8,
    text: *const u8,
    length: u64,
    time: i64,
    edited: i8,
    room: *mut u8,
    capacity: u64,
) -> i64 {
    // SAFETY: as the caller promises.
    let (text, room) = unsafe { (read(text, length), room_at(room, capacity)) };
    answered(room, || {
        // SAFETY: as the caller promises.
        let guard: Arc<Guard> = unsafe { held(guard) };
        // SAFETY: likewise.
        let conversation: Arc<Conversation> = unsafe { held(conversation) };
        written::assessment(&match message(from_protected, text, time, edited) {
            Some(message) => guard.observed(&mut conversation.lock(), &message),
            None => unreadable(&guard),
        })
    })
}

/// As [`Conversations::observe`]; the answer is an `Observation`.
///
/// # Safety
/// As the module says.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn himaya_observe_kept(
    conversations: u64,
    guard: u64,
    counterpart: *const u8,
    counterpart_length: u64,
    from_protected: i8,
    text: *const u8,
    length: u64,
    time: i64,
    edited: i8,
    room: *mut u8,
    capacity: u64,
) -> i64 {
    // SAFETY: as the caller promises.
    let (text, room) = unsafe { (read(text, length), room_at(room, capacity)) };
    // SAFETY: likewise.
    let counterpart = name(unsafe { read(counterpart, counterpart_length) });
    answered(room, || {
        // SAFETY: as the caller promises.
        let guard: Arc<Guard> = unsafe { held(guard) };
        // SAFETY: likewise.
        let conversations: Arc<Conversations> = unsafe { held(conversations) };
        let (assessment, trouble) = match message(from_protected, text, time, edited) {
            Some(message) => conversations.observed(&guard, &counterpart, &message),
            None => (unreadable(&guard), None),
        };
        written::observation(&assessment, trouble)
    })
}

/// As [`ChatThread::observe`].
///
/// # Safety
/// As the module says.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn himaya_observe_in_thread(
    thread: u64,
    guard: u64,
    sender: *const u8,
    sender_length: u64,
    text: *const u8,
    length: u64,
    time: i64,
    room: *mut u8,
    capacity: u64,
) -> i64 {
    // SAFETY: as the caller promises.
    let (text, room) = unsafe { (read(text, length), room_at(room, capacity)) };
    // SAFETY: likewise.
    let sender = name(unsafe { read(sender, sender_length) });
    answered(room, || {
        // SAFETY: as the caller promises.
        let guard: Arc<Guard> = unsafe { held(guard) };
        // SAFETY: likewise.
        let thread: Arc<ChatThread> = unsafe { held(thread) };
        written::assessment(&match str::from_utf8(text) {
            Ok(text) => thread.observed(&sender, text, known(time)),
            Err(_) => unreadable(&guard),
        })
    })
}

/// What lies at an address.
///
/// # Safety
/// `length` bytes lie there, and nobody changes them as long as the slice is used.
pub(crate) unsafe fn read<'a>(start: *const u8, length: u64) -> &'a [u8] {
    match usize::try_from(length) {
        // SAFETY: as the caller promises.
        Ok(length) if length > 0 => unsafe { slice::from_raw_parts(start, length) },
        // No address need be good for nothing.
        _ => &[],
    }
}

/// Where an answer goes.
///
/// # Safety
/// `capacity` bytes lie there, and nobody else uses them as long as the slice is used.
pub(crate) unsafe fn room_at<'a>(start: *mut u8, capacity: u64) -> &'a mut [u8] {
    match usize::try_from(capacity) {
        // SAFETY: as the caller promises.
        Ok(capacity) if capacity > 0 => unsafe { slice::from_raw_parts_mut(start, capacity) },
        _ => &mut [],
    }
}

/// The object of a handle, which keeps its handle.
///
/// # Safety
/// The handle is one of a `T`, and nobody gives it back meanwhile.
unsafe fn held<T: Send + Sync>(handle: u64) -> Arc<T> {
    // SAFETY: as the caller promises.
    unsafe { <T as HandleAlloc<UniFfiTag>>::get_arc(Handle::from_raw_unchecked(handle)) }
}

/// Puts what `work` gives, or its fault, into the room, and says how much it is.
pub(crate) fn answered(room: &mut [u8], work: impl FnOnce() -> Vec<u8>) -> i64 {
    if room.len() < LEAST_ROOM {
        return NO_ROOM;
    }
    match attempted(work) {
        Ok(answer) => match room.get_mut(..answer.len()) {
            Some(place) => {
                place.copy_from_slice(&answer);
                count(answer.len())
            }
            None => {
                let place = room.as_mut_ptr().cast::<RustBuffer>();
                // SAFETY: there is room for one, as asked above; it need not be aligned.
                unsafe { place.write_unaligned(RustBuffer::from_vec(answer)) };
                0
            }
        },
        Err(fault) => {
            let said = fault.len().min(room.len());
            room.iter_mut().zip(fault.bytes()).for_each(|(place, byte)| *place = byte);
            -count(said)
        }
    }
}

fn count(bytes: usize) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

fn unreadable(guard: &Guard) -> Assessment {
    guard.core.assess_failure(StatusReason::MessageUnreadable)
}

/// A name stays a name, whatever it is written in.
fn name(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

fn message(from_protected: i8, text: &[u8], time: i64, edited: i8) -> Option<Message<'_>> {
    let role = if from_protected == 0 { Role::Counterpart } else { Role::Protected };
    let text = str::from_utf8(text).ok()?;
    Some(Message { role, text, time: known(time), edited: edited != 0 })
}

fn known(time: i64) -> Option<i64> {
    (time != i64::MIN).then_some(time)
}

#[cfg(test)]
mod tests {
    use std::array;

    use uniffi::Lift;

    use super::*;
    use crate::assessment::Assessment;
    use crate::conversations::Observation;
    use crate::guard::GuardConfig;
    use crate::vocabulary::Status;

    const SECRET: &str = "don't tell your mum, this is our secret";

    fn guard() -> Arc<Guard> {
        #[cfg(feature = "text-model")]
        let config = GuardConfig { without_text_model: true, ..GuardConfig::default() };
        #[cfg(not(feature = "text-model"))]
        let config = GuardConfig::default();
        Guard::new(config).unwrap()
    }

    /// A handle as a host holds it, given back at the end.
    struct Host<T: Send + Sync>(u64, Arc<T>);

    impl<T: Send + Sync> Host<T> {
        fn of(object: &Arc<T>) -> Self {
            let handle = <T as HandleAlloc<UniFfiTag>>::new_handle(Arc::clone(object));
            Self(handle.as_raw(), Arc::clone(object))
        }
    }

    impl<T: Send + Sync> Drop for Host<T> {
        fn drop(&mut self) {
            // SAFETY: the handle that `of` made, for the only time.
            drop(unsafe { Handle::from_raw_unchecked(self.0).into_arc::<T>() });
            assert_eq!(Arc::strong_count(&self.1), 2, "a call kept or gave back a share");
        }
    }

    fn assess(guard: &Host<Guard>, text: &[u8], room: &mut [u8]) -> i64 {
        let (start, length) = (text.as_ptr(), text.len() as u64);
        // SAFETY: addresses and lengths are those of slices.
        unsafe {
            himaya_assess_message(guard.0, start, length, room.as_mut_ptr(), room.len() as u64)
        }
    }

    fn observe(
        guard: &Host<Guard>,
        conversation: &Host<Conversation>,
        text: &[u8],
        room: &mut [u8],
    ) -> i64 {
        let (start, length) = (text.as_ptr(), text.len() as u64);
        let (place, capacity) = (room.as_mut_ptr(), room.len() as u64);
        // SAFETY: addresses and lengths are those of slices.
        unsafe { himaya_observe(guard.0, conversation.0, 0, start, length, 5, 0, place, capacity) }
    }

    fn lifted<T: Lift<UniFfiTag>>(room: &[u8], returned: i64) -> T {
        let mut bytes = &room[..usize::try_from(returned).unwrap()];
        let value = T::try_read(&mut bytes).unwrap();
        assert!(bytes.is_empty());
        value
    }

    #[test]
    fn both_ways_of_asking_get_the_same_answer() {
        let guard = guard();
        let mut room = [0; 2048];
        for text in [SECRET, "see you at practice tomorrow", ""] {
            let returned = assess(&Host::of(&guard), text.as_bytes(), &mut room);
            let answer: Assessment = lifted(&room, returned);
            assert_eq!(answer, guard.assess_message(text));
        }
        let (direct, usual) = (Conversation::new(), Conversation::new());
        for _ in 0..3 {
            let returned =
                observe(&Host::of(&guard), &Host::of(&direct), SECRET.as_bytes(), &mut room);
            let text = SECRET.to_owned();
            let role = crate::vocabulary::Role::Counterpart;
            let message = crate::conversation::Message { role, text, time: Some(5), edited: false };
            let answer: Assessment = lifted(&room, returned);
            assert_eq!(answer, guard.observe(&usual, message));
        }
        assert_eq!(direct.export_state(), usual.export_state());
    }

    #[test]
    fn names_lead_to_kept_conversations_and_senders() {
        let guard = guard();
        let (kept, thread) = (Conversations::in_memory(2), ChatThread::new(&guard, None));
        let mut room = [0; 2048];
        let (name, text) = (b"one \xff", SECRET.as_bytes());
        let (host, of_kept, of_thread) = (Host::of(&guard), Host::of(&kept), Host::of(&thread));
        let (place, capacity) = (room.as_mut_ptr(), room.len() as u64);
        let (name, name_length) = (name.as_ptr(), name.len() as u64);
        let (start, length) = (text.as_ptr(), text.len() as u64);
        // SAFETY: addresses and lengths are those of slices.
        let returned = unsafe {
            himaya_observe_kept(
                of_kept.0,
                host.0,
                name,
                name_length,
                0,
                start,
                length,
                i64::MIN,
                0,
                place,
                capacity,
            )
        };
        let seen: Observation = lifted(&room, returned);
        assert!(seen.trouble.is_none() && !seen.assessment.findings.is_empty());
        assert_eq!(kept.explain(&guard, "one \u{fffd}").unwrap().received, 1);
        // SAFETY: likewise.
        let returned = unsafe {
            himaya_observe_in_thread(
                of_thread.0,
                host.0,
                name,
                name_length,
                start,
                length,
                i64::MIN,
                place,
                capacity,
            )
        };
        let answer: Assessment = lifted(&room, returned);
        assert_eq!(answer, seen.assessment);
        assert_eq!(thread.explain("one \u{fffd}").unwrap().received, 1);
    }

    #[test]
    fn what_is_no_utf_8_is_said_to_be_unreadable() {
        let (guard, conversation) = (guard(), Conversation::new());
        let mut room = [0; 2048];
        let returned = observe(&Host::of(&guard), &Host::of(&conversation), b"\xff", &mut room);
        let failed: Assessment = lifted(&room, returned);
        assert_eq!((failed.status, conversation.received()), (Status::Failed, 0));
        let returned = assess(&Host::of(&guard), b"\xff", &mut room);
        assert_eq!(lifted::<Assessment>(&room, returned), failed);
    }

    #[test]
    fn an_answer_that_does_not_fit_comes_in_a_buffer_and_counts_once() {
        let (guard, conversation) = (guard(), Conversation::new());
        let mut room = [0; LEAST_ROOM];
        let text = SECRET.as_bytes();
        assert_eq!(observe(&Host::of(&guard), &Host::of(&conversation), text, &mut room), 0);
        // SAFETY: 0 says that it begins with one.
        let buffer = unsafe { room.as_ptr().cast::<RustBuffer>().read_unaligned() };
        let answer = buffer.destroy_into_vec();
        let answer: Assessment = lifted(&answer, answer.len() as i64);
        assert!(!answer.findings.is_empty());
        assert_eq!(conversation.received(), 1);
    }

    #[test]
    fn nothing_is_done_without_room() {
        let (guard, conversation) = (guard(), Conversation::new());
        let (host, state) = (Host::of(&guard), Host::of(&conversation));
        assert_eq!(observe(&host, &state, SECRET.as_bytes(), &mut [0; LEAST_ROOM - 1]), NO_ROOM);
        assert_eq!(observe(&host, &state, SECRET.as_bytes(), &mut []), NO_ROOM);
        assert_eq!(conversation.received(), 0);
    }

    #[test]
    fn a_fault_is_told_by_its_place_as_far_as_there_is_room() {
        let mut room = [0; 200];
        let returned = answered(&mut room, || panic!("CANARY"));
        let fault = str::from_utf8(&room[..usize::try_from(-returned).unwrap()]).unwrap();
        assert!(fault.contains("direct.rs:") && !fault.contains("CANARY"), "{fault}");
        let mut small: [u8; LEAST_ROOM] = array::from_fn(|_| 0);
        assert_eq!(answered(&mut small, || panic!("CANARY")), -(LEAST_ROOM as i64));
        assert_eq!(small, room[..LEAST_ROOM]);
    }

    #[test]
    fn a_room_is_filled_to_the_last_byte_and_no_further() {
        let mut room = [9; LEAST_ROOM + 1];
        assert_eq!(answered(&mut room[..LEAST_ROOM], || vec![7; LEAST_ROOM]), LEAST_ROOM as i64);
        assert_eq!((room[LEAST_ROOM - 1], room[LEAST_ROOM]), (7, 9));
        assert_eq!(answered(&mut room[..LEAST_ROOM], || vec![7; LEAST_ROOM + 1]), 0);
        assert_eq!(room[LEAST_ROOM], 9);
        // SAFETY: 0 says that it begins with one.
        unsafe { room.as_ptr().cast::<RustBuffer>().read_unaligned() }.destroy();
    }
}

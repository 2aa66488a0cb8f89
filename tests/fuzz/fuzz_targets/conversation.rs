//! Any bytes as the stored state of a conversation, also with a checksum that holds.
#![no_main]

use himaya::{Conversation, Message};
use himaya_fuzz::guard;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    import(bytes);
    let mut valid = [b"HMYC\x02", bytes].concat();
    valid.extend(crc32fast::hash(&valid).to_le_bytes());
    import(&valid);
});

fn import(bytes: &[u8]) {
    match Conversation::import(bytes) {
        Ok(mut conversation) => {
            let again = conversation.export();
            assert!(again.len() <= Conversation::MAX_BYTES);
            assert_eq!(Conversation::import(&again).as_ref(), Ok(&conversation));
            let message = Message::from_counterpart("this is our secret").at(0);
            let assessment = guard().observe(&mut conversation, &message);
            assert!((0.0..=1.0).contains(&assessment.risk));
            let explanation = guard().explain(&conversation);
            assert!(explanation.nats.is_finite());
        }
        Err(error) => assert!(error.to_string().len() < 200),
    }
}

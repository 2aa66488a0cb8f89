//! What words for people add to a download.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

/// Bytes, gzipped, for the messages of nine languages and all help services.
const MAX: usize = 150 * 1024;

fn gzipped(text: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap().len()
}

#[test]
fn messages_and_help_services_stay_small() {
    let mut all = 0;
    for file in himaya_models::messages::FILES {
        let (language, text) = (file.name(), file.text());
        println!("messages in {language}: {} bytes, gzipped {}", text.len(), gzipped(&text));
        all += gzipped(&text);
    }
    let services = himaya_models::help::SERVICES.text();
    println!("help services: {} bytes, gzipped {}", services.len(), gzipped(&services));
    all += gzipped(&services);
    println!("together, gzipped: {all} bytes of at most {MAX}");
    assert!(all <= MAX, "{all} bytes gzipped; at most {MAX}");
}

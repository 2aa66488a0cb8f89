//! WhatsApp's exported chats.
//!
//! Android writes `12/05/2026, 18:03 - Name: text`, iOS `[12/05/2026, 18:03:11] Name: text`,
//! both in the phone's own date order, clock and digits; a message may go on over several
//! lines. Lines without a sender are the app's own notices.

use super::{Chat, ChatMessage, ImportError, ImportErrorKind, MAX_MESSAGES};

/// Lines that are looked at to recognise the format.
const PROBE_LINES: usize = 20;

/// Whether text looks like an exported chat.
pub fn is_whatsapp(text: &str) -> bool {
    text.lines().take(PROBE_LINES).any(|line| Header::parse(line).is_some())
}

/// Reads an exported chat.
///
/// # Errors
/// When no line begins like a message, or there are too many.
pub fn chat_from_whatsapp(text: &str) -> Result<Chat, ImportError> {
    let order = DateOrder::of(text.lines().filter_map(Header::parse).map(|header| header.date));
    let mut chat = Chat::default();
    let mut in_message = false;
    for (index, line) in text.lines().enumerate() {
        let Some(header) = Header::parse(line) else {
            let continued = chat.messages.last_mut().filter(|_| in_message);
            if let Some(message) = continued {
                message.text.push('\n');
                message.text.push_str(line);
            } else if !line.trim().is_empty() {
                chat.skipped += 1;
            }
            continue;
        };
        let sender = header
            .rest
            .split_once(": ")
            .or_else(|| header.rest.strip_suffix(':').map(|name| (name, "")));
        in_message = false;
        match sender {
            Some((from, text)) if !is_omitted(text) => {
                if chat.messages.len() >= MAX_MESSAGES {
                    return Err(ImportError::new(index + 1, ImportErrorKind::TooManyMessages));
                }
                in_message = true;
                chat.messages.push(ChatMessage {
                    from: from.trim_matches(is_mark).to_owned(),
                    time: order.milliseconds(&header),
                    text: text.trim_start_matches(is_mark).to_owned(),
                });
            }
            _ => chat.skipped += 1,
        }
    }
    if chat.messages.is_empty() {
        return Err(ImportError::new(0, ImportErrorKind::Empty));
    }
    Ok(chat)
}

/// Direction marks that WhatsApp puts around names and notices.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// `<Media omitted>` and its like: no text of the sender.
fn is_omitted(text: &str) -> bool {
    let text = text.trim_matches(|c: char| is_mark(c) || c.is_whitespace());
    text.starts_with('<') && text.ends_with('>') && text.len() < 80
}

/// The beginning of a message's line.
struct Header<'a> {
    date: [u32; 3],
    /// Minutes and seconds of the day.
    seconds: u32,
    rest: &'a str,
}

impl<'a> Header<'a> {
    fn parse(line: &'a str) -> Option<Self> {
        let line = line.trim_start_matches(is_mark);
        let bracketed = line.strip_prefix('[');
        let mut cursor = Cursor { rest: bracketed.unwrap_or(line) };
        let (first, first_len) = cursor.number()?;
        let separator = cursor.any(&['/', '.', '-', '\u{60C}'])?;
        cursor.marks();
        let (second, _) = cursor.number()?;
        cursor.only(separator)?;
        cursor.marks();
        let (third, third_len) = cursor.number()?;
        if !matches!((first_len, third_len), (1 | 2, 2 | 4) | (4, 1 | 2)) {
            return None;
        }
        cursor.any(&[',', ' ', '\u{60C}'])?;
        cursor.spaces();
        let (mut hour, _) = cursor.number()?;
        cursor.any(&[':', '.'])?;
        let (minute, _) = cursor.number()?;
        let mut second_of_minute = 0;
        if cursor.any(&[':', '.']).is_some() {
            (second_of_minute, _) = cursor.number()?;
        }
        if let Some(afternoon) = cursor.half_of_day() {
            hour = hour % 12 + if afternoon { 12 } else { 0 };
        }
        cursor.spaces();
        let rest = if bracketed.is_some() {
            cursor.rest.strip_prefix(']')?.strip_prefix(' ')?
        } else {
            cursor.rest.strip_prefix("- ")?
        };
        if hour > 23 || minute > 59 || second_of_minute > 60 {
            return None;
        }
        let seconds = hour * 3600 + minute * 60 + second_of_minute;
        Some(Self { date: [first, second, third], seconds, rest: rest.trim_start_matches(is_mark) })
    }
}

struct Cursor<'a> {
    rest: &'a str,
}

impl Cursor<'_> {
    /// A number of at most four digits, in any of the digit shapes that phones use.
    fn number(&mut self) -> Option<(u32, usize)> {
        let (mut value, mut digits) = (0, 0);
        while let Some(c) = self.rest.chars().next() {
            let digit = match c {
                '٠'..='٩' => c as u32 - '٠' as u32,
                '۰'..='۹' => c as u32 - '۰' as u32,
                _ => match c.to_digit(10) {
                    Some(digit) => digit,
                    None => break,
                },
            };
            value = value * 10 + digit;
            digits += 1;
            self.rest = self.rest.get(c.len_utf8()..)?;
            if digits > 4 {
                return None;
            }
        }
        (digits > 0).then_some((value, digits))
    }

    fn any(&mut self, wanted: &[char]) -> Option<char> {
        self.marks();
        let c = self.rest.chars().next().filter(|c| wanted.contains(c))?;
        self.rest = self.rest.get(c.len_utf8()..)?;
        Some(c)
    }

    fn only(&mut self, wanted: char) -> Option<char> {
        self.any(&[wanted])
    }

    fn marks(&mut self) {
        self.rest = self.rest.trim_start_matches(is_mark);
    }

    fn spaces(&mut self) {
        self.rest = self.rest.trim_start_matches(|c: char| is_mark(c) || c.is_whitespace());
    }

    /// AM or PM in Latin or Arabic letters; `true` for the afternoon.
    fn half_of_day(&mut self) -> Option<bool> {
        self.spaces();
        let end = self.rest.find([']', '-']).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        let word: String = word.chars().filter(|c| c.is_alphabetic()).collect();
        let afternoon = match word.to_lowercase().as_str() {
            "am" | "ص" => false,
            "pm" | "م" => true,
            _ => return None,
        };
        self.rest = rest;
        Some(afternoon)
    }
}

/// Which number of a date is which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DateOrder {
    DayMonthYear,
    MonthDayYear,
    YearMonthDay,
}

impl DateOrder {
    /// Found from all dates: a number above 12 is no month. Day first where all would do.
    fn of(dates: impl Iterator<Item = [u32; 3]>) -> Self {
        for [first, second, _] in dates {
            if first > 31 {
                return Self::YearMonthDay;
            }
            if first > 12 {
                return Self::DayMonthYear;
            }
            if second > 12 {
                return Self::MonthDayYear;
            }
        }
        Self::DayMonthYear
    }

    fn milliseconds(self, header: &Header<'_>) -> Option<i64> {
        let [a, b, c] = header.date;
        let (day, month, year) = match self {
            Self::DayMonthYear => (a, b, c),
            Self::MonthDayYear => (b, a, c),
            Self::YearMonthDay => (c, b, a),
        };
        let year = if year < 100 { 2000 + year } else { year };
        if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        let seconds = days_from_civil(i64::from(year), i64::from(month), i64::from(day)) * 86_400
            + i64::from(header.seconds);
        Some(seconds * 1000)
    }
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant, "chrono-compatible
/// low-level date algorithms").
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn android_and_ios_exports_are_read() {
        let android = "12/05/2026, 18:03 - Messages are end-to-end encrypted.\n13/05/2026, 18:03 - Lina: hi\nsecond line\n13/05/2026, 18:04 - Tom: <Media omitted>\n13/05/2026, 18:05 - Tom: ok: fine\n";
        let chat = chat_from_whatsapp(android).unwrap();
        assert!(is_whatsapp(android));
        assert_eq!((chat.messages.len(), chat.skipped), (2, 2));
        assert_eq!(chat.messages[0].text, "hi\nsecond line");
        assert_eq!(
            (chat.messages[1].from.as_str(), chat.messages[1].text.as_str()),
            ("Tom", "ok: fine")
        );
        assert_eq!(chat.messages[0].time, Some(1_778_695_380_000));

        let ios =
            "\u{200E}[5/13/26, 6:03:11\u{202F}PM] \u{200E}Lina: hi\n[5/13/26, 6:04:00 PM] Tom: yo";
        let chat = chat_from_whatsapp(ios).unwrap();
        assert_eq!(chat.messages[0].time, Some(1_778_695_391_000));
        assert_eq!(chat.messages[0].from, "Lina");
    }

    #[test]
    fn arabic_digits_and_clock_are_read() {
        let text = "[١٣\u{200F}/٥\u{200F}/٢٠٢٦، ٦:٠٣:١١ م] ليلى: مرحبا";
        let chat = chat_from_whatsapp(text).unwrap();
        assert_eq!(
            (chat.messages[0].from.as_str(), chat.messages[0].time),
            ("ليلى", Some(1_778_695_391_000))
        );
    }

    #[test]
    fn other_text_is_not_taken_for_an_export() {
        for text in ["hello\nworld", "12/05/2026", "1.5.3 - a version: x", "[1] note: 12:30", ""] {
            assert!(!is_whatsapp(text), "{text}");
            assert!(chat_from_whatsapp(text).is_err());
        }
    }

    #[test]
    fn days_count_from_1970() {
        assert_eq!(days_from_civil(1970, 1, 1), 0);
        assert_eq!(days_from_civil(2000, 3, 1), 11_017);
        assert_eq!(days_from_civil(1969, 12, 31), -1);
    }
}

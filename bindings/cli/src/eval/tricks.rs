//! Ways in which writers disguise words, applied by rule and never by chance.

/// One kind of trick: its name, what it does, and how it rewrites a message into the messages
/// sent instead.
pub struct Trick {
    pub name: &'static str,
    pub what: &'static str,
    pub apply: fn(&str) -> Vec<String>,
}

pub const TRICKS: &[Trick] = &[
    Trick { name: "capitals", what: "eVeRy oThEr letter in capitals", apply: capitals },
    Trick { name: "spaced", what: "the longest word as l e t t e r s", apply: spaced },
    Trick { name: "spaced-all", what: "every word as l e t t e r s", apply: spaced_all },
    Trick { name: "dotted", what: "points in every w.o.r.d", apply: dotted },
    Trick { name: "space-inside", what: "a space in side the longest word", apply: space_inside },
    Trick { name: "stretched", what: "vowels streeetched", apply: stretched },
    Trick { name: "leet", what: "l3tt3rs as digits and symbols", apply: leet },
    Trick { name: "symbols", what: "letters as @, $ and !", apply: symbols },
    Trick {
        name: "homoglyphs",
        what: "letters of other scripts that look alike",
        apply: homoglyphs,
    },
    Trick { name: "fancy", what: "mathematical letters (Latin script)", apply: fancy },
    Trick { name: "small-capitals", what: "small capitals (Latin script)", apply: small_capitals },
    Trick { name: "full-width", what: "full-width letters (Latin script)", apply: full_width },
    Trick { name: "zero-width", what: "invisible characters between letters", apply: zero_width },
    Trick { name: "bidi", what: "direction controls around words", apply: bidi },
    Trick { name: "marks", what: "combining marks on every letter", apply: marks },
    Trick { name: "no-accents", what: "accents left out", apply: no_accents },
    Trick { name: "emoji-between", what: "an emoji after every word", apply: emoji_between },
    Trick { name: "punctuation", what: "commas and dashes between words", apply: punctuation },
    Trick { name: "ellipses", what: "three points... after... every word", apply: ellipses },
    Trick { name: "lines", what: "a line for every word", apply: lines },
    Trick {
        name: "two-messages",
        what: "split between words over two messages",
        apply: two_messages,
    },
    Trick { name: "word-split", what: "a word split over two messages", apply: word_split },
];

fn one(text: String) -> Vec<String> {
    vec![text]
}

fn each_char(text: &str, mut rewrite: impl FnMut(char, &mut String)) -> Vec<String> {
    let mut out = String::with_capacity(text.len() * 2);
    text.chars().for_each(|c| rewrite(c, &mut out));
    one(out)
}

/// Rewrites the words of a message; white space stays.
fn each_word(text: &str, mut rewrite: impl FnMut(usize, &str) -> String) -> Vec<String> {
    let words = text.split(' ').enumerate();
    one(words.map(|(index, word)| rewrite(index, word)).collect::<Vec<_>>().join(" "))
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}')
}

/// The word with most letters, by its place; emoji and numbers do not count.
fn longest(text: &str) -> usize {
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
    let words = text.split(' ').map(letters).enumerate();
    // The first of the longest: `max_by_key` alone would take the last.
    words
        .max_by_key(|(index, letters)| (*letters, usize::MAX - index))
        .map_or(0, |(index, _)| index)
}

fn pulled_apart(word: &str, between: &str) -> String {
    let mut out = String::new();
    let mut before = false;
    for c in word.chars() {
        if before && c.is_alphanumeric() {
            out.push_str(between);
        }
        out.push(c);
        before = c.is_alphanumeric() || c == '\'';
    }
    out
}

fn capitals(text: &str) -> Vec<String> {
    let mut upper = false;
    each_char(text, |c, out| {
        upper = !upper;
        // The capital of a dotless i has no dot: not the letter's business here.
        if upper && c != 'ı' { out.extend(c.to_uppercase()) } else { out.push(c) }
    })
}

fn spaced(text: &str) -> Vec<String> {
    let at = longest(text);
    each_word(text, |index, w| if index == at { pulled_apart(w, " ") } else { w.to_owned() })
}

fn spaced_all(text: &str) -> Vec<String> {
    let words: Vec<String> = text.split(' ').map(|word| pulled_apart(word, " ")).collect();
    one(words.join("  "))
}

fn dotted(text: &str) -> Vec<String> {
    each_word(text, |_, word| pulled_apart(word, "."))
}

fn space_inside(text: &str) -> Vec<String> {
    let at = longest(text);
    each_word(text, |index, word| {
        let middle = word.char_indices().nth(word.chars().count() / 2);
        match middle.map(|(middle, _)| word.split_at(middle)) {
            Some((left, right)) if index == at && !left.is_empty() => format!("{left} {right}"),
            _ => word.to_owned(),
        }
    })
}

/// Repeats the last vowel of each word; Arabic gets tatweel.
fn stretched(text: &str) -> Vec<String> {
    each_word(text, |_, word| {
        let vowel = |c: char| "aeiouyAEIOUYáéíóúàèìòùâêîôûäöüıãõаеиоуыэюя".contains(c);
        match word.char_indices().rfind(|(_, c)| vowel(*c)) {
            Some((at, c)) if word.chars().count() > 2 => {
                let (left, right) = word.split_at(at);
                format!("{left}{c}{c}{right}")
            }
            _ => {
                let middle = word.char_indices().nth(word.chars().count() / 2);
                match middle.map(|(middle, _)| word.split_at(middle)) {
                    Some((left, right)) if left.chars().all(is_arabic) && left.len() > 2 => {
                        format!("{left}ـــ{right}")
                    }
                    _ => word.to_owned(),
                }
            }
        }
    })
}

/// Arabizi stays as it is: digits are letters there already.
fn leet(text: &str) -> Vec<String> {
    let arabizi = |word: &str| {
        word.contains(['2', '3', '5', '7', '9']) && word.contains(|c: char| c.is_ascii_lowercase())
    };
    if text.split(' ').any(arabizi) {
        return one(text.to_owned());
    }
    each_char(text, |c, out| {
        out.push(match c {
            'a' | 'A' => '4',
            'e' | 'E' => '3',
            'i' | 'I' => '1',
            'o' | 'O' => '0',
            's' | 'S' => '5',
            't' | 'T' => '7',
            c => c,
        });
    })
}

fn symbols(text: &str) -> Vec<String> {
    each_char(text, |c, out| {
        out.push(match c {
            'a' | 'A' => '@',
            's' | 'S' => '$',
            'i' | 'I' => '!',
            c => c,
        });
    })
}

fn small_capitals(text: &str) -> Vec<String> {
    let capitals = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ";
    each_char(text, |c, out| {
        let letter =
            c.is_ascii_alphabetic().then(|| c.to_ascii_lowercase() as usize - 'a' as usize);
        out.push(letter.and_then(|letter| capitals.chars().nth(letter)).unwrap_or(c));
    })
}

fn ellipses(text: &str) -> Vec<String> {
    one(text.replace(' ', "... "))
}

fn lines(text: &str) -> Vec<String> {
    one(text.replace(' ', "\n"))
}

fn homoglyphs(text: &str) -> Vec<String> {
    let cyrillic = text.chars().any(|c| matches!(c, 'а'..='я'));
    each_char(text, |c, out| {
        let latin = match c {
            'a' => 'а',
            'c' => 'с',
            'e' => 'е',
            'i' => 'і',
            'j' => 'ј',
            'o' => 'о',
            'p' => 'р',
            's' => 'ѕ',
            'x' => 'х',
            'y' => 'у',
            'A' => 'Α',
            'E' => 'Ε',
            'I' => 'Ι',
            'O' => 'Ο',
            'ي' => 'ی',
            'ك' => 'ک',
            'ه' => 'ہ',
            c => c,
        };
        let back = match c {
            'а' => 'a',
            'с' => 'c',
            'е' => 'e',
            'о' => 'o',
            'р' => 'p',
            'х' => 'x',
            'у' => 'y',
            c => c,
        };
        out.push(if cyrillic { back } else { latin });
    })
}

fn shifted(text: &str, lower: u32, upper: u32) -> Vec<String> {
    each_char(text, |c, out| {
        let base = match c {
            'a'..='z' => lower + (c as u32 - 'a' as u32),
            'A'..='Z' => upper + (c as u32 - 'A' as u32),
            _ => c as u32,
        };
        out.push(char::from_u32(base).unwrap_or(c));
    })
}

fn fancy(text: &str) -> Vec<String> {
    shifted(text, 0x1D4EA, 0x1D4D0)
}

fn full_width(text: &str) -> Vec<String> {
    shifted(text, 0xFF41, 0xFF21)
}

fn zero_width(text: &str) -> Vec<String> {
    each_word(text, |_, word| pulled_apart(word, "\u{200B}"))
}

fn bidi(text: &str) -> Vec<String> {
    each_word(text, |_, word| format!("\u{202B}{word}\u{202C}\u{2067}\u{2069}"))
}

fn marks(text: &str) -> Vec<String> {
    each_char(text, |c, out| {
        out.push(c);
        if c.is_alphabetic() {
            out.push_str(if is_arabic(c) { "\u{64E}" } else { "\u{336}\u{35C}" });
        }
    })
}

fn no_accents(text: &str) -> Vec<String> {
    each_char(text, |c, out| {
        out.push(match c {
            'á' | 'à' | 'â' | 'ä' | 'ã' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'í' | 'ì' | 'î' | 'ï' | 'ı' => 'i',
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
            'ú' | 'ù' | 'û' | 'ü' => 'u',
            'ç' => 'c',
            'ñ' => 'n',
            'ş' => 's',
            'ğ' => 'g',
            'أ' | 'إ' | 'آ' => 'ا',
            'ة' => 'ه',
            'ى' => 'ي',
            c => c,
        });
    })
}

fn emoji_between(text: &str) -> Vec<String> {
    one(text.replace(' ', " 😊 ") + " 😘")
}

fn punctuation(text: &str) -> Vec<String> {
    each_word(text, |index, word| format!("{word}{}", if index % 2 == 0 { "," } else { " -" }))
}

fn two_messages(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let (left, right) = words.split_at(words.len() / 2);
    vec![left.join(" "), right.join(" ")]
}

fn word_split(text: &str) -> Vec<String> {
    let at = longest(text);
    let words: Vec<&str> = text.split(' ').collect();
    let (before, rest) = words.split_at(at);
    let Some((word, after)) = rest.split_first() else {
        return one(text.to_owned());
    };
    let middle = word.char_indices().nth(word.chars().count() / 2).map_or(0, |(middle, _)| middle);
    let (left, right) = word.split_at(middle);
    let join = |words: &[&str], word: &str, first: bool| {
        let mut words = words.to_vec();
        if first {
            words.insert(0, word)
        } else {
            words.push(word)
        }
        words.join(" ")
    };
    vec![join(before, left, false), join(after, right, true)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tricks_do_what_they_say() {
        type Rewrite = fn(&str) -> Vec<String>;
        let cases: [(Rewrite, &str, &[&str]); 9] = [
            (spaced, "our secret", &["our s e c r e t"]),
            (spaced_all, "our secret", &["o u r  s e c r e t"]),
            (dotted, "ok you?", &["o.k y.o.u?"]),
            (space_inside, "our secret", &["our sec ret"]),
            (stretched, "our secret سرنا", &["ouuur secreeet سرـــنا"]),
            (leet, "secret", &["53cr37"]),
            (two_messages, "this is our secret", &["this is", "our secret"]),
            (word_split, "our secret ok", &["our sec", "ret ok"]),
            (zero_width, "ab", &["a\u{200B}b"]),
        ];
        for (trick, text, expected) in cases {
            assert_eq!(trick(text), expected, "{text}");
        }
    }
}

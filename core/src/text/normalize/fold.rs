//! What one character is worth: the character-wise part of normalising.
//!
//! Folding is free of context, so that offsets stay exact: compatibility decomposition
//! (NFKD), marks removed, lower case, and the Arabic-script equivalences that chat needs.
//! What Unicode says of a character comes from ICU4X, the smallest of the crates that know
//! (`tests/benchmarks/unicode_size`).

use std::sync::OnceLock;

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::props::{
    DefaultIgnorableCodePoint, EmojiModifier, ExtendedPictographic, GeneralCategory,
    GeneralCategoryGroup,
};
use icu_properties::{CodePointMapData, CodePointSetData};

use super::look_alikes::LOOK_ALIKES;

/// Folded letters of one character; three hold every decomposition that matters.
const MAX_LETTERS: usize = 4;

/// What a character contributes to the folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fold {
    /// One or more folded letters.
    Letters([char; MAX_LETTERS], u8),
    /// A decimal digit, as ASCII.
    Digit(char),
    /// A symbol that may stand for a letter: `@`, `$`, `!`, `|`, `€`.
    LetterLike(char),
    /// A pictograph, which may stand for a word.
    Emoji(char),
    /// Nothing: marks, invisible and control characters, apostrophes, tatweel.
    Skip,
    /// Punctuation that ends a sentence.
    Break,
    /// Other punctuation and symbols.
    Punctuation,
    /// White space.
    Space,
}

const fn letter(c: char) -> Fold {
    Fold::Letters([c, '\0', '\0', '\0'], 1)
}

/// Blocks that chat uses most (Latin to Arabic), folded once.
const TABLE: usize = 0x700;

/// Folds one character.
pub(crate) fn fold(c: char) -> Fold {
    static FOLDED: OnceLock<Vec<Fold>> = OnceLock::new();
    let table =
        FOLDED.get_or_init(|| (0..TABLE as u32).map(|u| compute(char::from_u32(u))).collect());
    match table.get(c as usize) {
        Some(fold) => *fold,
        None => compute(Some(c)),
    }
}

fn compute(c: Option<char>) -> Fold {
    let Some(c) = c else { return Fold::Skip };
    match c {
        'a'..='z' => return letter(c),
        'A'..='Z' => return letter(c.to_ascii_lowercase()),
        '0'..='9' => return Fold::Digit(c),
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{0B}' | '\u{0C}' => return Fold::Break,
        '.' | '?' | '…' | '؟' | '۔' | '。' | '！' | '？' | '।' | '¡' | '¿' => {
            return Fold::Break;
        }
        '!' | '|' | '@' | '$' | '€' => return Fold::LetterLike(c),
        '٠'..='٩' => return digit(c as u32 - '٠' as u32),
        '۰'..='۹' => return digit(c as u32 - '۰' as u32),
        _ => {}
    }
    if c.is_whitespace() {
        return Fold::Space;
    }
    if is_silent(c) {
        return Fold::Skip;
    }
    if let Some(boxed) = boxed_letter(c) {
        return letter(boxed);
    }
    // Hangul syllables stay whole: their parts would only make words longer.
    if ('가'..='힣').contains(&c) {
        return letter(c);
    }
    // Full-width symbols and the like: what they stand for decides.
    let mut parts = decomposed(c);
    match (parts.next(), parts.next()) {
        (Some(single), None) if single != c => return compute(Some(single)),
        (Some(_), None) if CodePointSetData::new::<ExtendedPictographic>().contains(c) => {
            return Fold::Emoji(c);
        }
        _ => {}
    }
    let mut out = ['\0'; MAX_LETTERS];
    let mut len = 0u8;
    let mut digit = None;
    for part in decomposed(c).filter(|part| !is_silent(*part)) {
        if part.is_ascii_digit() {
            digit = Some(part);
        }
        for plain in equivalent(part) {
            for lower in plain.to_lowercase() {
                if lower.is_alphanumeric() && usize::from(len) < MAX_LETTERS {
                    out[usize::from(len)] = lower;
                    len += 1;
                }
            }
        }
    }
    match (len, digit) {
        (1, Some(digit)) => Fold::Digit(digit),
        (0, _) if c.is_control() => Fold::Skip,
        (0, _) => Fold::Punctuation,
        _ => Fold::Letters(out, len),
    }
}

/// The Latin letters that a folded letter of another script, or an unusual Latin one, looks like
/// in lower case and as a capital.
pub(crate) fn latin_look_alikes(c: char) -> Option<[char; 2]> {
    let at = LOOK_ALIKES.binary_search_by_key(&c, |(letter, ..)| *letter).ok()?;
    LOOK_ALIKES.get(at).map(|(_, small, capital)| [*small, *capital])
}

/// The Russian letter that a Latin letter looks like, rather in lower case than as a capital.
pub(crate) fn cyrillic_look_alike(latin: char) -> Option<char> {
    let russian = || LOOK_ALIKES.iter().filter(|(letter, ..)| ('а'..='я').contains(letter));
    let small = russian().find(|(_, small, _)| *small == latin);
    small.or_else(|| russian().find(|(.., capital)| *capital == latin)).map(|(letter, ..)| *letter)
}

/// Letters in boxes and circles for which Unicode has no decomposition: 🅼, 🅜, 🇲.
fn boxed_letter(c: char) -> Option<char> {
    let offset = match c as u32 {
        u @ 0x1F150..=0x1F169 => u - 0x1F150,
        u @ 0x1F170..=0x1F189 => u - 0x1F170,
        u @ 0x1F1E6..=0x1F1FF => u - 0x1F1E6,
        _ => return None,
    };
    char::from_u32('a' as u32 + offset)
}

/// Compatibility decomposition (NFKD).
fn decomposed(c: char) -> impl Iterator<Item = char> {
    const { DecomposingNormalizerBorrowed::new_nfkd() }.normalize_iter(std::iter::once(c))
}

/// Letters that chat treats as one, where Unicode has no decomposition for it.
fn equivalent(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        'ى' | 'ی' | 'ې' | 'ے' => ('ي', None),
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۀ' => ('ه', None),
        'ٱ' => ('ا', None),
        'ڡ' => ('ف', None),
        'ٯ' => ('ق', None),
        'ں' => ('ن', None),
        'ک' | 'ڪ' => ('ك', None),
        'ß' | 'ẞ' => ('s', Some('s')),
        'æ' | 'Æ' => ('a', Some('e')),
        'œ' | 'Œ' => ('o', Some('e')),
        'þ' | 'Þ' => ('t', Some('h')),
        'ø' | 'Ø' => ('o', None),
        'ł' | 'Ł' => ('l', None),
        'đ' | 'Đ' | 'ð' | 'Ð' => ('d', None),
        'ħ' | 'Ħ' => ('h', None),
        'ı' => ('i', None),
        other => (other, None),
    };
    std::iter::once(first).chain(second)
}

fn digit(value: u32) -> Fold {
    Fold::Digit(char::from_digit(value, 10).unwrap_or('0'))
}

/// Characters without a part in a word's identity: marks, invisible ones, apostrophes ("don't"
/// is "dont"), and in Arabic script tatweel and the lone hamza.
fn is_silent(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | 'ʹ' | '＇' | 'ʻ' | '‛' | 'ـ' | 'ء')
        || is_ignorable(c)
        || GeneralCategoryGroup::Mark.contains(CodePointMapData::<GeneralCategory>::new().get(c))
}

/// What Unicode says to show nothing for, control characters that no writer types, annotation
/// marks, and skin tones of emoji.
fn is_ignorable(c: char) -> bool {
    matches!(c as u32, 0x00..=0x08 | 0x0E..=0x1F | 0x7F..=0x84 | 0x86..=0x9F | 0xFFF9..=0xFFFB)
        || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
        || CodePointSetData::new::<EmojiModifier>().contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut out = String::new();
        for c in text.chars() {
            match fold(c) {
                Fold::Letters(l, n) => out.extend(&l[..usize::from(n)]),
                Fold::Digit(d) => out.push(d),
                Fold::LetterLike(symbol) | Fold::Emoji(symbol) => out.push(symbol),
                Fold::Skip => {}
                Fold::Break | Fold::Punctuation | Fold::Space => out.push(' '),
            }
        }
        out
    }

    #[test]
    fn latin_accents_case_and_widths_fold_away() {
        assert_eq!(
            folded("ÉcolE Straße İstanbul ﬁn ｓｅｃｒｅｔ"),
            "ecole strasse istanbul fin secret"
        );
        assert_eq!(folded("𝓼𝓮𝓬𝓻𝓮𝓽 𝗺𝗲𝗲𝘁 ⓜⓔ 🅼🅔 🇲🇪"), "secret meet me me me");
    }

    #[test]
    fn arabic_forms_fold_to_one_spelling() {
        assert_eq!(folded("أُمُّكِ"), "امك");
        assert_eq!(folded("مدرســـة إلى آخر مسؤول"), "مدرسه الي اخر مسوول");
        assert_eq!(folded("ﺳﺮ"), "سر");
        assert_eq!(folded("١٢ ۱۲ １２"), "12 12 12");
    }

    #[test]
    fn invisible_characters_vanish() {
        assert_eq!(folded("se\u{200B}c\u{200D}r\u{202E}et\u{FE0F}\u{301}"), "secret");
        assert_eq!(folded("\0don't"), "dont");
    }
}

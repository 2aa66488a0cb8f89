//! How many parts a file has, before memory is asked for them: of two bytes parsing makes a
//! structure of hundreds.

use anyhow::{Result, bail, ensure, format_err};
use prost::encoding::{WireType, decode_key, decode_varint};

/// Fields of all messages of a file.
const MAX_PARTS: usize = 1 << 18;
/// Bytes of whole numbers that are written one by one, each of which becomes eight.
const MAX_NUMBERS: usize = 16 << 20;
/// How deep messages may stand in each other.
const MAX_DEPTH: usize = 16;

/// The messages of an ONNX file, as far as their fields are counted.
#[derive(Clone, Copy)]
enum Kind {
    Model,
    Training,
    Function,
    Graph,
    Annotation,
    Node,
    Attribute,
    Sparse,
    Tensor,
    Value,
    Type,
    Shape,
    /// One whose fields hold nothing that repeats.
    Plain,
}

impl Kind {
    /// What a field of this message is, where it is a message itself. The numbers are those of
    /// `onnx.proto`.
    const fn field(self, tag: u32) -> Option<Self> {
        Some(match (self, tag) {
            (Self::Model, 7) | (Self::Training, 1 | 2) | (Self::Attribute, 6 | 11) => Self::Graph,
            (Self::Model, 8 | 14)
            | (Self::Training, 3 | 4)
            | (Self::Function, 9 | 14)
            | (Self::Graph, 16)
            | (Self::Annotation, 2)
            | (Self::Node, 9)
            | (Self::Tensor, 3 | 13 | 16)
            | (Self::Shape, 1) => Self::Plain,
            (Self::Model, 20) => Self::Training,
            (Self::Model, 25) => Self::Function,
            (Self::Function, 7) | (Self::Graph, 1) => Self::Node,
            (Self::Function, 11) | (Self::Node, 5) => Self::Attribute,
            (Self::Graph, 5) | (Self::Attribute, 5 | 10) | (Self::Sparse, 1 | 2) => Self::Tensor,
            (Self::Graph, 14) => Self::Annotation,
            (Self::Graph, 15) | (Self::Attribute, 22 | 23) => Self::Sparse,
            (Self::Graph, 11..=13) | (Self::Function, 12) => Self::Value,
            (Self::Value, 2) | (Self::Attribute, 14 | 15) | (Self::Type, 1 | 4 | 5 | 8 | 9) => {
                Self::Type
            }
            (Self::Type, 2) => Self::Shape,
            _ => return None,
        })
    }

    /// Whether a field of this message holds whole numbers, packed.
    const fn packs_numbers(self, tag: u32) -> bool {
        matches!(
            (self, tag),
            (Self::Tensor, 1 | 5 | 7 | 11) | (Self::Attribute, 8) | (Self::Sparse, 3)
        )
    }
}

/// Counts the parts of a file; an error where there are more than any network has.
pub(super) fn count(bytes: &[u8]) -> Result<()> {
    Counter { parts: 0, numbers: 0 }.message(Kind::Model, bytes, 0)
}

struct Counter {
    parts: usize,
    numbers: usize,
}

impl Counter {
    fn message(&mut self, kind: Kind, mut rest: &[u8], depth: usize) -> Result<()> {
        ensure!(depth <= MAX_DEPTH, "its parts stand deeper in each other than {MAX_DEPTH}");
        while !rest.is_empty() {
            self.parts += 1;
            ensure!(self.parts <= MAX_PARTS, "it has more than {MAX_PARTS} parts");
            let (tag, wire) = decode_key(&mut rest)?;
            match wire {
                WireType::Varint => {
                    decode_varint(&mut rest)?;
                }
                WireType::SixtyFourBit => {
                    take(&mut rest, 8)?;
                }
                WireType::ThirtyTwoBit => {
                    take(&mut rest, 4)?;
                }
                WireType::LengthDelimited => {
                    let length = decode_varint(&mut rest)?;
                    let field = take(&mut rest, length)?;
                    if let Some(inner) = kind.field(tag) {
                        self.message(inner, field, depth + 1)?;
                    } else if kind.packs_numbers(tag) {
                        self.numbers += field.len();
                        ensure!(
                            self.numbers <= MAX_NUMBERS,
                            "it has more than {MAX_NUMBERS} bytes of numbers beside its weights"
                        );
                    }
                }
                WireType::StartGroup | WireType::EndGroup => {
                    bail!("it has groups, as no ONNX file")
                }
            }
        }
        Ok(())
    }
}

fn take<'a>(rest: &mut &'a [u8], length: u64) -> Result<&'a [u8]> {
    let cut = usize::try_from(length).ok().and_then(|length| rest.split_at_checked(length));
    let (field, behind) = cut.ok_or_else(|| format_err!("it ends in the middle of a part"))?;
    *rest = behind;
    Ok(field)
}

//! What a text model does with the hashes of its tokens: the sums of `EmbeddingBag`, and `Pool`.

use super::rows::Sums;
use super::{KernelError, product};

/// Ids of a token at most: so many values of 8 bits add up within 16.
pub(super) const MAX_IDS: usize = 255;

/// For each token of `k` ids the sum of its rows of the table, which are as long as `scale`, times
/// the scale, over the root of how many rows it has; id 0 is none.
///
/// # Errors
/// When a token has too many ids, or one that is not in the table.
pub fn embed(table: &[i8], scale: &[f32], ids: &[i32], k: usize) -> Result<Vec<f32>, KernelError> {
    if !(1..=MAX_IDS).contains(&k) {
        return Err(KernelError::Ids(k));
    }
    let n = scale.len();
    let mut output = Vec::with_capacity(ids.len() / k * n);
    if n == Sums::COLUMNS {
        let (rows, _) = table.as_chunks();
        for token in ids.chunks_exact(k) {
            let mut sums = Sums::default();
            let found = add_rows(token, |id| rows.get(id).map(|row| sums.add(row)))?;
            push_scaled(&mut output, &sums.get(), scale, found);
        }
        return Ok(output);
    }
    let mut sums = vec![0_i16; n];
    for token in ids.chunks_exact(k) {
        sums.fill(0);
        let found = add_rows(token, |id| {
            let row = table.get(id.checked_mul(n)?..id.checked_add(1)?.checked_mul(n)?)?;
            sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += i16::from(*value));
            Some(())
        })?;
        push_scaled(&mut output, &sums, scale, found);
    }
    Ok(output)
}

/// Adds the rows of a token's ids; says how many there are.
#[inline(always)]
fn add_rows(token: &[i32], mut add: impl FnMut(usize) -> Option<()>) -> Result<u8, KernelError> {
    let mut found = 0;
    for id in token.iter().filter(|id| **id != 0) {
        usize::try_from(*id).ok().and_then(&mut add).ok_or(KernelError::Row(*id))?;
        found += 1;
    }
    Ok(found)
}

fn push_scaled(output: &mut Vec<f32>, sum: &[i16], scale: &[f32], found: u8) {
    let share = f32::from(found.max(1)).sqrt().recip();
    output.extend(sum.iter().zip(scale).map(|(sum, scale)| f32::from(*sum) * share * scale));
}

/// Of each of `n` columns the largest value and then the mean, over the tokens of `k` ids that have
/// one other than 0; values are not negative.
///
/// # Errors
/// When there are no columns, or a token has no or too many ids.
pub fn pool(found: &[f32], n: usize, ids: &[i32], k: usize) -> Result<Vec<f32>, KernelError> {
    if !(1..=MAX_IDS).contains(&k) {
        return Err(KernelError::Ids(k));
    }
    if n == 0 {
        return Err(KernelError::Length { what: "pool", found: 0, expected: 1 });
    }
    let mut output = vec![0.0_f32; product(&[2, n])];
    let (most, mean) = output.split_at_mut(n);
    let mut used = 0_u16;
    for (row, token) in found.chunks_exact(n).zip(ids.chunks_exact(k)) {
        if token.iter().all(|id| *id == 0) {
            continue;
        }
        used += 1;
        for ((most, mean), value) in most.iter_mut().zip(mean.iter_mut()).zip(row) {
            *most = most.max(*value);
            *mean += value;
        }
    }
    let share = f32::from(used.max(1)).recip();
    mean.iter_mut().for_each(|mean| *mean *= share);
    Ok(output)
}

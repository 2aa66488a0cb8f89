//! What a text model does with the hashes of its tokens: the sums of `EmbeddingBag`, and `Pool`.

use anyhow::{Result, bail, ensure};

/// Ids of a token at most: so many values of 8 bits add up within 16.
const MAX_IDS: usize = 255;
/// Columns of the standard classifier's table.
const STANDARD: usize = 32;

/// For each token of `k` ids the sum of its rows of the table, which are as long as `scale`, times
/// the scale, over the root of how many rows it has; id 0 is none.
pub(super) fn embed(table: &[i8], scale: &[f32], ids: &[i32], k: usize) -> Result<Vec<f32>> {
    ensure!((1..=MAX_IDS).contains(&k), "a token has 1 to {MAX_IDS} ids, not {k}");
    let n = scale.len();
    let mut output = Vec::with_capacity(ids.len() / k * n);
    if n == STANDARD {
        // Of a length that is known, sums stay in registers.
        let (rows, _) = table.as_chunks::<STANDARD>();
        for token in ids.chunks_exact(k) {
            let mut sum = [0_i16; STANDARD];
            let found =
                add_rows(token, &mut sum, |id| rows.get(id).map(<[i8; STANDARD]>::as_slice))?;
            push_scaled(&mut output, &sum, scale, found);
        }
        return Ok(output);
    }
    let mut sum = vec![0_i16; n];
    for token in ids.chunks_exact(k) {
        sum.fill(0);
        let row = |id: usize| table.get(id.checked_mul(n)?..id.checked_add(1)?.checked_mul(n)?);
        let found = add_rows(token, &mut sum, row)?;
        push_scaled(&mut output, &sum, scale, found);
    }
    Ok(output)
}

/// Adds a token's rows up; says how many there are.
#[inline(always)]
fn add_rows<'t>(
    token: &[i32],
    sum: &mut [i16],
    row: impl Fn(usize) -> Option<&'t [i8]>,
) -> Result<u8> {
    let mut found = 0;
    for id in token.iter().filter(|id| **id != 0) {
        let Some(row) = usize::try_from(*id).ok().and_then(&row) else {
            bail!("row {id} is not in the table");
        };
        sum.iter_mut().zip(row).for_each(|(sum, value)| *sum += i16::from(*value));
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
pub(super) fn pool(found: &[f32], n: usize, ids: &[i32], k: usize) -> Result<Vec<f32>> {
    ensure!(n > 0 && k > 0, "values and ids have columns");
    let mut output = vec![0.0_f32; 2 * n];
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

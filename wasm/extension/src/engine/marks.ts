// Tells a page that shows the same messages again from new ones, over restarts: one byte for each of
// the latest messages. With 256 values for all messages there are, a byte tells an order of messages
// from another and not one message.

export const MAX_MARKS = 32;
/** Fewer in a row may be alike by chance. */
const SURE = 3;

/**
 * How many of the messages that a page shows were counted before.
 *
 * The kept marks end with the latest message that counted; where the messages shown pass through
 * that end, what stands behind it is new.
 */
export function countedBefore(kept: Uint8Array, shown: Uint8Array): number {
  let best = 0;
  let longest = 0;
  for (let end = shown.length; end > 0; end -= 1) {
    let run = 0;
    while (run < kept.length && run < end && kept[kept.length - 1 - run] === shown[end - 1 - run]) run += 1;
    // A run that reaches the beginning of either is as long as it can be.
    const whole = run === kept.length || run === end;
    if (run > longest && (run >= SURE || whole)) [best, longest] = [end, run];
  }
  return best;
}

export function append(kept: Uint8Array, marks: Uint8Array): Uint8Array {
  const all = new Uint8Array(kept.length + marks.length);
  all.set(kept);
  all.set(marks, kept.length);
  return all.slice(-MAX_MARKS);
}

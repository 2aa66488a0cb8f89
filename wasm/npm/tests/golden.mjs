// Replaying the golden vectors, in Node and in a browser alike.

const MESSAGE_TOLERANCE = 1e-6;
const PICTURE_TOLERANCE = 1e-5;

/** What differs from the recorded assessments, and how many cases there were. */
export function replayChats({ Guard, Thread }, cases) {
  const wrong = [];
  for (const { id, age_band: ageBand, protected: name, text, messages, assessments } of cases) {
    const guard = new Guard({ ageBand });
    const thread = new Thread(guard, { protected: name });
    const texts = messages ? messages.map((message) => message.text) : [text];
    const found = messages
      ? messages.map(({ from, text, minutes }) =>
          thread.observe({ from, text, time: minutes === undefined ? undefined : minutes * 60 }),
        )
      : [guard.assessMessage(text)];
    found.forEach((assessment, at) => {
      const { ruleset_version: rules, ...answer } = assessment;
      if (rules !== guard.rulesetVersion) wrong.push(`${id}: ruleset_version is ${rules}`);
      compare(`${id}[${at}]`, inUtf16(texts[at], assessments[at]), answer, wrong);
    });
    thread.free();
    guard.free();
  }
  return { cases: cases.length, wrong };
}

/** The same of pictures: `[{ file, rgba, width, height, probabilities }]`. */
export function replayPictures({ Guard }, pictures) {
  const guard = new Guard();
  const wrong = [];
  let largest = 0;
  let count = 0;
  for (const { file, rgba, width, height, probabilities } of pictures) {
    const { class_scores: scores } = guard.assessPixels({ data: rgba, width, height });
    if (scores.length !== Object.keys(probabilities).length) wrong.push(`${file}: other classes`);
    for (const { class: name, score } of scores) {
      const difference = Math.abs(score - probabilities[name]);
      largest = Math.max(largest, difference);
      if (!(difference <= PICTURE_TOLERANCE)) wrong.push(`${file}: ${name} differs by ${difference}`);
    }
    count += 1;
  }
  guard.free();
  return { cases: count, wrong, largest };
}

/** The recorded spans count UTF-8 bytes. */
function inUtf16(text, assessment) {
  const bytes = new TextEncoder().encode(text);
  const units = (end) => new TextDecoder().decode(bytes.subarray(0, end)).length;
  const findings = assessment.findings.map((finding) => ({
    ...finding,
    spans: finding.spans.map(({ start, end }) => ({ start: units(start), end: units(end) })),
  }));
  return { ...assessment, findings };
}

function compare(where, expected, found, wrong) {
  if (typeof expected === 'number') {
    const same = Math.abs(expected - found) <= MESSAGE_TOLERANCE;
    if (!same) wrong.push(`${where}: ${found}, not ${expected}`);
  } else if (expected !== null && typeof expected === 'object') {
    const keys = (value) => Object.keys(value ?? {}).sort().join();
    if (keys(found) !== keys(expected)) {
      wrong.push(`${where}: fields ${keys(found)}, not ${keys(expected)}`);
      return;
    }
    for (const key of Object.keys(expected)) {
      compare(`${where}.${key}`, expected[key], found[key], wrong);
    }
  } else if (found !== expected) {
    wrong.push(`${where}: ${found}, not ${expected}`);
  }
}

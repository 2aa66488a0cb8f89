// Reads a JSON array of messages; writes {"flagged": [bool…], "microseconds": [number…]}.
import { readFileSync } from 'node:fs';
import { RegExpMatcher, englishDataset, englishRecommendedTransformers } from 'obscenity';

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
const messages = JSON.parse(readFileSync(0, 'utf8'));
messages.slice(0, 2000).forEach((message) => matcher.hasMatch(message));
const flagged = [];
const microseconds = [];
for (const message of messages) {
  const begun = process.hrtime.bigint();
  flagged.push(matcher.hasMatch(message));
  microseconds.push(Number(process.hrtime.bigint() - begun) / 1000);
}
process.stdout.write(JSON.stringify({ flagged, microseconds }));

// What the background answers itself: settings, numbers, words.

import { hostOf, type Handlers } from '../shared/answer';
import { loadMessages } from '../shared/words';
import { browserLanguage, counters, guardian, reasons, stateOf, uncovering } from './browser';
import { within } from '../shared/patience';
import { emptyDatabases } from './forget';
import { notePictures } from './noting';
import type { Engine } from './router';
import { languageOf } from './settings';

/** Milliseconds that the engine may take to start before it counts as one that cannot. */
const START = 4000;

export function ownHandlers({ start, stop }: Engine): Handlers {
  return {
    words: async ({ prefix }) => {
      const language = languageOf(await guardian.settings(), browserLanguage());
      const all = Object.entries(await loadMessages(language));
      return { language, messages: Object.fromEntries(all.filter(([key]) => key.startsWith(prefix))) };
    },
    'pictures-decided': async ({ tab, verdicts }) => {
      await notePictures(verdicts, tab);
      return null;
    },
    settings: () => guardian.view(),
    counters: () => counters.today(),
    'tab-status': async ({ tab, url }) => {
      const view = await guardian.view();
      const state = stateOf(url, view.settings);
      return {
        state,
        working: state !== 'on' || (await within(start(), START).then(() => true, () => false)),
        site: hostOf(url),
        counters: await counters.today(),
        reasons: await reasons.of(tab),
        view,
      };
    },
    'change-settings': ({ change, pin }) => guardian.change(change, pin),
    pause: ({ length, pin }) => guardian.pause(length, pin),
    resume: () => guardian.resume(),
    'uncover-by-pin': (ask) => uncovering.byPin(ask),
    'change-pin': ({ pin, old }) => guardian.changePin(pin, old),
    forget: async ({ pin }) => {
      // Conversations that are forgotten warn later: that loosens.
      const allowed = await guardian.check(pin);
      if (!allowed.done) return allowed;
      await Promise.all([counters.forget(), reasons.forget(), uncovering.forget()]);
      try {
        await emptyDatabases();
        await stop();
      } catch {
        return { done: false, why: 'engine' };
      }
      return { done: true };
    },
  };
}

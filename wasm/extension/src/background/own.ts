// What the background answers itself: settings, numbers, words.

import { hostOf, type Handlers } from '../shared/answer';
import { loadMessages } from '../shared/words';
import { browserLanguage, counters, guardian, reasons, stateOf } from './browser';
import { emptyDatabases } from './forget';
import { notePictures } from './noting';
import { languageOf } from './settings';

export function ownHandlers(stopEngine: () => Promise<void>): Handlers {
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
      return {
        state: stateOf(url, view.settings),
        site: hostOf(url),
        counters: await counters.today(),
        reasons: await reasons.of(tab),
        view,
      };
    },
    'change-settings': ({ change, pin }) => guardian.change(change, pin),
    pause: ({ length, pin }) => guardian.pause(length, pin),
    resume: () => guardian.resume(),
    'change-pin': ({ pin, old }) => guardian.changePin(pin, old),
    forget: async ({ pin }) => {
      // Conversations that are forgotten warn later: that loosens.
      const allowed = await guardian.check(pin);
      if (!allowed.done) return allowed;
      await Promise.all([counters.forget(), reasons.forget()]);
      try {
        await emptyDatabases();
        await stopEngine();
      } catch {
        return { done: false, why: 'engine' };
      }
      return { done: true };
    },
  };
}

// Firefox's event page, which holds the engine itself.

import { handleInEngine } from '../engine/main';
import { servePictures } from '../engine/pictures';
import { guardian } from './browser';
import { notePictures } from './noting';
import { route } from './router';

servePictures({ ageBand: async () => (await guardian.settings()).ageBand, decided: (tab, verdicts) => notePictures(verdicts, tab) });
route({
  handle: handleInEngine,
  start: async () => {},
  // Loading the page anew is what empties an engine that lives in it.
  stop: async () => void setTimeout(() => location.reload(), 500),
});

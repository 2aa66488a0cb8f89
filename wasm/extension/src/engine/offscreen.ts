// Chromium's offscreen document.

import { answerAt } from '../shared/answer';
import { send } from '../shared/ask';
import { handleInEngine } from './main';
import { servePictures } from './pictures';

answerAt('engine', handleInEngine);
servePictures({
  ageBand: async () => (await send({ himaya: 1, to: 'background', kind: 'settings', ask: {} })).settings.ageBand,
  decided: (tab, verdicts) => send({ himaya: 1, to: 'background', kind: 'pictures-decided', ask: { tab, verdicts } }),
});

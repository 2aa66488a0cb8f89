// Answers what the background knows itself and passes everything else on to the engine.

import { answerAt, dispatch, type Asker } from '../shared/answer';
import type { Answer, Envelope, Kind } from '../shared/protocol';
import { browserLanguage, guardian, listen, showTab } from './browser';
import { noteAnswer } from './noting';
import { ownHandlers } from './own';
import { languageOf, pageSettings } from './settings';

export type Engine = (envelope: Envelope, asker: Asker) => Promise<Answer<Kind>>;

/** To be called while the background's script starts. `stop` ends the engine: it forgets what it holds in memory. */
export function route(engine: Engine, stop: () => Promise<void>): void {
  listen();
  const own = ownHandlers(stop);
  answerAt('background', async (envelope, asker) => {
    if (envelope.kind === 'page-settings') {
      // A pause that is over is noticed here, if nothing else happens in the tab.
      if (asker.top && asker.tab !== undefined) void showTab(asker.tab, asker.url);
      return pageSettings(await guardian.settings(), asker.site, Date.now(), browserLanguage());
    }
    if (envelope.kind === 'words' || (asker.own && envelope.kind in own)) return dispatch(own, envelope, asker);
    if (envelope.kind in own) throw new Error(`not for pages: ${envelope.kind}`);
    if (envelope.kind === 'nudged') {
      void noteAnswer(envelope.kind, null, asker.tab);
      return null;
    }
    const settings = await guardian.settings();
    const person = { ageBand: settings.ageBand, language: languageOf(settings, browserLanguage()) };
    const answer = await engine({ ...envelope, to: 'engine', site: asker.site, person }, { ...asker, person });
    void noteAnswer(envelope.kind, answer, asker.tab);
    return answer;
  });
}

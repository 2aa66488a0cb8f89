// Answers what the background knows itself and passes everything else on to the engine.

import { answerAt, dispatch, type Asker } from '../shared/answer';
import type { Answer, Ask, Envelope, Kind } from '../shared/protocol';
import { browserLanguage, guardian, listen, showTab, uncovering } from './browser';
import { coverFrame, settleCover } from './cover';
import { noteAnswer } from './noting';
import { ownHandlers } from './own';
import { languageOf, pageSettings } from './settings';

export interface Engine {
  handle(envelope: Envelope, asker: Asker): Promise<Answer<Kind>>;
  /** Where it does not run yet. */
  start(): Promise<void>;
  /** It forgets what it holds in memory; the next request starts it again. */
  stop(): Promise<void>;
}

/** To be called while the background's script starts. */
export function route(engine: Engine): void {
  const { handle, start } = engine;
  listen();
  const own = ownHandlers(engine);
  answerAt('background', async (envelope, asker) => {
    if (envelope.kind === 'page-settings') {
      // A pause that is over is noticed here, if nothing else happens in the tab.
      if (asker.top && asker.tab !== undefined) void showTab(asker.tab, asker.url);
      const { settings, pin } = await guardian.view();
      void settleCover(settings);
      return pageSettings(settings, pin, asker.site, Date.now(), browserLanguage());
    }
    if (envelope.kind === 'start-pictures') {
      const { styles } = envelope.ask as Ask<'start-pictures'>;
      await Promise.all([start(), styles ? coverFrame(await guardian.settings(), asker) : undefined]);
      return null;
    }
    if (envelope.kind === 'words' || (asker.own && envelope.kind in own)) return dispatch(own, envelope, asker);
    if (envelope.kind in own) throw new Error(`not for pages: ${envelope.kind}`);
    if (envelope.kind === 'nudged') {
      void noteAnswer(envelope.kind, null, asker.tab);
      return null;
    }
    if (envelope.kind === 'uncover') return uncovering.ask(envelope.ask as Ask<'uncover'>, asker);
    if (envelope.kind === 'picture-fine' && !(await uncovering.mayCallFine(envelope.ask as Ask<'picture-fine'>, asker))) {
      throw new Error('not uncovered');
    }
    const settings = await guardian.settings();
    const person = { ageBand: settings.ageBand, language: languageOf(settings, browserLanguage()) };
    const answer = await handle({ ...envelope, to: 'engine', site: asker.site, person }, { ...asker, person });
    void noteAnswer(envelope.kind, answer, asker.tab);
    return answer;
  });
}

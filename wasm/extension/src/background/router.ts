// Answers what the background knows itself and passes everything else on to the engine.

import { answerAt, dispatch, type Asker, type Handlers } from '../shared/answer';
import type { Answer, Envelope, Kind } from '../shared/protocol';
import { pageSettings, readSettings } from './settings';

export type Engine = (envelope: Envelope, asker: Asker) => Promise<Answer<Kind>>;

const own: Handlers = {
  'page-settings': async (_, asker) => pageSettings((await readSettings()).settings, asker.site, Date.now()),
  nudged: () => null,
};

/** To be called while the background's script starts. */
export function route(engine: Engine): void {
  answerAt('background', async (envelope, asker) => {
    if (envelope.kind in own) return dispatch(own, envelope, asker);
    const { ageBand, language } = pageSettings((await readSettings()).settings, asker.site, Date.now());
    return engine({ ...envelope, to: 'engine', site: asker.site, person: { ageBand, language } }, asker);
  });
}

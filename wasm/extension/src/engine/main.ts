// The engine's requests. It keeps nothing that its death would lose.

import { dispatch, type Asker, type Handlers } from '../shared/answer';
import type { Answer, Envelope, Kind, Person } from '../shared/protocol';
import { followChat } from './conversations';
import { checkOutgoing } from './outgoing';
import { callFine, decidePicture } from './pictures';

/** Whom a request is answered for that does not say it. */
const YOUNG: Person = { ageBand: '10-12', language: 'en' };

const handlers: Handlers = {
  'picture-fine': callFine,
  chat: (ask, { site, person }) => followChat(ask, site, person ?? YOUNG),
  outgoing: (ask, { person }) => checkOutgoing(ask, person ?? YOUNG, decidePicture),
};

export function handleInEngine(envelope: Envelope, asker: Asker): Promise<Answer<Kind>> {
  return dispatch(handlers, envelope, asker);
}

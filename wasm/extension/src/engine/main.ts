// The engine's requests. It keeps nothing that its death would lose.

import { dispatch, type Asker, type Handlers } from '../shared/answer';
import type { Answer, Envelope, Kind } from '../shared/protocol';
import type { Person } from '../shared/protocol';
import { followChat } from './conversations';
import { checkOutgoing } from './outgoing';
import { decidePicture } from './pictures';

/** Whom a request is answered for that does not say it. */
const YOUNG: Person = { ageBand: '10-12', language: 'en' };

const handlers: Handlers = {
  picture: decidePicture,
  chat: (ask, { site, person }) => followChat(ask, site, person ?? YOUNG),
  outgoing: (ask, { person }) =>
    checkOutgoing(ask, person ?? YOUNG, (source) => decidePicture({ source, shown: { width: 0, height: 0 } })),
};

export function handleInEngine(envelope: Envelope, asker: Asker): Promise<Answer<Kind>> {
  return dispatch(handlers, envelope, asker);
}

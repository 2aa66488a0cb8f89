// Firefox's event page, which holds the engine itself.

import { handleInEngine } from '../engine/main';
import { route } from './router';

route(handleInEngine);

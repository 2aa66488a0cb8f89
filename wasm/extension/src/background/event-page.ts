// Firefox's event page, which holds the engine itself.

import { handleInEngine } from '../engine/main';
import { route } from './router';

// Loading the page anew is what empties an engine that lives in it.
route(handleInEngine, async () => void setTimeout(() => location.reload(), 500));

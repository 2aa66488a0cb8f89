// Chromium's service worker.

import { offscreenEngine, stopEngine } from './offscreen';
import { route } from './router';

route(offscreenEngine, stopEngine);

// Chromium's service worker.

import { offscreenEngine } from './offscreen';
import { route } from './router';

route(offscreenEngine);

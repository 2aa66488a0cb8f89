// Half of the files, in one process and with one browser: `test` runs both halves at once.
import './counters.test.mjs';
import './pin.test.mjs';
import './settings.test.mjs';
import './words.test.mjs';
import './chat-units.test.mjs';
import './covers.test.mjs';
import './messaging.test.mjs';
import './pages.test.mjs';
import './chats.test.mjs';
import './chat-privacy.test.mjs';
import './privacy.test.mjs';

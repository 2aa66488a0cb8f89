// The other half: see group-1.mjs.
import './pictures.test.mjs';
import './changing.test.mjs';
import './screencast.test.mjs';
import './uncovering.test.mjs';
import './notices.test.mjs';
import './sending.test.mjs';
import './away.test.mjs';

import { answerAt } from '../shared/answer';
import { handleInEngine } from './main';

answerAt('engine', handleInEngine);

// What a host writes, checked by `tsc --strict` against the installed package.
import {
  type Action,
  type Assessment,
  BEHAVIORS,
  type Behavior,
  Conversation,
  DigestBuilder,
  FaultError,
  Guard,
  HelpServices,
  HimayaError,
  type LoadOptions,
  type Notice,
  StreamAnalyzer,
  Thread,
  hashImage,
  helpServices,
  load,
  loadImageModel,
  messages,
} from 'himaya';
import * as slim from 'himaya/slim';
import { Pool, type Progress } from 'himaya/worker';

const options: LoadOptions = {
  module: new URL('https://example.org/himaya.wasm'),
  textModel: { manifest: '{}', config: '{}', model: new Uint8Array(8) },
  imageModel: false,
  onProgress: ({ loaded, total }) => void (loaded / total),
};

export async function use(image: HTMLImageElement, pixels: ImageData, frame: VideoFrame) {
  await load(options);
  await loadImageModel(new URL('https://example.org/model.onnx'), { signal: AbortSignal.timeout(5) });
  using guard = new Guard({
    ageBand: '10-12',
    policy: 'school',
    hashLists: [{ name: 'list', text: '' }],
  });
  using conversation = new Conversation({ relation: 'stranger', utcOffset: 60 });
  const { action, findings }: Assessment = guard.observe(conversation, {
    text: 'hi',
    role: 'protected',
    time: new Date(),
  });
  const strongest: Behavior | undefined = findings[0]?.behaviors[0]?.behavior;
  const known: boolean = strongest !== undefined && BEHAVIORS.includes(strongest);
  const kept: Uint8Array<ArrayBuffer> = conversation.toBytes();
  guard.observe(Conversation.from(kept), { text: 'hi' });
  for (const cause of guard.explain(conversation).contributions) {
    if ('behavior' in cause) cause.behavior satisfies Behavior;
    messages('en').cause(cause);
  }
  const notice: Notice | undefined = messages(['ar'], { gender: 'feminine' }).forKey('notice-grooming');
  const thread = new Thread(guard, { protected: 'Mia' });
  thread.setContact('Tom', { relation: 'known' });
  thread.observe({ from: 'Tom', text: 'hi' }).risk.toFixed(2);
  const digest = new DigestBuilder(guard);
  digest.record(guard.assessPixels(pixels), Date.now() / 1000)?.urgency;
  digest.digest(new Date()).items[0]?.by_day.length;
  helpServices('GB', { audience: 'child' })[0]?.reach;
  new HelpServices().lookup('DE');
  hashImage(pixels).quality;
  const stream = new StreamAnalyzer(guard, { onChange: ({ after }) => after satisfies Action });
  stream.push(pixels, 40);

  const pool = new Pool({ workers: 2, guard: { ageBand: '13-15' }, worker: () => new Worker('w.js') });
  const told = (progress: Progress) => progress.state === 'loading' && progress.total;
  await pool.assess(image, { onProgress: told, signal: new AbortController().signal });
  await pool.assess(frame, { keep: true });
  const error = new FaultError('') satisfies HimayaError;

  await slim.load();
  const rules = new slim.Guard({ ageBand: 'adult' });
  rules.assessMessage('hi');
  // @ts-expect-error The slim entry has no pictures.
  rules.assessPixels(pixels);
  // @ts-expect-error There is no such age band.
  new Guard({ ageBand: '12' });
  // @ts-expect-error There is no such option.
  new Guard({ age: 12 });
  // @ts-expect-error There is no such reason.
  guard.assessFailure('nonsense');
  return { action, known, notice, error };
}

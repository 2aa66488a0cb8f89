import { Guard, load } from 'himaya';
import * as slim from 'himaya/slim';
import { Pool } from 'himaya/worker';

async function answers(): Promise<unknown> {
  await Promise.all([load(), slim.load()]);
  const text = 'pay me or i send your pics to everyone';
  const pool = new Pool({ workers: 1 });
  const { input_type: looked } = await pool.assess(new ImageData(64, 64));
  pool.terminate();
  return {
    full: new Guard().assessMessage(text).message_key,
    slim: new slim.Guard().assessMessage(text).message_key,
    looked,
  };
}

answers().then(
  (found) => (document.title = JSON.stringify(found)),
  (error) => (document.title = String(error)),
);

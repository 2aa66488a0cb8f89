// Decides about pictures.

import type { Ask, PictureSource, PictureVerdict } from '../shared/protocol';
import { PictureWorkers } from './workers';

let workers: PictureWorkers | undefined;

export async function decidePicture({ source }: Ask<'picture'>): Promise<PictureVerdict> {
  workers ??= new PictureWorkers('10-12');
  try {
    const { action, findings } = await workers.assess(await bytesOf(source));
    return { decided: true, cover: action !== 'allow', categories: findings.map((f) => f.category), why: 'model' };
  } catch {
    return { decided: true, cover: true, categories: [], why: 'unreadable' };
  }
}

async function bytesOf(source: PictureSource): Promise<Blob> {
  if (source.kind === 'bytes') return new Blob([Uint8Array.from(atob(source.base64), (c) => c.charCodeAt(0))]);
  const response = await fetch(source.url, { cache: 'force-cache', referrerPolicy: 'no-referrer' });
  return response.blob();
}

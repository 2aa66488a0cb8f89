// The models' files.
import { ModelError } from './errors.js';
import type { FileSource } from './files.js';
import { type Fetching, type Kind, type StandardFile, storedFile } from './stored.js';

/** A model of the host's own: the texts of its `manifest.json` and `config.json`, and its file. */
export interface OwnModel {
  manifest: string;
  config: string;
  model: FileSource;
}

/** Where a model is. A file alone must be the one that this version was made with. */
export type ModelSource = FileSource | OwnModel;

/** What the module takes. */
export interface ModelFiles {
  model: Uint8Array;
  manifest?: string;
  config?: string;
}

const MODEL: Kind = { what: 'the model', failure: ModelError };

export async function fetchModel(
  source: ModelSource | undefined,
  standard: StandardFile,
  fetching: Fetching,
): Promise<ModelFiles> {
  if (source && typeof source === 'object' && 'manifest' in source) {
    const { manifest, config, model } = source;
    return { manifest, config, model: await storedFile(MODEL, model, expectedBy(manifest), fetching) };
  }
  return { model: await storedFile(MODEL, source ?? standard.url, standard.sha256, fetching) };
}

/** What a manifest says of the model's file; the module says what is wrong with other manifests. */
function expectedBy(manifest: string): string | undefined {
  try {
    return JSON.parse(manifest).files['model.onnx'].sha256;
  } catch {
    return undefined;
  }
}

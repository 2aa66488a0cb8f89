declare module 'himaya-wasm' {
  export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  export class HimayaGuard {
    constructor(ageBand?: string);
    assessMessage(text: string): import('./engine/guard').Assessment;
    assessPixels(rgba: Uint8Array, width: number, height: number): import('./engine/guard').Assessment;
    loadImageModel(): void;
    free(): void;
  }
}

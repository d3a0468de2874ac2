import { dirname, posix, resolve } from 'node:path';
import type { Plugin } from 'vite';

const workerUrl = /(new Worker\(\s*new URL\(\s*)'(\.[^']+\.ts)'/g;
const placeholder = /__BUNDLED_WORKER_([\w$]+)__/g;

/**
 * Bundles the file of `new Worker(new URL('./x.ts', import.meta.url))` as a chunk of the same build and points the URL
 * to it, so that the same code works from source and in the bundle. Vite does this only for browsers.
 */
export function bundleWorkers(): Plugin {
  return {
    name: 'burrow:bundle-workers',
    apply: 'build',
    // Before TypeScript is stripped, which rewrites the quotes.
    enforce: 'pre',
    transform: {
      filter: { code: 'new Worker(' },
      handler(code, id) {
        return code.replace(workerUrl, (_, before: string, file: string) => {
          const chunk = this.emitFile({ type: 'chunk', id: resolve(dirname(id), file) });
          return `${before}'__BUNDLED_WORKER_${chunk}__'`;
        });
      },
    },
    // The file names are known only now.
    renderChunk(code, chunk) {
      if (!code.includes('__BUNDLED_WORKER_')) return null;
      return code.replace(placeholder, (_, worker: string) => {
        return `./${posix.relative(posix.dirname(chunk.fileName), this.getFileName(worker))}`;
      });
    },
  };
}

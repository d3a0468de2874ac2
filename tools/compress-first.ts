import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';

/** What the first page loads; `src/web` compresses the other files when they are asked for. */
const first = /^(?:index|overview|first)-.*\.(?:js|css)$/;

/**
 * Writes what the first page loads compressed beside it, `index-abc.js.br`. Here there is time for the best quality, and
 * `burrow serve` need not compress before it can answer.
 */
export function compressFirst(): Plugin {
  return {
    name: 'burrow:compress-first',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
      await Promise.all(
        Object.values(bundle)
          .filter(({ fileName }) => first.test(fileName.replace(/^assets\//, '')))
          .map(async (file) => {
            const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source);
            await writeFile(
              join(dir, `${file.fileName}.br`),
              await promisify(brotliCompress)(bytes, { params }),
            );
          }),
      );
    },
  };
}

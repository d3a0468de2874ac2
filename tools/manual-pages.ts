import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

/** Where man(1) looks for a language, below a folder of manual pages. */
const folders = { en: 'man1', 'zh-CN': 'zh_CN/man1' };

/** Writes the manual pages, which the built command line makes of its own help, next to it: `out/manual/man1/burrow.1`. */
export function manualPages(): Plugin {
  let out = '';
  return {
    name: 'burrow:manual-pages',
    apply: 'build',
    writeBundle({ dir }) {
      out = dir ?? '';
    },
    async closeBundle() {
      if (out === '') return;
      for (const [language, folder] of Object.entries(folders)) {
        const { stdout } = await promisify(execFile)(process.execPath, [
          join(out, 'cli.js'),
          'manual',
          '--lang',
          language,
        ]);
        const page = join(out, '../manual', folder, 'burrow.1');
        await mkdir(dirname(page), { recursive: true });
        await writeFile(page, stdout);
      }
    },
  };
}

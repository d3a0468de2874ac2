import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Only the command line checks budgets. */
const withoutPage = new Set(['budget-failures']);

// Without its import, a page shows the code of a failure in place of the sentence.
it('pages import the sentences of every failure that is apart', () => {
  const renderer = globSync('renderer/**/*.{ts,tsx}', { cwd: root, exclude: ['**/*.test.*'] });
  const text = renderer.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  const apart = globSync('contract/*-failures.ts', { cwd: root }).map((file) =>
    file.replace(/^.*[/\\]|\.ts$/g, ''),
  );
  expect(apart.length).toBeGreaterThan(4);
  expect(apart.filter((name) => !withoutPage.has(name) && !text.includes(`#contract/${name}'`))).toEqual([]);
});

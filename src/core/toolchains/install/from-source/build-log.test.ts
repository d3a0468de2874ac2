import { mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BuildLog } from './build-log.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-build-log-'));
});
afterEach(() => rm(folder, { recursive: true }));

const out = (text: string) => ({ stream: 'stdout' as const, text });
const err = (text: string) => ({ stream: 'stderr' as const, text });

it('returns whole lines, however the output is split', async () => {
  await using log = await BuildLog.begin(join(folder, 'log'));
  expect(await log.write(out('net/h'))).toEqual([]);
  expect(await log.write(err('# cmd/link\n'))).toEqual(['# cmd/link']);
  expect(await log.write(out('ttp\nnet\nend of it'))).toEqual(['net/http', 'net']);
  await log.end();
  expect(log.lastLines).toEqual(['# cmd/link', 'end of it']);
  expect(await readFile(log.path, 'utf8')).toBe('# cmd/link\nnet/http\nnet\nend of it\n');
});

it('masks secrets, and removes control characters from the last lines', async () => {
  await using log = await BuildLog.begin(join(folder, 'log'));
  await log.write(err('fetch https://me:s3cret@proxy.test\n\n\u001b[31mred\u0007\n'));
  expect(log.lastLines).toEqual(['fetch https://***@proxy.test', '\uFFFD[31mred\uFFFD']);
  expect(await readFile(log.path, 'utf8')).not.toContain('s3cret');
});

it('replaces an earlier log, and never the target of a link', async () => {
  const elsewhere = join(folder, 'elsewhere');
  await writeFile(elsewhere, 'mine');
  await symlink(elsewhere, join(folder, 'log'));
  await using log = await BuildLog.begin(join(folder, 'log'));
  await log.write(out('new\n'));
  expect(await readFile(elsewhere, 'utf8')).toBe('mine');
  expect(await readFile(log.path, 'utf8')).toBe('new\n');
  expect((await stat(log.path)).mode & 0o777).toBe(0o600);
});

it('stays small for any output', async () => {
  await using log = await BuildLog.begin(join(folder, 'log'));
  const lines = `${'0123456789'.repeat(10)}\n`.repeat(10_000);
  const noLines = 'x'.repeat(1_000_000);
  for (let i = 0; i < 20; i++) await log.write(out(lines));
  for (let i = 0; i < 20; i++) await log.write(out(noLines));
  await log.write(out('\nthe end\n'));
  expect(log.lastLines.at(-1)).toBe('the end');
  const written = await readFile(log.path, 'utf8');
  expect(written.length).toBeLessThan(18_000_000);
  expect(written.endsWith('(the rest was left out)\n')).toBe(true);
});

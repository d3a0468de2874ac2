import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readManifest, writeManifest } from './manifest.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-manifest-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const manifest = {
  version: 'go1.26.1',
  os: 'linux',
  arch: 'amd64',
  source: { kind: 'proxy' as const, url: 'http://127.0.0.1/proxy' },
  installedAt: '2026-11-20T16:00:00.000Z',
  bytes: 12,
  files: '',
};
const because = { code: 'checksum-database.off', params: { version: 'go1.26.1' } };
const record = { database: 'sum.golang.org', number: 7, treeSize: 9, via: 'http://127.0.0.1/proxy' };
const index = { filename: 'go1.26.1.linux-amd64.tar.gz', url: null, asOf: '2026-11-20T16:00:00.000Z' };

it.each([
  { method: 'sha256' as const, hash: 'ab', index },
  { method: 'checksum-database' as const, hash: 'h1:x=', record },
  { method: 'none' as const, hash: 'h1:x=', because },
])('returns what was written: $method', async (proof) => {
  const path = join(folder, 'manifest.json');
  await writeManifest(path, { ...manifest, proof });
  expect(await readManifest(path)).toEqual({ ...manifest, proof });
});

it.each([
  ['sha256', { index: null }],
  ['checksum-database', { record: null }],
  ['none', { because: null }],
] as const)('reads early manifests, whose proof (%s) was a sentence', async (method, facts) => {
  const path = join(folder, 'manifest.json');
  const proof = { method, hash: 'h1:x=', detail: 'record 7 of 9 in sum.golang.org' };
  await writeFile(path, JSON.stringify({ ...manifest, proof }));
  expect(await readManifest(path)).toEqual({ ...manifest, proof: { method, hash: 'h1:x=', ...facts } });
});

it.each([
  '',
  '{',
  '[]',
  JSON.stringify({ ...manifest, proof: null }),
  JSON.stringify({ ...manifest, proof: { method: 'trust me' } }),
])('returns null for what is not a manifest: %s', async (text) => {
  const path = join(folder, 'manifest.json');
  await writeFile(path, text);
  expect(await readManifest(path)).toBeNull();
});

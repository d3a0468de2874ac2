import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lastUse } from './last-use.ts';

const installed = '2026-10-01T12:00:00.000Z';

it.each([
  { why: 'nothing since the install', read: '2026-10-01T12:00:30.000Z', built: null, last: null },
  { why: 'a read', read: '2026-11-02T08:00:00.000Z', built: null, last: '2026-11-02T08:00:00.000Z' },
  { why: 'a build', read: installed, built: '2026-11-03T08:00:00.000Z', last: '2026-11-03T08:00:00.000Z' },
  {
    why: 'the later',
    read: '2026-11-02T08:00:00.000Z',
    built: '2026-10-20T08:00:00.000Z',
    last: '2026-11-02T08:00:00.000Z',
  },
  { why: 'no build before the install', read: installed, built: '2026-03-03T08:00:00.000Z', last: null },
])('the last sign of use is $why', async ({ read, built, last }) => {
  const path = await mkdtemp(join(tmpdir(), 'burrow-last-use-'));
  try {
    await mkdir(join(path, 'bin'));
    await writeFile(join(path, 'bin/go'), '');
    await utimes(join(path, 'bin/go'), new Date(read), new Date(installed));
    const builds = new Map(built === null ? [] : [['go1.26.1', built]]);
    const toolchain = { version: 'go1.26.1', os: 'linux', arch: 'amd64', path, installedAt: installed };
    expect(await lastUse(toolchain, builds)).toBe(last);
  } finally {
    await rm(path, { recursive: true });
  }
});

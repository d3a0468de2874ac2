import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem, prepareHome, type System } from '#core/system';
import { knownRelease } from './known-release.ts';
import { askOffer } from './offer.ts';

const site = 'https://dl.corp.test/go';
const proxy = 'https://proxy.corp.test';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-known-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** A machine on which only these addresses answer, if any do. */
function machine(answers: Record<string, string>): System {
  return {
    ...localSystem(),
    os: 'linux',
    arch: 'amd64',
    home,
    env: { PATH: '/nothing', GOPROXY: proxy, BURROW_GO_DL: site },
    fetch: async (url) => {
      const answer = answers[url.replace(/\/\?.*$/, '')];
      if (answer === undefined) throw new TypeError('fetch failed');
      return new Response(answer);
    },
  };
}

const release = (version: string, arch: string) => ({
  version,
  stable: !version.includes('rc'),
  files: [
    {
      filename: `${version}.linux-${arch}.tar.gz`,
      os: 'linux',
      arch,
      sha256: 'a'.repeat(64),
      size: 1,
      kind: 'archive',
    },
  ],
});
const index = JSON.stringify([
  release('go1.28rc1', 'amd64'),
  release('go1.27.1', 'amd64'),
  release('go1.26.9', 'arm64'),
  release('go1.26.8', 'amd64'),
  release('go1.25.3', 'arm64'),
]);

it.each([
  ['latest', 'go1.27.1'],
  ['1.27', 'go1.27.1'],
  ['go1.26', 'go1.26.8'],
  ['1.28', 'go1.28rc1'],
  ['1.25', null],
  ['1.24', null],
  ['1.24.1', 'go1.24.1'],
  ['1.24..1', null],
])('of %s is %s, from a cached index', async (version, found) => {
  await prepareHome(machine({}));
  await askOffer(machine({ [site]: index }));
  expect(await knownRelease(machine({}), { version })).toBe(found);
});

it('depends on the processor', async () => {
  await prepareHome(machine({}));
  await askOffer(machine({ [site]: index }));
  expect(await knownRelease(machine({}), { version: '1.26', arch: 'arm64' })).toBe('go1.26.9');
});

it('may be one that only a module proxy lists', async () => {
  await prepareHome(machine({}));
  await askOffer(machine({ [site]: index }));
  await askOffer(machine({ [`${proxy}/golang.org/toolchain/@v/list`]: 'v0.0.1-go1.27.4.linux-amd64\n' }));
  expect(await knownRelease(machine({}), { version: '1.27' })).toBe('go1.27.4');
});

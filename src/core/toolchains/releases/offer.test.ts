import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem, prepareHome, type System } from '#core/system';
import { askOffer, knownOffer, listsToolchain } from './offer.ts';

const site = 'https://dl.corp.test/go';
const proxy = 'https://proxy.corp.test';
const list = `${proxy}/golang.org/toolchain/@v/list`;

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-offer-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** A machine on which these addresses have these answers; requests are recorded in `asked`. */
function machine(
  answers: Record<string, string>,
  asked: string[] = [],
  goproxy = `${proxy},direct`,
  now = '2026-11-01T10:00:00Z',
): System {
  return {
    ...localSystem(),
    home,
    env: { PATH: '/nothing', GOPROXY: goproxy, BURROW_GO_DL: site },
    now: () => new Date(now),
    fetch: async (url) => {
      const address = url.replace(/\/\?.*$/, '');
      asked.push(address);
      const answer = answers[address];
      if (answer === undefined) throw new TypeError('fetch failed');
      return new Response(answer);
    },
  };
}

const index = JSON.stringify([
  {
    version: 'go1.27.0',
    stable: true,
    files: [
      {
        filename: 'go1.27.0.linux-amd64.tar.gz',
        os: 'linux',
        arch: 'amd64',
        sha256: 'a'.repeat(64),
        size: 1,
        kind: 'archive',
      },
    ],
  },
]);
const listing =
  'v0.0.1-go1.27.4.linux-amd64\nv0.0.1-go1.27.0.linux-amd64\nv0.0.1-go1.28rc1.darwin-arm64\nrubbish\n';

const versions = ({ releases }: { releases: readonly { version: string }[] }): string[] =>
  releases.map(({ version }) => version).slice(0, 3);

it('asks no proxy while the official index answers', async () => {
  const asked: string[] = [];
  const offer = await askOffer(machine({ [site]: index, [list]: listing }, asked));
  expect(offer).toMatchObject({ index: { origin: 'live' }, proxy: null });
  expect(versions(offer)).toEqual(['go1.27.0']);
  expect(asked).toEqual([site]);
});

it('adds what the proxy lists when no index answers, and caches it for use without network', async () => {
  await prepareHome(machine({}));
  await askOffer(machine({ [site]: index }));
  const offer = await askOffer(machine({ [list]: listing }));
  expect(offer.index.origin).toBe('cached');
  expect(offer.proxy).toMatchObject({ url: proxy, origin: 'live', asOf: '2026-11-01T10:00:00.000Z' });
  expect(versions(offer)).toEqual(['go1.28rc1', 'go1.27.4', 'go1.27.0']);
  expect(offer.releases.find(({ version }) => version === 'go1.27.4')).toMatchObject({
    stable: true,
    files: [],
  });
  expect(listsToolchain(offer.proxy, { version: 'go1.27.4', os: 'linux', arch: 'amd64' })).toBe(true);
  expect(listsToolchain(offer.proxy, { version: 'go1.27.4', os: 'linux', arch: 'arm64' })).toBe(false);

  for (const later of [await knownOffer(machine({})), await askOffer(machine({}))]) {
    expect(later.proxy).toMatchObject({ url: proxy, origin: 'cached', asOf: '2026-11-01T10:00:00.000Z' });
    expect(versions(later)).toEqual(versions(offer));
  }
});

it('ignores a listing that is older than the index', async () => {
  await prepareHome(machine({}));
  await askOffer(machine({ [list]: listing }));
  await askOffer(machine({ [site]: index }, [], undefined, '2026-11-02T10:00:00Z'));
  for (const later of [await knownOffer(machine({})), await askOffer(machine({}))]) {
    expect(later).toMatchObject({
      index: { origin: 'cached', asOf: '2026-11-02T10:00:00.000Z' },
      proxy: null,
    });
    expect(versions(later)).toEqual(['go1.27.0']);
  }
});

it('prefers a live listing to an index dated by a wrong clock', async () => {
  await prepareHome(machine({}));
  await askOffer(machine({ [site]: index }, [], undefined, '2031-01-01T10:00:00Z'));
  const offer = await askOffer(machine({ [list]: listing }));
  expect(offer).toMatchObject({ index: { origin: 'cached' }, proxy: { origin: 'live' } });
});

it('asks the next proxy when the first does not answer, and stores no password', async () => {
  const asked: string[] = [];
  const system = machine({ [list]: listing }, asked, `https://me:secret@gone.test|${proxy}`);
  await prepareHome(system);
  const offer = await askOffer(system);
  expect(offer.proxy?.url).toBe(proxy);
  expect(asked.at(-1)).toBe(list);
  expect(JSON.stringify(offer.proxy)).not.toContain('secret');
});

it.each([['off'], ['direct'], ['']])('has no proxy when GOPROXY is %j', async (goproxy) => {
  const asked: string[] = [];
  const offer = await askOffer(machine({}, asked, goproxy));
  expect(offer.proxy).toBeNull();
  expect(asked).toEqual([site]);
});

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem, prepareHome, type System } from '#core/system';
import { testClock } from '#testing/test-clock';
import { knownIndex, releaseIndex } from './release-index.ts';

const sites = ['https://go.dev/dl', 'https://golang.google.cn/dl'] as const;

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-index-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** A machine on which these addresses answer; all others are unreachable. */
function machine(
  answers: Record<string, () => Response | Promise<Response>>,
  changes: Partial<System> = {},
): System {
  return {
    ...localSystem(),
    home,
    env: { PATH: '/nothing' },
    fetch: async (url) => {
      const answer = answers[url.replace(/\/\?.*$/, '')];
      if (!answer) throw new TypeError('fetch failed');
      return answer();
    },
    ...changes,
  };
}

/** A site's answer with these versions. */
function listing(...versions: string[]): string {
  const file = { filename: '', os: 'linux', arch: 'amd64', sha256: 'a'.repeat(64), size: 1, kind: 'archive' };
  return JSON.stringify(
    versions.map((version) => ({
      version,
      stable: true,
      files: [{ ...file, filename: `${version}.linux-amd64.tar.gz` }],
    })),
  );
}

it('waits for an index that arrives slowly', async () => {
  const text = listing('go1.99.0');
  const pieces = [text.slice(0, 10), text.slice(10, 20), text.slice(20)];
  const clock = testClock();
  const slowly = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      clock.advance(1500); // 4.5 s in all; after 4 s of silence a site counts as gone
      const piece = pieces.shift();
      if (piece === undefined) return controller.close();
      controller.enqueue(new TextEncoder().encode(piece));
    },
  });
  const index = await releaseIndex(machine({ [sites[0]]: () => new Response(slowly) }, clock));
  expect(index).toMatchObject({ origin: 'live', base: sites[0] });
});

it('does not read an endless index', async () => {
  const zeros = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1 << 20)),
  });
  const index = await releaseIndex(
    machine({
      [sites[0]]: () => new Response(zeros),
      [sites[1]]: () => new Response(listing('go1.99.0')),
    }),
  );
  expect(index).toMatchObject({ origin: 'live', base: sites[1] });
});

it('signs in at a copy of the site, as for its archives', async () => {
  const asked: (string | null)[] = [];
  const site = 'https://dl.corp.test/go';
  const system = machine(
    {},
    {
      env: { PATH: '/nothing', BURROW_GO_DL: site.replace('//', '//me:secret@') },
      fetch: async (url, init) => {
        expect(url).not.toContain('secret');
        asked.push(new Headers(init?.headers).get('authorization'));
        return new Response(listing('go1.99.0'));
      },
    },
  );
  const { cache } = await prepareHome(system);
  expect(await releaseIndex(system)).toMatchObject({ origin: 'live' });
  expect(await knownIndex(system)).toMatchObject({ origin: 'cached', base: system.env['BURROW_GO_DL'] });
  for (const name of await readdir(cache)) {
    if (name.endsWith('.json')) expect(await readFile(join(cache, name), 'utf8')).not.toContain('secret');
  }
  expect(asked).toEqual([`Basic ${Buffer.from('me:secret').toString('base64')}`]);
});

it.each([
  ['the one cached later', [['go1.98.0'], ['go1.99.0']], { origin: 'cached', base: sites[1] }],
  [
    'the first of two with the same releases',
    [['go1.99.0'], ['go1.99.0']],
    { origin: 'cached', base: sites[0] },
  ],
  ['the bundled one of a newer Burrow', [['go1.2'], ['go1.3']], { origin: 'bundled' }],
])('uses the newest index without network: %s', async (_, [first = [], second = []], expected) => {
  const answers = { [sites[0]]: () => new Response(listing(...first)) };
  await prepareHome(machine({}));
  expect(await releaseIndex(machine(answers))).toMatchObject({ origin: 'live' });
  await releaseIndex(machine({ [sites[1]]: () => new Response(listing(...second)) }));
  expect(await knownIndex(machine({}))).toMatchObject(expected);
});

it('trusts a user-defined copy of the site, even about what it lacks', async () => {
  const site = 'https://dl.corp.test/go';
  const env = { PATH: '/nothing', BURROW_GO_DL: site };
  const online = machine({ [site]: () => new Response(listing('go1.20.1')) }, { env });
  await prepareHome(online);
  await releaseIndex(online);
  const index = await releaseIndex(machine({}, { env }));
  expect(index).toMatchObject({ origin: 'cached', base: site });
  expect(index.releases.map(({ version }) => version)).toEqual(['go1.20.1']);
});

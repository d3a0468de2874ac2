import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drain } from '#contract/streams';
import { routeOf, testProxies } from '#core/environment';
import { localSystem, type System } from '#core/system';
import { moduleHash } from '#core/toolchains';
import { sha256, zipOf } from '#testing/archive-writers';
import { newFolder, removeFolder } from '#testing/folders';
import { type GoChecksumDatabase, goChecksumDatabase } from '#testing/go-checksum-database';
import { commandTimeoutMs } from '#testing/limits';

const path = 'example.com/Hi';
const version = 'v1.0.0';
const root = `${path}@${version}`;
const goMod = Buffer.from(`module ${path}\n`);
const filesOf = (text: string) => [
  { name: 'go.mod', content: goMod },
  { name: 'hi.go', content: Buffer.from(text) },
];
const zipWith = (text: string) =>
  zipOf(filesOf(text).map(({ name, content }) => ({ name: `${root}/${name}`, content })));
const right = 'package hi\n';
const files: Readonly<Record<string, Buffer>> = {
  list: Buffer.from(`${version}\n`),
  [`${version}.info`]: Buffer.from(JSON.stringify({ Version: version, Time: '2026-01-01T00:00:00Z' })),
  [`${version}.mod`]: goMod,
  [`${version}.zip`]: zipWith(right),
};

let database: GoChecksumDatabase;
let folder: string;
let system: System;
let base: string;
const server = createServer((request, response) => {
  const [, name = '', ...rest] = decodeURIComponent(request.url ?? '').split('/');
  const send = (status: number, body: Buffer | string) => {
    response.writeHead(status).end(body);
  };
  const status = /^s(\d+)$/.exec(name)?.[1];
  if (status !== undefined) return send(Number(status), '');
  if (name === 'hang') return;
  if (name === 'login') return send(200, '<html>Please log in</html>');
  const asked = rest.join('/');
  if (asked.startsWith('sumdb/')) {
    if (name === 'plain') return send(404, '');
    if (name === 'closed') return send(403, '');
    if (asked.endsWith('/supported')) return send(200, '');
    const [, , ...more] = asked.split('/');
    void fetch(`${database.gosumdb('main').split(' ')[1] ?? ''}/${more.join('/')}`).then(async (answer) =>
      send(answer.status, Buffer.from(await answer.arrayBuffer())),
    );
    return;
  }
  const [, file = ''] = /^example\.com\/!hi\/@v\/(.*)$/.exec(asked) ?? [];
  if (name === 'half' && file.endsWith('.zip')) return send(404, '');
  const body = name === 'liar' && file.endsWith('.zip') ? zipWith('package lie\n') : files[file];
  return send(body ? 200 : 404, body ?? '');
});

beforeAll(async () => {
  const hash = moduleHash(
    `${root}/`,
    filesOf(right).map(({ name, content }) => ({ path: name, sha256: sha256(content) })),
  );
  const modHash = moduleHash('', [{ path: 'go.mod', sha256: sha256(goMod) }]);
  const made = await goChecksumDatabase({ main: [`${path} ${version} ${hash} ${modHash}`] });
  if (typeof made === 'string') throw new Error(made);
  database = made;
  folder = await newFolder('proxies');
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const local = localSystem();
  const [gosumdb = ''] = database.gosumdb('main').split(' ');
  const env = { PATH: local.env['PATH'], HOME: folder, GOSUMDB: gosumdb, GOTOOLCHAIN: 'local' };
  system = { ...local, env, home: folder, cwd: folder };
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await database[Symbol.asyncDispose]();
  await removeFolder(folder);
});

const singles = ['good', 'plain', 'closed', 's404', 's403', 's502', 'half', 'liar', 'login'];
const lists = [
  ...singles,
  ...singles.slice(1).flatMap((name) => [`${name},good`, `${name}|good`]),
  's502|s404',
  's404,s410',
  'hang|good',
  'off',
  's404,off',
];

const isHanging = (goproxy: string) => /^[^,|]*hang/.test(goproxy);

/** What the machine's own Go does with a list, in the words of a verdict. */
async function goDoes(goproxy: string, cache: string): Promise<string> {
  const ran = await execa('go', ['mod', 'download', '-json', root], {
    cwd: folder,
    env: { ...system.env, GOPROXY: goproxy, GOMODCACHE: cache, GOFLAGS: '-modcacherw' },
    extendEnv: false,
    reject: false,
    // Go itself has no limit.
    timeout: isHanging(goproxy) ? 20_000 : commandTimeoutMs,
  });
  if (ran.timedOut) return 'hangs';
  const said = ran.stdout + ran.stderr;
  if (ran.exitCode === 0) return 'works';
  if (/SECURITY ERROR|checksum mismatch/.test(said)) return 'wrong-hash';
  if (/GOPROXY=off/.test(said)) return 'off';
  if (/verifying/.test(said)) return 'no-database';
  if (/: (?:404|410) /.test(said)) return 'missing';
  return /invalid character|: \d{3} |unexpected status/.test(said) ? 'stops' : said;
}

it.each(lists)('the verdict on %s is what Go does', async (list) => {
  const goproxy = list.replaceAll(/[a-z]+\d*/g, (name) => (name === 'off' ? name : `${base}/${name}`));
  const cache = await newFolder('proxies-modules');
  const asked = drain(
    testProxies(
      system,
      { dir: folder, value: goproxy, module: root },
      // A proxy that delivers is never slow, also on a busy machine.
      isHanging(list) ? {} : { patienceMs: commandTimeoutMs },
    ),
  );
  const [{ verdict }, does] = await Promise.all([asked, goDoes(goproxy, cache)]);
  await removeFolder(cache);
  expect(verdict.kind).toBe(does);
});

it('finds the hash of the database, and says which proxy tells another', async () => {
  const list = `${base}/liar|${base}/good`;
  const { proxies, database: said } = await drain(
    testProxies(system, { dir: folder, value: list, module: root }),
  );
  expect(proxies.map(({ isRight }) => isRight)).toEqual([false, true]);
  expect(said?.hash).toBe(proxies[1]?.hash);
});

it('matches patterns as Go does', async () => {
  const piece = fc.constantFrom(
    'a',
    'b.c',
    'git.corp',
    '*',
    'g*',
    '?',
    '[a-c]',
    '[^a]',
    'corp*x',
    '\\a',
    '[',
  );
  const pattern = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('/'));
  const patterns = fc.array(pattern, { maxLength: 3 }).map((each) => each.join(','));
  const element = fc.constantFrom('a', 'b', 'b.c', 'git.corp', 'go', 'corpsex', 'x');
  const module = fc.array(element, { minLength: 1, maxLength: 4 }).map((elements) => elements.join('/'));
  const pairs = fc.sample(fc.tuple(patterns, module), 10_000);
  const program = fileURLToPath(new URL('../fixtures/go-patterns', import.meta.url));
  const { stdout } = await execa('go', ['run', '.'], { cwd: program, input: JSON.stringify(pairs) });
  const variables = { GOPROXY: 'direct', GOSUMDB: 'off', GOPRIVATE: '', GONOPROXY: '', GONOSUMDB: '' };
  const ours = pairs.map(([GOINSECURE, each]) => routeOf(each, { ...variables, GOINSECURE }).insecure);
  expect(ours).toEqual(JSON.parse(stdout));
  console.log(`stress: module paths matched against patterns as by Go: ${pairs.length} of 10000`);
});

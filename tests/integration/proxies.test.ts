import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drain } from '#contract/streams';
import { moduleRoute, moduleVariables, proxySettings, routeOf, testProxies } from '#core/environment';
import { localSystem, prepareHome, type System } from '#core/system';
import { newFolder, removeFolder } from '#testing/folders';
import { type GoChecksumDatabase, goChecksumDatabase } from '#testing/go-checksum-database';
import { commandTimeoutMs } from '#testing/limits';
import { recordOf, startLocalProxies } from '#testing/local-proxies';

const path = 'example.com/Hi';
const version = 'v1.0.0';
const root = `${path}@${version}`;

let database: GoChecksumDatabase;
let proxies: Awaited<ReturnType<typeof startLocalProxies>>;
let folder: string;
let system: System;

beforeAll(async () => {
  const made = await goChecksumDatabase({ main: [recordOf(path, version)] });
  if (typeof made === 'string') throw new Error(made);
  database = made;
  const [gosumdb = '', address = ''] = database.gosumdb('main').split(' ');
  proxies = await startLocalProxies(() => address);
  folder = await newFolder('proxies');
  const local = localSystem();
  // Without the address, so that Go asks the proxies for it.
  const env = { PATH: local.env['PATH'], HOME: folder, GOSUMDB: gosumdb, GOTOOLCHAIN: 'local' };
  system = { ...local, env, home: folder, cwd: folder };
});
afterAll(async () => {
  proxies.close();
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
    timeout: isHanging(goproxy) ? 10_000 : commandTimeoutMs,
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
  const goproxy = list.replaceAll(/[a-z]+\d*/g, (name) =>
    name === 'off' ? name : `${proxies.base}/${name}`,
  );
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
  const list = `${proxies.base}/liar|${proxies.base}/good`;
  const { proxies: reports, database: said } = await drain(
    testProxies(system, { dir: folder, value: list, module: root }),
  );
  expect(reports.map(({ isRight }) => isRight)).toEqual([false, true]);
  expect(said?.hash).toBe(reports[1]?.hash);
});

it('tests a proxy that is named before there is a Go', async () => {
  const home = await newFolder('no-go');
  const env = { ...system.env, PATH: '/nowhere', HOME: home };
  const bare = { ...system, env, home, cwd: home };
  try {
    const value = `${proxies.base}/good`;
    const { verdict } = await drain(testProxies(bare, { dir: home, value, module: root }));
    expect(verdict.kind).toBe('works');
    const unnamed = drain(testProxies(bare, { dir: home, module: root }));
    await expect(unnamed).rejects.toMatchObject({ code: 'switching.nothing-chosen' });
  } finally {
    await removeFolder(home);
  }
});

it('blames no proxy for a home or a disk that cannot be written', async (ctx) => {
  const home = await newFolder('no-room');
  const value = `${proxies.base}/good`;
  const test = (burrowHome: string) => {
    const env = { ...system.env, BURROW_HOME: burrowHome };
    return drain(testProxies({ ...system, env }, { dir: folder, value, module: root }));
  };
  try {
    await writeFile(join(home, 'file'), '');
    await expect(test(join(home, 'file'))).rejects.toMatchObject({ code: 'home.unusable' });
    const options = ['-t', 'tmpfs', '-o', 'size=64k,mode=0700', 'burrow-test', home];
    if ((await execa('mount', options, { reject: false })).failed) ctx.skip('no disk can be mounted here');
    await prepareHome({ ...system, env: { BURROW_HOME: join(home, 'burrow') } });
    await writeFile(join(home, 'rest'), Buffer.alloc(100_000)).catch(() => {});
    await expect(test(join(home, 'burrow'))).rejects.toMatchObject({ code: 'disk.full' });
  } finally {
    await execa('umount', [home], { reject: false });
    await removeFolder(home);
  }
});

it('reads the settings also where another value keeps Go from running', async () => {
  const env = {
    ...system.env,
    GOFLAGS: '-ldflags=-s -w',
    GOPROXY: 'https://goproxy.cn',
    GOPRIVATE: 'git.corp',
  };
  const variables = await moduleVariables({ ...system, env }, folder);
  expect(variables).toMatchObject({ GOPROXY: 'https://goproxy.cn', GONOPROXY: 'git.corp', GOINSECURE: '' });
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

it('finds a module of an intranet that GOPRIVATE lacks, and with the right value Go gets it', async () => {
  const work = join(folder, 'shop');
  const repository = join(folder, 'repository');
  const own = { ...system.env, GOSUMDB: undefined };
  await mkdir(work);
  await mkdir(repository);
  await writeFile(join(work, 'go.mod'), 'module shop.corp/api\n\nrequire git.corp/a.git v1.0.0\n');
  await writeFile(join(repository, 'go.mod'), 'module git.corp/a.git\n');
  const git = (...args: string[]) =>
    execa('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: repository });
  await git('init', '-q');
  await git('add', '.');
  await git('commit', '-qm', 'first');
  await git('tag', 'v1.0.0');

  const here = { ...system, env: own };
  const { mistakes } = await proxySettings(here, work);
  const found = mistakes.find(({ kind }) => kind === 'not-private');
  expect(found).toMatchObject({
    name: 'GOPRIVATE',
    value: '',
    right: 'git.corp',
    modules: ['git.corp/a.git'],
  });
  expect((await moduleRoute(here, { dir: folder, module: 'git.corp/b' })).mistake).toMatchObject({
    right: 'git.corp',
  });
  const mended = { ...here, env: { ...own, GOPRIVATE: 'git.corp' } };
  expect((await proxySettings(mended, work)).mistakes).toEqual([]);

  // The database of these tests is as public as Go's: it does not know the module. Git fetches it from its folder.
  const download = (env: Record<string, string>) =>
    execa('go', ['mod', 'download', 'git.corp/a.git@v1.0.0'], {
      cwd: folder,
      env: {
        ...system.env,
        GOPROXY: `${proxies.base}/s404,direct`,
        GOSUMDB: database.gosumdb('main'),
        GOMODCACHE: join(folder, 'private-modules'),
        GOFLAGS: '-modcacherw',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: `url.file://${repository}.insteadOf`,
        GIT_CONFIG_VALUE_0: 'https://git.corp/a',
        ...env,
      },
      extendEnv: false,
      reject: false,
    });
  const without = await download({});
  expect([without.exitCode, without.stderr]).toEqual([1, expect.stringContaining('verifying go.mod')]);
  expect(await download({ GOPRIVATE: found?.right ?? '' })).toMatchObject({ exitCode: 0 });
});

function tested(value: string) {
  return drain(testProxies(system, { dir: folder, value, module: root }));
}

it('gives the right separator for a list whose first proxy answers 502', async () => {
  const list = `${proxies.base}/s502,${proxies.base}/good`;
  const { verdict, right } = await tested(list);
  expect([verdict.kind, right]).toEqual(['stops', list.replace(',', '|')]);
  const cache = await newFolder('proxies-right');
  expect([(await tested(right ?? '')).verdict.kind, await goDoes(right ?? '', cache)]).toEqual([
    'works',
    'works',
  ]);
  await removeFolder(cache);
});

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeFailure } from '#contract/failure';
import { localSystem, type System } from '#core/system';
import { connect, pingTimeoutMs } from './connect.ts';
import { chooseEngine } from './choice.ts';
import { listEngines } from './list-engines.ts';

let home: string;
const servers: Server[] = [];
const sockets = new Set<Socket>();

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'be-'));
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
  await rm(home, { recursive: true, force: true });
});

function systemWith(env: Record<string, string> = {}): System {
  return { ...localSystem(), os: 'linux', home, env };
}

async function listen(server: Server, name: string): Promise<string> {
  const path = join(home, name);
  await mkdir(dirname(path), { recursive: true });
  servers.push(server);
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((done) => server.listen(path, done));
  return `unix://${path}`;
}

const replies: Record<string, unknown> = {
  '/version': { Version: '28.5.1', ApiVersion: '1.51', Components: [{ Name: 'Engine' }] },
  '/info': { Driver: 'overlay2', DriverStatus: [], OperatingSystem: 'Docker Desktop' },
};
const answering = () =>
  createHttpServer((request, response) =>
    response.end(JSON.stringify(replies[request.url?.replace('/v1.51', '') ?? ''] ?? {})),
  );
const hanging = () => createServer(() => {});

async function writeContext(name: string, Host: string): Promise<void> {
  const hash = createHash('sha256').update(name).digest('hex');
  const folder = join(home, '.docker/contexts/meta', hash);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'meta.json'), JSON.stringify({ Name: name, Endpoints: { docker: { Host } } }));
}

/** Those of this test: the machine may have engines of its own. */
async function list(system: System) {
  const { engines, chosenBy } = await listEngines(system);
  return { chosenBy, engines: engines.filter(({ endpoint }) => !/^unix:\/\/(\/var)?\/run\//.test(endpoint)) };
}

test('names every engine, its store and the contexts that lead there', async () => {
  const colima = await listen(answering(), '.colima/work/docker.sock');
  await writeContext('colima-work', colima);
  await writeContext('far', 'ssh://me:hunter2@far');
  const { engines } = await list(systemWith());
  expect(engines).toMatchObject([
    {
      endpoint: colima,
      product: 'Colima',
      instance: 'work',
      contexts: ['colima-work'],
      state: 'answers',
      problem: null,
      name: 'docker',
      version: '28.5.1',
      store: 'overlay2',
    },
    { contexts: ['far'], state: 'unsupported', problem: { code: 'engine.unsupported' } },
  ]);
  expect(JSON.stringify(engines)).not.toContain('hunter2');
});

test('a link to a socket is the same engine', async () => {
  const desktop = await listen(answering(), '.docker/run/docker.sock');
  await symlink(join(home, '.docker/run/docker.sock'), join(home, 'other.sock'));
  await writeContext('other', `unix://${home}/other.sock`);
  const { engines } = await list(systemWith());
  expect(engines).toMatchObject([{ endpoint: desktop, product: 'Docker Desktop', contexts: ['other'] }]);
});

describe('an engine that hangs', () => {
  test('is named, in time, with what to do, and others answer', async () => {
    const hung = await listen(hanging(), '.docker/run/docker.sock');
    await listen(answering(), '.colima/default/docker.sock');
    const started = performance.now();
    const { engines } = await list(systemWith());
    expect(performance.now() - started).toBeLessThan(2 * pingTimeoutMs);
    expect(engines.map(({ product, state }) => [product, state])).toEqual([
      ['Docker Desktop', 'hangs'],
      ['Colima', 'answers'],
    ]);
    const said = describeFailure(engines[0]?.problem ?? { code: '', params: {} }, 'en');
    expect(said.message).toContain(`Docker Desktop at ${hung} hangs`);
    expect(said.hint).toContain('Restart Docker Desktop');
  });

  test('is not waited for longer than it takes to know', async () => {
    const hung = await listen(hanging(), '.rd/docker.sock');
    const started = performance.now();
    await expect(connect(systemWith({ DOCKER_HOST: hung }))).rejects.toMatchObject({
      code: 'engine.slow',
      params: { engine: hung, product: 'Rancher Desktop' },
    });
    expect(performance.now() - started).toBeLessThan(pingTimeoutMs + 1500);
  });
});

describe('the engine that is used', () => {
  test('is the one that was chosen in Burrow, before the context and after DOCKER_HOST', async () => {
    const [a, b, c] = await Promise.all(
      ['a.sock', 'b.sock', 'c.sock'].map((name) => listen(answering(), name)),
    );
    await writeContext('mine', a ?? '');
    await writeFile(join(home, '.docker/config.json'), '{"currentContext":"mine"}');
    const used = async (env: Record<string, string> = {}) => {
      const { chosenBy, engines } = await listEngines(systemWith(env));
      expect((await connect(systemWith(env))).endpoint).toBe(engines.find((each) => each.used)?.endpoint);
      return [chosenBy, engines.find((each) => each.used)?.endpoint];
    };
    expect(await used()).toEqual(['context', a]);
    await chooseEngine(systemWith(), b ?? '');
    expect(await used()).toEqual(['settings', b]);
    expect(await used({ DOCKER_CONTEXT: 'mine' })).toEqual(['DOCKER_CONTEXT', a]);
    expect(await used({ DOCKER_HOST: c ?? '' })).toEqual(['DOCKER_HOST', c]);
    await chooseEngine(systemWith(), null);
    expect(await used()).toEqual(['context', a]);
  });

  test('one that does not run is not replaced by another', async () => {
    await listen(answering(), '.colima/default/docker.sock');
    const gone = `unix://${home}/.rd/docker.sock`;
    await chooseEngine(systemWith(), gone);
    const { engines } = await list(systemWith());
    expect(engines[0]).toMatchObject({ product: 'Rancher Desktop', state: 'stopped', used: true });
    await expect(connect(systemWith())).rejects.toMatchObject({
      code: 'engine.not-running',
      params: { product: 'Rancher Desktop' },
    });
  });

  test('an address that Burrow cannot use is not remembered', async () => {
    await expect(chooseEngine(systemWith(), 'ssh://far')).rejects.toMatchObject({
      code: 'engine.unsupported',
    });
    expect((await list(systemWith())).chosenBy).toBeNull();
  });
});

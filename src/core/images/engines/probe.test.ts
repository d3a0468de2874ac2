import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localSystem } from '#core/system';
import { probeEngine } from './probe.ts';

let home: string;
const servers: Server[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'bp-'));
});

afterEach(async () => {
  for (const server of servers.splice(0)) server.close();
  await rm(home, { recursive: true, force: true });
});

async function listen(server: Server, name: string): Promise<string> {
  const path = join(home, name);
  await mkdir(dirname(path), { recursive: true });
  servers.push(server);
  await new Promise<void>((done) => server.listen(path, done));
  return `unix://${path}`;
}

/** As in Docker Desktop. */
const usual = '.docker/run/docker.sock';
const answering = () => createHttpServer((_, response) => response.end('OK'));
const hanging = () => createServer(() => {});

/** Only engines in `home` are looked for: the others' sockets are those of the machine, which may have one. */
function probe(env: Record<string, string> = {}) {
  return probeEngine({ ...localSystem(), os: 'linux', home, env }, 200);
}

describe('an engine at the address that was chosen', () => {
  it('answers', async () => {
    const endpoint = await listen(answering(), 'e.sock');
    const found = await probe({ DOCKER_HOST: endpoint });
    expect(found).toEqual({ chosen: true, endpoints: [endpoint], problem: null });
  });

  it('is not running', async () => {
    const { problem } = await probe({ DOCKER_HOST: `unix://${home}/none.sock` });
    expect(problem?.code).toBe('engine.not-running');
  });

  it('hangs, which is not the same', async () => {
    const endpoint = await listen(hanging(), 'e.sock');
    const started = performance.now();
    const { problem } = await probe({ DOCKER_HOST: endpoint });
    expect(problem).toMatchObject({ code: 'engine.slow', params: { engine: endpoint } });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('cannot be used by Burrow', async () => {
    const { chosen, problem } = await probe({ DOCKER_HOST: 'ssh://me@host' });
    expect([chosen, problem?.code]).toEqual([true, 'engine.unsupported']);
  });
});

describe('engines at the usual places', () => {
  it('one that answers is enough', async () => {
    const endpoint = await listen(answering(), usual);
    await listen(hanging(), '.colima/default/docker.sock');
    const { chosen, endpoints, problem } = await probe();
    expect([chosen, problem]).toEqual([false, null]);
    expect(endpoints).toContain(endpoint);
  });

  it('a socket that nobody serves is an engine that is not running', async () => {
    await mkdir(join(home, dirname(usual)), { recursive: true });
    await writeFile(join(home, usual), '');
    const { endpoints, problem } = await probe();
    expect(endpoints).toContain(`unix://${join(home, usual)}`);
    // Where this machine has an engine itself, that one answers.
    expect([null, 'engine.not-running']).toContain(problem?.code ?? null);
  });
});

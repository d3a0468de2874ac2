import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localSystem, type System } from '#core/system';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from './connect.ts';
import { listEngines } from './list-engines.ts';
import { listReply } from './replies.ts';

let home: string;
const servers: { close(): unknown }[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'bc-'));
});

afterEach(async () => {
  for (const server of servers.splice(0)) server.close();
  await rm(home, { recursive: true, force: true });
});

/** A system whose only engines are those in `home`. */
function systemWith(env: Record<string, string>): System {
  return { ...localSystem(), os: 'linux', home, env };
}

const json = { 'content-type': 'application/json' };
const engine = (version: string, seen: string[] = []): RequestListener => {
  return (request, response) => {
    seen.push(request.url ?? '');
    if (request.url === '/version') {
      return response.writeHead(200, json).end(JSON.stringify({ Version: version, ApiVersion: '1.99' }));
    }
    return response.writeHead(404, json).end('{"message":"no such image"}');
  };
};

async function serve(socketPath: string, listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => void server.listen(socketPath, resolve));
  servers.push(server);
  return `unix://${socketPath}`;
}

async function writeContext(name: string, Host: string): Promise<void> {
  const hash = createHash('sha256').update(name).digest('hex');
  const folder = join(home, '.docker/contexts/meta', hash);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'meta.json'), JSON.stringify({ Name: name, Endpoints: { docker: { Host } } }));
}

describe('which engine', () => {
  test('DOCKER_HOST before the context, the context before the usual places', async () => {
    const usual = join(home, '.docker/run/docker.sock');
    await mkdir(join(home, '.docker/run'), { recursive: true });
    await serve(usual, engine('usual'));
    const inContext = await serve(join(home, 'context.sock'), engine('context'));
    const inHost = await serve(join(home, 'host.sock'), engine('host'));

    // /var/run/docker.sock may be real here, so the usual places are tried only if the context is broken.
    await writeContext('colima', inContext);
    await writeFile(join(home, '.docker/config.json'), '{"currentContext":"colima"}');
    expect((await connect(systemWith({ DOCKER_HOST: inHost }))).version.Version).toBe('host');
    expect((await connect(systemWith({}))).version.Version).toBe('context');
    expect((await connect(systemWith({ DOCKER_CONTEXT: 'colima' }))).endpoint).toBe(inContext);
  });

  test('an engine that only a context names which is not the current one', async () => {
    const inContext = await serve(join(home, 'context.sock'), engine('context'));
    await writeContext('other', inContext);
    await writeContext('far', 'ssh://me@far');
    const system = systemWith({});
    const [listed] = (await listEngines(system)).engines.filter(({ used }) => used);
    const { endpoint } = await connect(system);
    // Where this machine has an engine at a usual place, that one is first, for both.
    expect(endpoint).toBe(listed?.endpoint);
  });

  test('a chosen engine that does not run is named, and no other is used instead', async () => {
    const gone = `unix://${join(home, 'gone.sock')}`;
    await mkdir(join(home, '.docker'), { recursive: true });
    await writeContext('gone', gone);
    await expect(connect(systemWith({ DOCKER_CONTEXT: 'gone' }))).rejects.toMatchObject({
      code: 'engine.not-running',
      params: { tried: [gone] },
    });
  });

  test.each(['ssh://me:hunter2@server', 'https://localhost:2376'])('%s cannot be used', async (address) => {
    const failed = connect(systemWith({ DOCKER_HOST: address }));
    await expect(failed).rejects.toMatchObject({ code: 'engine.unsupported' });
    await expect(failed).rejects.not.toMatchObject({
      params: { endpoint: expect.stringContaining('hunter2') },
    });
  });

  test('an engine that requires TLS cannot be used', async () => {
    const env = { DOCKER_HOST: 'tcp://localhost:2376', DOCKER_TLS_VERIFY: '1' };
    await expect(connect(systemWith(env))).rejects.toMatchObject({ code: 'engine.unsupported' });
  });
});

describe('what answers', () => {
  const cases: { name: string; listener: RequestListener; code: string; detail: string }[] = [
    {
      name: 'a sign-in page',
      listener: (_, response) =>
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>'),
      code: 'engine.unreadable',
      detail: '200, text/html',
    },
    {
      name: 'an error page',
      listener: (_, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<p>'),
      code: 'engine.unreadable',
      detail: '502, text/html',
    },
    {
      name: 'other JSON',
      listener: (_, response) => response.writeHead(200, json).end('{"hello":1}'),
      code: 'engine.unreadable',
      detail: '200, application/json, Version',
    },
    {
      name: 'an API version that would change the path',
      listener: (_, response) =>
        response.writeHead(200, json).end('{"Version":"1","ApiVersion":"1.41/../../x"}'),
      code: 'engine.unreadable',
      detail: '200, application/json, ApiVersion',
    },
    {
      name: 'a redirect',
      listener: (_, response) => response.writeHead(302, { location: 'http://127.0.0.1/' }).end(),
      code: 'engine.unreadable',
      detail: '302',
    },
    {
      name: 'a refusal with a secret in it',
      listener: (_, response) =>
        response.writeHead(403, json).end('{"message":"plugin denied:\\nhttps://me:hunter2@policy said no"}'),
      code: 'engine.refused',
      detail: '403 plugin denied: https://***@policy said no',
    },
    {
      name: 'a connection that is cut',
      listener: (request) => request.socket.destroy(),
      code: 'engine.not-running',
      detail: '',
    },
  ];
  test.each(cases)('$name', async ({ listener, code, detail }) => {
    const address = await serve(join(home, 'd.sock'), listener);
    const params = detail === '' ? { tried: [address] } : { engine: address, detail };
    await expect(connect(systemWith({ DOCKER_HOST: address }))).rejects.toMatchObject({ code, params });
  });

  test('something that does not speak HTTP', async () => {
    const socketPath = join(home, 'd.sock');
    const server = createTcpServer((socket) => socket.end('220 mail.example ESMTP\r\n'));
    await new Promise<void>((resolve) => void server.listen(socketPath, resolve));
    servers.push(server);
    await expect(connect(systemWith({ DOCKER_HOST: `unix://${socketPath}` }))).rejects.toMatchObject({
      code: 'engine.unreadable',
    });
  });

  test('a file that is not a socket', async () => {
    const path = join(home, 'd.sock');
    await writeFile(path, '');
    await chmod(path, 0o600);
    await expect(connect(systemWith({ DOCKER_HOST: `unix://${path}` }))).rejects.toMatchObject({
      code: 'engine.not-running',
    });
  });

  test('an engine with a newer API gets requests in the newest version that Burrow knows', async () => {
    const seen: string[] = [];
    const address = await serve(join(home, 'd.sock'), engine('99', seen));
    const connection = await connect(systemWith({ DOCKER_HOST: address }));
    expect(await connection.getIfThere('/images/x/json', listReply)).toBeNull();
    expect(seen).toEqual(['/_ping', '/version', '/v1.51/images/x/json']);
  });
});

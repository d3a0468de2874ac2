import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localSystem } from '#core/system';
import { expect, test } from 'vitest';
import { inspectImage } from './inspect.ts';

/** What Docker 20.10 answers to a name that its parser does not take. */
const answers: Record<string, [status: number, body: string]> = {
  '/_ping': [200, '{}'],
  '/version': [200, '{"Version":"20.10.24","ApiVersion":"1.41"}'],
  '/v1.41/info': [200, '{"Driver":"overlay2"}'],
};
const refusal = '{"message":"no such image: shop:: invalid reference format"}';

test('a name that the engine cannot parse is no matter of permission', async () => {
  const home = await mkdtemp(join(tmpdir(), 'burrow-inspect-'));
  const socket = join(home, 'd.sock');
  const server = createServer(({ url }, response) => {
    const [status, body] = answers[url ?? ''] ?? [400, refusal];
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  try {
    await new Promise<void>((resolve) => void server.listen(socket, resolve));
    const system = { ...localSystem(), home, env: { HOME: home, DOCKER_HOST: `unix://${socket}` } };
    await expect(inspectImage(system, 'shop:')).rejects.toMatchObject({
      code: 'image.ref-invalid',
      params: { ref: 'shop:' },
    });
  } finally {
    server.close();
    await rm(home, { recursive: true });
  }
});

import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { create } from 'tar';
import type { Engine } from './engine.ts';

/** Paths inside an image or a build context, with their content. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Makes an image with one layer, as `docker import` does: the tests' base images, without a registry. */
export async function importImage(engine: Engine, image: { ref: string; files: Files }): Promise<void> {
  const query = new URLSearchParams({ fromSrc: '-', repo: image.ref });
  await post(engine, `/images/create?${query.toString()}`, image.files);
}

/** Builds a Dockerfile with the engine's classic builder: an image with several layers and a history. */
export async function buildImage(
  engine: Engine,
  image: { ref: string; dockerfile: string; files: Files },
): Promise<void> {
  const query = new URLSearchParams({ t: image.ref, networkmode: 'none' });
  await post(engine, `/build?${query.toString()}`, { ...image.files, Dockerfile: image.dockerfile });
}

/** Sends files as a tar stream; fails with the message of the engine. */
async function post(engine: Engine, path: string, files: Files): Promise<void> {
  const body = await packed(files);
  const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const headers = { 'content-type': 'application/x-tar', 'content-length': body.length };
    const asked = request({ socketPath: engine.socket, path, method: 'POST', headers }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () =>
        resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
      reply.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
  // The status is 200 even if the build fails; the error is in the stream.
  if (answer.status !== 200 || answer.text.includes('"errorDetail"')) {
    throw new Error(`${path}: ${answer.status} ${answer.text}`);
  }
}

async function packed(files: Files): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'burrow-image-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const chunks: Buffer[] = [];
    // With fixed owner, times and order, the same files make the same layer.
    const options = { cwd: folder, portable: true, mtime: new Date('2026-01-01T00:00:00Z') };
    for await (const chunk of create(options, (await readdir(folder)).toSorted())) chunks.push(chunk);
    return Buffer.concat(chunks);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

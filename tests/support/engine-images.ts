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

/** Builds a stage of a Dockerfile with the engine's BuildKit. */
export async function buildStage(
  engine: Engine,
  image: {
    ref: string;
    dockerfile: string;
    files: Files;
    target: string;
    args: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const { ref, target, args } = image;
  const buildargs = JSON.stringify(args);
  const query = new URLSearchParams({ version: '2', t: ref, networkmode: 'none', target, buildargs });
  await post(engine, `/build?${query.toString()}`, { ...image.files, Dockerfile: image.dockerfile });
}

/** Loads an archive of images, as `docker load` does. */
export function loadImages(engine: Engine, archive: Buffer): Promise<void> {
  return post(engine, '/images/load?quiet=1', archive);
}

/** Sends files as a tar stream, or an archive; fails with the message of the engine. */
async function post(engine: Engine, path: string, content: Files | Buffer): Promise<void> {
  const body = Buffer.isBuffer(content) ? content : await packed(content);
  const { text } = await ask(engine, { method: 'POST', path, body, type: 'application/x-tar' });
  // The status is 200 even if the build fails; the error is in the stream.
  if (text.includes('"errorDetail"')) throw new Error(`${path}: ${text.toString()}`);
}

interface Question {
  method: 'GET' | 'POST';
  path: string;
  body?: Buffer;
  type?: string;
}

/** Fails with the message of the engine. */
async function ask(
  engine: Engine,
  { method, path, body = Buffer.alloc(0), type = 'application/json' }: Question,
): Promise<{ text: Buffer }> {
  const { status, text } = await new Promise<{ status: number; text: Buffer }>((resolve, reject) => {
    const headers = { 'content-type': type, 'content-length': body.length };
    const asked = request({ socketPath: engine.socket, path, method, headers }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(chunks) }));
      reply.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
  if (status >= 300) throw new Error(`${path}: ${status} ${text.toString()}`);
  return { text };
}

const elf = Buffer.from('\x7fELF', 'latin1');

async function packed(files: Files): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'burrow-image-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      const isProgram = typeof content !== 'string' && Buffer.from(content.subarray(0, 4)).equals(elf);
      await writeFile(join(folder, path), content, { mode: isProgram ? 0o755 : 0o644 });
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

/** An archive of the image, as `docker save` writes it. */
export async function saveImage(engine: Engine, ref: string): Promise<Buffer> {
  return (await ask(engine, { method: 'GET', path: `/images/${ref}/get` })).text;
}

/** The file system of a container of this image that was never started: `docker export`, as a tar stream. */
export async function exportImage(engine: Engine, ref: string): Promise<Buffer> {
  const body = Buffer.from(JSON.stringify({ Image: ref, Cmd: ['/none'] }));
  const { text } = await ask(engine, { method: 'POST', path: '/containers/create', body });
  const { Id } = JSON.parse(text.toString()) as { Id: string };
  return (await ask(engine, { method: 'GET', path: `/containers/${Id}/export` })).text;
}

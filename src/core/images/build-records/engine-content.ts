import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Grpc } from './grpc.ts';
import { encodeMessage, Message } from './protobuf.ts';
import { Unreadable } from './unreadable.ts';

/** The most of one document, as of those in archives. */
const maxBytes = 8_000_000;
/** What gRPC adds to it: the server sends pieces of some kilobytes, each with a few bytes of its own. */
const maxOverheadBytes = 1_000_000;

/**
 * A document of the engine's content store, by its digest, which is verified. null: it is not there. Throws `Unreadable`, also if it
 * is larger than 8 MB, and as `Grpc.call`.
 */
export async function readContent(grpc: Grpc, digest: string): Promise<Buffer | null> {
  if (!/^sha256:[0-9a-f]{64}$/.test(digest)) throw new Unreadable('an unknown kind of digest');
  const pieces = await grpc.call({
    method: '/containerd.services.content.v1.Content/Read',
    request: encodeMessage({ 1: digest }),
    maxBytes: maxBytes + maxOverheadBytes,
  });
  if (pieces === null) return null;
  const content = Buffer.concat(pieces.flatMap((piece) => new Message(piece).all(2)));
  const actual = `sha256:${createHash('sha256').update(content).digest('hex')}`;
  if (actual !== digest) throw new Unreadable('it has another digest');
  return content;
}

/** Go encodes an empty list as null and may omit fields. */
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

const manifest = z.object({
  config: z.object({ digest: z.string() }),
  layers: list(z.object({ digest: z.string() })),
});
const config = z.object({ history: list(z.object({ empty_layer: z.boolean().nullish() })) });

/** What an engine's content store has of an image. */
export interface StoredImage {
  /** For each step of its history, oldest first, whether it made no layer. */
  emptySteps: boolean[];
  /** `sha256:…` of the layers as they are stored, lowest first; null: the store has no manifest of it. */
  layers: string[] | null;
}

/** By the digest of its manifest or its configuration. null: it is not there. Throws as `readContent`. */
export async function storedImage(grpc: Grpc, digest: string): Promise<StoredImage | null> {
  const document = jsonIn(await readContent(grpc, digest));
  const found = manifest.safeParse(document).data;
  const configuration = found ? jsonIn(await readContent(grpc, found.config.digest)) : document;
  const history = config.safeParse(configuration).data?.history;
  if (!history) return null;
  return {
    emptySteps: history.map(({ empty_layer }) => empty_layer === true),
    layers: found ? found.layers.map((layer) => layer.digest) : null,
  };
}

/** undefined: there is none. Throws `Unreadable`. */
export function jsonIn(content: Buffer | null): unknown {
  if (content === null) return undefined;
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    throw new Unreadable('it is no JSON');
  }
}

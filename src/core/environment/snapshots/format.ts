import { failure, isFailure } from '#contract/failure';
import { withoutControlCharacters } from '#contract/control-characters';
import { type Snapshot, snapshot } from '#contract/snapshots';
import { fileFailure, readForeign, type System, typedPath } from '#core/system';
import type { z } from 'zod';

/** A real one has about 20 kB. */
const maxBytes = 1_000_000;

/** A kind of file, and how to read it. */
interface Kind<T> {
  format: string;
  version: number;
  schema: z.ZodType<T>;
}

const snapshotKind: Kind<Snapshot> = { format: 'burrow-environment', version: 1, schema: snapshot };

/** A snapshot as the text of a file: the same for the same content. Pure. */
export function formatSnapshot(content: Snapshot): string {
  // Parsing puts the keys in the order of the schema.
  return `${JSON.stringify(snapshot.parse(content), null, 2)}\n`;
}

/** Reads the text of a snapshot. Failures: as `parseDocument`. Pure. */
export function parseSnapshot(text: string, path: string): Snapshot {
  return parseDocument(text, path, snapshotKind);
}

/** Reads a snapshot from a file. Failures: as `parseDocument`, and those of files. */
export async function readSnapshot(system: System, path: string): Promise<Snapshot> {
  return parseSnapshot(await readDocument(system, path), path);
}

/**
 * Reads a document of Burrow's that anyone may have written: control characters in its texts are replaced. Failures:
 * snapshot.unreadable, snapshot.newer, file.too-large. Pure.
 */
export function parseDocument<T>(text: string, path: string, { format, version, schema }: Kind<T>): T {
  if (text.length > maxBytes) throw failure('file.too-large', { path, maxBytes });
  const content = jsonIn(text);
  if (content === undefined) throw failure('snapshot.unreadable', { path, why: 'json', where: '' });
  const { format: found, version: written } = (content ?? {}) as { format?: unknown; version?: unknown };
  if (found !== format) throw failure('snapshot.unreadable', { path, why: 'other', where: '' });
  if (typeof written === 'number' && written > version) throw failure('snapshot.newer', { path });
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const where = withoutControlCharacters(parsed.error.issues[0]?.path.join('.') ?? '').slice(0, 100);
  throw failure('snapshot.unreadable', { path, why: 'content', where });
}

/** The text of a file that anyone may have written. Failures: file.too-large, and those of files. */
export async function readDocument(system: System, path: string): Promise<string> {
  try {
    return (await readForeign(typedPath(system, path), maxBytes)).toString('utf8');
  } catch (error) {
    throw isFailure(error) ? error : fileFailure(error, path);
  }
}

/** undefined: it is not JSON. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) =>
      typeof value === 'string' ? withoutControlCharacters(value) : value,
    );
  } catch {
    return undefined;
  }
}

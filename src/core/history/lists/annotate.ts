import type { Kysely } from 'kysely';
import { maskSecrets } from '#core/system';
import { type Tables, deriveBuilds, oneLine, sealBuilds } from '../rows/index.ts';

/** What a person says about a build: what is given is changed; null or empty text takes it away. */
export interface Annotation {
  name?: string | null | undefined;
  note?: string | null | undefined;
  pinned?: boolean | undefined;
}

/** Annotates a build that is sound, in a transaction of the caller. Secrets are masked. */
export async function annotateBuild(
  tx: Kysely<Tables>,
  id: number,
  { name, note, pinned }: Annotation,
): Promise<void> {
  const values = {
    ...(name !== undefined && { name: written(name === null ? null : oneLine(name)) }),
    ...(note !== undefined && { note: written(note) }),
    ...(pinned !== undefined && { pinned: Number(pinned) }),
  };
  if (Object.keys(values).length === 0) return;
  await tx.updateTable('builds').set(values).where('id', '=', id).execute();
  await sealBuilds(tx, [id]);
  await deriveBuilds(tx, [id]);
}

function written(text: string | null): string | null {
  const trimmed = text?.trim();
  return trimmed ? maskSecrets(trimmed) : null;
}

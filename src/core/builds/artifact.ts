import { stat } from 'node:fs/promises';
import { isFailureOfClass } from '#contract/failure';
import type { Inspection } from '#contract/binaries';
import { hashProgram, inspectBinary, readerVersion } from '#core/binaries';
import {
  type History,
  type InspectedProgram,
  inspectedProgram,
  noFacts,
  type BuildRecord,
} from '#core/history';
import { fileFailure } from '#core/system';

/** A file that was built, and what is known of its content. */
export type Artifact = Omit<InspectedProgram, 'artifact'> & Pick<BuildRecord, 'artifact'>;

export const noArtifact = {
  artifact: null,
  stripped: null,
  mainModule: null,
  ...noFacts,
} as const satisfies Partial<BuildRecord>;

/** A fingerprint of a file's state, which changes whenever the file is written. null: there is no file. */
export async function fileMark(path: string): Promise<string | null> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  } catch {
    return null;
  }
}

/** The facts about a program, in the form that the history stores. */
export function artifactOf(inspection: Inspection): Artifact {
  return inspectedProgram(inspection, readerVersion);
}

/**
 * What a program contains: as the history has it, if this reader has read the same content before, which takes as long as hashing it;
 * else it is read. Failures: as `inspectBinary`.
 */
export async function readProgram(history: History, path: string): Promise<Artifact> {
  const { size } = await stat(path).catch((error: unknown) => {
    throw fileFailure(error, path);
  });
  let hashed = { bytes: size, sha256: '' };
  const known = await history.analysisOf(size, async () => {
    hashed = await hashProgram(path);
    return hashed.sha256;
  });
  // Without buckets, it is the content of a file that is no program.
  if (!known || known.analysis < readerVersion || known.buildId === null || known.buckets.length === 0) {
    return artifactOf(await inspectBinary(path));
  }
  return { ...known, artifact: { path, ...hashed } };
}

/** Reads the program at `path`; of other files (`-buildmode=archive`) only size and hash are known. */
export async function readArtifact(
  history: History,
  path: string,
): Promise<Omit<Artifact, 'goVersion' | 'target'> & Partial<Artifact>> {
  try {
    return await readProgram(history, path);
  } catch (error) {
    if (!isFailureOfClass(error, 'unreadable')) throw error;
    // What this reader cannot read, it need not try again.
    return { ...noArtifact, analysis: readerVersion, artifact: { path, ...(await hashProgram(path)) } };
  }
}

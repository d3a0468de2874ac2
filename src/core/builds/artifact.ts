import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { isFailureOfClass } from '#contract/failure';
import type { Inspection } from '#contract/binaries';
import { inspectBinary } from '#core/binaries';
import { type BuildRecord, noFacts } from '#core/history';
import { openForeign } from '#core/system';

/** `goVersion` only of a Go program: it says which Go built it. */
export type Artifact = Pick<BuildRecord, 'artifact' | 'stripped' | keyof typeof noFacts> &
  Partial<Pick<BuildRecord, 'goVersion'>>;

export const noArtifact: Artifact = { artifact: null, stripped: null, ...noFacts };

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
  const { path, bytes, sha256, goVersion, stripped, mainModule } = inspection;
  const { sections, buckets, packages, owned, unowned, embedded, runs } = inspection;
  // The main module is left out: its version changes with every commit, which is not a change of a dependency.
  const modules = inspection.modules
    .filter((each) => each.path !== mainModule?.path)
    .map(({ path: modulePath, version, sum, replacedBy }) => ({
      path: modulePath,
      version,
      sum,
      replacedBy,
    }));
  return {
    goVersion,
    stripped,
    artifact: { path, bytes, sha256 },
    mainModule: mainModule?.path ?? null,
    modules,
    sections,
    buckets,
    packages,
    owned,
    unowned,
    embedded,
    runs,
    analysis: 0,
  };
}

/** Reads the program at `path`; for other files (`-buildmode=archive`) only their size and hash. */
export async function readArtifact(path: string): Promise<Artifact> {
  try {
    return artifactOf(await inspectBinary(path));
  } catch (error) {
    if (!isFailureOfClass(error, 'unreadable')) throw error;
    const hash = createHash('sha256');
    let bytes = 0;
    const { file } = await openForeign(path);
    for await (const chunk of file.createReadStream()) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
    return { ...noArtifact, artifact: { path, bytes, sha256: hash.digest('hex') } };
  }
}

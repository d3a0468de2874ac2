import { z } from 'zod';
import { built, goManager, proof, toolchain } from '#contract/toolchains';
import { readTextIfThere, type UnpackedFile, writeFileAtomic } from '#core/system';

/** Early manifests hold an English sentence instead of the facts of a proof, which are then unknown. */
const writtenProof = z.preprocess(
  (written) =>
    typeof written === 'object' ? { index: null, record: null, because: null, ...written } : written,
  proof,
);

const manifestSchema = z.object({
  version: z.string(),
  os: z.string(),
  arch: z.string(),
  source: toolchain.shape.source,
  proof: writtenProof,
  /** How it was built, if it was built here. */
  built: built.optional(),
  installedAt: z.iso.datetime(),
  /** Bytes of all files. */
  bytes: z.number().int(),
  /**
   * One line per file, `sha256 mode bytes path`. Text rather than values: a Go has 12,000 files, and listing
   * toolchains, which needs none of them, would spend its time parsing them.
   */
  files: z.string(),
  /** Its owner, if it was adopted: then there is a link instead of a folder, and no files are listed. */
  adopted: z.object({ from: z.string(), manager: goManager }).optional(),
});
/** The record of a toolchain, written at its install. */
export type Manifest = z.infer<typeof manifestSchema>;

/** The lines of a manifest's `files`; `mode` in octal. */
export function fileLines(files: readonly UnpackedFile[]): string {
  return files
    .map(({ path, bytes, sha256, mode }) => `${sha256} ${(mode & 0o777).toString(8)} ${bytes} ${path}\n`)
    .join('');
}

/** Parses a manifest's `files`. */
export function recordedFiles(lines: string): UnpackedFile[] {
  return [...lines.matchAll(/^([0-9a-f]{64}) ([0-7]+) (\d+) ([^\n]+)$/gm)].map(
    ([, sha256 = '', mode = '', bytes = '', path = '']) => ({
      path,
      bytes: Number(bytes),
      sha256,
      mode: Number.parseInt(mode, 8),
    }),
  );
}

/** null when it is missing or malformed: then the toolchain is not installed. */
export async function readManifest(path: string): Promise<Manifest | null> {
  const text = await readTextIfThere(path);
  if (text === null) return null;
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Failures: disk.full, file.no-permission. */
export async function writeManifest(path: string, manifest: Manifest): Promise<void> {
  await writeFileAtomic(path, `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 });
}

import { readFileSync } from 'node:fs';

/** What a real BuildKit says about an image that it built: tests/fixtures/build-records/README.md. */
export interface RecordedBuild {
  /** `sha256:…` of its manifest or configuration. */
  id: string;
  diffIds: string[];
  /** null: the classic store has no manifest. */
  digests: string[] | null;
  /** The message of the build history, in base64. */
  event: string;
  /** SLSA's provenance, version 0.2. */
  provenance: { invocation: unknown; buildConfig: unknown; metadata: Record<string, unknown> };
}

export const recordedBuilds = [
  'server-overlay2',
  'server-containerd',
  'from-overlay2',
  'from-containerd',
] as const;

export function recordedBuild(name: (typeof recordedBuilds)[number]): RecordedBuild {
  const file = new URL(`../fixtures/build-records/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as RecordedBuild;
}

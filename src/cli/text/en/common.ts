import type { Proof, RunsAs, Toolchain } from '#contract/toolchains';
import { en as words } from '#contract/words/en';

export const common = {
  needsYes: (question: string) => `Cannot ask here: ${question} Add --yes to answer yes.`,
  runsAs: { native: 'native', translated: 'Rosetta', foreign: 'cannot run here' } satisfies Record<
    RunsAs,
    string
  >,
  supported: 'supported',
  endOfLife: 'end of life',
  /** `month`: `Feb 2025`. */
  endOfLifeSince: (month: string) => `end of life, ${month}`,
  installed: 'installed',
  defaultTag: 'default',
  none: 'none',
  /** Between the items of a list. */
  comma: ', ',
  more: (count: number) => `… and ${count} more; use --json to see all`,
  column: { version: 'Version', runsAs: 'Runs as', usedBy: 'Used by', size: 'Size' },
  goManager: words.goManager,
  proof: {
    sha256: 'SHA-256 verified',
    'checksum-database': 'checksum database verified',
    none: 'not verified',
  } satisfies Record<Proof['method'], string>,
  source: {
    official: 'official',
    proxy: 'module proxy',
    file: 'file',
    adopted: 'adopted',
    source: 'built from source',
  } satisfies Record<Toolchain['source']['kind'], string>,
  bucket: words.bucket,
  options: {
    arch: 'for another processor: amd64, arm64, …',
    os: 'for another system: darwin, linux, windows, …',
    dir: 'the folder (default: the current one)',
    runArch: 'use the build for this processor: arm64, amd64',
    project: 'file it under this project folder',
  },
};

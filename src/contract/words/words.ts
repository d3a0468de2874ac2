import type { Bucket } from '../binaries.ts';
import type { Build } from '../build.ts';
import type { Comparison } from '../comparison.ts';
import type { GoManager } from '../toolchains.ts';
import type { FileFinding, SmokeStep } from '../upkeep.ts';

/** Names that the command line and the app share; each has its own sentences. */
export interface Words {
  goManager: Record<GoManager, string>;
  fileProblem: Record<FileFinding['problem'], string>;
  smokeStep: Record<SmokeStep['name'], string>;
  smokeOutcome: Record<SmokeStep['outcome'], string>;
  /** The reason for skipping a step. */
  smokeBecause: Record<NonNullable<SmokeStep['because']>, string>;
  buildStatus: Record<Build['status'], string>;
  bucket: Record<Bucket['name'], string>;
  /** Of a commit: whether there were changes besides is not known. */
  changesUnknown: string;
  /** The settings of a comparison. */
  buildSetting: Record<Comparison['settings'][number]['name'], string>;
}

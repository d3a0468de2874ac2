import type { Build, Comparison } from '../builds.ts';
import type { GoManager } from '../toolchains.ts';
import type { FileFinding, SmokeStep } from '../upkeep.ts';

/** What the command line and the app call the same things; each of them says the rest in its own way. */
export interface Words {
  goManager: Record<GoManager, string>;
  fileProblem: Record<FileFinding['problem'], string>;
  smokeStep: Record<SmokeStep['name'], string>;
  smokeOutcome: Record<SmokeStep['outcome'], string>;
  /** Why a step was skipped. */
  smokeBecause: Record<NonNullable<SmokeStep['because']>, string>;
  buildStatus: Record<Build['status'], string>;
  /** Of a comparison. */
  buildSetting: Record<Comparison['settings'][number]['name'], string>;
}

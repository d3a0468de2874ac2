import type { Statement, Verdict } from '#contract/verdict';
import { bytesOfPart, type FileUnit, fileUnits } from './file-units.ts';
import type { BaseChange, FilePart, ImageEvidence } from './image-evidence.ts';

/** At most so many causes are told. */
const maxTold = 3;
/** Once so much of the change is explained, no further cause is told, in percent. */
const enough = 80;
/** Smaller causes are not told, in percent. */
const minTold = 10;
/** What goes the other way is told if it is at least so much of what goes with the change, in percent. */
const minAgainst = 25;

/**
 * The verdict on two images: what made B larger or smaller than A, and what is said of it. Percent are of the gross change
 * in the direction of the net change. It says what the evidence proves and no more. Pure.
 */
export function judgeImages(evidence: ImageEvidence): Verdict {
  return { statements: statementsOf(evidence), causes: [] };
}

function statementsOf(evidence: ImageEvidence): Statement[] {
  const { same, config, platform, stage, programs } = evidence;
  if (same === 'image') return [{ kind: 'same-image' }];
  if (same === 'layers') return [...otherPlatform(platform), { kind: 'same-layers', differs: [...config] }];
  // Code for two platforms differs everywhere, and two programs have nothing in common.
  const apart: Statement[] = [
    ...otherPlatform(platform),
    ...(stage ? [{ kind: 'image-stage' as const, ...stage }] : []),
    ...(programs ? [{ kind: 'different-programs' as const, ...programs }] : []),
  ];
  return [...apart, ...causes(evidence), ...around(evidence)];
}

function otherPlatform(platform: ImageEvidence['platform']): Statement[] {
  return platform ? [{ kind: 'target', ...platform }] : [];
}

/** What is known besides what the bytes are because of. */
function around({ files, go, packages, unread }: ImageEvidence): Statement[] {
  return [
    ...stillStored(files ?? []),
    ...(go ? [{ kind: 'go' as const, ...go, percent: null }] : []),
    ...(packages ? [{ kind: 'distribution-packages' as const, ...packages }] : []),
    ...(unread ? [{ kind: 'files-unread' as const, side: unread }] : []),
  ];
}

/** Files that are gone from the final file system and not from the image: their bytes are in no cause. */
function stillStored(files: readonly FilePart[]): Statement[] {
  const parts = files.filter((part) => part.how === 'removed' && part.hidden > 0 && bytesOfPart(part) === 0);
  const bytes = parts.reduce((sum, { hidden }) => sum + hidden, 0);
  const gross = files.reduce((sum, part) => sum + Math.abs(bytesOfPart(part)), 0);
  if (bytes === 0 || bytes * 100 < gross * minTold) return [];
  const [step = null, ...others] = new Set(parts.map((part) => part.step));
  return [{ kind: 'still-stored', files: parts.length, step: others.length === 0 ? step : null, bytes }];
}

function causes(evidence: ImageEvidence): Statement[] {
  const { base, files } = evidence;
  if (files === null) return [...(base ? [baseStatement(base, null)] : []), ...layerStatements(evidence)];
  if (files.length === 0) return [...(base ? [baseStatement(base, null)] : unchangedFiles(evidence))];
  const direction = directionOf(evidence, files, base);
  const { statements: told, gross } = alongWith(files, base, direction);
  const against = largestAgainst(files, base, direction, gross);
  const statements = [...told, ...against];
  const untold = base && !statements.some(isBase) ? [baseStatement(base, null)] : [];
  return statements.length > 0 ? [...statements, ...untold] : [...untold, ...filesDiffer(files)];
}

function unchangedFiles({ metadataFiles, layers }: ImageEvidence): Statement[] {
  if (metadataFiles > 0) return [{ kind: 'file-metadata', files: metadataFiles }];
  return layers.length > 0 ? [{ kind: 'same-files' }] : [];
}

function filesDiffer([first, ...others]: readonly FilePart[]): Statement[] {
  return first ? [{ kind: 'files-differ', files: 1 + others.length, first: first.path }] : [];
}

/** That of the headline; where it has none, that of the bytes of files. */
function directionOf({ change }: ImageEvidence, files: readonly FilePart[], base: BaseChange | null): number {
  const net = files.reduce((sum, part) => sum + bytesOfPart(part), base?.bytes ?? 0);
  return Math.sign(net) || Math.sign(change ?? 0) || 1;
}

/** What explains most of the change. */
function alongWith(
  files: readonly FilePart[],
  base: BaseChange | null,
  direction: number,
): { statements: Statement[]; gross: number } {
  const along = (bytes: number) => Math.max(0, bytes * direction);
  const ofBase = along(base?.bytes ?? 0);
  const gross = files.reduce((sum, part) => sum + along(bytesOfPart(part)), ofBase);
  const percentOf = (bytes: number) => (gross === 0 ? 0 : (along(bytes) / gross) * 100);
  const told: { bytes: number; statement: Statement }[] = [];
  let explained = 0;
  const isToBeTold = (bytes: number) =>
    told.length === 0 || (told.length < maxTold && explained < enough && percentOf(bytes) >= minTold);
  const tell = (bytes: number, statement: Statement) => {
    told.push({ bytes, statement });
    explained += percentOf(bytes);
  };
  if (base?.bytes && percentOf(base.bytes) >= minTold)
    tell(base.bytes, baseStatement(base, percentOf(base.bytes)));
  for (const unit of fileUnits(files, direction)) {
    if (!isToBeTold(unit.bytes)) break;
    tell(unit.bytes, unitStatement(unit, percentOf(unit.bytes)));
  }
  const ordered = told.toSorted((x, y) => along(y.bytes) - along(x.bytes));
  return { statements: ordered.map(({ statement }) => statement), gross };
}

/** The largest of what goes the other way, if it is enough to be told. */
function largestAgainst(
  files: readonly FilePart[],
  base: BaseChange | null,
  direction: number,
  gross: number,
): Statement[] {
  const isTold = (bytes: number) => bytes * direction < 0 && Math.abs(bytes) * 100 >= gross * minAgainst;
  const [unit] = fileUnits(files, -direction);
  const [ofBase, ofUnit] = [base?.bytes ?? 0, unit?.bytes ?? 0];
  if (base && isTold(ofBase) && Math.abs(ofBase) >= Math.abs(ofUnit)) return [baseStatement(base, null)];
  return unit && isTold(ofUnit) ? [unitStatement(unit, null)] : [];
}

function isBase({ kind }: Statement): boolean {
  return kind === 'base-image';
}

function baseStatement({ a, b, bytes }: BaseChange, percent: number | null): Statement {
  return { kind: 'base-image', a, b, bytes, percent };
}

function unitStatement({ path, files, how, bytes, file }: FileUnit, percent: number | null): Statement {
  if (!file) return { kind: 'image-folder', path, how, files, bytes, percent };
  // Nothing of it is seen: it is only stored.
  if (file.bytes === 0 && !file.again) return { kind: 'hidden-file', path, step: file.step, bytes, percent };
  const again = file.again && file.hidden !== 0 ? { step: file.step, bytes: file.hidden } : null;
  return { kind: 'image-file', path, how: file.how, bytes: file.bytes, again, percent };
}

/** The layers that explain most, of images that were not read. */
function layerStatements(evidence: ImageEvidence): Statement[] {
  const { layers, layersCountAlike, change, base } = evidence;
  const [only, ...others] = layers;
  if (only && others.length === 0 && !base) {
    const percent = layersCountAlike && only.bytes !== null && change !== 0 ? 100 : null;
    return [{ kind: 'layer', step: only.step, percent }];
  }
  const along = (bytes: number | null) => Math.max(0, (bytes ?? 0) * Math.sign(change ?? 0));
  const largestFirst = layers
    .filter(({ bytes }) => along(bytes) > 0)
    .toSorted((x, y) => along(y.bytes) - along(x.bytes));
  const gross = layers.reduce((sum, { bytes }) => sum + along(bytes), along(base?.bytes ?? null));
  const percentOf = (bytes: number | null) => (along(bytes) / gross) * 100;
  let explained = base ? percentOf(base.bytes) : 0;
  const statements: Statement[] = [];
  for (const { step, bytes } of largestFirst) {
    const percent = percentOf(bytes);
    const isFirst = statements.length === 0 && explained < enough;
    if (!isFirst && (explained >= enough || percent < minTold || statements.length >= maxTold)) break;
    statements.push({ kind: 'layer', step, percent: layersCountAlike ? percent : null });
    explained += percent;
    // Without percent, only the largest is said to matter.
    if (!layersCountAlike) break;
  }
  return statements;
}

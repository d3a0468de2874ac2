import { createHash } from 'node:crypto';
import type { DoctorFinding } from '#contract/doctor';
import { failure, type Failure } from '#contract/failure';
import type { ImageContents, ImageSecret } from '#contract/image-contents';
import { stepLine } from '#contract/image-step';
import type { ImageFacts } from '#contract/images';
import { isOnBase } from './image-base.ts';
import type { ImageBudget, ImageLimit, ImageMeasure } from './image-budget.ts';

/** An image that is checked. */
export interface CheckedImage {
  /** `shop:1.2`, or the path of an archive. */
  name: string;
  /** What an engine tells; null: nothing was asked, as an archive was read. */
  facts: ImageFacts | null;
  /** null: it was not read. */
  contents: ImageContents | null;
  /** The diff ids of recorded images by their references. */
  recorded: ReadonlyMap<string, readonly string[]>;
}

/** What one budget says about one image. */
export interface ImageJudgement {
  /** How many limits were compared. */
  limits: number;
  findings: DoctorFinding[];
}

/** Judges an image by a budget that is for it. `file`: the path of burrow.toml; null: the command line. Pure. */
export function judgeImage(image: CheckedImage, budget: ImageBudget, file: string | null): ImageJudgement {
  const { maxSize, maxWaste, noSecrets, noRoot, bases } = budget;
  const results: [ImageLimit, Result][] = [];
  if (maxSize) results.push(['max-size', judgeSize(image, maxSize)]);
  if (maxWaste !== null) results.push(['max-waste', judgeWaste(image, maxWaste)]);
  if (noSecrets) results.push(['secrets', judgeSecrets(image)]);
  if (noRoot) results.push(['root', judgeRoot(image)]);
  if (bases) results.push(['base', judgeBase(image, bases)]);
  const unread = results.filter(([, found]) => found === 'unread').map(([limit]) => budget.written[limit]);
  const place = (value: string) => ({ file, line: file === null ? null : budget.line, value });
  return {
    limits: results.length - unread.length,
    findings: [
      ...results.flatMap(([limit, found]) =>
        found === 'unread'
          ? []
          : found.map((each) => findingOf(each, place(budget.written[limit]), budget.name)),
      ),
      ...(unread.length > 0
        ? [findingOf(notRead(image, unread), place(unread.join(', ')), budget.name)]
        : []),
    ],
  };
}

function notRead({ name }: CheckedImage, limits: readonly string[]): Found {
  const reason = failure('image-budget.not-read', { image: name, limits: limits.join(', ') });
  return { severity: 'warning', reason, shown: [] };
}

/** What is found of one limit. `shown`: values for its evidence. */
interface Found {
  severity: DoctorFinding['severity'];
  reason: Failure;
  shown: readonly string[];
}

/** `unread`: the files of the image would have to be read for it. */
type Result = readonly Found[] | 'unread';

const sizeNames = { compressed: 'compressedBytes', files: 'fileBytes', tar: 'tarBytes' } as const;

/** What was read counts; else what an engine tells. */
function judgeSize(
  { name, facts, contents }: CheckedImage,
  { bytes: max, measure }: { bytes: number; measure: ImageMeasure },
): Result {
  const read = contents?.sizes[sizeNames[measure]] ?? null;
  const bytes = read ?? facts?.sizes[sizeNames[measure]] ?? null;
  if (bytes === null) {
    if (!contents) return 'unread';
    const reason = failure('image-budget.size-unknown', { image: name, measure });
    return [{ severity: 'warning', reason, shown: [] }];
  }
  if (bytes <= max) return [];
  const reason = failure('image-budget.too-large', { image: name, measure, told: read === null, bytes, max });
  return [{ severity: 'error', reason, shown: [`${bytes} B`] }];
}

/** The wasted files that evidence names. */
const maxShown = 10;

function judgeWaste({ name, contents }: CheckedImage, max: number): Result {
  if (!contents) return 'unread';
  const { bytes, files } = contents.waste;
  if (bytes <= max) return [];
  const reason = failure('image-budget.wasted', { image: name, bytes, max });
  const shown = files.slice(0, maxShown).map((file) => {
    const step = contents.layers[file.hiddenBy]?.step?.text;
    return `/${file.path}  ${file.bytes} B${step ? `  ← ${stepLine(step)}` : ''}`;
  });
  return [{ severity: 'error', reason, shown }];
}

function judgeSecrets({ name, contents }: CheckedImage): Result {
  if (!contents) return 'unread';
  return contents.secrets.map((secret) => ({
    severity: 'error',
    reason: failure('image-budget.secret', {
      image: name,
      kind: secret.kind,
      where: whereOf(secret),
      hidden: secret.hidden,
    }),
    shown: secret.step === null ? [] : [stepLine(secret.step)],
  }));
}

function whereOf({ path, name, step }: ImageSecret): string {
  return path === null ? (name ?? stepLine(step ?? '', 60)) : `/${path}`;
}

/** The users that have every right: nothing, a name or a number, perhaps with a group. */
const root = /^(root|0)?(:|$)/;

function judgeRoot({ name, contents }: CheckedImage): Result {
  if (!contents) return 'unread';
  const { user } = contents.config;
  if (!root.test(user)) return [];
  return [
    {
      severity: 'error',
      reason: failure('image-budget.root', { image: name }),
      shown: [`USER ${user}`.trim()],
    },
  ];
}

function judgeBase(image: CheckedImage, allowed: readonly string[]): Result {
  const { name, facts, contents, recorded } = image;
  const layers =
    contents?.layers.map(({ diffId, step }) => ({
      diffId,
      createdBy: step?.createdBy ?? null,
      bytes: null,
    })) ?? facts?.layers;
  if (!layers) return 'unread';
  const { config, distribution } = contents ?? { config: { labels: {} }, distribution: null };
  const isAllowed = isOnBase({ ref: name, layers, labels: config.labels, distribution, recorded }, allowed);
  if (isAllowed === true) return [];
  if (isAllowed === null && !contents) return 'unread';
  const params = { image: name, allowed: allowed.join(', '), distribution };
  return isAllowed === null
    ? [{ severity: 'warning', reason: failure('image-budget.base-unknown', params), shown: [] }]
    : [{ severity: 'error', reason: failure('image-budget.base', params), shown: [layers[0]?.diffId ?? ''] }];
}

function findingOf(
  { severity, reason, shown }: Found,
  place: DoctorFinding['evidence'][number],
  name: string | null,
): DoctorFinding {
  const { code, params } = reason;
  const about = JSON.stringify([params['image'], params['where'], params['kind'], name, place.value]);
  const hash = createHash('sha256').update(about).digest('hex').slice(0, 6);
  return {
    id: `${code.replace('.', '-')}:${hash}`,
    check: 'image-budget',
    severity,
    reason: { code, params },
    evidence: [place, ...shown.map((value) => ({ file: null, line: null, value }))],
    fix: null,
  };
}

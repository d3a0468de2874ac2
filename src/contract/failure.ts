import { binaryFailures } from './failures/binaries.ts';
import { buildFailures } from './failures/builds.ts';
import { downloadFailures } from './failures/downloads.ts';
import { fileFailures } from './failures/files.ts';
import type { budgetFailures } from './failures/budgets.ts';
import type { imageBudgetFailures } from './failures/image-budgets.ts';
import type { desktopFailures } from './failures/desktop.ts';
import type { doctorFailures } from './failures/doctor.ts';
import type { doctorBridgeFailures } from './failures/doctor-bridges.ts';
import type { doctorCheckFailures } from './failures/doctor-checks.ts';
import { environmentFailures } from './failures/environment.ts';
import { goSwitchFailures } from './failures/go-switch.ts';
import { hostFailures } from './failures/hosts.ts';
import { imageFailures } from './failures/images.ts';
import type { imageComparisonFailures } from './failures/image-comparison.ts';
import type { imageContentsFailures } from './failures/image-contents.ts';
import type { imageRecordFailures } from './failures/image-records.ts';
import type { moduleFailures } from './failures/modules.ts';
import { notInstalledFailures } from './failures/not-installed.ts';
import { surpriseFailures } from './failures/surprises.ts';
import { switchingFailures } from './failures/switching.ts';
import { systemFailures } from './failures/system.ts';
import { checksumDatabaseFailures } from './failures/checksum-database.ts';
import { profileFailures } from './failures/profiles.ts';
import { shellAnswerFailures } from './failures/shell-answers.ts';
import { proxyFailures } from './failures/proxies.ts';
import type { setupFailures } from './failures/setup.ts';
import type { setupStepFailures } from './failures/setup-steps.ts';
import { snapshotFailures } from './failures/snapshots.ts';
import { sourceFailures } from './failures/sources.ts';
import { toolchainFailures } from './failures/toolchains.ts';
import { versionFailures } from './failures/versions.ts';
import { whichGoFailures } from './failures/which-go.ts';
import { toolFailures } from './failures/tools.ts';
import { withoutControlCharacters } from './control-characters.ts';
import type { Locale } from './locale.ts';
import type { CataloguedFailure, FailureClass, Reason, Said } from './said.ts';

export type { UnreadableWhy } from './failures/switching.ts';
export type { ValueWhy } from './failures/value-problems.ts';
export type { NotShim } from './failures/which-go.ts';

const catalog = {
  ...systemFailures,
  ...fileFailures,
  ...downloadFailures,
  ...binaryFailures,
  ...versionFailures,
  ...sourceFailures,
  ...checksumDatabaseFailures,
  ...toolchainFailures,
  ...notInstalledFailures,
  ...toolFailures,
  ...switchingFailures,
  ...goSwitchFailures,
  ...whichGoFailures,
  ...buildFailures,
  ...imageFailures,
  ...profileFailures,
  ...environmentFailures,
  ...shellAnswerFailures,
  ...surpriseFailures,
  ...proxyFailures,
  ...snapshotFailures,
  ...hostFailures,
};

/**
 * With what `budget-failures.ts`, `desktop-failures.ts`, `doctor-failures.ts`, `image-comparison-failures.ts`,
 * `image-contents-failures.ts`, `module-failures.ts` and `setup-failures.ts` add once they are loaded: the first page of the
 * app does without.
 */
type Catalog = typeof catalog &
  typeof budgetFailures &
  typeof imageBudgetFailures &
  typeof desktopFailures &
  typeof imageComparisonFailures &
  typeof imageContentsFailures &
  typeof imageRecordFailures &
  typeof moduleFailures &
  typeof setupFailures &
  typeof setupStepFailures &
  typeof doctorFailures &
  typeof doctorBridgeFailures &
  typeof doctorCheckFailures;
const known = new Map<string, CataloguedFailure<Record<string, unknown>>>();

/** Every failure that Burrow expects, e.g. `toolchain.checksum-mismatch`. */
export type FailureCode = keyof Catalog;
export type FailureParams<C extends FailureCode> = Parameters<Catalog[C]['en']>[0];

/** A failure as it crosses a process boundary: its code and the parameters of its sentences. */
export interface FailureData {
  code: FailureCode;
  params: Record<string, unknown>;
}

/**
 * An expected failure. Anything else that is thrown is a bug. `message` is English, for logs; hosts show the failure
 * in the user's language with `describeFailure`.
 */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly params: Record<string, unknown>;

  constructor(data: FailureData, cause?: unknown) {
    super(describeFailure(data, 'en').message, { cause });
    this.name = 'Failure';
    this.code = data.code;
    this.params = data.params;
  }
}

/** Makes a failure; `throw failure('download.status', { url, status })`. */
export function failure<C extends FailureCode>(code: C, params: FailureParams<C>, cause?: unknown): Failure {
  return new Failure({ code, params: { ...params } }, cause);
}

/** Whether a thrown value is the failure with this code (any failure, when no code is given). */
export function isFailure(value: unknown, code?: FailureCode): value is Failure {
  return value instanceof Failure && (code === undefined || value.code === code);
}

/** The class of a failure's code. A code that is not in the catalogue (from a newer host) has the class `failed`. */
export function failureClass(code: string): FailureClass {
  return known.get(code)?.class ?? 'failed';
}

/** Whether a thrown value is a failure of this class. */
export function isFailureOfClass(value: unknown, wanted: FailureClass): value is Failure {
  return isFailure(value) && failureClass(value.code) === wanted;
}

/**
 * The failure's sentences in the user's language. A code that is not in the catalogue is shown as it is. Control
 * characters in names, which can be those of hostile files, are replaced, line ends too: a name does not end a line.
 */
export function describeFailure(data: Reason, locale: Locale): Said {
  const sentences = known.get(data.code);
  if (!sentences) return { message: data.code, hint: '' };
  const params = Object.fromEntries(
    Object.entries(data.params).map(([name, value]) => [name, plainParam(value, outputs.has(name))]),
  );
  return sentences[locale](params, (reason) => describeFailure(reason, locale));
}

/** Parameters that are not names, but lines that a program wrote or a user is to write. */
const outputs: ReadonlySet<string> = new Set(['output', 'lines']);

function plainParam(value: unknown, isOutput: boolean): unknown {
  if (typeof value === 'string') return withoutControlCharacters(value, isOutput ? '\n\t' : '\t');
  if (Array.isArray(value)) return value.map((each) => plainParam(each, isOutput));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, plainParam(each, isOutput || outputs.has(name))]),
  );
}

/** Every code of the catalogue. */
export const failureCodes: FailureCode[] = [];

/** Adds failures to the catalogue. */
export function addFailures(sentences: Readonly<Record<string, object>>): void {
  for (const [code, each] of Object.entries(sentences)) {
    failureCodes.push(code as FailureCode);
    // That the parameters fit the code was checked where the failure was made.
    known.set(code, each as CataloguedFailure<Record<string, unknown>>);
  }
}

addFailures(catalog);

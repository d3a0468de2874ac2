import { binaryFailures } from './failures/binaries.ts';
import { buildFailures } from './failures/builds.ts';
import { hostFailures } from './failures/hosts.ts';
import { imageFailures } from './failures/images.ts';
import { switchingFailures } from './failures/switching.ts';
import { systemFailures } from './failures/system.ts';
import { checksumDatabaseFailures } from './failures/checksum-database.ts';
import { sourceFailures } from './failures/sources.ts';
import { toolchainFailures } from './failures/toolchains.ts';
import { versionFailures } from './failures/versions.ts';
import { toolFailures } from './failures/tools.ts';
import type { Locale } from './locale.ts';
import type { Reason, Said } from './said.ts';

export type { UnreadableWhy } from './failures/switching.ts';

const catalog = {
  ...systemFailures,
  ...binaryFailures,
  ...versionFailures,
  ...sourceFailures,
  ...checksumDatabaseFailures,
  ...toolchainFailures,
  ...toolFailures,
  ...switchingFailures,
  ...buildFailures,
  ...imageFailures,
  ...hostFailures,
};

/** Every way in which Burrow can fail on purpose, e.g. `toolchain.checksum-mismatch`. */
export type FailureCode = keyof typeof catalog;
export type FailureParams<C extends FailureCode> = Parameters<(typeof catalog)[C]['en']>[0];

/** A failure as it crosses a process boundary: a code and what its sentence needs. */
export interface FailureData {
  code: FailureCode;
  params: Record<string, unknown>;
}

/**
 * An expected failure: one value of one union, known by its code. Whatever else is thrown is a bug.
 * `message` is English, for logs; hosts say it in the user's language with `describeFailure`.
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

/** Whether an unknown thrown value is the failure named `code` (any failure, when no code is given). */
export function isFailure(value: unknown, code?: FailureCode): value is Failure {
  return value instanceof Failure && (code === undefined || value.code === code);
}

/** Says a failure in the user's language. An unknown code (a newer host) is shown as it is. */
export function describeFailure(data: Reason, locale: Locale): Said {
  const texts = catalog[data.code as FailureCode] as
    | Record<Locale, (params: Record<string, unknown>, say: (reason: Reason) => Said) => Said>
    | undefined;
  if (!texts) return { message: data.code, hint: '' };
  return texts[locale](data.params, (reason) => describeFailure(reason, locale));
}

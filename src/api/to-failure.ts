import { ORPCError, ValidationError } from '@orpc/server';
import { Failure, type FailureCode, failure, isFailure } from '#contract/failure';
import { maskSecrets } from '#core/system';

/**
 * Converts what a procedure threw to a Failure: a typed error to its failure, rejected input to `input.invalid`, an
 * abort to `cancelled`, and everything else, which is a bug, to `internal` with its message. Secrets in its parameters
 * are masked: an address or a file's text may be among them.
 */
export function toFailure(thrown: unknown): Failure {
  const failed = failureOf(thrown);
  const params = Object.fromEntries(
    Object.entries(failed.params).map(([name, value]) => [name, masked(value)]),
  );
  return new Failure({ code: failed.code, params }, failed.cause);
}

/** The same value with the secrets of its texts masked, also within lists and nested failures. */
function masked(value: unknown): unknown {
  if (typeof value === 'string') return maskSecrets(value);
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, masked(each)]));
}

function failureOf(thrown: unknown): Failure {
  if (isFailure(thrown)) return thrown;
  if (thrown instanceof ORPCError) return fromTypedError(thrown);
  if (thrown instanceof Error && thrown.name === 'AbortError') return failure('cancelled', {}, thrown);
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return failure('internal', { detail }, thrown);
}

function fromTypedError(error: ORPCError<string, unknown>): Failure {
  if (error.code === 'FAILED') {
    const { code, params } = error.data as { code: FailureCode; params: Record<string, unknown> };
    return new Failure({ code, params }, error.cause);
  }
  if (error.code === 'BAD_REQUEST') return failure('input.invalid', { detail: issuesOf(error) }, error);
  // The output did not match the contract; the issues say where.
  return failure('internal', { detail: issuesOf(error) }, error);
}

function issuesOf(error: ORPCError<string, unknown>): string {
  if (!(error.cause instanceof ValidationError)) return error.message;
  return error.cause.issues
    .map((issue) => {
      const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
      return path.length > 0 ? `${path.join('.')}: ${issue.message}` : issue.message;
    })
    .join('; ');
}

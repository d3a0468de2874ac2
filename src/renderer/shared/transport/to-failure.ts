import { ORPCError } from '@orpc/client';
import { Failure, type FailureCode, failure } from '#contract/failure';

/** The state of a call when it fails. */
export interface CallState {
  /** The caller aborted it. */
  aborted: boolean;
  /** Its line has closed. */
  lost: boolean;
}

/**
 * Turns any error of a call into a Failure. Errors of the host arrive typed. All others come from the transport, where
 * only the state of the call tells an abort from a closed line.
 */
export function toFailure(thrown: unknown, call: CallState): Failure {
  if (thrown instanceof Failure) return thrown;
  if (thrown instanceof ORPCError && thrown.code === 'FAILED') {
    return new Failure(thrown.data as { code: FailureCode; params: Record<string, unknown> }, thrown);
  }
  if (call.aborted) return failure('cancelled', {}, thrown);
  if (call.lost) return failure('connection.lost', {}, thrown);
  return failure('internal', { detail: thrown instanceof Error ? thrown.message : String(thrown) }, thrown);
}

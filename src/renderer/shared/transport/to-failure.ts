import { ORPCError } from '@orpc/client';
import { Failure, type FailureCode, failure } from '#contract/failure';

/** What is known of a call when it fails. */
export interface CallState {
  /** Its caller gave it up. */
  aborted: boolean;
  /** The line it ran over has closed. */
  lost: boolean;
}

/**
 * Makes one Failure of whatever a call over the wire threw. What the other side said comes typed; everything else
 * arises on this side, where an abort and a closed line look alike but for the state of the call.
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

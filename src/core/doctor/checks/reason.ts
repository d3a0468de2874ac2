import type { FailureCode, FailureData, FailureParams } from '#contract/failure';

/** What a check found, as a failure that was not thrown. */
export function reasonOf<C extends FailureCode>(code: C, params: FailureParams<C>): FailureData {
  return { code, params: { ...params } };
}

import { type Failure, isFailure, isFailureOfClass } from '#contract/failure';

/** Whether another source may be tried after this failure. Never after a failed check. */
export function isSourceFailure(error: unknown): error is Failure {
  return isFailureOfClass(error, 'source');
}

/** Whether the server answered that it does not have the file. Some proxies answer 403. */
export function isMissing(error: unknown, statuses: readonly number[] = [403, 404, 410]): boolean {
  return isFailure(error, 'download.status') && statuses.includes(error.params['status'] as number);
}

/** A source's failure in a few words that need no translation. */
export function problemOf(failure: Failure): string {
  const { code, params } = failure;
  if (code === 'download.status') return `HTTP ${String(params['status'])}`;
  if (code === 'download.slow') return 'too slow';
  if (code === 'download.not-what-was-asked') return String(params['got']);
  if (code === 'checksum-database.unreachable')
    return `${String(params['database'])}: ${String(params['problem'])}`;
  if (code === 'source.no-proxy') return `GOPROXY: ${String(params['reason'])}`;
  if (typeof params['detail'] === 'string') return params['detail'];
  return code;
}

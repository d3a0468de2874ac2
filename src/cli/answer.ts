import { describeFailure } from '#contract/failure';
import type { Reason } from '#contract/said';
import type { Host } from './host.ts';

/** Prints a command's result: the contract's JSON, or words for people. */
export function answer(host: Pick<Host, 'json' | 'print'>, result: unknown, words: () => string): void {
  if (host.json) host.print(JSON.stringify(result, null, 2));
  else {
    const text = words();
    if (text) host.print(text);
  }
}

/** The failure as `--json` shows it, and as it stands inside other answers. */
export function failureJson(
  data: Reason,
  locale: Host['locale'],
): { code: string; message: string; hint: string } {
  return { code: data.code, ...describeFailure(data, locale) };
}

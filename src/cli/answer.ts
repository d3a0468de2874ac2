import { replaceControlCharacters } from '#contract/control-characters';
import { describeFailure } from '#contract/failure';
import type { Reason } from '#contract/said';
import type { Host } from './host.ts';

/** Prints the result of a command: with `--json` the document of the contract, otherwise text for people. */
export function answer(host: Pick<Host, 'json' | 'print'>, result: unknown, words: () => string): void {
  if (host.json) host.print(escapeControlCharacters(JSON.stringify(result, null, 2)));
  else {
    const text = words();
    if (text) host.print(text);
  }
}

/** JSON itself escapes only some control characters. */
function escapeControlCharacters(json: string): string {
  return replaceControlCharacters(json, (found) =>
    found === '\n' ? found : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A failure as `--json` prints it, and as part of other documents. */
export function failureJson(
  data: Reason,
  locale: Host['locale'],
): { code: string; message: string; hint: string; details?: string[] } {
  return { code: data.code, ...describeFailure(data, locale) };
}

import { describeFailure, type FailureCode } from '#contract/failure';
import type { Reason } from '#contract/said';
import { exitCode, type Host } from './host.ts';

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

/** What was typed is wrong, whatever the machine is like. */
const wrongUsage: readonly FailureCode[] = [
  'usage.invalid',
  'input.invalid',
  'version.unreadable',
  'image.ref-invalid',
];

/** There is no Go to run; the shim ends with the same code for each of them. */
const noGo: readonly FailureCode[] = [
  'toolchain.not-installed',
  'toolchain.not-for-arch',
  'toolchain.not-provided',
  'switching.install-cancelled',
  'version-file.unreadable',
  'switching.nothing-chosen',
  'switching.no-system-go',
  'switching.variable-unreadable',
];

/** The exit code that a failure ends with. */
export function exitCodeOf(code: FailureCode): number {
  if (code === 'cancelled') return exitCode.cancelled;
  if (wrongUsage.includes(code)) return exitCode.usage;
  return noGo.includes(code) ? exitCode.notInstalled : exitCode.failed;
}

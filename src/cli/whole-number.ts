import { failure } from '#contract/failure';
import type { Host } from './host.ts';
import type { Options } from './program.ts';

/**
 * The whole number given with an option, undefined when it was left out. `command` and the names stand in the
 * failure, usage.invalid.
 */
export function wholeNumber(
  host: Pick<Host, 'text'>,
  options: Options,
  wanted: { command: string; option: string; least: number; most: number },
): number | undefined {
  const { command, option, least, most } = wanted;
  const given = options[option];
  if (given === undefined) return undefined;
  const number = /^\d+$/.test(String(given)) ? Number(given) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw failure('usage.invalid', {
    detail: host.text.program.usage.noNumber(`--${option}`, String(given), least, most),
    see: `burrow ${command} --help`,
  });
}

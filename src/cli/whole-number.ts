import { failure } from '#contract/failure';
import type { Host } from './host.ts';
import type { Options } from './program.ts';

/**
 * Reads the whole number that an option was given; undefined if the option was left out. Fails with usage.invalid if
 * it is not a whole number between `min` and `max`.
 */
export function wholeNumber(
  host: Pick<Host, 'text'>,
  options: Options,
  wanted: { command: string; option: string; min: number; max: number },
): number | undefined {
  const { command, option, min, max } = wanted;
  const given = options[option];
  if (given === undefined) return undefined;
  const number = /^\d+$/.test(String(given)) ? Number(given) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw failure('usage.invalid', {
    detail: host.text.program.usage.notANumber(`--${option}`, String(given), min, max),
    see: `burrow ${command} --help`,
  });
}

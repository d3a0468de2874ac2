import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Comparison } from '#contract/builds';
import { failure } from '#contract/failure';
import { comparisonCsv } from '#contract/report/csv';
import { comparisonMarkdown } from '#contract/report/markdown';
import { verdictSentence } from '#contract/words/verdict';
import { errorCode, fileFailure, writeFileAtomic } from '#core/system';
import { answer } from '../answer.ts';
import type { Host } from '../host.ts';
import { plain } from '../words/plain.ts';
import type { Options, Registrar } from '../program.ts';
import { comparisonWords } from '../words/comparison.ts';

/** Adds `compare <a> [b]`, of builds and files. */
export function addCompare(to: Registrar): void {
  const { help } = to.text.compare;
  to.add('compare', help.summary, compare, (command) =>
    command
      .argument('<a>', help.a)
      .argument('[b]', help.b)
      .option('--markdown', help.markdown)
      .option('--csv', help.csv)
      .option('--html <file>', help.html)
      .option('--force', help.force),
  );
}

/** Adds `image compare <a> <b>`. */
export function addCompareImages(to: Registrar, description: string): void {
  to.add('compare', description, compare, (command) => command.argument('<a>', 'b1').argument('<b>', 'b2'));
}

async function compare(host: Host, [a = '', b]: string[], options: Options): Promise<void> {
  const named = (given: string) => nameOf(given, host.system.cwd);
  const pair = { a: named(a), ...(b === undefined ? {} : { b: named(b) }) };
  const result = await host.client.builds.compare(pair, { signal: host.signal });
  const file = typeof options.html === 'string' ? path.resolve(host.system.cwd, options.html) : null;
  if (file !== null) {
    const request = { ...pair, locale: host.locale };
    const { html } = await host.client.builds.report(request, { signal: host.signal });
    await writeReport(file, html, options.force === true);
  }
  answer(host, withSentence(result, host), () => {
    if (options.markdown === true) return comparisonMarkdown(result, host.locale).trimEnd();
    if (options.csv === true) return comparisonCsv(result).trimEnd();
    const words = comparisonWords(result, host);
    return file === null ? words : `${words}\n\n${host.text.compare.written(plain(file))}`;
  });
}

/** What is written with a slash or backslash is a file; anything else is an id. */
function nameOf(given: string, cwd: string): string {
  return /[/\\]/.test(given) ? path.resolve(cwd, given) : given;
}

/** The JSON document has the sentence too, in the user's language. */
function withSentence(result: Comparison, { locale }: Host): object {
  const sentence = verdictSentence(result, locale);
  return { ...result, verdict: { sentence, statements: [], causes: [], ...result.verdict } };
}

/** Failures: file.exists without `force`, and those of writing. */
async function writeReport(file: string, html: string, force: boolean): Promise<void> {
  if (force) return writeFileAtomic(file, html);
  try {
    // Only a file that is new is written, also if two commands do so at once.
    await writeFile(file, html, { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw failure('file.exists', { path: file });
    throw fileFailure(error, file);
  }
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseAppLink, writeAppLink } from '#contract/app-link';
import type { Comparison } from '#contract/comparison';
import { failure, isFailure } from '#contract/failure';
import { comparisonCsv } from '#contract/report/csv';
import { comparisonMarkdown } from '#contract/report/markdown';
import { verdictSentence } from '#contract/words/verdict';
import { burrowPaths, createFileAtomic, readTextIfThere, writeFileAtomic } from '#core/system';
import { answer } from '../answer.ts';
import type { Host } from '../host.ts';
import { plain } from '../words/plain.ts';
import type { Options, Registrar } from '../program.ts';
import { comparisonWords } from '../words/comparison.ts';

/** Adds `compare <a> [b]`, of builds and files. */
export function addCompare(to: Registrar): void {
  const { help } = to.text.compare;
  to.add('compare', help.summary, compareBuildsOrFiles, (command) =>
    command
      .argument('<a>', help.a)
      .argument('[b]', help.b)
      .option('--markdown', help.markdown)
      .option('--csv', help.csv)
      .option('--html <file>', help.html)
      .option('--force', help.force),
  );
}

/** A name without a slash may be meant as a file: `burrow compare old new`. */
async function compareBuildsOrFiles(host: Host, args: string[], options: Options): Promise<void> {
  try {
    await compare(host, args, options);
  } catch (error) {
    if (!isFailure(error, 'build.id-invalid')) throw error;
    throw failure('build.id-or-file-invalid', { id: String(error.params['id']) }, error);
  }
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
  const link = await linkTo(result, host);
  answer(host, withSentence(result, host), () => {
    if (options.markdown === true) return comparisonMarkdown(result, host.locale).trimEnd();
    if (options.csv === true) return comparisonCsv(result).trimEnd();
    const written = file === null ? [] : [host.text.compare.written(plain(file))];
    const inApp = link === null ? [] : [host.text.compare.inApp(link)];
    return [comparisonWords(result, host), ...written, ...inApp].join('\n\n');
  });
}

/** The address of the comparison in the app; null: the app opens no links here, or one of the two is no build. */
export async function linkTo({ a, b }: Comparison, { system }: Host): Promise<string | null> {
  const handler = (await readTextIfThere(burrowPaths(system).linkHandler))?.trim() ?? '';
  // It may have been removed since.
  if (!path.isAbsolute(handler) || !existsSync(handler)) return null;
  const link = writeAppLink({ to: 'compare', a: a.id, b: b.id });
  return parseAppLink(link) === null ? null : link;
}

/** What is written with a slash or backslash is a file, or a program of an image: `b12:/usr/bin/server`; anything else is an id. */
function nameOf(given: string, cwd: string): string {
  if (/^b\d+:\//i.test(given)) return given;
  return /[/\\]/.test(given) ? path.resolve(cwd, given) : given;
}

/** The JSON document has the sentence too, in the user's language. */
export function withSentence(result: Comparison, { locale }: Host): object {
  const sentence = verdictSentence(result, locale);
  return { ...result, verdict: { sentence, statements: [], causes: [], ...result.verdict } };
}

/** Failures: file.exists without `force`, folder.not-found, and those of writing. */
export async function writeReport(file: string, html: string, force: boolean): Promise<void> {
  try {
    await (force ? writeFileAtomic(file, html) : createFileAtomic(file, html));
  } catch (error) {
    if (!isFailure(error, 'file.not-found')) throw error;
    throw failure('folder.not-found', { path: path.dirname(file) }, error);
  }
}

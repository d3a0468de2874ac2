import type { Comparison } from '../comparison.ts';
import type { Locale } from '../locale.ts';
import { formatByteChange, formatBytes, formatNumber, formatPercentChange } from '../units.ts';
import type { Cause, Statement, Verdict } from '../verdict.ts';
import { en } from './verdict-en.ts';
import { type VerdictTexts, type Wording, wholePercent } from './verdict-texts.ts';
import { zhCN } from './verdict-zh-CN.ts';

const languages: Record<Locale, VerdictTexts> = { en, 'zh-CN': zhCN };

/**
 * Why B is larger or smaller than A, in one sentence without a full stop: `+612 kB (+4.1 %): 81 % from k8s.io/client-go,
 * new in this change`. Names are as they are in the programs, control characters included. Pure.
 */
export function verdictSentence(
  comparison: Pick<Comparison, 'change' | 'verdict'> & Partial<Pick<Comparison, 'measure' | 'images'>>,
  locale: Locale,
): string {
  const texts = languages[locale];
  const { change, verdict, measure, images } = comparison;
  const [first] = verdict?.statements ?? [];
  if (first && isWhole.has(first.kind)) return statementWords(first, locale);
  const headline = sizeWords(change, locale, measure);
  const files = measure === 'fileBytes' ? 0 : (images?.fileBytes?.change ?? 0);
  // The causes are told in bytes of files, which are more than those that are compressed.
  const size =
    files === 0
      ? headline
      : texts.withFiles(headline, texts.measure.fileBytes.replace('{}', formatByteChange(files, locale)));
  return texts.sentence(size, verdict ? verdictReasons(verdict, locale) : []);
}

/** Statements after which nothing is to be said, not even about the size. */
const isWhole: ReadonlySet<Statement['kind']> = new Set(['same-file', 'same-image']);

/** The statements of a verdict, each in words; the sentence is made of them. Pure. */
export function verdictReasons({ statements }: Verdict, locale: Locale): string[] {
  return statements.map((each) => statementWords(each, locale));
}

/** `+612 kB (+4.1 %)`, of an image `+12.4 MB compressed (+31.0 %)`. Pure. */
export function sizeWords(
  { change, percent }: Comparison['change'],
  locale: Locale,
  measure: Comparison['measure'] = null,
): string {
  const texts = languages[locale];
  if (change === null) return texts.sizesUnknown;
  if (change === 0) return texts.sameSize;
  const bytes = formatByteChange(change, locale);
  return texts.change(
    measure === null || measure === 'artifactBytes' ? bytes : texts.measure[measure].replace('{}', bytes),
    percent === null ? null : formatPercentChange(percent, locale),
  );
}

/** How a cause is called: the module with its versions, else the kind. Pure. */
export function causeWords(cause: Cause, locale: Locale): string {
  if (cause.kind === 'go' && cause.a && cause.b && cause.a !== cause.b) {
    const change = `Go ${goNumber(cause.a)} → ${goNumber(cause.b)}`;
    // A patch of Go rarely changes its size: what the program uses of the standard library does.
    return minorOf(cause.a) === minorOf(cause.b) ? languages[locale].patchOfGo(change) : change;
  }
  if (cause.name === null) return languages[locale].cause[cause.kind];
  return cause.kind === 'dependency-changed' ? withVersions(cause) : cause.name;
}

/** The kind of a cause, as one of several: `new modules`. Pure. */
export function causeKindWords(kind: Cause['kind'], locale: Locale): string {
  return languages[locale].cause[kind];
}

function statementWords(statement: Statement, locale: Locale): string {
  const texts = languages[locale];
  if (statement.kind === 'against') {
    const { cause } = statement;
    const named = cause.name === null ? null : texts.named[cause.kind]?.(cause.name);
    return texts.against(named ?? causeWords(cause, locale), formatByteChange(cause.bytes, locale));
  }
  if (statement.kind === 'replacement') {
    const { cause, count } = statement;
    const isNew = cause.kind === 'dependency-added';
    const change = formatByteChange(cause.bytes, locale);
    return texts.replacement({ name: cause.name ?? '', change, isNew, count });
  }
  const reason = (texts.reason[statement.kind] as (of: Statement, wording: Wording) => string)(
    statement,
    wordingIn[locale],
  );
  if (!('percent' in statement) || statement.percent === null || saysBytes.has(statement.kind)) return reason;
  if (statement.percent < wholePercent) return texts.share(shareWords(statement.percent), reason);
  return standsAlone.has(statement.kind) ? reason : texts.whole(reason);
}

/** Statements that say themselves that they are the whole. */
const standsAlone: ReadonlySet<Statement['kind']> = new Set([
  'debug-info',
  'symbols',
  'flags',
  'cgo',
  'go',
  'target',
]);

/** Statements that have their bytes in words, which the headline may count otherwise. */
const saysBytes: ReadonlySet<Statement['kind']> = new Set([
  'base-image',
  'image-file',
  'image-folder',
  'hidden-file',
]);

/** `81 %`; a share of less than half a percent is not 0. Pure. */
export function shareWords(percent: number): string {
  return percent < 0.5 ? '<1 %' : `${Math.round(percent)} %`;
}

function wordsOf(locale: Locale): Wording {
  return {
    module: ({ how, count, largest }) =>
      how === 'changed' && count === 1 ? withVersions(largest) : (largest.name ?? ''),
    go: goNumber,
    change: (bytes) => formatByteChange(bytes, locale),
    size: (bytes) => formatBytes(bytes, locale),
    number: (count) => formatNumber(count, locale),
  };
}

const wordingIn: Record<Locale, Wording> = { en: wordsOf('en'), 'zh-CN': wordsOf('zh-CN') };

function withVersions({ name, a, b }: Cause): string {
  return a === null || b === null || a === b ? (name ?? '') : `${name} ${a} → ${b}`;
}

function minorOf(version: string): string | undefined {
  return /^go1\.\d+/.exec(version)?.[0];
}

function goNumber(version: string): string {
  return version.replace(/^go(?=\d)/, '');
}

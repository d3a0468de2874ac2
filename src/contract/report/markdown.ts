import type { Build } from '../build.ts';
import type { Comparison, Delta } from '../comparison.ts';
import type { Locale } from '../locale.ts';
import { markdownCode, markdownTable, markdownText } from '../markdown.ts';
import { formatByteChange, formatBytes, formatPercentChange } from '../units.ts';
import { causeWords, shareWords, verdictSentence } from '../words/verdict.ts';
import { en } from '../words/en.ts';
import { zhCN } from '../words/zh-CN.ts';
import { imageTables } from './image-tables.ts';
import { bucketWords, causesToTell, moduleWords, moveWords, movesToTell, versionWords } from './rows.ts';
import { reportTexts } from './texts.ts';

const words = { en, 'zh-CN': zhCN };

/** The number of rows in each table: a pull request needs only the main reasons. */
const maxRows = 15;

/**
 * A comparison as Markdown for a pull request: the verdict, then causes, settings, modules, moves, packages and layers.
 * Names from programs are shown as they are: none of them is Markdown or HTML. Pure.
 */
export function comparisonMarkdown(comparison: Comparison, locale: Locale): string {
  const { a, b, change, settings, moves } = comparison;
  const texts = reportTexts[locale];
  const tables = [
    rows(
      [texts.cause, texts.change, texts.share],
      causesToTell(comparison).map((cause) => [
        markdownText(causeWords(cause, locale)),
        formatByteChange(cause.bytes, locale),
        cause.percent === null ? '' : shareWords(cause.percent),
      ]),
      [1, 2],
      locale,
    ),
    rows(
      ['', `A: ${describe(a)}`, `B: ${describe(b)}`],
      [
        [texts.size, bytes(change.a, locale), bytes(change.b, locale)],
        ...settings.map((each) => [
          words[locale].buildSetting[each.name],
          markdownCode(each.a ?? '–'),
          markdownCode(each.b ?? '–'),
        ]),
      ],
      [],
      locale,
    ),
    rows(
      [texts.module, texts.version, 'A', 'B', texts.change],
      comparison.modules.map((each) => [
        each.kind === 'dependency' ? markdownCode(each.path) : moduleWords(each, locale),
        markdownCode(versionWords(each, locale)),
        ...deltaCells(each, locale),
      ]),
      [2, 3, 4],
      locale,
    ),
    rows(
      [texts.moves, texts.change],
      movesToTell({ moves }).map((each) => [
        each.kind === 'bucket' ? moveWords(each, locale) : markdownCode(moveWords(each, locale)),
        each.change === null ? '' : formatByteChange(each.change, locale),
      ]),
      [1],
      locale,
    ),
    rows(
      [texts.buckets, 'A', 'B', texts.change],
      comparison.buckets.map((each) => [bucketWords(each.name, locale), ...deltaCells(each, locale)]),
      [1, 2, 3],
      locale,
    ),
    rows(
      [texts.package, 'A', 'B', texts.change],
      comparison.packages.map((each) => [markdownCode(each.name), ...deltaCells(each, locale)]),
      [1, 2, 3],
      locale,
    ),
    ...imageTables(comparison, locale).map(({ title, rows: all }) =>
      rows(
        [title, '', 'A', 'B', texts.change],
        all.map(({ name, note, delta }) => [
          markdownCode(name),
          markdownText(note),
          ...(delta ? deltaCells(delta, locale) : ['', '', '']),
        ]),
        [2, 3, 4],
        locale,
      ),
    ),
  ];
  return `**${markdownCode(b.subject)}** ${markdownText(verdictSentence(comparison, locale))}\n\n${tables.filter(Boolean).join('\n\n')}\n`;
}

function rows(titles: string[], all: string[][], right: number[], locale: Locale): string {
  if (all.length === 0) return '';
  const rest = all.length - maxRows;
  const more = rest > 0 ? [[reportTexts[locale].more(rest), ...titles.slice(1).map(() => '')]] : [];
  return markdownTable(titles, [...all.slice(0, maxRows), ...more], right);
}

function deltaCells({ a, b, change, percent }: Delta, locale: Locale): string[] {
  const share = percent === null ? '' : ` (${formatPercentChange(percent, locale)})`;
  return [
    bytes(a, locale),
    bytes(b, locale),
    change === null ? '' : `${formatByteChange(change, locale)}${share}`,
  ];
}

function bytes(value: number | null, locale: Locale): string {
  return value === null ? '' : formatBytes(value, locale);
}

function describe({ id, vcs }: Build): string {
  const name = id.split(/[/\\]/).at(-1) ?? id;
  return `${markdownCode(name)}${vcs ? ` ${markdownCode(vcs.commit.slice(0, 7))}` : ''}`;
}

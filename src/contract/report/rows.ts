import type { Comparison, ModuleDelta, Move } from '../comparison.ts';
import type { Locale } from '../locale.ts';
import { formatBytes } from '../units.ts';
import type { Cause } from '../verdict.ts';
import { en } from '../words/en.ts';
import { zhCN } from '../words/zh-CN.ts';
import { type ReportTexts, reportTexts } from './texts.ts';

const words = { en, 'zh-CN': zhCN };

/** The name of a bucket; what is none is returned as it is. Pure. */
export function bucketWords(name: string, locale: Locale): string {
  const names: Partial<Record<string, string>> = words[locale].bucket;
  return names[name] ?? name;
}

/** How a row of modules is called: by its path, or by what it is. Pure. */
export function moduleWords({ path, kind }: ModuleDelta, locale: Locale): string {
  return kind === 'dependency' ? path : reportTexts[locale].moduleKind[kind];
}

/** `v1.0.0 → v1.1.0`, `v1.1.0 new`; empty where there is no version. Pure. */
export function versionWords({ versionA, versionB }: ModuleDelta, locale: Locale): string {
  const texts: ReportTexts = reportTexts[locale];
  if (versionA === versionB) return versionA ?? '';
  if (versionA === null) return `${versionB} ${texts.added}`;
  return versionB === null ? `${versionA} ${texts.removed}` : `${versionA} → ${versionB}`;
}

/** Of a package that was divided among many. */
const maxNames = 3;

/** A move in words: the old and the new names, or that Go stores types elsewhere. Pure. */
export function moveWords(move: Move, locale: Locale): string {
  const { kind, from, to, moved } = move;
  const list = (names: readonly string[]) => {
    const left = names.length - maxNames;
    const shown = left > 0 ? [...names.slice(0, maxNames), reportTexts[locale].more(left)] : names;
    return shown.join(locale === 'en' ? ', ' : '、');
  };
  if (kind !== 'bucket') return `${list(from)} → ${list(to)}`;
  const [before = '', after = ''] = [from[0], to[0]].map((name) => bucketWords(name ?? '', locale));
  return reportTexts[locale].typesMoved(formatBytes(moved, locale), before, after);
}

/** The moves to list: without packages that moved with their module. Pure. */
export function movesToTell({ moves }: Pick<Comparison, 'moves'>): Move[] {
  return moves.filter(({ withModule }) => !withModule);
}

/** The causes to list: without those that are less than half a percent of the largest. Pure. */
export function causesToTell({ verdict }: Pick<Comparison, 'verdict'>): Cause[] {
  const causes = verdict?.causes ?? [];
  const largest = Math.max(0, ...causes.map(({ bytes }) => Math.abs(bytes)));
  return causes.filter(({ bytes }) => Math.abs(bytes) * 200 >= largest);
}

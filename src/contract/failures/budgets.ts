import type { Bucket } from '../binaries.ts';
import type { Comparison, ModuleDelta } from '../comparison.ts';
import type { Locale } from '../locale.ts';
import { said } from '../said.ts';
import { formatBytes, formatPercentChange } from '../units.ts';
import { verdictSentence } from '../words/verdict.ts';
import { type BudgetProblem, problemWords, remedyWords } from './budget-problems.ts';

/** What a budget is for; a module is named, never a pattern. */
export type BudgetPart =
  | { kind: 'total' }
  | { kind: 'module'; name: string }
  | { kind: 'bucket'; name: Bucket['name'] };
/** What growth is measured against: the build before, the last of a branch or of a tag, or one by its id. */
export type Baseline =
  | { kind: 'previous' }
  | { kind: 'branch'; name: string }
  | { kind: 'last-tag'; name: string | null }
  | { kind: 'build'; id: string };

/** `./cmd/server (linux/amd64)`, or a part of it. */
interface Where {
  program: string;
  target: string | null;
  part: BudgetPart;
}

const where: Record<Locale, (of: Where) => string> = {
  en: ({ program, target, part }) => {
    const whole = target === null ? program : `${program} (${target})`;
    if (part.kind === 'total') return whole;
    return part.kind === 'module' ? `${part.name} in ${whole}` : `The bucket ${part.name} of ${whole}`;
  },
  // Ends with a space where a Chinese character follows a Latin one.
  'zh-CN': ({ program, target, part }) => {
    const whole = target === null ? `${program} ` : `${program}（${target}）`;
    if (part.kind === 'total') return whole;
    return part.kind === 'module' ? `${whole}中的 ${part.name} ` : `${whole}的类别 ${part.name} `;
  },
};

const against: Record<Locale, (baseline: Baseline) => string> = {
  en: (baseline) => {
    if (baseline.kind === 'previous') return 'the build before';
    if (baseline.kind === 'branch') return `the last build of ${baseline.name}`;
    if (baseline.kind === 'build') return baseline.id;
    return baseline.name === null ? 'the last tag' : `the build of ${baseline.name}`;
  },
  'zh-CN': (baseline) => {
    if (baseline.kind === 'previous') return '前一次构建';
    if (baseline.kind === 'branch') return `${baseline.name} 的最近一次构建`;
    if (baseline.kind === 'build') return baseline.id;
    return baseline.name === null ? '最近的标签' : `${baseline.name} 的构建`;
  },
};

/** Why there is nothing to compare with: no such build, no such tag, or one that an older reader has read. */
export type NoBaseline = 'no-build' | 'no-tag' | 'older-analysis';

interface Growth extends Where {
  bytes: number;
  percent: number | null;
  limit: { bytes: number } | { percent: number };
  baseline: Baseline;
  /** The build that it was measured against. */
  id: string;
  /** Of the whole program; null: the budget is for a part of it. */
  comparison: Pick<Comparison, 'change' | 'verdict'> | null;
  /** Of the module that the budget is for, on both sides; null: for another part, or equal. */
  versions: Pick<ModuleDelta, 'versionA' | 'versionB'> | null;
}

function grew({ bytes, percent }: Growth, locale: Locale): string {
  const change = formatBytes(bytes, locale);
  return percent === null ? change : `${change} (${formatPercentChange(percent, locale)})`;
}

function limitWords(limit: Growth['limit'], locale: Locale): string {
  return 'bytes' in limit ? formatBytes(limit.bytes, locale) : `${limit.percent} %`;
}

/** Why it grew, as far as that is known. */
function whyGrown({ comparison, versions }: Growth, locale: Locale): string {
  const end = locale === 'en' ? '.' : '。';
  if (comparison !== null) return `${verdictSentence(comparison, locale)}${end}\n`;
  if (versions === null) return '';
  const none = locale === 'en' ? 'none' : '无';
  return `${versions.versionA ?? none} → ${versions.versionB ?? none}${end}\n`;
}

/** Budgets of a project: what `burrow check` finds, and why it cannot check. */
export const budgetFailures = {
  'budget.no-file': said<{ dir: string }>('usage', {
    en: (p) => ({
      message: `There is no burrow.toml in ${p.dir} and above.`,
      hint: 'Create one with a budget in it: [[budget]], and below it max = "25 MB".',
    }),
    'zh-CN': (p) => ({
      message: `${p.dir} 及其上级文件夹中没有 burrow.toml。`,
      hint: '请新建一个并写入预算：[[budget]]，下一行写 max = "25 MB"。',
    }),
  }),
  'budget.file-invalid': said<{ path: string; line: number; problem: BudgetProblem }>('usage', {
    en: (p) => ({
      message: `${p.path}:${p.line}: ${problemWords(p.problem, 'en')}`,
      hint: remedyWords(p.problem, 'en'),
    }),
    'zh-CN': (p) => ({
      message: `${p.path}:${p.line}：${problemWords(p.problem, 'zh-CN')}`,
      hint: remedyWords(p.problem, 'zh-CN'),
    }),
  }),
  'budget.nothing-built': said<{ dir: string }>('failed', {
    en: (p) => ({
      message: `No program of ${p.dir} is in the history.`,
      hint: 'Build one with `burrow build ./cmd/…`, or record a file: `burrow record FILE --project DIR`.',
    }),
    'zh-CN': (p) => ({
      message: `历史中没有 ${p.dir} 的程序。`,
      hint: '请用 `burrow build ./cmd/…` 构建，或记录一个文件：`burrow record 文件 --project 文件夹`。',
    }),
  }),
  'budget.exceeded': said<Where & { bytes: number; max: number }>('failed', {
    en: (p) => ({
      message: `${where.en(p)} takes ${formatBytes(p.bytes, 'en')}, ${formatBytes(p.bytes - p.max, 'en')} more than its budget of ${formatBytes(p.max, 'en')}.`,
      hint: 'If this is meant, raise max in burrow.toml.',
    }),
    'zh-CN': (p) => ({
      message: `${where['zh-CN'](p)}占 ${formatBytes(p.bytes, 'zh-CN')}，超出预算 ${formatBytes(p.max, 'zh-CN')} 达 ${formatBytes(p.bytes - p.max, 'zh-CN')}。`,
      hint: '如属预期，请在 burrow.toml 中调高 max。',
    }),
  }),
  'budget.grown': said<Growth>('failed', {
    en: (p) => ({
      message: `${where.en(p)} grew by ${grew(p, 'en')} against ${against.en(p.baseline)}; its budget is ${limitWords(p.limit, 'en')}.`,
      hint: `${whyGrown(p, 'en')}If this is meant, raise max-growth in burrow.toml.`,
    }),
    'zh-CN': (p) => ({
      message: `${where['zh-CN'](p)}增长了 ${grew(p, 'zh-CN')}，超出预算 ${limitWords(p.limit, 'zh-CN')}；比较基准：${against['zh-CN'](p.baseline)}。`,
      hint: `${whyGrown(p, 'zh-CN')}如属预期，请在 burrow.toml 中调高 max-growth。`,
    }),
  }),
  'budget.no-baseline': said<Omit<Where, 'part'> & { baseline: Baseline; why: NoBaseline }>('failed', {
    en: (p) => ({
      message: `There is no baseline yet for ${where.en({ ...p, part: { kind: 'total' } })}: ${noBaseline.en(p)}.`,
      hint: 'Its growth was not checked.',
    }),
    'zh-CN': (p) => ({
      message: `${where['zh-CN']({ ...p, part: { kind: 'total' } })}尚无比较基准：${noBaseline['zh-CN'](p)}。`,
      hint: '未检查其增长。',
    }),
  }),
  'budget.parts-unknown': said<Omit<Where, 'part'>>('failed', {
    en: (p) => ({
      message: `It is not known what the modules of ${where.en({ ...p, part: { kind: 'total' } })} take, so a budget could not be checked.`,
      hint: '`burrow inspect FILE` says why. A budget for the whole program, without module, can be checked.',
    }),
    'zh-CN': (p) => ({
      message: `无法得知 ${where['zh-CN']({ ...p, part: { kind: 'total' } })}中各模块的大小，因此有一项预算未能检查。`,
      hint: '`burrow inspect 文件` 会说明原因。不指定 module 的预算（针对整个程序）可以检查。',
    }),
  }),
  'budget.no-module': said<{ module: string }>('failed', {
    en: (p) => ({
      message: `No module ${p.module} is in a program that was checked.`,
      hint: 'If it is misspelt, correct it; `burrow modules` lists them. To forbid a module, give it max = 0.',
    }),
    'zh-CN': (p) => ({
      message: `已检查的程序中没有模块 ${p.module}。`,
      hint: '如有拼写错误，请更正；`burrow modules` 会列出模块。要禁止某个模块，请设置 max = 0。',
    }),
  }),
  'budget.no-program': said<{ program: string; known: readonly string[] }>('failed', {
    en: (p) => ({
      message: `No program ${p.program} was checked, so its budget was not.`,
      hint: `There are: ${p.known.join(', ')}.`,
    }),
    'zh-CN': (p) => ({
      message: `没有检查名为 ${p.program} 的程序，因此未检查其预算。`,
      hint: `现有：${p.known.join('、')}。`,
    }),
  }),
};

const noBaseline: Record<Locale, (of: { baseline: Baseline; why: NoBaseline }) => string> = {
  en: ({ baseline, why }) => {
    if (why === 'no-tag') return 'its commit is not known, or no tag before it is in this clone';
    if (why === 'older-analysis')
      return `${against.en(baseline)} was read by an earlier Burrow, and its file is gone`;
    if (baseline.kind === 'previous') return 'it is the first build of its kind';
    if (baseline.kind === 'branch')
      return `no build of its kind of the branch ${baseline.name} is in the history`;
    return `${baseline.kind === 'build' ? `a build ${baseline.id}` : against.en(baseline)} of its kind is not in the history`;
  },
  'zh-CN': ({ baseline, why }) => {
    if (why === 'no-tag') return '不知道其提交，或此克隆中没有更早的标签';
    if (why === 'older-analysis')
      return `比较基准（${against['zh-CN'](baseline)}）由旧版 Burrow 读取，且其文件已不在`;
    if (baseline.kind === 'previous') return '这是同类构建中的第一个';
    if (baseline.kind === 'branch') return `历史中没有分支 ${baseline.name} 的同类构建`;
    return `历史中没有${baseline.kind === 'build' ? `同类构建 ${baseline.id}` : ` ${against['zh-CN'](baseline)}`}`;
  },
};

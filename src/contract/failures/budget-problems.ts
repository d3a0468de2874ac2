import type { Locale } from '../locale.ts';

/** Why burrow.toml is not understood. `value`: as JSON. */
interface Problems {
  syntax: { detail: string };
  'unknown-key': { key: string; nearest: string | null };
  'no-budget': object;
  'no-list': { key: string };
  'no-flag': { key: string; value: string };
  'no-texts': { key: string };
  'unknown-measure': { value: string; measures: readonly string[] };
  'no-image-limit': object;
  'measure-nothing': object;
  'no-limit': object;
  'against-nothing': object;
  'two-parts': object;
  'no-text': { key: string };
  empty: { key: string };
  'no-size': { key: string; value: string; units: readonly string[] };
  'unknown-bucket': { value: string; buckets: readonly string[] };
}
type Kind = keyof Problems;
export type BudgetProblem = { [K in Kind]: { kind: K } & Problems[K] }[Kind];

const texts: Record<Locale, { [K in Kind]: (problem: Problems[K]) => string }> = {
  en: {
    syntax: ({ detail }) => `this is not TOML (${detail}).`,
    'unknown-key': ({ key, nearest }) =>
      nearest === null ? `there is no key ${key}.` : `there is no key ${key}; did you mean ${nearest}?`,
    'no-budget': () => 'it has no [[budget]].',
    'no-list': ({ key }) => `\`${key}\` must be a list of tables: write [[${key}]] above each.`,
    'no-flag': ({ key, value }) => `${key} is true or false, not ${value}.`,
    'no-texts': ({ key }) => `the value of ${key} must be a list of texts in quotes.`,
    'unknown-measure': ({ value, measures }) =>
      `there is no measure "${value}". There are: ${measures.join(', ')}.`,
    'no-image-limit': () =>
      'this entry has no limit: give it max-size, max-waste, secrets = false, root = false, or base.',
    'measure-nothing': () => '`measure` says what max-size counts, and this entry has no max-size.',
    'no-limit': () => 'this budget has no limit: give it max, max-growth, or both.',
    'against-nothing': () =>
      '`against` says what max-growth is measured against, and this budget has no max-growth.',
    'two-parts': () => 'a budget is for a module or for a bucket, not for both.',
    'no-text': ({ key }) => `the value of ${key} must be text in quotes.`,
    empty: ({ key }) => `the value of ${key} is empty. Leave the key out, or give it a value.`,
    'no-size': ({ value }) => `${value} is not a size.`,
    'unknown-bucket': ({ value, buckets }) =>
      `there is no bucket "${value}". There are: ${buckets.join(', ')}.`,
  },
  'zh-CN': {
    syntax: ({ detail }) => `此处不是有效的 TOML（${detail}）。`,
    'unknown-key': ({ key, nearest }) =>
      nearest === null ? `没有名为 ${key} 的键。` : `没有名为 ${key} 的键；是否想写 ${nearest}？`,
    'no-budget': () => '其中没有 [[budget]]。',
    'no-list': ({ key }) => `\`${key}\` 必须是表的列表：请在每一项上方写 [[${key}]]。`,
    'no-flag': ({ key, value }) => `${key} 的值应为 true 或 false，而不是 ${value}。`,
    'no-texts': ({ key }) => `${key} 的值必须是由引号中的文本组成的列表。`,
    'unknown-measure': ({ value, measures }) => `没有度量“${value}”。可用的有：${measures.join('、')}。`,
    'no-image-limit': () =>
      '此项没有任何限制：请设置 max-size、max-waste、secrets = false、root = false 或 base。',
    'measure-nothing': () => '`measure` 指定 max-size 的度量方式，而此项没有 max-size。',
    'no-limit': () => '此预算没有任何限制：请设置 max、max-growth，或两者都设置。',
    'against-nothing': () => '`against` 指定 max-growth 的比较对象，而此预算没有 max-growth。',
    'two-parts': () => '一项预算只能针对模块或类别之一，不能两者都指定。',
    'no-text': ({ key }) => `${key} 的值必须是引号中的文本。`,
    empty: ({ key }) => `${key} 的值为空。请删除此键，或为它设置一个值。`,
    'no-size': ({ value }) => `${value} 不是大小。`,
    'unknown-bucket': ({ value, buckets }) => `没有类别“${value}”。可用的有：${buckets.join('、')}。`,
  },
};

/** What is wrong, as the end of a sentence. */
export function problemWords(problem: BudgetProblem, locale: Locale): string {
  return (texts[locale][problem.kind] as (of: BudgetProblem) => string)(problem);
}

/** What to write instead. */
export function remedyWords(problem: BudgetProblem, locale: Locale): string {
  const isEnglish = locale === 'en';
  if (problem.kind === 'no-size') {
    const units = problem.units.join(isEnglish ? ', ' : '、');
    const percent = problem.key === 'max-growth';
    if (isEnglish) return `Write it like "25 MB"${percent ? ' or "2 %"' : ''}; units: ${units}.`;
    return `请写成 "25 MB"${percent ? ' 或 "2 %"' : ''} 的形式；单位：${units}。`;
  }
  return isEnglish
    ? 'A budget looks like this: [[budget]], and below it max = "25 MB". For images it is [[image]] and max-size. docs/budgets.md has all keys.'
    : '预算的写法：[[budget]]，下一行写 max = "25 MB"；镜像则写 [[image]] 和 max-size。全部键见 docs/budgets.md。';
}

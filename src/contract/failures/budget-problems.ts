import type { Locale } from '../locale.ts';

/** Why burrow.toml is not understood. */
export type BudgetProblem =
  | { kind: 'syntax'; detail: string }
  | { kind: 'unknown-key'; key: string; nearest: string | null }
  | { kind: 'no-budget' | 'no-list' | 'no-limit' | 'against-nothing' | 'two-parts' }
  | { kind: 'no-text'; key: string }
  | { kind: 'no-size'; key: string; value: string; units: readonly string[] }
  | { kind: 'unknown-bucket'; value: string; buckets: readonly string[] };

export const problemWords: Record<Locale, (problem: BudgetProblem) => string> = {
  en: (problem) => {
    switch (problem.kind) {
      case 'syntax':
        return `this is not TOML (${problem.detail}).`;
      case 'unknown-key':
        return problem.nearest === null
          ? `there is no key ${problem.key}.`
          : `there is no key ${problem.key}; did you mean ${problem.nearest}?`;
      case 'no-budget':
        return 'it has no [[budget]].';
      case 'no-list':
        return '`budget` must be a list of tables: write [[budget]] above each.';
      case 'no-limit':
        return 'this budget has no limit: give it max, max-growth, or both.';
      case 'against-nothing':
        return '`against` says what max-growth is measured against, and this budget has no max-growth.';
      case 'two-parts':
        return 'a budget is for a module or for a bucket, not for both.';
      case 'no-text':
        return `the value of ${problem.key} must be text in quotes.`;
      case 'no-size':
        return `"${problem.value}" is not a size.`;
      case 'unknown-bucket':
        return `there is no bucket "${problem.value}". There are: ${problem.buckets.join(', ')}.`;
    }
  },
  'zh-CN': (problem) => {
    switch (problem.kind) {
      case 'syntax':
        return `此处不是有效的 TOML（${problem.detail}）。`;
      case 'unknown-key':
        return problem.nearest === null
          ? `没有名为 ${problem.key} 的键。`
          : `没有名为 ${problem.key} 的键；是否想写 ${problem.nearest}？`;
      case 'no-budget':
        return '其中没有 [[budget]]。';
      case 'no-list':
        return '`budget` 必须是表的列表：请在每一项上方写 [[budget]]。';
      case 'no-limit':
        return '此预算没有任何限制：请设置 max、max-growth，或两者都设置。';
      case 'against-nothing':
        return '`against` 指定 max-growth 的比较对象，而此预算没有 max-growth。';
      case 'two-parts':
        return '一项预算只能针对模块或类别之一，不能两者都指定。';
      case 'no-text':
        return `${problem.key} 的值必须是引号中的文本。`;
      case 'no-size':
        return `“${problem.value}”不是大小。`;
      case 'unknown-bucket':
        return `没有类别“${problem.value}”。可用的有：${problem.buckets.join('、')}。`;
    }
  },
};

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
    ? 'A budget looks like this: [[budget]], and below it max = "25 MB". docs/budgets.md has all keys.'
    : '预算的写法：[[budget]]，下一行写 max = "25 MB"。全部键见 docs/budgets.md。';
}

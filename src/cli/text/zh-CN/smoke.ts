import { zhCN as words } from '#contract/words/zh-CN';
import type { Text } from '../text.ts';

export const smoke: Text['smoke'] = {
  step: words.smokeStep,
  outcome: words.smokeOutcome,
  because: words.smokeBecause,
  passed: (version) => `${version} 工作正常。`,
  failed: (version) =>
    `${version} 无法正常工作。请比对其文件：\`burrow verify ${version.replace(/^go/, '')}\`。`,
  alone: '--smoke 试用 Go，--repair 修复其文件：请只用其中之一。',
};

import type { Text } from '../text.ts';

export const check: Text['check'] = {
  help: {
    summary: '按 burrow.toml 检查项目中程序的大小；超出预算时退出码为 3',
    dir: '项目文件夹（默认：当前文件夹）',
    file: '检查此程序（不会被记录），而不是最新的构建',
  },
  program: '程序',
  target: '目标',
  build: '构建',
  size: '大小',
  exceeded: '超出预算',
  unknown: '无法得知',
  notChecked: '未检查',
  notRecorded: '未记录',
  kept: (limits, programs) => `未超出任何预算：在 ${programs} 个程序中检查了 ${limits} 项限制。`,
  notAll: (unknown) => `${unknown} 项预算未能检查。`,
  nothingChecked: '尚未检查任何内容。',
  found: (exceeded, limits, programs) =>
    `在 ${programs} 个程序的 ${limits} 项限制中，有 ${exceeded} 项超出。`,
};

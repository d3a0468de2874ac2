import type { DoctorSeverity } from '#contract/doctor';

const counted: Record<DoctorSeverity, (count: number) => string> = {
  error: (count) => `${count} 个错误`,
  warning: (count) => `${count} 个警告`,
  info: (count) => `${count} 条提示`,
};

export const doctor = {
  help: {
    summary: '找出本机 Go 的问题并修复；有错误或警告时退出码为 3',
    dir: '同时检查此文件夹中的项目（默认：当前文件夹）',
    fix: '逐一显示更改、询问并执行：针对这些问题，或所有错误和警告',
  },
  severity: { error: '错误', warning: '警告', info: '提示' } satisfies Record<DoctorSeverity, string>,
  counted,
  /** `ms`: formatted. */
  well: (checks: number, ms: string) => `一切正常：${checks} 项检查，用时 ${ms}。`,
  found: (counts: string, checks: number, ms: string) => `${counts}；${checks} 项检查，用时 ${ms}。`,
  unknown: '没有结果',
  fixIt: (id: string) => `修复：burrow doctor --fix ${id}`,
  run: (command: string) => `请运行：${command}`,
  moreEvidence: (count: number) => `…… 以及另外 ${count} 处`,
  fixAll: '逐一修复 Burrow 能修复的问题：burrow doctor --fix',
  running: (done: number) => `已完成 ${done} 项检查`,
  confirm: '进行此更改？',
  skipped: '未更改。',
  fixed: '已修复。',
  undo: (entry: string) => `如需恢复：burrow shell undo ${entry}`,
  nothingToFix: '没有 Burrow 能自行修复的问题。',
  noSuch: (id: string) => `没有编号为 ${id} 且 Burrow 能修复的问题。`,
  left: (counts: string) => `仍然存在：${counts}。`,
  noneLeft: '已没有错误和警告。',
};

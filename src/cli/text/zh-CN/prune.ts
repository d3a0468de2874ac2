import type { Text } from '../text.ts';

export const prune: Text['prune'] = {
  help: {
    summary: '显示可以删除的内容以释放空间，并将其删除',
    dryRun: '只显示，不删除',
    days: '安装及最近使用后满此天数才算作未使用（默认为 30）',
    caches: '同时删除 Go 模块缓存中的工具链和 Go 构建缓存',
  },
  kind: {
    leftover: '被中断的操作所遗留',
    download: '未完成的下载',
    superseded: '已安装更新的补丁版本',
    unused: '没有已知项目使用，也不是默认版本',
    'module-cache': '位于 Go 模块缓存',
    'compile-cache': 'Go 构建缓存',
  },
  supersededBy: (version) => `未使用，且已安装 ${version}`,
  why: '原因',
  lastUse: '最近使用',
  notUsed: (day) => `安装（${day}）后未使用`,
  path: '位置',
  nothing: '没有可以删除的内容。',
  caches: (bytes) => `加上 --caches 还可释放 ${bytes}，Go 会在需要时重新生成：`,
  confirm: (count, bytes) => `要删除${count === 1 ? '它' : `这 ${count} 项`}并释放 ${bytes} 吗？`,
  deleting: (path) => `正在删除 ${path}`,
  done: (count, bytes) => `已删除 ${count} 项，释放了 ${bytes}。`,
  inUse: (path) => `保留 ${path}：它现在正在使用，或已不存在。`,
  kept: '没有删除任何内容。',
};

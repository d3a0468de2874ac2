import type { Text } from '../text.ts';

export const modules: Text['modules'] = {
  help: {
    summary: '列出项目的模块：版本、在最近一次构建中的大小、替换、vendor/',
    online: '同时查询较新、已撤回和已弃用的版本',
    verify: '检查模块缓存中的源代码是否未被改动（`go mod verify`）',
    offlineCheck: '检查能否不联网从 vendor/ 和模块缓存编译全部代码',
  },
  module: '模块',
  version: '版本',
  size: '大小',
  go: 'Go',
  licence: '许可证',
  kind: { main: '本项目', direct: '直接依赖', indirect: '间接依赖' },
  sizesOf: (id, subject, size, when) => `大小取自 ${id} 中的 ${subject}，共 ${size}，${when}`,
  noSizes: '没有大小：历史中没有此项目的程序。记录一个：`burrow build`',
  notIncluded: '不在程序中',
  notInProgram: (count) => `…另有 ${count} 个不在程序中`,
  replacedBy: (what, where) => `替换为 ${what}（${where}）`,
  retracted: (reasons) => (reasons ? `已撤回：${reasons}` : '已撤回'),
  deprecated: (notice) => `已弃用：${notice}`,
  newer: (version) => `有更新版本：${version}`,
  notHere: '不在本机',
  excluded: (what, where) => `已排除：${what}（${where}）`,
  workspace: (file) => `工作区 ${file}：`,
  vendor: {
    'in-step': 'vendor/ 与 go.mod 一致。',
    'out-of-step': 'vendor/ 与 go.mod 不一致。更新：`go mod vendor`',
  },
  missing: (count) => `有 ${count} 个模块的源代码不在本机。下载缺少的内容：\`go mod download\``,
  offline: '加上 --online 可查询较新、已撤回和已弃用的版本。',
  notChecked: '模块缓存中缺少模块，无法检查：',
  checking: {
    verify: '正在检查模块缓存中的源代码',
    vendor: '正在不联网从 vendor/ 编译',
    cache: '正在不联网从模块缓存编译',
  },
  check: {
    verify: { passed: '模块缓存中的源代码未被改动。', failed: '模块缓存已被改动：' },
    vendor: { passed: '可以不联网从 vendor/ 构建。', failed: '无法不联网从 vendor/ 构建：' },
    cache: { passed: '可以不联网从模块缓存构建。', failed: '无法不联网从模块缓存构建：' },
  },
};

import type { Texts } from '../texts.ts';

export const native: Texts['native'] = {
  title: '通过 Rosetta 运行的 Go',
  runs: '{{version}} 正通过 Rosetta 运行',
  byDefault: '它是默认版本。',
  usedBy: '使用者：{{names}}。',
  andMore: '{{names}} 等，另有 {{number}} 个',
  onPath: '`{{path}}` 运行的就是它。',
  replace: '换成原生版本',
  plan: {
    managed: '将换成其原生构建，并移除这一份（{{size}}）。',
    adopted: '将换成其原生构建，不再管理这一份，其文件保留。',
    found: '将另外安装其原生构建；这一份不属于 Burrow，予以保留。',
  },
  noNative: {
    'too-old': 'Go 从 1.16 起才有适用于 Apple 芯片的原生构建：请保留它，或让使用它的项目改用更新的版本。',
    'custom-build': '它不是官方发布的 Go，没有可替换的原生构建。',
  },
  here: '原生版本已安装，但 PATH 仍指向这一份。',
  putShimsFirst: '请将 Burrow 的 shim 放到 PATH 最前面。',
  ownerCommand: '如需移除它：`{{command}}`',
  progress: '正在替换 {{version}}',
  done: '{{version}} 现在原生运行',
  doneBeside: '已安装原生的 {{version}}',
  default: { moved: '默认版本现在原生运行。', made: '此前没有默认版本，现在将它设为默认。' },
  moved_other: '已有 {{count}} 个项目改用原生版本。',
  stayed_other: '有 {{count}} 个项目要求使用 PATH 中的 Go，仍经转译运行。',
  old: {
    removed: '已移除经转译的那一份，释放了 {{size}}。',
    forgotten: '已不再管理经转译的那一份，其文件保留。',
    kept: '经转译的那一份仍然保留。',
  },
  because: {
    'not-ours': '它不属于 Burrow，不能由 Burrow 移除。',
    'not-verified': '原生的那一份未经验证。',
    damaged: '原生的那一份与安装时不同，请先校验并修复。',
    'in-use': '仍有文件夹使用它。',
    'on-path': 'PATH 中写有它自己的文件夹：请先从 PATH 中去掉，再将其移除。',
  },
  moduleCache_other: 'Go 模块缓存中还有 {{count}} 个 Intel 版工具链，可通过“释放空间…”删除。',
  idle: '运行的是原生版本',
  idleHint: '{{version}} 的两种构建都已安装，需要 {{version}} 的文件夹会使用原生的那份。',
};

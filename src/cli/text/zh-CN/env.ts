import type { VariableOrigin } from '#contract/environment';
import type { Text } from '../text.ts';

/** `~/.config/go/env:3`. */
function at({ file, line }: VariableOrigin): string {
  return line === null ? (file ?? '') : `${file}:${line}`;
}

export const env: Text['env'] = {
  help: {
    summary: '显示 Go 看到的变量及其来源，并修改 Go 的文件',
    list: '列出某个文件夹中 Go 的变量',
    all: '也包括 cgo 的变量（Go 会为此启动 C 编译器）',
    who: '同时显示设置每个变量的启动文件及行号（会启动登录 Shell）',
    explain: '说明一个变量的含义、由何处设置以及它遮盖了什么；也可用于 PATH',
  },
  name: '变量',
  value: '值',
  from: '来源',
  comesFrom: (origin) => `来源：${origin}`,
  origin: (origin) => {
    switch (origin.kind) {
      case 'environment':
        return origin.line === null ? '进程环境' : `进程环境（${at(origin)}）`;
      case 'file':
      case 'goroot':
        return at(origin);
      case 'derived':
        return origin.from === 'folder' ? '此文件夹' : `随 ${origin.from} 而定`;
      default:
        return 'Go 的默认值';
    }
  },
  folder: 'PATH 中的文件夹',
  noLine: '未找到对应的行',
  noSetter: '未找到设置此值的启动文件行。',
  through: (name, place) => (name === null ? `由 ${place} 读入` : `位于函数 ${name} 中，由 ${place} 调用`),
  notTraced: {
    'no-shell': '无法得知启动文件中的行：找不到登录 Shell。',
    'not-traceable': '启动文件中的行可能不全：无法跟踪此 Shell 的启动过程。',
    'timed-out': '启动文件中的行可能不全：Shell 启动超过 10 秒。',
    'too-much-output': '启动文件中的行可能不全：Shell 启动时执行的内容过多。',
    failed: '启动文件中的行可能不全：Shell 在启动完成之前就结束了。',
  },
  of: (version, goroot) => `${version}（${goroot}）`,
  hides: (value, origin) => `遮盖了 ${origin} 中的“${value}”`,
  empty: '（空）',
  unknown: (name) => `此 Go 没有名为 ${name} 的变量。`,
};

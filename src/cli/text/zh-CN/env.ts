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
    explain: '说明一个变量的含义、由何处设置以及它遮盖了什么',
  },
  name: '变量',
  value: '值',
  from: '来源',
  origin: (origin) => {
    switch (origin.kind) {
      case 'environment':
        return '进程环境';
      case 'file':
      case 'goroot':
        return at(origin);
      case 'derived':
        return origin.from === 'folder' ? '此文件夹' : `随 ${origin.from} 而定`;
      default:
        return 'Go 的默认值';
    }
  },
  of: (version, goroot) => `${version}（${goroot}）`,
  hides: (value, origin) => `遮盖了 ${origin} 中的“${value}”`,
  empty: '（空）',
  unknown: (name) => `此 Go 没有名为 ${name} 的变量。`,
};

import type { ProjectLine } from '#contract/project-variables';
import type { Text } from '../text.ts';

const readers: Record<ProjectLine['reader'], string> = {
  direnv: '供使用 direnv 的 Shell 读取',
  vscode: '供 VS Code 的 Go 扩展读取',
};

export const variables: Text['variables'] = {
  help: {
    set: '像 `go env -w` 一样在 Go 自己的文件中设置变量，或在所有 Shell 中设置',
    unset: '从上述位置移除变量；即使 Go 已无法启动也可使用',
    fix: '修正 `burrow env list` 指出的变量问题（在 Burrow 知道如何修正时）',
    in: 'go：Go 自己的文件，Go 变量的默认位置；shell：所有 Shell 的环境',
    project: '不写入任何内容，只显示仅为一个项目设置变量所需的行',
  },
  inShells: '由 Burrow 在所有 Shell 中设置：',
  nothingToFix: (names) => `Burrow 没有可为 ${names} 修正的内容。`,
  unknownPlace: (given) => `“${given}”不是有效位置，应为 go 或 shell。`,
  form: (given) => `“${given}”不是 NAME=VALUE 的形式。`,
  confirm: (files) => `要更改 ${files.join(' 和 ')} 吗？`,
  kept: '未作任何更改。',
  same: '无需更改。',
  undo: (entry) => `撤销：\`burrow shell undo ${entry}\``,
  note: (note) => {
    switch (note.kind) {
      case 'environment-wins':
        return `当前环境或所有 Shell 中也设置了 ${note.name}，并且优先于 Go 的文件。`;
      case 'wins-over-file':
        return `${note.file}:${note.line} 也设置了 ${note.name}；在 Shell 中，新值优先。`;
      case 'empty-is-unset':
        return `对 Go 而言，环境中为空的 ${note.name} 等于未设置：Go 会使用其文件或默认值。`;
      case 'set-elsewhere':
        return `当前环境中另有设置 ${note.name} 之处；以 Shell 最后读到的为准。`;
      case 'not-read':
        return '目前没有配置文件读取这些文件：`burrow shell apply` 会添加读取它们的行。';
      default:
        return '在新打开的 Shell 中生效；已打开的 Shell 保持不变。';
    }
  },
  reader: ({ reader, file }) => `${file}（${readers[reader]}）：`,
};

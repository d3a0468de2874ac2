import type { Text } from '../text.ts';

export const adopt: Text['adopt'] = {
  help: {
    summary: '使用本机已有的 Go；不给出路径时列出找到的 Go',
    path: '其 GOROOT、其中的 bin 文件夹，或其 go 程序',
    all: '接管所有可在本机原生运行的 Go',
    from: '接管某个管理器的所有版本及其默认版本：asdf、goenv、homebrew……',
  },
  manager: '来源',
  path: '路径',
  adopted: '已接管',
  installed: '已安装相同版本',
  gone: '已不存在',
  from: (path) => `接管自 ${path}`,
  nothing: '本机没有找到其他 Go。',
  hint: '用 `burrow adopt PATH` 接管其中一个，用 `burrow adopt --all` 接管所有可原生运行的 Go。不会复制或改动任何文件。',
  done: (version, path) => `已从 ${path} 接管 ${version}`,
  nothingNew: '没有可以新接管的 Go。',
  unknownManager: (name, known) => `Burrow 不认识管理器“${name}”，可用的有：${known}。`,
  oneOf: '请在路径、--all 和 --from 中只选一个。',
  defaultSet: (version, file) => `${version} 现在是 Burrow 的默认版本，与 ${file} 一致。`,
  defaultKept: (version, file) => `${file} 指定的是 ${version}；Burrow 保留已有的默认版本。`,
  pins: (manager, commands) =>
    [`Burrow 不会按 ${manager} 的以下版本文件选择 Go。如需保留其中指定的版本，请运行：`, ...commands].join(
      '\n',
    ),
  lines: (manager, lines, otherLanguages) =>
    [
      `您的 Shell 配置文件中有以下几行属于 ${manager}。Burrow 不会改动它们；${
        otherLanguages ? '如果您只用它管理 Go，可以删除：' : '不再使用它后可以删除：'
      }`,
      ...lines.flatMap(({ file, line, text, keeps }) => [
        `  ${file}:${line}  ${text}`,
        ...(keeps.length > 0 ? [`    请在 PATH 中保留：${keeps.join(':')}`] : []),
      ]),
    ].join('\n'),
};

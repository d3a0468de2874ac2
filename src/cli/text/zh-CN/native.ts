import type { Text } from '../text.ts';

export const native: Text['native'] = {
  help: {
    summary: '显示哪些正在使用的 Go 通过 Rosetta 运行，并换成原生版本',
    version: '只处理此版本（默认为全部）',
    dryRun: '只显示；如有发现（包括为其他处理器构建的工具），退出码为 3',
  },
  plan: '处理方式',
  byDefault: '默认版本',
  onPath: (file) => `PATH（${file}）`,
  change: (kind, arch, freed) =>
    ({
      managed: `换成 ${arch}，并移除这一份（${freed}）`,
      adopted: `换成 ${arch}，不再接管这一份，其文件保留`,
      found: `另外安装 ${arch}；这一份不属于 Burrow，予以保留`,
    })[kind],
  noNative: {
    'too-old': '保留：Go 从 1.16 起才有适用于 Apple 芯片的原生构建',
    'custom-build': '保留：不是官方发布的 Go，没有原生构建',
  },
  nativeHere: '已安装原生版本',
  nothing: '本机正在使用的 Go 全部原生运行。',
  nothingOf: (version) => `没有正在使用的 ${version} 通过 Rosetta 运行。`,
  untranslated: (machine) =>
    `无需处理：本机（${machine}）没有 Rosetta。它只在搭载 Apple 芯片的 Mac 上转译为 Intel 构建的程序。能在本机运行的 Go 都是原生运行。`,
  idle: (version, arch, nativeInstalled, command) =>
    nativeInstalled
      ? `${version} 还有一份 ${arch} 构建，但实际运行的是原生的那份。如需释放其空间：${command}`
      : `${version} 的 ${arch} 构建需通过 Rosetta 运行，但目前没有任何项目使用它。如需释放其空间：${command}`,
  moduleCache: (count, command) =>
    `Go 模块缓存中有 ${count} 个 Intel 版工具链，是经转译的 Go 自行切换时下载的。如需释放空间：${command}`,
  tools: (count, command) =>
    `\`go install\` 安装的工具中有 ${count} 个是为其他处理器构建的。如需构建其原生版本：${command}`,
  confirm: (count, arch) => `要安装${count === 1 ? '它' : `这 ${count} 个版本`}的 ${arch} 构建并替换吗？`,
  done: (version, target, beside) =>
    beside ? `已安装原生的 ${version}（${target}）。` : `${version} 现在原生运行（${target}）。`,
  default: { moved: '默认版本现在原生运行。', made: '此前没有默认版本，现在将它设为默认。' },
  moved: (folders) => `现在原生运行：${folders.join('、')}`,
  stayed: (folders) => `仍经转译运行，因为这些文件夹要求使用 PATH 中的 Go：${folders.join('、')}`,
  old: {
    removed: (_path, freed) => `已移除经转译的那一份，释放了 ${freed}。`,
    forgotten: (path) => `已不再接管经转译的那一份，其文件仍保留在 ${path}。`,
    kept: (path) => `经转译的那一份仍然保留：${path}`,
  },
  because: {
    'not-ours': '它不是由 Burrow 安装的，因此 Burrow 不会移除它。',
    'not-verified': '原生的那一份未经验证，因此没有移除经转译的那一份。',
    damaged: '原生的那一份与安装时不同。请先运行 `burrow verify --repair` 修复，然后重试。',
    'in-use': '仍有文件夹使用它：请在其中运行 `burrow current --explain` 查看原因。',
    'on-path': 'PATH 中含有它自己的文件夹：请先从 PATH 中去掉，再将其移除。',
  },
  owner: (path, command) =>
    command === null ? `如需移除 ${path}，请使用当初安装它的工具。` : `如需移除 ${path}：${command}`,
  stillOnPath: (file, line) =>
    `在当前的 PATH 中，${file} 排在 Burrow 的 shim 之前。要在每个终端中使用原生版本，请运行 \`burrow shell apply\`，或自行将下面这行加到 Shell 配置文件末尾：\n  ${line}`,
  kept: '没有改动任何内容。',
};

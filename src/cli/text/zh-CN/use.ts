import type { Text } from '../text.ts';

export const use: Text['use'] = {
  help: {
    summary: '固定某个文件夹的 Go 版本（写入 .go-version）',
    version: '1.26.1、1.26（其最新补丁）、latest，或 system（PATH 中的 Go）',
    global: '设为默认版本，用于没有固定版本的文件夹',
    unset: '取消固定：移除该文件夹的 .go-version，或默认版本',
  },
  globalAlone: '--global 设置所有文件夹的默认版本，--dir 指定一个文件夹：请只用其中之一。',
  unsetAlone: '--unset 用于取消固定，请不要同时指定版本。',
  done: (what, file, before) => `${file}：${what}${before === null ? '' : `（原为 ${before}）`}`,
  system: 'PATH 中第一个不属于 Burrow 的 Go',
  install: (version, command) => `尚未安装 Go ${version}。运行 ${command}。`,
  noSystem: 'PATH 中目前除 Burrow 的以外没有其他 Go。',
  removed: (file, before) => `已移除 ${file}（原为 ${before}）。`,
  nothing: (file) => `没有 ${file}。`,
  now: (dir) => `${dir} 现在运行：`,
  outranked: (place, text) =>
    `${place} 的内容与此不同：${text}。Burrow 以 .go-version 为准，asdf 和 mise 可能仍以各自的文件为准。`,
  variable: (value) => `在此 Shell 中仍由 BURROW_GO=${value} 决定。运行 \`unset BURROW_GO\` 后即以文件为准。`,
};

import { rosettaEnds } from '../rosetta.ts';
import { said } from '../said.ts';

/** Versions, and the builds of them for this machine. */
export const versionFailures = {
  /** `exact`: an installed version was asked for, which takes a full version. */
  'version.unreadable': said<{ input: string; exact?: boolean }>('usage', {
    en: (p) => ({
      message: p.exact ? `"${p.input}" is not a full version.` : `"${p.input}" is not a Go version.`,
      hint: p.exact
        ? 'Write it as `burrow list` shows it, e.g. 1.26.1.'
        : 'Write 1.26.1, 1.26, 1.27rc1 or latest.',
    }),
    'zh-CN': (p) => ({
      message: p.exact ? `“${p.input}”不是完整的版本号。` : `“${p.input}”不是 Go 版本。`,
      hint: p.exact
        ? '请按 `burrow list` 所示写出完整版本，例如 1.26.1。'
        : '请写成 1.26.1、1.26、1.27rc1 或 latest。',
    }),
  }),
  'version.unknown': said<{ wanted: string; nearest: string[] }>('failed', {
    en: (p) => ({
      message: `There is no Go ${p.wanted}.`,
      hint:
        p.nearest.length > 0
          ? `Did you mean ${p.nearest.join(' or ')}?`
          : 'Run `burrow available` to list the versions.',
    }),
    'zh-CN': (p) => ({
      message: `没有 Go ${p.wanted} 这个版本。`,
      hint:
        p.nearest.length > 0
          ? `您是否想要 ${p.nearest.join(' 或 ')}？`
          : '运行 `burrow available` 查看可用版本。',
    }),
  }),
  'version.no-build': said<{ version: string; target: string }>('failed', {
    en: (p) => ({
      message: `${p.version} was never built for ${p.target}.`,
      hint: 'Choose a newer version, or another processor (`--arch`).',
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 没有适用于 ${p.target} 的构建。`,
      hint: '请选择更新的版本，或选择其他处理器（`--arch`）。',
    }),
  }),
  /** On a Mac with Apple silicon. `installed`: its Intel build is installed. */
  'version.no-native-build': said<{
    version: string;
    reason: 'too-old' | 'custom-build';
    installed: boolean;
  }>('failed', {
    en: (p) => ({
      message: {
        'too-old': `${p.version} has no native build for this Mac: the first Go for Apple silicon is 1.16.`,
        'custom-build': `${p.version} has no native build: it is a custom build, not an official Go.`,
      }[p.reason],
      hint: p.installed
        ? `Keep it, or switch what uses it to ${p.reason === 'too-old' ? 'Go 1.16 or newer' : 'an official Go'}. ${rosettaEnds.en}`
        : `Rosetta can run its Intel build: \`burrow install ${p.version.replace(/^go/, '')} --arch amd64\`. ${rosettaEnds.en}`,
    }),
    'zh-CN': (p) => ({
      message: {
        'too-old': `${p.version} 没有适用于这台 Mac 的原生构建：Go 从 1.16 起才支持 Apple 芯片。`,
        'custom-build': `${p.version} 没有可用的原生构建：它不是官方发布的 Go，而是自行构建的版本。`,
      }[p.reason],
      hint: p.installed
        ? `请保留它，或让使用它的项目改用${p.reason === 'too-old' ? ' Go 1.16 或更新的版本' : '官方发布的 Go'}。${rosettaEnds['zh-CN']}`
        : `可通过 Rosetta 运行其 Intel 构建：\`burrow install ${p.version.replace(/^go/, '')} --arch amd64\`。${rosettaEnds['zh-CN']}`,
    }),
  }),
};

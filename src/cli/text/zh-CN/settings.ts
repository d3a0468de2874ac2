import type { Text } from '../text.ts';

export const settings: Text['settings'] = {
  help: {
    summary: '显示和更改设置',
    argument: '要显示的设置，或要更改的设置：theme=dark',
  },
  what: {
    theme: '应用的配色',
    language: '应用的语言',
    installMissing: '要运行的固定版本尚未安装时，自动安装',
    source: '未指定 `--from` 时安装 Go 的来源',
    singleKeys: '应用中的单键快捷键',
    editor: '应用用来打开文件的编辑器',
    tray: '在菜单栏或通知区域显示图标',
    notifications: '耗时较长的构建或安装在后台结束时发出通知',
  },
  unknown: (name, known) => `未知设置“${name}”。可用的设置有：${known.join('、')}。`,
  wrongValue: (name, given, allowed) =>
    `${name} 可取 ${allowed.join('、')}${given === '' ? '' : `，而不是“${given}”`}。`,
};

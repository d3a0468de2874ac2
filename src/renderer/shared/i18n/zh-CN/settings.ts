import type { Texts } from '../texts.ts';

export const settings: Texts['settings'] = {
  appearance: '外观与语言',
  theme: '主题',
  themeHint: '“跟随系统”会随本机的浅色或深色设置变化。',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  language: '语言',
  languageHint: '用于此应用。命令行使用 LANG 或 --lang。',
  languages: { system: '跟随系统', en: 'English', zh: '简体中文' },
  switching: '运行哪个 Go',
  missing: '固定的版本尚未安装时',
  missingHint:
    '适用于终端、编辑器和构建。只安装固定的版本：go.mod 要求的版本不会自动安装，GOPROXY 为 off 时也不会安装。',
  missingChoices: { show: '提示如何安装', install: '直接安装' },
  outside: '窗口之外',
  notifications: '通知',
  notificationsHint: '耗时超过 10 秒的构建或安装结束时，如果没有人在看此窗口，就发出通知。',
  allow: '在此浏览器中允许…',
  notAllowed: '此浏览器不允许此页面发出通知。',
  tray: '菜单栏图标',
  trayHint: '在 Windows 和 Linux 上位于通知区域。显示运行哪个 Go，以及正在进行的任务。',
  switch: { on: '开', off: '关' },
  terminal: '在终端中',
  toEnvironment: '前往“环境”',
  pathHint:
    '“环境”页面可以设置 shell，让 go 在每个文件夹里运行正确的版本。也可以自行将这一行加到 shell 配置文件末尾：',
  about: '关于 Burrow',
  version: '版本',
  home: '主目录',
  homeHint: '工具链、历史和设置都在这里。可用 BURROW_HOME 更改位置。',
};

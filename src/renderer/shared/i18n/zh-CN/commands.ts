import type { Texts } from '../texts.ts';

export const commands: Texts['commands'] = {
  title: '命令',
  placeholder: '搜索页面、项目和命令…',
  nothing: '没有与“{{query}}”匹配的结果。',
  group: {
    go: '前往',
    projects: '项目',
    go_versions: 'Go 版本',
    appearance: '外观与语言',
  },
  allProjects: '显示所有项目',
  openProject: '打开项目…',
  install: '安装 Go…',
  adopt: '接管已有的工具链…',
  installVersion: '安装 {{version}}',
  pin: '在 {{project}} 中固定使用 {{version}}',
  compare: '比较两次构建…',
  theme: { system: '主题：跟随系统', light: '主题：浅色', dark: '主题：深色' },
  language: { system: '语言：跟随系统', en: '语言：English', zh: '语言：简体中文' },
  shortcuts: '键盘快捷键',
};

import type { Texts } from '../texts.ts';

export const projects: Texts['projects'] = {
  choose: '选择项目',
  all: '所有项目',
  known_other: '{{count}} 个项目',
  open: '打开项目…',
  gone: '已不存在',
  goneHint: '该文件夹已不存在，但其构建仍保留在历史中。',
  forget: '从列表移除 {{name}}',
  forgetShort: '移除',
  forgotten: '已从列表移除 {{name}}',
  forgottenDetail: '其文件夹和构建记录未被改动。',
  dialog: {
    title: '打开项目',
    description: '选择 Go 模块所在的文件夹，或任何需要运行 Go 的文件夹。',
    path: '文件夹',
    pathHint: '输入路径后按回车，或用方向键浏览。',
    up: '上一级文件夹',
    home: '主文件夹',
    folders: '{{path}} 中的文件夹',
    none: '这里没有文件夹。',
    module: 'Go 模块',
    openThis: '打开 {{name}}',
    open: '打开',
  },
};

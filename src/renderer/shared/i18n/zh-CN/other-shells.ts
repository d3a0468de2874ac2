import type { Texts } from '../texts.ts';

export const otherShells: Texts['otherShells'] = {
  title: '其他 Shell',
  hint: 'Burrow 不编辑这些 Shell 的配置文件。请自行在文件末尾加入该行。',
  ready: '已包含 Burrow 的目录',
};

import type { Text } from '../text.ts';

export const otherShells: Text['otherShells'] = {
  ready: '已包含 Burrow 的目录',
  add: (profile) => `Burrow 不编辑其配置文件。请在 ${profile} 末尾加入：`,
};

import type { Text } from '../text.ts';

export const open: Text['open'] = {
  help: {
    summary: '打开 Burrow 应用',
  },
};

import type { Text } from '../text.ts';

export const record: Text['record'] = {
  help: {
    summary: '将已构建好的程序记入历史',
  },
};

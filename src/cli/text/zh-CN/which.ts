import type { Text } from '../text.ts';

export const which: Text['which'] = {
  help: {
    summary: '显示工具的路径：go、gofmt',
  },
};

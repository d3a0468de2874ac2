import { afterEach, expect, test, vi } from 'vitest';
import { progressOnOneLine } from './one-line.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test.each([
  [0, 'three of four'],
  [6, 'three'],
  [200, 'three of four'],
])('a terminal that says it is %i columns wide shows %j', (columns, shown) => {
  const write = vi.fn();
  vi.stubGlobal('process', { ...process, stderr: { isTTY: true, columns, write } });
  progressOnOneLine({ remark: () => undefined }).update('three of four', 'three');
  expect(write).toHaveBeenCalledWith(`\r\u001B[K${shown}`);
});

import { expect, it } from 'vitest';
import { BufferSweeper } from './buffer-sweeper.ts';

it('keeps dead buffers from piling up', () => {
  const sweeper = new BufferSweeper();
  const piece = 64 * 1024;
  let most = 0;
  for (let bytes = piece; bytes < 200_000_000; bytes += piece) {
    Buffer.allocUnsafeSlow(piece);
    sweeper.passed(bytes);
    if (bytes % (piece * 16) === 0) most = Math.max(most, process.memoryUsage().arrayBuffers);
  }
  // Left alone it is 32 MB and more.
  expect(most).toBeLessThan(20_000_000);
});

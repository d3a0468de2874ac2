import { expect, it } from 'vitest';
import { BufferSweeper } from './buffer-sweeper.ts';

it('keeps dead buffers from piling up', () => {
  const sweeper = new BufferSweeper();
  const piece = 64 * 1024;
  // Other tests of this process have left some.
  const before = process.memoryUsage().arrayBuffers;
  let peak = 0;
  for (let bytes = piece; bytes < 200_000_000; bytes += piece) {
    Buffer.allocUnsafeSlow(piece);
    sweeper.passed(bytes);
    if (bytes % (piece * 16) === 0) peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
  }
  // Without it: 32 MB and more.
  expect(peak).toBeLessThan(20_000_000);
});

/**
 * Frees the memory behind a view at once. Left to the garbage collector, large dead buffers pile up, and make it run again and
 * again. All other views of the same memory become empty, too, so nobody may use it any more.
 */
export function freeMemory({ buffer }: Buffer): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}

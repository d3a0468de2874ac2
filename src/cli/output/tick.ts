/** One line on stderr that is overwritten, on a terminal alone: a log needs no progress of seconds. */
export function showTick(): { update: (line: string) => void; end: () => void } {
  const live = process.stderr.isTTY;
  return {
    update(line) {
      if (live) process.stderr.write(`\r\u001b[K${line}`);
    },
    end() {
      if (live) process.stderr.write('\r\u001b[K');
    },
  };
}

import { expect, it } from 'vitest';
import { drain } from '#contract/streams';
import { LogTail, type OutputChunk } from '#core/system';
import { maskedLines } from './output.ts';

async function* chunksOf(chunks: OutputChunk[], onEnd = () => {}): AsyncGenerator<OutputChunk, string> {
  try {
    for (const chunk of chunks) yield chunk;
    return 'done';
  } finally {
    onEnd();
  }
}

const out = (text: string): OutputChunk => ({ stream: 'stdout', text });
const err = (text: string): OutputChunk => ({ stream: 'stderr', text });

async function collect(chunks: OutputChunk[]): Promise<{ events: string[]; result: string; log: string }> {
  const log = new LogTail();
  const output = maskedLines(chunksOf(chunks), log);
  const events: string[] = [];
  const result = await drain(output, ({ stream, text }) => events.push(`${stream} ${text}`));
  return { events, result, log: log.toString() };
}

it('forwards whole lines per stream, and the rest at the end', async () => {
  expect(await collect([out('a\nb'), err('x'), out('c\n'), err('y\nz')])).toEqual({
    events: ['stdout a\n', 'stdout bc\n', 'stderr xy\n', 'stderr z'],
    result: 'done',
    log: 'a\nbc\nxy\nz',
  });
});

it('masks a secret that is split between chunks', async () => {
  const { events, log } = await collect([err('get https://me:hun'), err('ter2@example.com/x\n')]);
  expect(events.join('')).not.toContain('hun');
  expect(log).toContain('***@example.com');
});

it('passes on no control characters, which file names and //line comments may contain', async () => {
  const { events, log } = await collect([
    err('# \u001b]0;title\u0007m\r\na\u202Eb.go:1:\t'),
    err('\u009b31mno\n'),
  ]);
  const text = '# \uFFFD]0;title\uFFFDm\na\uFFFDb.go:1:\t\uFFFD31mno\n';
  expect(events.map((event) => event.replace('stderr ', '')).join('')).toBe(text);
  expect(log).toBe(text);
});

it('does not buffer an endless line', async () => {
  const { events } = await collect([out('x'.repeat(70_000)), out('y')]);
  expect(events).toHaveLength(2);
});

it('stops the process when the consumer stops', async () => {
  let stopped = false;
  const chunks = chunksOf([out('a\n'), out('b\n')], () => (stopped = true));
  const output = maskedLines(chunks, new LogTail());
  await output.next();
  await output.return('left');
  expect(stopped).toBe(true);
});

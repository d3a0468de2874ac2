import type { BuildEvent } from '#contract/builds';
import { withoutControlCharacters } from '#contract/control-characters';
import { mapProgress } from '#contract/streams';
import { type LogTail, maskSecrets, type OutputChunk } from '#core/system';

type OutputEvent = Extract<BuildEvent, { type: 'output' }>;
type Streams = Record<OutputChunk['stream'], string>;

/** Longer lines are passed on in pieces, so that a process that never ends a line does not fill the memory. */
const maxLine = 64 * 1024;

/**
 * Forwards a process's output with secrets masked and without control characters, and keeps its end in `log`. It
 * forwards whole lines, because a secret may be split between chunks. The process is stopped if the consumer stops.
 * `revision`: the commit that is built.
 */
export async function* maskedLines<R>(
  chunks: AsyncGenerator<OutputChunk, R>,
  log: LogTail,
  revision?: string,
): AsyncGenerator<OutputEvent, R> {
  const unfinished: Streams = { stdout: '', stderr: '' };
  const event = (stream: OutputChunk['stream'], raw: string): OutputEvent => {
    const text = withoutControlCharacters(maskSecrets(raw, revision).replaceAll('\r\n', '\n'), '\n\t');
    log.add(text);
    return { type: 'output', stream, text };
  };
  const result = yield* mapProgress(chunks, ({ stream, text: more }) => {
    const text = unfinished[stream] + more;
    const end = text.length > maxLine ? text.length : text.lastIndexOf('\n') + 1;
    unfinished[stream] = text.slice(end);
    return end > 0 ? event(stream, text.slice(0, end)) : null;
  });
  for (const stream of ['stdout', 'stderr'] as const) {
    if (unfinished[stream]) yield event(stream, unfinished[stream]);
  }
  return result;
}

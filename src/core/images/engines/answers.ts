import { failure } from '#contract/failure';
import { errorCode, maskSecrets } from '#core/system';
import type { z } from 'zod';
import type { Answer } from './engine-api.ts';
import { errorReply } from './replies.ts';

/**
 * Parses an engine's answer, which is not trusted: it may be a proxy's page, or come from another program on that
 * port. Failures: engine.refused (the engine reports an error), engine.unreadable (not the answer of an engine).
 */
export function replyIn<T>(answer: Answer, schema: z.ZodType<T>, engine: string): T {
  const content = jsonIn(answer);
  if (answer.status >= 400) {
    const refusal = errorReply.safeParse(content).data;
    if (refusal)
      throw failure('engine.refused', { engine, detail: `${answer.status} ${brief(refusal.message)}` });
  }
  const reply = schema.safeParse(content);
  if (answer.status === 200 && reply.success) return reply.data;
  const where = content === undefined ? undefined : reply.error?.issues[0]?.path.join('.');
  const detail = [answer.status, answer.contentType, where].filter(Boolean).join(', ');
  throw failure('engine.unreadable', { engine, detail });
}

/** Whether the engine itself reports that the object does not exist; a proxy's 404 page does not count. */
export function isUnknown(answer: Answer): boolean {
  return answer.status === 404 && errorReply.safeParse(jsonIn(answer)).success;
}

/**
 * Turns a connection error into engine.not-running, engine.slow, engine.refused or engine.unreadable. Any other error is
 * returned unchanged. `product` is what serves there; null: not known.
 */
export function connectionFailure(error: unknown, engine: string, product: string | null = null): unknown {
  const code = errorCode(error);
  if (code === undefined) return error;
  if (code === 'EACCES' || code === 'EPERM')
    return failure('engine.refused', { engine, detail: code }, error);
  // Node's parser found that it is not HTTP, or the answer is too large.
  const unreadable = code.startsWith('HPE_') || code === 'EMSGSIZE';
  if (unreadable) return failure('engine.unreadable', { engine, detail: code }, error);
  if (code === 'ETIMEDOUT') return failure('engine.slow', { engine, product }, error);
  return failure('engine.not-running', { tried: [engine], product }, error);
}

/** undefined if it is not JSON. */
function jsonIn(answer: Answer): unknown {
  try {
    return JSON.parse(answer.body);
  } catch {
    return undefined;
  }
}

/** One line of limited length, secrets masked. */
function brief(message: string): string {
  return maskSecrets(message).replace(/\s+/g, ' ').trim().slice(0, 300);
}

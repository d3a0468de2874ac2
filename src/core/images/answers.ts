import { failure } from '#contract/failure';
import { errorCode, maskSecrets } from '#core/system';
import type { z } from 'zod';
import type { Answer } from './engine-api.ts';
import { errorReply } from './replies.ts';

/**
 * The reply in an engine's answer. What comes may be anything: a proxy's page, another program on that port.
 * Failures: engine.refused (the engine says no), engine.unreadable (no engine's words).
 */
export function replyIn<T>(answer: Answer, schema: z.ZodType<T>, engine: string): T {
  const content = jsonIn(answer);
  if (answer.status >= 400) {
    const said = errorReply.safeParse(content).data;
    if (said) throw failure('engine.refused', { engine, detail: `${answer.status} ${brief(said.message)}` });
  }
  const reply = schema.safeParse(content);
  if (answer.status === 200 && reply.success) return reply.data;
  const where = content === undefined ? undefined : reply.error?.issues[0]?.path.join('.');
  const detail = [answer.status, answer.contentType, where].filter(Boolean).join(', ');
  throw failure('engine.unreadable', { engine, detail });
}

/** Whether the engine itself says that there is no such thing; a proxy's page for 404 does not count. */
export function isUnknown(answer: Answer): boolean {
  return answer.status === 404 && errorReply.safeParse(jsonIn(answer)).success;
}

/**
 * What an error of the connection means: engine.not-running, engine.refused or engine.unreadable. What is no such
 * error comes back as it is.
 */
export function connectionFailure(error: unknown, engine: string): unknown {
  const code = errorCode(error);
  if (code === undefined) return error;
  if (code === 'EACCES' || code === 'EPERM')
    return failure('engine.refused', { engine, detail: code }, error);
  // Not HTTP at all (Node's parser), or an answer without end.
  const strange = code.startsWith('HPE_') || code === 'EMSGSIZE';
  if (strange) return failure('engine.unreadable', { engine, detail: code }, error);
  return failure('engine.not-running', { tried: [engine] }, error);
}

/** undefined when it is no JSON. */
function jsonIn(answer: Answer): unknown {
  try {
    return JSON.parse(answer.body);
  } catch {
    return undefined;
  }
}

/** One line, not endless, without secrets. */
function brief(message: string): string {
  return maskSecrets(message).replace(/\s+/g, ' ').trim().slice(0, 300);
}

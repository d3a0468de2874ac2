import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';
import { installProgress } from './install-progress.ts';
import { installRequest, installResult } from './toolchains.ts';

/** An install that this host runs, or has run. */
export const installRun = z.object({
  id: z.number().int(),
  request: installRequest,
  state: z.enum(['running', 'cancelling', 'installed', 'failed', 'cancelled']),
  /** null: nothing is known yet. */
  progress: installProgress.nullable(),
  startedAt: z.iso.datetime(),
  /** null: it is not installed. */
  result: installResult.nullable(),
  /** Why it failed. */
  error: failureData.nullable(),
});
export type InstallRun = z.infer<typeof installRun>;

export const installRunEvent = z.discriminatedUnion('type', [
  /** An install is there, or has changed. */
  z.object({ type: z.literal('run'), run: installRun }),
  z.object({ type: z.literal('gone'), id: z.number().int() }),
]);
export type InstallRunEvent = z.infer<typeof installRunEvent>;

const id = z.object({ id: z.number().int() });

/** Installs that go on while pages come and go. They end with the host. */
export const installsContract = {
  /** Starts an install, unless an equal one runs. Whatever happens to it is said by `watch`. */
  start: base.input(installRequest).output(z.object({ run: installRun })),
  /** All installs, and then whatever changes; ends when the caller aborts it. */
  watch: base.output(eventIterator(installRunEvent)),
  cancel: base.input(id).output(z.object({})),
  /** Forgets an install that has ended. */
  dismiss: base.input(id).output(z.object({})),
};

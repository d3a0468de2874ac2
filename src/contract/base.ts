import { oc } from '@orpc/contract';
import { z } from 'zod';

// Compiling a checker for each schema pays off over thousands of calls; a command makes one.
z.config({ jitless: true });

/** A `Failure` as it crosses a process boundary. */
export const failureData = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) });

/** Every procedure may answer with one typed error, FAILED, which carries a `Failure`'s code and parameters. */
export const base = oc.errors({ FAILED: { status: 422, data: failureData } });

import { oc } from '@orpc/contract';
import { z } from 'zod';

// Compiling a validator for each schema pays off after thousands of calls; a command makes one.
z.config({ jitless: true });

/** A `Failure` as it crosses a process boundary. */
export const failureData = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) });

/** Every procedure can fail with one typed error, FAILED, which carries the code and parameters of a `Failure`. */
export const base = oc.errors({ FAILED: { status: 422, data: failureData } });

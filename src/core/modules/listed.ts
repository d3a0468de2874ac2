import { z } from 'zod';

const replacement = z.object({
  Path: z.string(),
  Version: z.string().optional(),
  Dir: z.string().optional(),
  GoVersion: z.string().optional(),
});

/** A module as `go list -m -json` prints it (`go help list`). */
export const listedModule = z.object({
  Path: z.string(),
  Version: z.string().optional(),
  Main: z.boolean().optional(),
  Indirect: z.boolean().optional(),
  Dir: z.string().optional(),
  GoVersion: z.string().optional(),
  Replace: replacement.optional(),
  Update: z.object({ Version: z.string() }).optional(),
  Retracted: z.array(z.string()).optional(),
  Deprecated: z.string().optional(),
  Error: z.object({ Err: z.string() }).optional(),
});
export type ListedModule = z.infer<typeof listedModule>;

const pathAndVersion = z.object({ Path: z.string(), Version: z.string().optional() });

/** What go.mod and go.work say, as `go mod edit -json` and `go work edit -json` print it; null stands for an empty list. */
export const moduleFile = z.object({
  Require: z.array(pathAndVersion).nullish(),
  Exclude: z.array(pathAndVersion).nullish(),
  Replace: z.array(z.object({ Old: pathAndVersion, New: pathAndVersion })).nullish(),
  Use: z.array(z.object({ DiskPath: z.string(), ModulePath: z.string().optional() })).nullish(),
});
export type ModuleFile = z.infer<typeof moduleFile>;

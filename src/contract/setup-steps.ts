/**
 * The steps of the set-up, in order. `found`: the Gos that are here already. `seen`: a new login shell runs Go, and a
 * program that it built. A working `go` needs those in `neededSteps`; the others help.
 */
export const setupSteps = [
  'machine',
  'found',
  'proxy',
  'toolchain',
  'default',
  'shell',
  'editor',
  'project',
  'seen',
] as const;
export type SetupStepId = (typeof setupSteps)[number];

export const neededSteps: readonly SetupStepId[] = ['toolchain', 'default', 'shell', 'seen'];

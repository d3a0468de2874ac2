export type { Command, Finished, HostArch, HostOS, OutputChunk, System } from './system.ts';

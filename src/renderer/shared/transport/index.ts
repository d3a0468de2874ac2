export type { Connection } from './connection.ts';
export { failingLink } from './failing-link.ts';
export { openTransport } from './open.ts';

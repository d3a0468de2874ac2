export { type HostEvent, startWebHost, type WebHost, type WebHostOptions } from './host.ts';

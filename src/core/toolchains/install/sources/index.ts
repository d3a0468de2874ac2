export { fileSha256, fromFile, fromSite, type ListedArchive } from './archive.ts';
export type { Delivering, Delivery, Order } from './delivery.ts';
export { mirrorNamed, userMirrors } from './mirrors.ts';
export { fromProxies } from './module.ts';
export { probeUrl } from './probe.ts';
export { ProgressMeter } from './progress.ts';

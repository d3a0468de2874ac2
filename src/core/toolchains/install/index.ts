export { sourceNeeds } from './from-source/index.ts';
export { installToolchain, stage } from './install.ts';
export { lockToolchain } from './lock.ts';
export { planInstall } from './plan.ts';
export { readRequest } from './request.ts';
export { ProgressMeter } from './sources/index.ts';
export { lookUp, moduleHash, parseChecksumDatabase } from './sumdb/index.ts';

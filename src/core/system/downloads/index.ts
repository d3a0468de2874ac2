export { download } from './download.ts';
export { IdleTimeout } from './idle-timeout.ts';
export { MinimumRate } from './minimum-rate.ts';
export { discardPart } from './partial-file.ts';

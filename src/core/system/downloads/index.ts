export { download } from './download.ts';
export { IdleTimeout } from './idle-timeout.ts';
export { discardPart } from './partial-file.ts';

export { download } from './download.ts';
export { IdleWatch } from './idle-watch.ts';
export { discardPart } from './partial-file.ts';

export { type DownloadProgress, download } from './download.ts';
export { IdleTimeout } from './idle-timeout.ts';
export { discardPart } from './partial-file.ts';
export { downloadWithRetries } from './retries.ts';
export { TransferRate } from './transfer-rate.ts';

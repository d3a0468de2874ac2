export { ArrivingTarGz } from './arriving-tar-gz.ts';
export { unpackPkg, unpackTarGz, unpackZip } from './unpack.ts';
export type { Unpacked, UnpackedFile } from './unpack-job.ts';
export type { UnpackProgress } from './unpack-run.ts';

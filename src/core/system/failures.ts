import { type Failure, failure } from '#contract/failure';

/** The errno name of a Node error, e.g. `ENOENT`; undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/**
 * Says what a failed file operation means: disk.full, file.no-permission, file.not-found or file.unusable. Whatever else was
 * thrown comes back as it is, for the caller to throw on: `throw fileFailure(error, path)`.
 */
export function fileFailure(error: unknown, path: string): unknown {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return failure('disk.full', { path }, error);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return failure('file.no-permission', { path }, error);
    case 'ENOENT':
    // A file stands where the path needs a folder: what was asked for is not there either.
    case 'ENOTDIR':
      return failure('file.not-found', { path }, error);
    case 'EISDIR':
      return failure('file.unusable', { path, reason: 'folder' }, error);
    case 'ELOOP':
      return failure('file.unusable', { path, reason: 'link-loop' }, error);
    case 'ENAMETOOLONG':
      return failure('file.unusable', { path, reason: 'name-too-long' }, error);
    // Node's own check of a path with a NUL byte.
    case 'ERR_INVALID_ARG_VALUE': {
      if (!path.includes('\0')) return error;
      return failure('file.unusable', { path: path.replaceAll('\0', '\uFFFD'), reason: 'nul' }, error);
    }
    case 'EIO':
      return failure('file.unusable', { path, reason: 'io' }, error);
    default:
      return error;
  }
}

/** The failure of a `path` where something stands that is neither a file nor a folder, such as a pipe. */
export function noFile(path: string): Failure {
  return failure('file.unusable', { path, reason: 'special' });
}

/** The failure of a `path` that nothing can be moved to in one step from elsewhere in Burrow's home. */
export function twoDisks(path: string, cause?: unknown): Failure {
  return failure('home.unusable', { path, reason: 'two-disks' }, cause);
}

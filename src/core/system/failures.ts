import { type Failure, failure } from '#contract/failure';

/** The errno name of a Node error, e.g. `ENOENT`; undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/**
 * The failure for an error of a file operation: disk.full, file.no-permission, file.not-found or file.unusable. Any
 * other error is returned unchanged, for the caller to throw: `throw fileFailure(error, path)`.
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
    // A file is where the path needs a folder, so the path does not exist either.
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
    // Sockets do not open, devices may have no driver, and some pseudo-files have nothing to read just now.
    case 'ENXIO':
    case 'ENODEV':
    case 'EOPNOTSUPP':
    case 'EAGAIN':
      return failure('file.unusable', { path, reason: 'special' }, error);
    case 'EIO':
      return failure('file.unusable', { path, reason: 'io' }, error);
    default:
      return error;
  }
}

/** The failure for a `path` that is neither a file nor a folder, such as a pipe. */
export function noFile(path: string): Failure {
  return failure('file.unusable', { path, reason: 'special' });
}

/**
 * The failure for a `path` that is not on the same disk as the rest of Burrow's home, so that nothing can be moved
 * there in one step.
 */
export function twoDisks(path: string, cause?: unknown): Failure {
  return failure('home.unusable', { path, reason: 'two-disks' }, cause);
}

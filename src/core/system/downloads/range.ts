import type { PartOf } from './partial-file.ts';

/**
 * The headers that ask for the rest of a file; null: it has to be begun anew. Where the content is known by a checksum,
 * any place may go on where another stopped; else only the same place, and only while it says that the file is the
 * same (RFC 9110, 13.1.5).
 */
export function rangeHeaders(
  part: { bytes: number; of: PartOf | null },
  url: string,
  isKnownContent: boolean,
): Record<string, string> | null {
  const { bytes, of } = part;
  if (bytes === 0 || of === null || (of.totalBytes !== null && bytes >= of.totalBytes)) return null;
  const range = `bytes=${bytes}-`;
  if (of.url === url && of.validator !== null) return { range, 'if-range': of.validator };
  return isKnownContent ? { range } : null;
}

/** Whether an answer of status 206 is the rest of this part, from its very end on. */
export function isTheRest(response: Response, { bytes, of }: { bytes: number; of: PartOf | null }): boolean {
  // It counts the bytes of the compressed file then (RFC 9110, 14.2).
  if (response.headers.has('content-encoding')) return false;
  const [, from, , total] =
    /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '') ?? [];
  if (from === undefined || Number(from) !== bytes) return false;
  return total === '*' || !of || of.totalBytes === null || Number(total) === of.totalBytes;
}

/** What tells one state of a file from another: a strong ETag, or a date that is old enough to be one. */
export function validatorOf(headers: Headers): string | null {
  const tag = headers.get('etag');
  if (tag?.startsWith('"')) return tag;
  const changed = headers.get('last-modified');
  const asked = Date.parse(headers.get('date') ?? '');
  return changed !== null && asked - Date.parse(changed) >= 1000 ? changed : null;
}

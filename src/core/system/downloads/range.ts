import type { PartOf } from './partial-file.ts';

/**
 * The headers that request the rest of a file; null: it must be started over. When the content is known by a checksum,
 * any server may continue; otherwise only the same URL, and only while the server says that the file is unchanged (RFC
 * 9110, 13.1.5).
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

/** Whether a 206 response is exactly the rest of this part. */
export function isTheRest(response: Response, { bytes, of }: { bytes: number; of: PartOf | null }): boolean {
  // Then the range counts bytes of the compressed file (RFC 9110, 14.2).
  if (response.headers.has('content-encoding')) return false;
  const [, from, , total] =
    /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '') ?? [];
  if (from === undefined || Number(from) !== bytes) return false;
  return total === '*' || !of || of.totalBytes === null || Number(total) === of.totalBytes;
}

/** What identifies one state of a file: a strong ETag, or a date that is old enough. */
export function validatorOf(headers: Headers): string | null {
  const tag = headers.get('etag');
  if (tag?.startsWith('"')) return tag;
  const changed = headers.get('last-modified');
  const asked = Date.parse(headers.get('date') ?? '');
  return changed !== null && asked - Date.parse(changed) >= 1000 ? changed : null;
}

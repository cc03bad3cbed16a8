import { createHash } from 'node:crypto';

/** What a text is told from others by. The cache and the indexes that it keeps go by the same. */
export function textDigest(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}

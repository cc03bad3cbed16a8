/** What one file says, as bytes: for other threads and later runs. */
export interface PackedIndex {
  readonly absolute: string;
  /** Of the text that it is of. */
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** Packed indexes that come from elsewhere. */
export interface Shelf {
  /** Null where there is none of this text. Who is told so makes one. */
  readonly find: (absolute: string, digest: string) => Uint8Array | null;
}

/** The same in memory that all threads have in common. */
export function shared({ bytes, ...packed }: PackedIndex): PackedIndex {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return { ...packed, bytes: copy };
}

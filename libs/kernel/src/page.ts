/** A page of a list, keyset style: `next` is the cursor to pass as `after`, or null on the last page. */
export interface Page<T> {
  readonly data: readonly T[];
  readonly next: string | null;
}

import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import type { Page } from '../api/queries.js';

/** Reads a list again from its top: without the pages that were loaded after the first. */
export function useTop(key: readonly unknown[], list: { refetch: () => Promise<unknown> }): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    queries.setQueryData<InfiniteData<Page<unknown>>>(
      key,
      (shown) => shown && { pages: shown.pages.slice(0, 1), pageParams: shown.pageParams.slice(0, 1) },
    );
    await list.refetch();
  };
}

import { type InfiniteData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Page, queryKey, request } from '../../api/queries.js';
import type { Entry } from './entry-words.js';

const PATH = '/v1/audit/entries';

/** One entry: from a list that was just read, else by its id. Reading it is an entry of the log itself, so it is read once. */
export function useEntry(id: string): UseQueryResult<Entry> {
  const queries = useQueryClient();
  const inLists = () =>
    queries
      .getQueriesData<InfiniteData<Page<Entry>>>({ queryKey: queryKey(PATH).slice(0, 2) })
      .flatMap(([, list]) => list?.pages?.flatMap(({ data }) => data) ?? [])
      .find((entry) => entry.id === id);
  return useQuery({
    queryKey: queryKey(PATH, { entry: id }),
    queryFn: () => request('get', `${PATH}/{id}`, { params: { path: { id } } }),
    // What stands in the log never changes.
    initialData: inLists,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

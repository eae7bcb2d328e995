import { type InfiniteData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { ApiError } from '../../api/problem.js';
import { type Page, queryKey, request } from '../../api/queries.js';
import { timeOfId } from './entry-id.js';
import type { Entry } from './entry-words.js';

const PATH = '/v1/audit/entries';
/** An id is made when the entry is written; what it tells of may be a little older. */
const AROUND_MS = 60_000;
const PAGE = 200;

interface Span {
  from: string;
  to: string;
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** Where in the log to look: at the time in the address, else around the time of the id. */
function spanOf(id: string, at: string | null): Span | undefined {
  const exact = at ? Math.floor(Date.parse(at)) : Number.NaN;
  if (!Number.isNaN(exact)) return { from: iso(exact), to: iso(exact + 1) };
  const made = timeOfId(id);
  return made === undefined ? undefined : { from: iso(made - AROUND_MS), to: iso(made + AROUND_MS) };
}

async function findEntry(id: string, span: Span | undefined, signal: AbortSignal): Promise<Entry> {
  let after: string | undefined;
  if (!span) throw new ApiError({ status: 404, code: 'not-found' });
  while (!signal.aborted) {
    const query = { ...span, limit: PAGE, ...(after ? { after } : {}) };
    const { data, next } = await request('get', PATH, { params: { query } });
    const found = data.find((entry) => entry.id === id);
    if (found) return found;
    if (!next) break;
    after = next;
  }
  throw new ApiError({ status: 404, code: 'not-found' });
}

/** One entry: from a list that was just read, else from its place in time. */
export function useEntry(id: string): UseQueryResult<Entry> {
  const queries = useQueryClient();
  const [search] = useSearchParams();
  const inLists = () =>
    queries
      .getQueriesData<InfiniteData<Page<Entry>>>({ queryKey: queryKey(PATH).slice(0, 2) })
      .flatMap(([, list]) => list?.pages?.flatMap(({ data }) => data) ?? [])
      .find((entry) => entry.id === id);
  return useQuery({
    queryKey: queryKey(PATH, { entry: id }),
    queryFn: ({ signal }) => findEntry(id, spanOf(id, search.get('at')), signal),
    // What stands in the log never changes.
    initialData: inLists,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

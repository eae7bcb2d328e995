import {
  type InfiniteData,
  QueryClient,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { HttpMethod, PathsWithMethod } from 'openapi-typescript-helpers';
import { client, currentAgencyId, type Paths } from './client.js';
import { ApiError, toApiError } from './problem.js';
import { askForStepUp, STEP_UP } from './step-up.js';

type Operation<P extends keyof Paths, M extends HttpMethod> = M extends keyof Paths[P] ? Paths[P][M] : never;

type IsNever<T> = [T] extends [never] ? true : false;

/** What stands in the path, the query and the headers of a request, without the parts it does not have. */
type Parameters<O> = O extends { parameters: infer A }
  ? { [K in keyof A as IsNever<NonNullable<A[K]>> extends true ? never : K]: A[K] }
  : never;

type ParametersInit<A> = keyof A extends never ? object : object extends A ? { params?: A } : { params: A };

type Body<O> = O extends { requestBody?: infer R }
  ? NonNullable<R> extends { content: { 'application/json': infer B } }
    ? IsNever<NonNullable<R>> extends true
      ? object
      : { body: B }
    : object
  : object;

export type Init<P extends keyof Paths, M extends HttpMethod> = ParametersInit<Parameters<Operation<P, M>>> &
  Body<Operation<P, M>>;

type InitArgument<I> = object extends I ? [init?: I] : [init: I];

type Json<R, Status extends number> = Status extends keyof R
  ? R[Status] extends { content: { 'application/json': infer T } }
    ? T
    : undefined
  : never;

/** The body of a success. */
export type Answer<P extends keyof Paths, M extends HttpMethod> =
  Operation<P, M> extends { responses: infer R } ? Json<R, 200 | 201 | 202 | 204> : never;

interface RawAnswer {
  data?: unknown;
  error?: unknown;
  response: Response;
}

async function ask(method: string, path: string, init: unknown): Promise<unknown> {
  const call = (client as unknown as Record<string, (path: string, init: unknown) => Promise<RawAnswer>>)[
    method.toUpperCase()
  ];
  const { data, error, response } = await (call as NonNullable<typeof call>)(path, init);
  if (response.ok) return data;
  const failure = toApiError(response, error);
  // Dangerous acts want a fresh proof of who is there; after it the same request goes out again.
  if (failure.code === STEP_UP && (await askForStepUp())) return ask(method, path, init);
  throw failure;
}

/** One request; throws an ApiError for every answer that is not a success. */
export function request<M extends HttpMethod, P extends PathsWithMethod<Paths, M>>(
  method: M,
  path: P,
  ...[init]: InitArgument<Init<P, M>>
): Promise<Answer<P, M>> {
  return ask(method, path, init ?? {}) as Promise<Answer<P, M>>;
}

/** The key of an answer: two agencies never share one. */
export const queryKey = (path: string, init?: unknown): readonly unknown[] => [
  path,
  currentAgencyId() ?? null,
  init ?? null,
];

/** Reads from the API: `useGet('/v1/people', { params: { query: { on } } })`. */
export function useGet<P extends PathsWithMethod<Paths, 'get'>>(
  path: P,
  ...[init]: InitArgument<Init<P, 'get'>>
): UseQueryResult<Answer<P, 'get'>> {
  return useQuery({
    queryKey: queryKey(path, init),
    queryFn: ({ signal }) => ask('get', path, { ...(init as object), signal }) as Promise<Answer<P, 'get'>>,
  });
}

export interface Page<T> {
  data: T[];
  next: string | null;
}

type ItemOf<P extends keyof Paths> = Answer<P, 'get'> extends { data: (infer T)[] } ? T : never;

/** The same without the parts of a request that paging itself sets. */
interface ListInit {
  params?: { path?: Record<string, string>; query?: Record<string, unknown> };
}

/** Reads a list page by page, for `DataTable`: `const list = useList('/v1/messages', { params: { query: { state } } })`. */
export function useList<P extends PathsWithMethod<Paths, 'get'>>(
  path: P,
  init: ListInit = {},
): UseInfiniteQueryResult<InfiniteData<Page<ItemOf<P>>>> {
  return useInfiniteQuery({
    queryKey: queryKey(path, { list: init }),
    queryFn: ({ signal, pageParam }) => {
      const query = { ...init.params?.query, ...(pageParam ? { after: pageParam } : {}) };
      return ask('get', path, { params: { ...init.params, query }, signal }) as Promise<Page<ItemOf<P>>>;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export interface SendOptions<A> {
  /** Paths whose answers are read again afterwards. */
  refreshes?: readonly PathsWithMethod<Paths, 'get'>[];
  onDone?: (answer: A) => void | Promise<void>;
}

/** Changes something: `const invite = useSend('post', '/v1/invitations', { refreshes: ['/v1/people'] })`. */
export function useSend<M extends Exclude<HttpMethod, 'get'>, P extends PathsWithMethod<Paths, M>>(
  method: M,
  path: P,
  options: SendOptions<Answer<P, M>> = {},
): UseMutationResult<Answer<P, M>, Error, Init<P, M>> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (init: Init<P, M>) => ask(method, path, init ?? {}) as Promise<Answer<P, M>>,
    onSuccess: async (answer) => {
      await options.onDone?.(answer);
      await Promise.all((options.refreshes ?? []).map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
}

const MOST_RETRIES = 2;

/** Answers that asking again does not change. */
const isFinal = (error: Error): boolean => error instanceof ApiError && error.status < 500;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => !isFinal(error) && failures < MOST_RETRIES,
    },
    mutations: { retry: false },
  },
});

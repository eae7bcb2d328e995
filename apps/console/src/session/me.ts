import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, request } from '../api/queries.js';

export type Me = Answer<'/v1/me', 'get'>;
export type Membership = Me['memberships'][number];
export type Preferences = Me['preferences'];

export const ME_KEY = ['/v1/me'] as const;

export const fetchMe = (): Promise<Me> => request('get', '/v1/me');

/** The person who is signed in; the route guard has read it before any page is shown. */
export function useMe(): Me {
  const { data } = useQuery({ queryKey: ME_KEY, queryFn: fetchMe, staleTime: 60_000 });
  if (!data) throw new Error('The person is read before a page is shown');
  return data;
}

/** After a change of one's own data. */
export function useMeAgain(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ME_KEY });
}

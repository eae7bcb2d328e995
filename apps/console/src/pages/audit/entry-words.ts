import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Answer, queryKey, request } from '../../api/queries.js';
import { useMe } from '../../session/me.js';
import { useMay } from '../../session/rights.js';

export type Entry = Answer<'/v1/audit/entries', 'get'>['data'][number];

/** A key of the words: those for `auth.login.failed` are `types.auth-login-failed`. */
const keyOf = (type: string): string => type.replaceAll('.', '-');

/** What happened, in a sentence; for a type that only a newer release knows, the type itself. */
export const sentenceOf = (t: TFunction<'audit'>, { type }: Pick<Entry, 'type'>): string =>
  t(`types.${keyOf(type)}`, { defaultValue: type });

/** Why, in words where there are any. */
export const reasonOf = (t: TFunction<'audit'>, reason: string): string =>
  t(`reasons.${reason}`, { defaultValue: reason });

/** Names of people, as far as one may know them: an auditor sees who by id. */
export function useNames(): ReadonlyMap<string, string> {
  const me = useMe();
  const mayRead = useMay('people:read');
  const people = useQuery({
    queryKey: queryKey('/v1/people'),
    queryFn: () =>
      request('get', '/v1/people' as never, {} as never) as Promise<{ data: { id: string; name: string }[] }>,
    enabled: mayRead,
    staleTime: 60_000,
  });
  return new Map([...(people.data?.data ?? []), me].map(({ id, name }) => [id, name]));
}

/** Who did it: by name, else by kind. */
export function useActorWords(): (actor: Entry['actor']) => { word: string; id?: string; role?: string } {
  const { t } = useTranslation('audit');
  const names = useNames();
  return ({ kind, id, role }) => {
    const name = names.get(id);
    const roleWord = role ? { role: t(`roles.${role}`, { defaultValue: role }) } : {};
    if (name) return { word: name, ...roleWord };
    const word = t(`actors.${kind}`, { defaultValue: kind });
    return id === kind ? { word } : { word, id, ...roleWord };
  };
}

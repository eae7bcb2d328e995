import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/queries.js';

export type Entry = Answer<'/v1/audit/entries', 'get'>['data'][number];

/** A key of the words: those for `auth.login.failed` are `types.auth-login-failed`. */
const keyOf = (type: string): string => type.replaceAll('.', '-');

/** What happened, in a sentence; for a type that only a newer release knows, the type itself. */
export const sentenceOf = (t: TFunction<'audit'>, { type }: Pick<Entry, 'type'>): string =>
  t(`types.${keyOf(type)}`, { defaultValue: type });

/** Why, in words where there are any. */
export const reasonOf = (t: TFunction<'audit'>, reason: string): string =>
  t(`reasons.${reason}`, { defaultValue: reason });

/** Who did it: by name, else by kind and id. `role` stands in brackets. */
export function useActorWords(): (actor: Entry['actor']) => { word: string; id?: string; role?: string } {
  const { t } = useTranslation('audit');
  return ({ kind, id, name, role }) => {
    const roleWord = role ? { role: t(`roles.${role}`, { defaultValue: role }) } : {};
    const word = t(`actors.${kind}`, { defaultValue: kind });
    // A name alone is a person's; a key says that it is one.
    if (name) return { word: name, ...(kind === 'user' ? roleWord : { role: word }) };
    return id === kind ? { word } : { word, id, ...roleWord };
  };
}

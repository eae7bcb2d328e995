import { useTranslation } from 'react-i18next';
import { CheckboxGroup, fields, into, list, rule } from '../../kit/index.js';
import { EVENT_GROUPS, wordOf } from './events.js';

const [[FIRST_GROUP]] = EVENT_GROUPS;

const nameOf = (group: string): string => `events.${group}`;

/** What is chosen of all groups, at least one; `least`: the words for none at all. */
export const chosenEvents = (least: string) =>
  into(
    fields({ progress: list(), problems: list(), inbound: list() }).check(
      rule((chosen) => Object.values(chosen).some(({ length }) => length > 0), least, FIRST_GROUP),
    ),
    (chosen) => EVENT_GROUPS.flatMap(([group]) => chosen[group]),
  );

/** Where the API's word about `events` is shown. */
export const EVENT_FIELD_NAMES = { events: nameOf(FIRST_GROUP) };

/** Of what an endpoint is told, chosen by group. */
export function EventFields({ chosen }: { chosen: readonly string[] }) {
  const { t } = useTranslation('callbacks');
  return EVENT_GROUPS.map(([group, types]) => (
    <CheckboxGroup
      key={group}
      name={nameOf(group)}
      label={t(`groups.${group}`)}
      defaultValue={types.filter((type) => chosen.includes(type))}
      choices={types.map((type) => ({
        value: type,
        label: t(`types.${wordOf(type)}`),
        description: t(`typeMeans.${wordOf(type)}`),
      }))}
    />
  ));
}

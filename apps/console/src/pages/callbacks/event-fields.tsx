import { useTranslation } from 'react-i18next';
import { CheckboxGroup, type FormValues } from '../../kit/index.js';
import { EVENT_GROUPS, wordOf } from './events.js';

const nameOf = (group: string): string => `events-${group}`;

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

export const chosenEvents = (values: FormValues): string[] =>
  EVENT_GROUPS.flatMap(([group]) => values.list(nameOf(group)));

/** Where the API's word about `events` is shown. */
export const EVENT_FIELD_NAMES = { events: nameOf(EVENT_GROUPS[0][0]) };

export const noEventChosen = (values: FormValues, words: string): Record<string, string> =>
  chosenEvents(values).length > 0 ? {} : { [EVENT_FIELD_NAMES.events]: words };

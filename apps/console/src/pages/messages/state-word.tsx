import { useTranslation } from 'react-i18next';
import { Tag } from '../../kit/index.js';
import { toneOf } from './states.js';

/** Where a message stands; a tag only for what is not as it should be. */
export function StateWord({ state }: { state: string }) {
  const { t } = useTranslation('messages');
  const word = t(`states.${state}`, { defaultValue: state });
  const tone = toneOf(state);
  return tone ? <Tag tone={tone}>{word}</Tag> : word;
}

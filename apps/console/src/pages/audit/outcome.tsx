import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '../../kit/index.js';

const TONES: Record<string, Tone> = { denied: 'warn', failure: 'bad', unknown: 'warn' };

/** Only what did not succeed is marked. */
export function Outcome({ outcome }: { outcome: string }) {
  const { t } = useTranslation('audit');
  const word = t(`outcomes.${outcome}`, { defaultValue: outcome });
  const tone = TONES[outcome];
  return tone ? <Tag tone={tone}>{word}</Tag> : word;
}

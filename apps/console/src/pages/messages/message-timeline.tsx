import { useTranslation } from 'react-i18next';
import { StatusTimeline } from '../../kit/index.js';
import { readDetail } from './failures.js';
import type { Message } from './message-words.js';
import { stepToneOf } from './states.js';

/** What a message went through, step by step. */
export function MessageTimeline({ message }: { message: Message }) {
  const { t } = useTranslation('messages');
  const wordsOf = (text: string | undefined) => {
    const detail = readDetail(text);
    if (!detail) return undefined;
    if (detail.kind === 'attempt') return t('timeline.attempt', { number: detail.attempt });
    if (detail.kind === 'held') return t('timeline.held');
    return t(`failures.${detail.meaning}.reason`);
  };
  const steps = message.timeline.map(({ state, at, detail }, index) => {
    const words = wordsOf(detail);
    return {
      id: `${index}-${state}`,
      title: t(`states.${state}`, { defaultValue: state }),
      at,
      tone: stepToneOf(state),
      ...(words ? { detail: words } : {}),
    };
  });
  return <StatusTimeline label={t('timeline.title')} steps={steps} />;
}

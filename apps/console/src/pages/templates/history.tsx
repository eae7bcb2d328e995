import { useTranslation } from 'react-i18next';
import { StatusTimeline, Time, type TimelineStep, type Tone } from '../../kit/index.js';
import { PersonName } from '../../session/person-name.js';
import { toneOf } from './template-status.js';
import type { TemplateDetails } from './types.js';

type Event = TemplateDetails['events'][number];

const TONES: Record<string, Tone> = {
  review_asked: 'info',
  approved: 'ok',
  sent_back: 'bad',
  refused: 'bad',
  submitted: 'info',
  category: 'warn',
};

const textOf = (value: string | number | null | undefined) => (typeof value === 'string' ? value : '');

/** Who did it; what WhatsApp decided is said by the title. */
function Who({ event: { actor } }: { event: Event }) {
  const { t } = useTranslation('templates');
  if (actor.kind === 'user' && actor.id) {
    return (
      <>
        <PersonName id={actor.id} unknown={t('aColleague')} />
        {' · '}
      </>
    );
  }
  return actor.kind === 'api_key' ? `${t('aKey')} · ` : null;
}

function Detail({ event }: { event: Event }) {
  const { t } = useTranslation('templates');
  const { kind, detail } = event;
  const until = textOf(detail['until']);
  return (
    <>
      <p>
        <Who event={event} />
        {t('versionNumber', { version: event.version })}
      </p>
      {kind === 'sent_back' && <p dir="auto">{textOf(detail['reason'])}</p>}
      {kind === 'refused' && <p>{t([`refusals.${textOf(detail['code'])}`, 'refusals.other'])}</p>}
      {kind === 'status' && detail['status'] === 'REJECTED' && (
        <p>{t([`rejections.${textOf(detail['reason']) || 'NONE'}.words`, 'rejections.NONE.words'])}</p>
      )}
      {until && (
        <p>
          {t('until')} <Time at={until} show="exact" />
        </p>
      )}
      {kind === 'category' && (
        <p>
          {t(`categories.${textOf(detail['from'])}`, { defaultValue: '' })} →{' '}
          {t(`categories.${textOf(detail['to'])}`, { defaultValue: '' })}
        </p>
      )}
      {kind === 'quality' && <p>{t(`quality.${textOf(detail['to']) || 'UNKNOWN'}`)}</p>}
    </>
  );
}

function useSteps(events: readonly Event[]): TimelineStep[] {
  const { t } = useTranslation('templates');
  return events.map((event, at) => {
    const { kind, detail } = event;
    const status = textOf(detail['status']);
    const isStatus = kind === 'status';
    return {
      id: `${event.at} ${at}`,
      title: isStatus
        ? t(`statusEvents.${status}`, { defaultValue: t(`status.${status}`, { defaultValue: status }) })
        : t(`events.${kind}`),
      at: event.at,
      tone: isStatus ? toneOf(status) : (TONES[kind] ?? 'neutral'),
      detail: <Detail event={event} />,
    };
  });
}

/** Draft, our review, WhatsApp's decision: what happened, in order, and who did it. */
export function History({ events }: { events: readonly Event[] }) {
  const { t } = useTranslation('templates');
  return <StatusTimeline steps={useSteps(events)} label={t('history')} />;
}

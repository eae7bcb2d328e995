import { useTranslation } from 'react-i18next';
import { type Answer, useSend } from '../../api/queries.js';
import {
  Banner,
  CheckboxGroup,
  Form,
  fields,
  into,
  list,
  rule,
  TextField,
  tellDone,
  text,
  useLocaleTag,
} from '../../kit/index.js';
import { DAYS, type Day, dayName } from './clock-words.js';

const BEGIN = /^([01]?\d|2[0-3]):[0-5]\d$/;
const END = /^(([01]?\d|2[0-3]):[0-5]\d|24:00)$/;
const NIGHT = { from: '22:00', to: '08:00', days: [...DAYS] };

const inFull = (time: string): string => time.padStart('00:00'.length, '0');

const quietSchema = (words: { time: string; days: string }) =>
  fields({
    from: into(text().check(rule((time) => BEGIN.test(time), words.time)), inFull),
    to: into(text().check(rule((time) => END.test(time), words.time)), inFull),
    days: into(list(words.days), (days) => DAYS.filter((day) => days.includes(day)) as Day[]),
  });

export function QuietForm({ quiet, onClose }: { quiet?: Answer<'/v1/quiet-hours', 'get'>; onClose: () => void }) {
  const { t } = useTranslation('sending');
  const locale = useLocaleTag();
  const save = useSend('put', '/v1/quiet-hours', { refreshes: ['/v1/quiet-hours'] });
  const { from, to, days } = quiet ?? NIGHT;
  return (
    <Form
      schema={quietSchema({ time: t('quiet.wrongTime'), days: t('quiet.chooseDay') })}
      submitLabel={t('save')}
      onCancel={onClose}
      onSubmit={async (body) => {
        await save.mutateAsync({ body });
        tellDone(t('quiet.saved'));
        onClose();
      }}
    >
      <TextField
        name="from"
        isCode
        width="short"
        autoComplete="off"
        label={t('quiet.from')}
        description={t('quiet.fromHint')}
        defaultValue={from ?? ''}
      />
      <TextField
        name="to"
        isCode
        width="short"
        autoComplete="off"
        label={t('quiet.to')}
        description={t('quiet.toHint')}
        defaultValue={to ?? ''}
      />
      <CheckboxGroup
        name="days"
        label={t('quiet.days')}
        description={t('quiet.daysHint')}
        defaultValue={[...days]}
        choices={DAYS.map((day) => ({ value: day, label: dayName(locale, day) }))}
      />
      <Banner title={t('quiet.effect')}>{t('logged')}</Banner>
    </Form>
  );
}

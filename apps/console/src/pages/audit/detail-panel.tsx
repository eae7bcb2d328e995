import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryKey, request } from '../../api/queries.js';
import { Code, DescriptionList, DiffTable, Loaded, Panel } from '../../kit/index.js';
import { toldBy, WHOLE } from './detail.js';

const PATH = '/v1/audit/entries/{id}/detail';

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);

function Told({ detail }: { detail: Record<string, unknown> }) {
  const { t } = useTranslation('audit');
  const { before, after, others } = toldBy(detail);
  /** `roles.2` is the second of the roles. */
  const labelOf = (path: string): string => {
    const [field = '', ...within] = path.split('.');
    const label = field === WHOLE ? t('detail.value') : t(`detail.fields.${field}`, { defaultValue: field });
    return [label, ...within].join(' ');
  };
  const facts = Object.entries(others).map(([field, value]) => ({
    label: labelOf(field),
    value: <Code>{textOf(value)}</Code>,
  }));
  const isChange = Object.keys(before).length + Object.keys(after).length > 0;
  return (
    <>
      {isChange && <DiffTable caption={t('detail.changes')} before={before} after={after} labelOf={labelOf} />}
      {facts.length > 0 && <DescriptionList facts={facts} />}
    </>
  );
}

/** What the entry commits to and does not hold itself. */
export function DetailPanel({ id }: { id: string }) {
  const { t } = useTranslation('audit');
  const answer = useQuery({
    queryKey: queryKey(PATH, { id }),
    queryFn: () => request('get', PATH, { params: { path: { id } } }),
    // Reading it is an entry of the log itself, so it is read once.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Panel title={t('detail.title')}>
      <p className="measure text-muted">{t('detail.lead')}</p>
      <Loaded from={answer}>{({ detail }) => (detail ? <Told detail={detail} /> : <p>{t('detail.erased')}</p>)}</Loaded>
    </Panel>
  );
}

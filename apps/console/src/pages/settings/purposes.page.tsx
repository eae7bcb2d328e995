import { useTranslation } from 'react-i18next';
import { type Answer, useList, useSend } from '../../api/queries.js';
import {
  Banner,
  Checkbox,
  Code,
  choice,
  DataTable,
  EmptyState,
  Form,
  fields,
  Name,
  optionalText,
  PageBody,
  PageHeader,
  Panel,
  Select,
  TextField,
  Time,
  tellDone,
  text,
  tick,
} from '../../kit/index.js';
import { useAgencyPath, useMay } from '../../session/rights.js';

type Purpose = Answer<'/v1/purposes', 'get'>['data'][number];

const CATEGORIES = ['service', 'marketing', 'alert', 'survey', 'otp'] as const;
const BASES = [
  'consent',
  'public_task',
  'legal_obligation',
  'vital_interests',
  'contract',
  'legitimate_interest',
] as const;

const PURPOSE = fields({
  title: text(),
  code: text(),
  category: choice(CATEGORIES),
  basis: choice(BASES),
  objectable: tick(),
  legalInstrument: optionalText(),
});

function AddPurpose() {
  const { t } = useTranslation('settings');
  const add = useSend('post', '/v1/purposes', { refreshes: ['/v1/purposes', '/v1/go-live'] });
  return (
    <Panel title={t('purposes.add')}>
      <Form
        schema={PURPOSE}
        isEmptiedAfter
        submitLabel={t('purposes.add')}
        onSubmit={async (body) => {
          const { title } = await add.mutateAsync({ body });
          tellDone(t('purposes.added', { title }));
        }}
      >
        <TextField
          name="title"
          maxLength={200}
          autoComplete="off"
          label={t('purposes.title')}
          description={t('purposes.titleHint')}
        />
        <TextField
          name="code"
          isCode
          width="short"
          maxLength={63}
          autoComplete="off"
          label={t('purposes.code')}
          description={t('purposes.codeHint')}
        />
        <Select
          name="category"
          label={t('purposes.category')}
          description={t('purposes.categoryHint')}
          choices={CATEGORIES.map((value) => ({ value, label: t(`purposes.categories.${value}`) }))}
        />
        <Select
          name="basis"
          label={t('purposes.basis')}
          description={t('purposes.basisHint')}
          choices={BASES.map((value) => ({ value, label: t(`purposes.bases.${value}`) }))}
        />
        <Checkbox
          name="objectable"
          defaultSelected
          label={t('purposes.objectable')}
          description={t('purposes.objectableHint')}
        />
        <TextField
          name="legalInstrument"
          isOptional
          maxLength={500}
          autoComplete="off"
          label={t('purposes.legalInstrument')}
          description={t('purposes.legalInstrumentHint')}
        />
        <Banner title={t('purposes.effect')}>{t('logged')}</Banner>
      </Form>
    </Panel>
  );
}

function Basis({ purpose: { basis, legalInstrument } }: { purpose: Purpose }) {
  const { t } = useTranslation('settings');
  return (
    <span className="grid">
      {t(`purposes.bases.${basis}`, { defaultValue: basis })}
      {legalInstrument && (
        <span className="text-sm text-muted">
          <Name>{legalInstrument}</Name>
        </span>
      )}
    </span>
  );
}

/** What the agency writes to people for. A version never changes: the same code again makes the next one. */
export default function PurposesPage() {
  const { t } = useTranslation('settings');
  const to = useAgencyPath();
  const mayAdd = useMay('purposes:write');
  const maySeeSettings = useMay('agency:write');
  const purposes = useList('/v1/purposes');
  return (
    <PageBody>
      <PageHeader
        title={t('purposes.heading')}
        lead={t('purposes.lead')}
        {...(maySeeSettings ? { crumbs: [{ label: t('title'), to: to('/settings') }] } : {})}
      />
      <DataTable
        caption={t('purposes.heading')}
        list={purposes}
        rowKey={({ id, version }) => `${id}.${version}`}
        empty={<EmptyState title={t('purposes.empty')}>{t('purposes.emptyAdvice')}</EmptyState>}
        columns={[
          {
            id: 'title',
            label: t('purposes.title'),
            cell: ({ title, code }) => (
              <span className="grid">
                <Name>{title}</Name>
                <span className="text-sm text-muted">
                  <Code>{code}</Code>
                </span>
              </span>
            ),
          },
          {
            id: 'category',
            label: t('purposes.category'),
            cell: ({ category }) => t(`purposes.categories.${category}`, { defaultValue: category }),
          },
          { id: 'basis', label: t('purposes.basis'), cell: (purpose) => <Basis purpose={purpose} /> },
          {
            id: 'objectable',
            label: t('purposes.mayObject'),
            cell: ({ objectable }) => t(objectable ? 'purposes.yes' : 'purposes.no'),
          },
          {
            id: 'since',
            label: t('purposes.since'),
            cell: ({ version, activeFrom }) => (
              <>
                {t('purposes.version', { version })} · <Time at={activeFrom} show="date" />
              </>
            ),
          },
        ]}
      />
      {mayAdd && <AddPurpose />}
    </PageBody>
  );
}

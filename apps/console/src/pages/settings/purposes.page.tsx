import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, useList, useSend } from '../../api/queries.js';
import {
  Banner,
  Checkbox,
  Code,
  DataTable,
  EmptyState,
  Form,
  type FormValues,
  Name,
  PageBody,
  PageHeader,
  Panel,
  Select,
  TextField,
  Time,
  tellDone,
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

const oneOf = <T extends string>(choices: readonly T[], value: string): T =>
  choices.find((choice) => choice === value) ?? (choices[0] as T);

function purposeOf(values: FormValues) {
  const legalInstrument = values.optional('legalInstrument');
  return {
    code: values.text('code'),
    title: values.text('title'),
    category: oneOf(CATEGORIES, values.text('category')),
    basis: oneOf(BASES, values.text('basis')),
    objectable: values.has('objectable'),
    ...(legalInstrument ? { legalInstrument } : {}),
  };
}

function AddPurpose() {
  const { t } = useTranslation('settings');
  // A new form after each purpose: its fields are empty again.
  const [round, setRound] = useState(0);
  const add = useSend('post', '/v1/purposes', { refreshes: ['/v1/purposes', '/v1/go-live'] });
  return (
    <Panel title={t('purposes.add')}>
      <Form
        key={round}
        submitLabel={t('purposes.add')}
        onSubmit={async (values) => {
          const { title } = await add.mutateAsync({ body: purposeOf(values) });
          tellDone(t('purposes.added', { title }));
          setRound(round + 1);
        }}
      >
        <TextField
          name="title"
          isRequired
          maxLength={200}
          autoComplete="off"
          label={t('purposes.title')}
          description={t('purposes.titleHint')}
        />
        <TextField
          name="code"
          isRequired
          isCode
          width="short"
          maxLength={63}
          autoComplete="off"
          label={t('purposes.code')}
          description={t('purposes.codeHint')}
        />
        <Select
          name="category"
          isRequired
          label={t('purposes.category')}
          description={t('purposes.categoryHint')}
          choices={CATEGORIES.map((value) => ({ value, label: t(`purposes.categories.${value}`) }))}
        />
        <Select
          name="basis"
          isRequired
          label={t('purposes.basis')}
          description={t('purposes.basisHint')}
          choices={BASES.map((value) => ({ value, label: t(`purposes.bases.${value}`) }))}
        />
        <Checkbox
          name="objectable"
          value="yes"
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

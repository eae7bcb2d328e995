import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, useGet, useSend } from '../../api/queries.js';
import {
  Banner,
  CheckboxGroup,
  choice,
  Form,
  fields,
  into,
  LinkButton,
  Loaded,
  list,
  PageBody,
  PageHeader,
  RadioGroup,
  rule,
  Select,
  TextField,
  text,
  textOrNothing,
} from '../../kit/index.js';
import { KEY_SCOPES } from '../../session/access-tables.js';
import { useAgencyPath, useMay, useMembership } from '../../session/rights.js';
import { expiryOf, lastDay } from './expiry.js';
import { networksOf } from './networks.js';
import { ShownOnce } from './shown-once.js';

type Created = Answer<'/v1/api-keys', 'post'>;
type Department = Answer<'/v1/departments', 'get'>['data'][number];

const MODES = ['sandbox', 'live'] as const;

const keySchema = (t: TFunction<'keys'>) =>
  fields({
    name: text(),
    departmentId: text(),
    mode: choice(MODES),
    scopes: list(t('chooseScope')),
    ipAllowList: into(textOrNothing(), networksOf),
    expiresAt: into(
      text().check(rule((day) => expiryOf(day) !== undefined, t('expiryWrong'))),
      (day) => expiryOf(day) ?? '',
    ),
  });

function NewKeyForm({ departments, onDone }: { departments: readonly Department[]; onDone: (key: Created) => void }) {
  const { t } = useTranslation('keys');
  const to = useAgencyPath();
  const mayGoLive = useMay('api-keys:write-live');
  const held = useMembership()?.permissions ?? [];
  const create = useSend('post', '/v1/api-keys', { refreshes: ['/v1/api-keys'] });
  const modes = MODES.filter((mode) => mode === 'sandbox' || mayGoLive);
  const scopes = KEY_SCOPES.filter((scope) => held.includes(scope));
  return (
    <Form
      schema={keySchema(t)}
      submitLabel={t('add')}
      cancelTo={to('/developers/keys')}
      onSubmit={async (body) => onDone(await create.mutateAsync({ body }))}
    >
      <TextField name="name" autoComplete="off" label={t('name')} description={t('nameHint')} />
      <Select
        name="departmentId"
        label={t('department')}
        {...(departments.length === 1 && departments[0] ? { defaultValue: departments[0].id } : {})}
        choices={departments.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <RadioGroup
        name="mode"
        label={t('mode')}
        defaultValue="sandbox"
        choices={modes.map((mode) => ({ value: mode, label: t(`modes.${mode}`), description: t(`modeMeans.${mode}`) }))}
      />
      <CheckboxGroup
        name="scopes"
        label={t('scopes')}
        description={t('scopesHint')}
        choices={scopes.map((scope) => ({ value: scope, label: t(`permissions.${scope.replaceAll(':', '-')}`) }))}
      />
      <TextField name="ipAllowList" rows={3} isCode isOptional label={t('networks')} description={t('networksHint')} />
      <TextField
        name="expiresAt"
        type="date"
        width="short"
        label={t('expires')}
        description={t('expiresHint')}
        defaultValue={lastDay()}
      />
    </Form>
  );
}

/** Makes a key; its secret then takes the place of the form, once. */
export default function NewKeyPage() {
  const { t } = useTranslation('keys');
  const to = useAgencyPath();
  const departments = useGet('/v1/departments');
  const mayAddDepartment = useMay('departments:write');
  const [created, setCreated] = useState<Created>();
  if (created)
    return (
      <PageBody width="reading">
        <ShownOnce id={created.id} secret={created.secret} />
      </PageBody>
    );
  return (
    <PageBody width="reading">
      <PageHeader title={t('add')} crumbs={[{ label: t('title'), to: to('/developers/keys') }]} />
      <Loaded from={departments}>
        {({ data }) => {
          const active = data.filter(({ archivedAt }) => !archivedAt);
          if (active.length > 0) return <NewKeyForm departments={active} onDone={setCreated} />;
          return (
            <Banner
              tone="warn"
              title={t('noDepartment')}
              actions={mayAddDepartment && <LinkButton to={to('/departments/new')}>{t('addDepartment')}</LinkButton>}
            >
              {t('noDepartmentAdvice')}
            </Banner>
          );
        }}
      </Loaded>
    </PageBody>
  );
}

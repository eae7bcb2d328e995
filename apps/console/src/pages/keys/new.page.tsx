import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, useGet, useSend } from '../../api/queries.js';
import {
  Banner,
  CheckboxGroup,
  Form,
  type FormValues,
  LinkButton,
  Loaded,
  PageBody,
  PageHeader,
  RadioGroup,
  Select,
  TextField,
} from '../../kit/index.js';
import { KEY_SCOPES } from '../../session/access-tables.js';
import { useAgencyPath, useMay, useMembership } from '../../session/rights.js';
import { expiryOf, lastDay } from './expiry.js';
import { networksOf } from './networks.js';
import { ShownOnce } from './shown-once.js';

type Created = Answer<'/v1/api-keys', 'post'>;
type Department = Answer<'/v1/departments', 'get'>['data'][number];

function NewKeyForm({ departments, onDone }: { departments: readonly Department[]; onDone: (key: Created) => void }) {
  const { t } = useTranslation('keys');
  const to = useAgencyPath();
  const mayGoLive = useMay('api-keys:write-live');
  const held = useMembership()?.permissions ?? [];
  const create = useSend('post', '/v1/api-keys', { refreshes: ['/v1/api-keys'] });
  const modes = (['sandbox', 'live'] as const).filter((mode) => mode === 'sandbox' || mayGoLive);
  const scopes = KEY_SCOPES.filter((scope) => held.includes(scope));
  const check = (values: FormValues): Record<string, string> => ({
    ...(values.list('scopes').length === 0 ? { scopes: t('chooseScope') } : {}),
    ...(expiryOf(values.text('expiresAt')) ? {} : { expiresAt: t('expiryWrong') }),
  });
  return (
    <Form
      submitLabel={t('add')}
      cancelTo={to('/developers/keys')}
      check={check}
      onSubmit={async (values) => {
        const ipAllowList = networksOf(values.text('ipAllowList'));
        const key = await create.mutateAsync({
          body: {
            name: values.text('name'),
            departmentId: values.text('departmentId'),
            mode: values.text('mode') === 'live' ? 'live' : 'sandbox',
            scopes: values.list('scopes'),
            expiresAt: expiryOf(values.text('expiresAt')) ?? '',
            ...(ipAllowList.length > 0 ? { ipAllowList } : {}),
          },
        });
        onDone(key);
      }}
    >
      <TextField name="name" isRequired autoComplete="off" label={t('name')} description={t('nameHint')} />
      <Select
        name="departmentId"
        isRequired
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
        isRequired
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

import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Answer, useGet, useSend } from '../../api/queries.js';
import {
  Button,
  ConfirmDialog,
  DescriptionList,
  Dialog,
  Form,
  Loaded,
  NotFound,
  Num,
  PageBody,
  PageHeader,
  Panel,
  Tag,
  TextField,
  Time,
  tellDone,
  useDialog,
} from '../../kit/index.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { departmentSchema } from './quota.js';
import { QuotaFields } from './quota-fields.js';
import { UsagePanel } from './usage.js';

type Department = Answer<'/v1/departments', 'get'>['data'][number];

const REFRESHES = ['/v1/departments', '/v1/departments/{id}/usage'] as const;

function ChangeDepartment({ department }: { department: Department }) {
  const { t } = useTranslation('departments');
  const dialog = useDialog();
  const change = useSend('patch', '/v1/departments/{id}', { refreshes: REFRESHES });
  const { id, name } = department;
  return (
    <>
      <Button onPress={dialog.open}>{t('change')}</Button>
      <Dialog {...dialog.props} title={t('changeTitle', { name })}>
        <Form
          schema={departmentSchema(t('wholeNumber'))}
          submitLabel={t('save')}
          onCancel={dialog.props.onClose}
          onSubmit={async (body) => {
            await change.mutateAsync({ params: { path: { id } }, body });
            tellDone(t('saved'));
            dialog.props.onClose();
          }}
        >
          <p className="text-muted">{t('changeEffect')}</p>
          <TextField name="name" autoComplete="off" label={t('name')} defaultValue={name} />
          <QuotaFields {...department} />
        </Form>
      </Dialog>
    </>
  );
}

function ArchiveDepartment({ department: { id, name } }: { department: Department }) {
  const { t } = useTranslation('departments');
  const dialog = useDialog();
  const archive = useSend('post', '/v1/departments/{id}/archive', { refreshes: REFRESHES });
  return (
    <>
      <Button onPress={dialog.open}>{t('archive')}</Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('archiveTitle', { name })}
        confirmLabel={t('archiveConfirm', { name })}
        typed={name}
        onConfirm={async () => {
          await archive.mutateAsync({ params: { path: { id } } });
          tellDone(t('archivedNow', { name }));
        }}
      >
        <p>{t('archiveEffect')}</p>
      </ConfirmDialog>
    </>
  );
}

function Facts({ department: { dailyQuota, monthlyQuota, createdAt, archivedAt } }: { department: Department }) {
  const { t } = useTranslation('departments');
  const quota = (value: number | null) => (value === null ? t('noQuota') : <Num value={value} />);
  return (
    <Panel title={t('details')}>
      <DescriptionList
        facts={[
          { label: t('dailyQuota'), value: quota(dailyQuota) },
          { label: t('monthlyQuota'), value: quota(monthlyQuota) },
          { label: t('since'), value: <Time at={createdAt} show="date" /> },
          ...(archivedAt ? [{ label: t('archivedAt'), value: <Time at={archivedAt} show="exact" /> }] : []),
        ]}
      />
    </Panel>
  );
}

function DepartmentView({ department }: { department: Department }) {
  const { t } = useTranslation('departments');
  const to = useAgencyPath();
  const mayChange = useMay('departments:write') && !department.archivedAt;
  return (
    <>
      <PageHeader
        title={department.name}
        crumbs={[{ label: t('title'), to: to('/departments') }]}
        tag={department.archivedAt && <Tag>{t('archived')}</Tag>}
        actions={
          mayChange && (
            <>
              <ChangeDepartment department={department} />
              <ArchiveDepartment department={department} />
            </>
          )
        }
      />
      <UsagePanel id={department.id} />
      <Facts department={department} />
    </>
  );
}

export default function DepartmentPage() {
  const { department: id } = useParams();
  const { t } = useTranslation('departments');
  const departments = useGet('/v1/departments');
  return (
    <PageBody width="reading">
      {/* Its name is not known: the page still says where one is. */}
      {departments.error && !departments.data && <PageHeader title={t('title')} />}
      <Loaded from={departments}>
        {({ data }) => {
          const department = data.find((one) => one.id === id);
          return department ? <DepartmentView department={department} /> : <NotFound />;
        }}
      </Loaded>
    </PageBody>
  );
}

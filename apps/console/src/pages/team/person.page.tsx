import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { type Answer, useGet, useSend } from '../../api/queries.js';
import {
  Banner,
  Button,
  ConfirmDialog,
  DescriptionList,
  Dialog,
  FilterBar,
  Loaded,
  later,
  PageBody,
  PageHeader,
  Panel,
  Tag,
  Time,
  tellDone,
  useDialog,
  useFilters,
} from '../../kit/index.js';
import { useMe } from '../../session/me.js';
import { useAgencyPath, useMay, useMembership } from '../../session/rights.js';
import { endOfDay } from './on-date.js';
import { RightsTable } from './rights-table.js';
import { RoleHistory } from './role-history.js';
import { RoleWords } from './role-words.js';
import { rolesAt } from './roles-at.js';

type Person = Answer<'/v1/people/{id}', 'get'>;

const RolesForm = later(async () => (await import('./roles-form.js')).RolesForm);

function ChangeRoles({ person }: { person: Person }) {
  const { t } = useTranslation('team');
  const dialog = useDialog();
  return (
    <>
      <Button onPress={dialog.open}>{t('changeRoles')}</Button>
      <Dialog {...dialog.props} title={t('rolesOf', { name: person.name })}>
        <RolesForm person={person} onClose={dialog.props.onClose} />
      </Dialog>
    </>
  );
}

function EndAccess({ person }: { person: Person }) {
  const { t } = useTranslation('team');
  const dialog = useDialog();
  const navigate = useNavigate();
  const to = useAgencyPath();
  const agency = useMembership()?.agency.name;
  const end = useSend('post', '/v1/people/{id}/end', { refreshes: ['/v1/people', '/v1/people/{id}'] });
  return (
    <>
      <Button onPress={dialog.open}>{t('endAccess')}</Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('endTitle', { name: person.name })}
        confirmLabel={t('endConfirm', { name: person.name })}
        onConfirm={async () => {
          await end.mutateAsync({ params: { path: { id: person.id } } });
          tellDone(t('ended', { name: person.name }));
          await navigate(to('/team'));
        }}
      >
        <p>{t('endEffect', { agency })}</p>
      </ConfirmDialog>
    </>
  );
}

function Rights({ person }: { person: Person }) {
  const { t } = useTranslation('team');
  const { values } = useFilters(['on']);
  const on = endOfDay(values.on);
  const roles = rolesAt(person.roles, on).map(({ role }) => role);
  return (
    <section aria-labelledby="rights" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h2 id="rights" className="text-h2 font-bold">
        {t(on ? 'rightsThen' : 'rightsNow')}
      </h2>
      <FilterBar filters={[{ name: 'on', label: t('onDate'), type: 'date' }]} />
      {on && (
        <p>
          {t('thenText')} <Time at={on} show="date" />
        </p>
      )}
      <RightsTable
        roles={roles}
        caption={t(on ? 'rightsThen' : 'rightsNow')}
        none={t(on ? 'nothingThen' : 'nothingNow')}
      />
    </section>
  );
}

function Facts({ person }: { person: Person }) {
  const { t } = useTranslation('team');
  const { email, mfa, lastSignInAt } = person;
  const roles = rolesAt(person.roles);
  return (
    <Panel title={t('person')}>
      <DescriptionList
        facts={[
          { label: t('email'), value: <bdi className="break-all">{email}</bdi> },
          { label: t('rolesLabel'), value: <RoleWords roles={roles} /> },
          {
            label: t('secondStep'),
            value: mfa ? t('hasSecondStep') : <Tag tone="warn">{t('noSecondStep')}</Tag>,
          },
          { label: t('lastSignIn'), value: lastSignInAt ? <Time at={lastSignInAt} /> : t('never') },
        ]}
      />
    </Panel>
  );
}

/** One person: what they may do, and since when. */
export default function PersonPage() {
  const { t } = useTranslation('team');
  const to = useAgencyPath();
  const me = useMe();
  const mayChange = useMay('people:write');
  const { person: id = '' } = useParams();
  const person = useGet('/v1/people/{id}', { params: { path: { id } } });
  const isMe = id === me.id;
  return (
    <PageBody>
      <PageHeader
        title={person.data?.name ?? t('person')}
        crumbs={[{ label: t('title'), to: to('/team') }]}
        tag={person.data?.disabledAt && <Tag tone="bad">{t('disabled')}</Tag>}
        actions={
          mayChange &&
          !isMe &&
          person.data && (
            <>
              <ChangeRoles person={person.data} />
              {rolesAt(person.data.roles).length > 0 && <EndAccess person={person.data} />}
            </>
          )
        }
      />
      {isMe && mayChange && <Banner title={t('yourself')}>{t('yourselfAdvice')}</Banner>}
      <Loaded from={person}>
        {(data) => (
          <>
            <Facts person={data} />
            <Rights person={data} />
            <RoleHistory roles={data.roles} />
          </>
        )}
      </Loaded>
    </PageBody>
  );
}

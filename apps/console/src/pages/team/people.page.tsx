import { UserPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../api/queries.js';
import {
  Banner,
  DataTable,
  EmptyState,
  FilterBar,
  LinkButton,
  Name,
  NoResults,
  PageBody,
  PageHeader,
  Tag,
  TextLink,
  Time,
  useFilters,
} from '../../kit/index.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { Invitations } from './invitations.js';
import { endOfDay } from './on-date.js';
import { RoleWords } from './role-words.js';

/** Who works here, now or on a day in the past, and who is invited. */
export default function PeoplePage() {
  const { t } = useTranslation('team');
  const to = useAgencyPath();
  const mayInvite = useMay('people:write');
  const { values, clear } = useFilters(['on']);
  const on = endOfDay(values.on);
  const people = useList('/v1/people', { params: { query: on ? { on } : {} } });
  const personPath = (id: string) => to(`/team/${id}${on ? `?on=${values.on}` : ''}`);
  const invite = mayInvite && (
    <LinkButton kind="primary" icon={UserPlus} to={to('/team/invite')}>
      {t('invite')}
    </LinkButton>
  );
  return (
    <PageBody>
      <PageHeader title={t('title')} lead={t('lead')} actions={invite} />
      <FilterBar filters={[{ name: 'on', label: t('onDate'), type: 'date' }]} />
      {on && (
        <Banner title={t('thenTitle')}>
          {t('thenText')} <Time at={on} show="date" />
        </Banner>
      )}
      <DataTable
        caption={t('people')}
        list={people}
        rowKey={(person) => person.id}
        empty={on ? <NoResults onClear={clear} /> : <EmptyState title={t('empty')}>{t('emptyAdvice')}</EmptyState>}
        columns={[
          {
            id: 'name',
            label: t('name'),
            cell: ({ id, name, disabledAt }) => (
              <span className="flex flex-wrap items-center gap-2">
                <TextLink to={personPath(id)}>
                  <Name>{name}</Name>
                </TextLink>
                {disabledAt && <Tag tone="bad">{t('disabled')}</Tag>}
              </span>
            ),
          },
          { id: 'email', label: t('email'), cell: ({ email }) => <bdi className="break-all">{email}</bdi> },
          { id: 'roles', label: t('rolesLabel'), cell: ({ roles }) => <RoleWords roles={roles} /> },
          {
            id: 'mfa',
            label: t('secondStep'),
            cell: ({ mfa }) => (mfa ? t('yes') : <Tag tone="warn">{t('noSecondStep')}</Tag>),
          },
          {
            id: 'seen',
            label: t('lastSignIn'),
            cell: ({ lastSignInAt }) => (lastSignInAt ? <Time at={lastSignInAt} /> : t('never')),
          },
        ]}
      />
      {mayInvite && <Invitations />}
    </PageBody>
  );
}

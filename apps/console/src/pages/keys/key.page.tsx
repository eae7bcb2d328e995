import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Answer, useGet } from '../../api/queries.js';
import { Code, DescriptionList, Loaded, Num, PageBody, PageHeader, Panel, TextLink, Time } from '../../kit/index.js';
import { DepartmentName } from '../../session/department-name.js';
import { PersonName } from '../../session/person-name.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { ChangeKey } from './change-key.js';
import { keyState } from './key-state.js';
import { KeyTag } from './key-tag.js';
import { RevokeKey } from './revoke-key.js';
import { type Rotated, RotateKey } from './rotate-key.js';
import { ShownOnce } from './shown-once.js';

type ApiKey = Answer<'/v1/api-keys/{id}', 'get'>;

function DepartmentLink({ id }: { id: string }) {
  const to = useAgencyPath();
  return (
    <TextLink to={to(`/departments/${id}`)}>
      <DepartmentName id={id} />
    </TextLink>
  );
}

function LastUse({ lastUsedAt, lastUsedFrom }: Pick<ApiKey, 'lastUsedAt' | 'lastUsedFrom'>) {
  const { t } = useTranslation('keys');
  if (!lastUsedAt) return t('never');
  return (
    <>
      <Time at={lastUsedAt} />
      {lastUsedFrom && (
        <>
          {' '}
          {t('from')} <Code>{lastUsedFrom}</Code>
        </>
      )}
    </>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul className="grid gap-1">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function Facts({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation('keys');
  const { mode, prefix, departmentId, ipAllowList, createdAt, createdBy, expiresAt, revokedAt, calls7Days } = apiKey;
  const scopes = apiKey.scopes.map((scope) => t(`permissions.${scope.replaceAll(':', '-')}`));
  const maker = createdBy ? <PersonName id={createdBy} unknown={t('colleague')} /> : t('commandLine');
  return (
    <Panel title={t('details')}>
      <DescriptionList
        facts={[
          { label: t('prefix'), value: <Code>{prefix}…</Code> },
          { label: t('mode'), value: `${t(`modes.${mode}`)}. ${t(`modeMeans.${mode}`)}` },
          { label: t('department'), value: <DepartmentLink id={departmentId} /> },
          { label: t('scopes'), value: <List items={scopes} /> },
          {
            label: t('networks'),
            value: ipAllowList.length === 0 ? t('everywhere') : <Code>{ipAllowList.join(', ')}</Code>,
          },
          { label: t('lastUsed'), value: <LastUse {...apiKey} /> },
          { label: t('calls'), value: <Num value={calls7Days} /> },
          { label: t('expires'), value: <Time at={expiresAt} show="exact" /> },
          ...(revokedAt ? [{ label: t('revokedAt'), value: <Time at={revokedAt} show="exact" /> }] : []),
          { label: t('createdAt'), value: <Time at={createdAt} show="exact" /> },
          { label: t('createdBy'), value: maker },
        ]}
      />
    </Panel>
  );
}

function KeyView({ apiKey, onRotated }: { apiKey: ApiKey; onRotated: (key: Rotated) => void }) {
  const { t } = useTranslation('keys');
  const to = useAgencyPath();
  const mayWrite = useMay('api-keys:write');
  const mayWriteLive = useMay('api-keys:write-live');
  const works = ['active', 'soon'].includes(keyState(apiKey));
  // Whoever may make keys may stop one at any time; to keep a live one going takes more.
  const mayKeep = apiKey.mode === 'live' ? mayWriteLive : mayWrite;
  return (
    <>
      <PageHeader
        title={apiKey.name}
        crumbs={[{ label: t('title'), to: to('/developers/keys') }]}
        tag={<KeyTag {...apiKey} />}
        actions={
          works && (
            <>
              {mayKeep && <RotateKey {...apiKey} onDone={onRotated} />}
              {mayKeep && <ChangeKey apiKey={apiKey} />}
              {mayWrite && <RevokeKey apiKey={apiKey} />}
            </>
          )
        }
      />
      <Facts apiKey={apiKey} />
    </>
  );
}

export default function KeyPage() {
  const { t } = useTranslation('keys');
  const { key: id = '' } = useParams();
  const apiKey = useGet('/v1/api-keys/{id}', { params: { path: { id } } });
  const [rotated, setRotated] = useState<Rotated>();
  // The new key's page is this component again: once it is open, the secret is gone from here as well.
  useEffect(() => setRotated((kept) => (kept?.id === id ? undefined : kept)), [id]);
  if (rotated && rotated.id !== id)
    return (
      <PageBody width="reading">
        <ShownOnce id={rotated.id} secret={rotated.secret}>
          <p>
            {t('bothWork')} <Time at={rotated.oldExpiresAt} show="exact" />
          </p>
        </ShownOnce>
      </PageBody>
    );
  return (
    <PageBody width="reading">
      {/* Its name is not known: the page still says where one is. */}
      {apiKey.error && !apiKey.data && <PageHeader title={t('title')} />}
      <Loaded from={apiKey}>{(data) => <KeyView apiKey={data} onRotated={setRotated} />}</Loaded>
    </PageBody>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, type Column, DataTable, EmptyState, type PagedList, Panel, Tag, Time } from '../../kit/index.js';
import { PersonName } from '../../session/person-name.js';
import { LiftDialog, type LiftPath } from './lift-dialog.js';
import { type Switch, TargetName } from './targets.js';

function What({ one }: { one: Switch }) {
  const { t } = useTranslation('sending');
  const words = t(`scopes.${one.scope}`);
  return (
    <span className="grid justify-items-start gap-1">
      {one.isOn ? <Tag tone="bad">{words}</Tag> : words}
      <TargetName {...one} />
    </span>
  );
}

/** A person by name; else a key, or a command of whoever runs Belfry. */
function Who({ id }: { id: string }) {
  const { t } = useTranslation('sending');
  if (id.startsWith('usr_')) return <PersonName id={id} unknown={t('colleague')} />;
  return t(id.startsWith('key_') ? 'byKey' : 'bySystem');
}

function useFirstColumns(): Column<Switch>[] {
  const { t } = useTranslation('sending');
  return [
    { id: 'what', label: t('what'), cell: (one) => <What one={one} /> },
    { id: 'reason', label: t('reason'), cell: ({ reason }) => <span dir="auto">{reason}</span> },
    {
      id: 'stopped',
      label: t('stoppedBy'),
      cell: ({ stoppedBy, stoppedAt }) => (
        <>
          <Who id={stoppedBy} />, <Time at={stoppedAt} />
        </>
      ),
    },
  ];
}

interface StoppedProps {
  switches: PagedList<Switch>;
  /** How it is lifted by who may; nobody else sees a button. */
  lift?: LiftPath;
  /** Why this person may not lift this one. */
  whyNot?: (one: Switch) => string | undefined;
  empty: string;
}

/** What is stopped now. */
export function Stopped({ switches, lift, whyNot, empty }: StoppedProps) {
  const { t } = useTranslation('sending');
  const [lifting, setLifting] = useState<Switch>();
  const columns = useFirstColumns();
  const acts: Column<Switch> = {
    id: 'acts',
    label: t('actions'),
    cell: (one) => {
      const reason = whyNot?.(one);
      if (reason) return <span className="text-sm text-muted">{reason}</span>;
      return (
        <Button
          kind="quiet"
          aria-label={t('lift.of', { what: t(`scopes.${one.scope}`) })}
          onPress={() => setLifting(one)}
        >
          {t('lift.open')}
        </Button>
      );
    },
  };
  return (
    <Panel title={t('now')}>
      <DataTable
        caption={t('now')}
        list={switches}
        rowKey={({ id }) => id}
        empty={<EmptyState title={empty}>{t('noneAdvice')}</EmptyState>}
        columns={lift ? [...columns, acts] : columns}
      />
      {lift && lifting && <LiftDialog one={lifting} path={lift} onClose={() => setLifting(undefined)} />}
    </Panel>
  );
}

/** What was stopped before, and who let it go on. */
export function Lifted({ switches }: { switches: PagedList<Switch> }) {
  const { t } = useTranslation('sending');
  const columns = useFirstColumns();
  const lifted: Column<Switch> = {
    id: 'lifted',
    label: t('liftedBy'),
    cell: ({ liftedBy, liftedAt }) =>
      liftedBy &&
      liftedAt && (
        <>
          <Who id={liftedBy} />, <Time at={liftedAt} />
        </>
      ),
  };
  return (
    <Panel title={t('before')}>
      <DataTable
        caption={t('before')}
        list={switches}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('neverStopped')} />}
        columns={[...columns, lifted]}
      />
    </Panel>
  );
}

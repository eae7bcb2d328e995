import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, useList, useSend } from '../../api/queries.js';
import { Button, ConfirmDialog, DataTable, EmptyState, Name, Panel, tellDone } from '../../kit/index.js';
import { useMay } from '../../session/rights.js';

type Purpose = Answer<'/v1/purposes', 'get'>['data'][number];
type Rule = Purpose['quietHours'];

/** Comes with every agency and cannot be changed: whoever wrote first is answered at any time. */
const BUILT_IN = 'reply';

const otherRule = ({ quietHours }: Purpose): Rule => (quietHours === 'exempt' ? 'agency' : 'exempt');

/** A version never changes, so the next one says the same but for this. */
function nextVersion(purpose: Purpose) {
  const { code, title, category, basis, legalInstrument, objectable, inDoubtPolicy, defaultTtlSeconds } = purpose;
  return {
    code,
    title,
    category,
    basis,
    objectable,
    inDoubtPolicy,
    quietHours: otherRule(purpose),
    ...(legalInstrument === null ? {} : { legalInstrument }),
    ...(defaultTtlSeconds === null ? {} : { defaultTtlSeconds }),
  };
}

function ChangeRule({ purpose, onClose }: { purpose: Purpose; onClose: () => void }) {
  const { t } = useTranslation('sending');
  const save = useSend('post', '/v1/purposes', { refreshes: ['/v1/purposes'] });
  const { title } = purpose;
  const rule = otherRule(purpose);
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      isDanger={rule === 'exempt'}
      title={t(`quiet.purposes.${rule}Title`, { title })}
      confirmLabel={t(`quiet.purposes.${rule}Confirm`, { title })}
      onConfirm={async () => {
        await save.mutateAsync({ body: nextVersion(purpose) });
        tellDone(t('quiet.purposes.changed', { title }));
      }}
    >
      <p>{t(`quiet.purposes.${rule}Effect`)}</p>
      <p>{t('logged')}</p>
    </ConfirmDialog>
  );
}

/** Which purposes wait for the end of the quiet hours, and which do not. */
export function QuietPurposes() {
  const { t } = useTranslation('sending');
  const mayChange = useMay('purposes:write');
  const purposes = useList('/v1/purposes');
  const [changing, setChanging] = useState<Purpose>();
  return (
    <Panel title={t('quiet.purposes.title')}>
      <p className="measure text-muted">{t('quiet.purposes.lead')}</p>
      <DataTable
        caption={t('quiet.purposes.title')}
        list={purposes}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('quiet.purposes.empty')} />}
        columns={[
          { id: 'title', label: t('quiet.purposes.purpose'), cell: ({ title }) => <Name>{title}</Name> },
          {
            id: 'rule',
            label: t('quiet.title'),
            cell: ({ quietHours }) => t(`quiet.purposes.${quietHours}`),
          },
          ...(mayChange
            ? [
                {
                  id: 'acts',
                  label: t('actions'),
                  cell: (purpose: Purpose) =>
                    purpose.code === BUILT_IN ? (
                      <span className="text-sm text-muted">{t('quiet.purposes.builtIn')}</span>
                    ) : (
                      <Button
                        kind="quiet"
                        aria-label={`${t('change')}: ${purpose.title}`}
                        onPress={() => setChanging(purpose)}
                      >
                        {t('change')}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {changing && <ChangeRule purpose={changing} onClose={() => setChanging(undefined)} />}
    </Panel>
  );
}

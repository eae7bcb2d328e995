import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import { ConfirmDialog, tellDone } from '../../kit/index.js';
import { type Switch, TargetName } from './targets.js';

const LISTS = {
  '/v1/switches/{id}/lift': ['/v1/switches', '/v1/home'],
  '/v1/platform/switches/{id}/lift': ['/v1/platform/switches'],
} as const;

export type LiftPath = keyof typeof LISTS;

export function LiftDialog({ one, path, onClose }: { one: Switch; path: LiftPath; onClose: () => void }) {
  const { t } = useTranslation('sending');
  const lift = useSend('post', path, { refreshes: LISTS[path] });
  const what = t(`scopes.${one.scope}`);
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('lift.title', { what })}
      confirmLabel={t('lift.of', { what })}
      onConfirm={async () => {
        await lift.mutateAsync({ params: { path: { id: one.id } } });
        tellDone(t('lift.done'));
      }}
    >
      <TargetName {...one} />
      <p dir="auto">“{one.reason}”</p>
      <p>{t('lift.effect')}</p>
    </ConfirmDialog>
  );
}

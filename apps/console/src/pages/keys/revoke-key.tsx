import { useTranslation } from 'react-i18next';
import { type Answer, useSend } from '../../api/queries.js';
import { Button, Code, ConfirmDialog, Time, tellDone, useDialog } from '../../kit/index.js';

type ApiKey = Answer<'/v1/api-keys/{id}', 'get'>;

/** Ends a key for good, and says first whether somebody is using it. */
export function RevokeKey({ apiKey: { id, name, lastUsedAt, lastUsedFrom } }: { apiKey: ApiKey }) {
  const { t } = useTranslation('keys');
  const dialog = useDialog();
  const revoke = useSend('delete', '/v1/api-keys/{id}', { refreshes: ['/v1/api-keys', '/v1/api-keys/{id}'] });
  return (
    <>
      <Button onPress={dialog.open}>{t('revoke')}</Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('revokeTitle', { name })}
        confirmLabel={t('revokeConfirm', { name })}
        typed={name}
        onConfirm={async () => {
          await revoke.mutateAsync({ params: { path: { id } } });
          tellDone(t('revoked', { name }));
        }}
      >
        <p>{t('revokeEffect')}</p>
        <p className="font-semibold">
          {lastUsedAt ? (
            <>
              {t('wasUsed')} <Time at={lastUsedAt} />
              {lastUsedFrom && (
                <>
                  {' '}
                  {t('from')} <Code>{lastUsedFrom}</Code>
                </>
              )}
            </>
          ) : (
            t('neverUsed')
          )}
        </p>
      </ConfirmDialog>
    </>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refreshSession } from '../../api/access-token.js';
import { Banner, PageBody, PageHeader } from '../../kit/index.js';
import { useMe, useMeAgain } from '../../session/me.js';
import { PasskeysPanel } from './passkeys-panel.js';
import { PasswordPanel } from './password-panel.js';
import { RecoveryCodesDialog } from './recovery-codes-dialog.js';
import { RecoveryCodesPanel } from './recovery-codes-panel.js';
import { SessionsPanel } from './sessions-panel.js';
import { TotpPanel } from './totp-panel.js';

/** How one signs in, and where one is signed in. */
export default function SecurityPage() {
  const { t } = useTranslation('me');
  const { mustEnrol, factors } = useMe();
  const readAgain = useMeAgain();
  const [codes, setCodes] = useState<readonly string[]>([]);

  async function show(next: readonly string[]): Promise<void> {
    setCodes(next);
    // The first second step opens what was closed until now: the session is another one from here on.
    if (mustEnrol) await refreshSession();
    await readAgain();
  }

  return (
    <PageBody width="reading">
      <PageHeader title={t('security.title')} lead={t('security.lead')} />
      {mustEnrol && (
        <Banner tone="warn" title={t('security.mustEnrol')}>
          {t('security.mustEnrolAdvice')}
        </Banner>
      )}
      <PasskeysPanel onCodes={show} />
      <TotpPanel onCodes={show} />
      <RecoveryCodesPanel onCodes={show} />
      {factors.password && <PasswordPanel />}
      <SessionsPanel />
      <RecoveryCodesDialog codes={codes} onClose={() => setCodes([])} />
    </PageBody>
  );
}

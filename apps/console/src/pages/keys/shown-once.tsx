import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBeforeUnload } from 'react-router';
import { Banner, Copyable, LinkButton, PageHeader, Panel } from '../../kit/index.js';
import { useAgencyPath } from '../../session/rights.js';
import { TryIt } from './try-it.js';

/** The secret of a key, which is nowhere but here: whoever leaves or goes back does not see it again. */
export function ShownOnce({ id, secret, children }: { id: string; secret: string; children?: ReactNode }) {
  const { t } = useTranslation('keys');
  const to = useAgencyPath();
  useBeforeUnload((event) => event.preventDefault());
  // The address stays, so nothing else moves the focus to the new heading.
  useEffect(() => document.querySelector('h1')?.focus(), []);
  return (
    <>
      <PageHeader title={t('once.title')} lead={t('once.lead')} />
      <Banner tone="warn" title={t('once.warning')}>
        {t('once.advice')}
      </Banner>
      <Panel title={t('once.key')}>
        <Copyable text={secret} label={t('once.key')} />
        {children}
        <div>
          <LinkButton kind="primary" to={to(`/developers/keys/${id}`)}>
            {t('once.stored')}
          </LinkButton>
        </div>
      </Panel>
      <TryIt id={id} secret={secret} />
    </>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/queries.js';
import { Banner, Form, fields, Panel, TextField, TextLink, text } from '../../kit/index.js';
import { Card } from './card.js';

const RECOVERY = fields({ email: text() });

/** Help by reason: a forgotten password is a mail, a lost telephone is a recovery code or an administrator. */
export default function RecoverPage() {
  const { t } = useTranslation('sign-in');
  const [isSent, setSent] = useState(false);
  return (
    <Card title={t('recover.title')}>
      <Panel title={t('recover.password')}>
        {isSent ? (
          <div role="status">
            <Banner tone="ok" title={t('recover.sent')}>
              {t('recover.sentAdvice')}
            </Banner>
          </div>
        ) : (
          <Form
            schema={RECOVERY}
            submitLabel={t('recover.submit')}
            onSubmit={async (body) => {
              await request('post', '/v1/recoveries', { body });
              setSent(true);
            }}
          >
            <TextField name="email" type="email" label={t('email')} autoComplete="username" />
          </Form>
        )}
      </Panel>
      <Panel title={t('recover.phone')}>
        <p>{t('recover.phoneAdvice')}</p>
      </Panel>
      <Panel title={t('recover.locked')}>
        <p>{t('recover.lockedAdvice')}</p>
      </Panel>
      <p>
        <TextLink to="/sign-in">{t('back')}</TextLink>
      </p>
    </Card>
  );
}

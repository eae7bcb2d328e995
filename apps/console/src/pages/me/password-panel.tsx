import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import { Form, type FormValues, Panel, PasswordField, tellDone } from '../../kit/index.js';

const SHORTEST = 12;

export function PasswordPanel() {
  const { t } = useTranslation('me');
  // A new form after a change: nothing of the passwords stays on the page.
  const [round, setRound] = useState(0);
  const change = useSend('post', '/v1/me/password', { refreshes: ['/v1/me/sessions'] });

  function check(values: FormValues): Record<string, string> {
    if (values.raw('newPassword').length < SHORTEST)
      return { newPassword: t('password.tooShort', { count: SHORTEST }) };
    if (values.raw('newPassword') !== values.raw('again')) return { again: t('password.different') };
    return {};
  }

  async function submit(values: FormValues): Promise<void> {
    await change.mutateAsync({
      body: { currentPassword: values.raw('currentPassword'), newPassword: values.raw('newPassword') },
    });
    setRound(round + 1);
    tellDone(t('password.changed'));
  }

  return (
    <Panel title={t('password.title')}>
      <p className="measure text-muted">{t('password.lead')}</p>
      <Form key={round} submitLabel={t('password.submit')} onSubmit={submit} check={check}>
        <PasswordField
          name="currentPassword"
          label={t('password.current')}
          autoComplete="current-password"
          isRequired
        />
        <PasswordField
          name="newPassword"
          label={t('password.new')}
          description={t('password.newHint', { count: SHORTEST })}
          autoComplete="new-password"
          isRequired
        />
        <PasswordField name="again" label={t('password.again')} autoComplete="new-password" isRequired />
      </Form>
    </Panel>
  );
}

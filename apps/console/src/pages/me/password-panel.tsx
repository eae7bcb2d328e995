import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import { type Filled, Form, fields, Panel, PasswordField, rule, secret, tellDone } from '../../kit/index.js';

const SHORTEST = 12;

const passwordSchema = (t: TFunction<'me'>) =>
  fields({
    currentPassword: secret(),
    newPassword: secret().check(rule((typed) => typed.length >= SHORTEST, t('password.tooShort', { count: SHORTEST }))),
    again: secret(),
  }).check(rule(({ newPassword, again }) => newPassword === again, t('password.different'), 'again'));

type Schema = ReturnType<typeof passwordSchema>;

export function PasswordPanel() {
  const { t } = useTranslation('me');
  const change = useSend('post', '/v1/me/password', { refreshes: ['/v1/me/sessions'] });

  async function submit({ currentPassword, newPassword }: Filled<Schema>): Promise<void> {
    await change.mutateAsync({ body: { currentPassword, newPassword } });
    tellDone(t('password.changed'));
  }

  return (
    <Panel title={t('password.title')}>
      <p className="measure text-muted">{t('password.lead')}</p>
      <Form schema={passwordSchema(t)} submitLabel={t('password.submit')} onSubmit={submit} isEmptiedAfter>
        <PasswordField name="currentPassword" label={t('password.current')} autoComplete="current-password" />
        <PasswordField
          name="newPassword"
          label={t('password.new')}
          description={t('password.newHint', { count: SHORTEST })}
          autoComplete="new-password"
        />
        <PasswordField name="again" label={t('password.again')} autoComplete="new-password" />
      </Form>
    </Panel>
  );
}

import { useTranslation } from 'react-i18next';
import { fields, PasswordField, rule, secret, text } from '../../kit/index.js';

/** A new password, twice. What makes a good one is said before, not after. */
export function NewPasswordFields() {
  const { t } = useTranslation('sign-in');
  return (
    <>
      <PasswordField
        name="password"
        label={t('newPassword')}
        description={t('passwordHint')}
        autoComplete="new-password"
      />
      <PasswordField name="again" label={t('again')} autoComplete="new-password" />
    </>
  );
}

const NEW_PASSWORD = { password: secret(), again: secret() };

const isTwice = ({ password, again }: { password: string; again: string }): boolean => password === again;

/** The two must be the same. */
export const newPasswordSchema = (notTheSame: string) => fields(NEW_PASSWORD).check(rule(isTwice, notTheSame, 'again'));

/** Whoever has no account yet. */
export const newcomerSchema = (notTheSame: string) =>
  fields({ name: text(), ...NEW_PASSWORD }).check(rule(isTwice, notTheSame, 'again'));

import { useTranslation } from 'react-i18next';
import { type FieldErrors, type FormValues, PasswordField } from '../../kit/index.js';

/** A new password, twice. What makes a good one is said before, not after. */
export function NewPasswordFields({ name }: { name: string }) {
  const { t } = useTranslation('sign-in');
  return (
    <>
      <PasswordField
        name={name}
        label={t('newPassword')}
        description={t('passwordHint')}
        autoComplete="new-password"
        isRequired
      />
      <PasswordField name="again" label={t('again')} autoComplete="new-password" isRequired />
    </>
  );
}

/** The two must be the same. */
export function useSamePassword(name: string): (values: FormValues) => FieldErrors {
  const { t } = useTranslation('sign-in');
  return (values) => (values.raw(name) === values.raw('again') ? {} : { again: t('notTheSame') }) as FieldErrors;
}

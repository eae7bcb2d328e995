import { useTranslation } from 'react-i18next';
import { type Answer, useSend } from '../../api/queries.js';
import { CheckboxGroup, Form, fields, list, tellDone } from '../../kit/index.js';
import { useRoleChoices } from './role-choices.js';
import { rolesAt } from './roles-at.js';

type Person = Answer<'/v1/people/{id}', 'get'>;

export function RolesForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation('team');
  const choices = useRoleChoices();
  const change = useSend('put', '/v1/people/{id}/roles', { refreshes: ['/v1/people', '/v1/people/{id}'] });
  return (
    <Form
      schema={fields({ roles: list(t('chooseRoleOrEnd')) })}
      submitLabel={t('save')}
      onCancel={onClose}
      onSubmit={async (body) => {
        await change.mutateAsync({ params: { path: { id: person.id } }, body });
        tellDone(t('rolesChanged', { name: person.name }));
        onClose();
      }}
    >
      <p className="text-muted">{t('rolesEffect')}</p>
      <CheckboxGroup
        name="roles"
        label={t('rolesLabel')}
        choices={choices}
        defaultValue={rolesAt(person.roles).map(({ role }) => role)}
      />
    </Form>
  );
}

import { useTranslation } from 'react-i18next';
import { Checkbox } from './checkbox.js';
import type { Confirmation, Reasoning } from './decisions.js';
import { Form } from './form.js';
import { fields, rule, text, textOrNothing, tick } from './schema.js';
import { TextField } from './text-fields.js';

interface Closable {
  onClose: () => void;
}

export function ConfirmForm(props: Confirmation & Closable) {
  const { confirmLabel, onConfirm, typed, isDanger, children, onClose } = props;
  const { t } = useTranslation('common');
  const asTyped = textOrNothing().check(rule((words) => !typed || words === typed, t('typeExactly', { text: typed })));
  return (
    <Form
      schema={fields({ typed: asTyped })}
      submitLabel={confirmLabel}
      submitKind={isDanger ? 'danger' : 'primary'}
      onCancel={onClose}
      onSubmit={async () => {
        await onConfirm();
        onClose();
      }}
    >
      <div className="measure grid gap-3">{children}</div>
      {typed && <TextField name="typed" label={t('typeToConfirm', { text: typed })} isCode autoComplete="off" />}
    </Form>
  );
}

export function ReasonForm(props: Reasoning & Closable) {
  const { confirmLabel, reasonLabel, onConfirm, isDanger, acknowledge, children, onClose } = props;
  const { t } = useTranslation('common');
  const ticked = tick().check(rule((isTicked) => isTicked || !acknowledge, t('required')));
  return (
    <Form
      schema={fields({ reason: text(), acknowledge: ticked })}
      submitLabel={confirmLabel}
      submitKind={isDanger ? 'danger' : 'primary'}
      onCancel={onClose}
      onSubmit={async ({ reason }) => {
        await onConfirm(reason);
        onClose();
      }}
    >
      {children && <div className="measure grid gap-3">{children}</div>}
      <TextField name="reason" rows={3} label={reasonLabel ?? t('reason')} description={t('reasonIsLogged')} />
      {acknowledge && <Checkbox name="acknowledge" label={acknowledge} />}
    </Form>
  );
}

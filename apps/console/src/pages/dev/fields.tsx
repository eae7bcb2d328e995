import { ApiError } from '../../api/problem.js';
import {
  Checkbox,
  CheckboxGroup,
  CodeField,
  Form,
  fields,
  list,
  optionalText,
  Panel,
  PasswordField,
  RadioGroup,
  Select,
  Switch,
  secret,
  TextField,
  tellDone,
  text,
  tick,
} from '../../kit/index.js';
import { LANGUAGES, wait } from './examples.js';

const EVERY_FIELD = fields({
  email: text(),
  note: optionalText(),
  key: optionalText(),
  password: secret(),
  code: optionalText(),
  language: text(),
  roles: list(),
  mode: text(),
  agree: tick(),
});

export function Fields() {
  return (
    <Panel title="Fields">
      <Form
        schema={EVERY_FIELD}
        submitLabel="Save"
        cancelTo="/dev/kit"
        isEmptiedAfter
        onSubmit={async ({ email }) => {
          await wait(200);
          const errors = [{ field: 'email', code: 'email' }];
          if (email !== 'ok@example.org') {
            throw new ApiError({ status: 400, code: 'invalid-request', errors });
          }
          tellDone('Saved');
        }}
      >
        <TextField name="email" type="email" label="E-mail address" description="As in the directory." />
        <TextField name="note" rows={3} label="Note" isOptional />
        <TextField name="key" label="A key" isCode defaultValue="bf_test_7h2k" />
        <TextField name="off" label="Disabled" isDisabled defaultValue="Cannot be changed" />
        <PasswordField name="password" label="Password" />
        <CodeField name="code" label="Code" description="Six figures from your authenticator." />
        <Select name="language" label="Language" choices={LANGUAGES} />
        <CheckboxGroup name="roles" label="Roles" choices={LANGUAGES} defaultValue={['en']} />
        <RadioGroup name="mode" label="Mode" choices={LANGUAGES} defaultValue="en" />
        <Checkbox name="agree" label="I have stored it" description="It is not shown again." />
        <Switch label="Single keys" defaultSelected />
      </Form>
    </Panel>
  );
}

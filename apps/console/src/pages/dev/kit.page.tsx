import { Download, Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ApiError } from '../../api/problem.js';
import {
  Banner,
  Button,
  Checkbox,
  CheckboxGroup,
  Code,
  CodeField,
  CommandPalette,
  ConfirmDialog,
  Copyable,
  DataTable,
  DescriptionList,
  EmptyState,
  ErrorState,
  FilterBar,
  Form,
  fields,
  LinkButton,
  list,
  Menu,
  Meter,
  Name,
  NoResults,
  Num,
  optionalText,
  PageBody,
  PageHeader,
  Panel,
  PasswordField,
  ProgressPanel,
  RadioGroup,
  ReasonDialog,
  Select,
  Skeleton,
  Stale,
  StatusTimeline,
  Stepper,
  Switch,
  secret,
  Tabs,
  Tag,
  TaskList,
  TextField,
  Time,
  tellDone,
  text,
  tick,
  useDialog,
} from '../../kit/index.js';

// For those who build the console; its words are examples and stay English.

const NOW = '2026-11-22T09:30:00.000Z';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'ar', label: 'العربية', description: 'Right to left' },
  { value: 'xx', label: 'Not possible here', isDisabled: true },
];

const ROWS = [
  { id: '10,231', who: 'Amina Yusuf', what: 'Sent a template for approval', count: 1240, failed: false },
  { id: '10,230', who: 'Li Wei', what: 'Signed in', count: 7, failed: true },
  { id: '10,229', who: 'منى خليل', what: 'Changed the daily limit', count: 0, failed: false },
];

const PROBLEM = new ApiError({ status: 500, code: 'internal', requestId: 'req-5f0c2b' });

const wait = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}

function Buttons() {
  return (
    <Panel title="Buttons">
      <Row>
        <Button kind="primary">Primary</Button>
        <Button>Secondary</Button>
        <Button kind="quiet">Quiet</Button>
        <Button kind="danger" icon={Trash2}>
          Danger
        </Button>
        <Button icon={Download} aria-label="Download" />
        <Button kind="primary" isDisabled>
          Disabled
        </Button>
        <Button kind="primary" isPending>
          Pending
        </Button>
        <LinkButton to="/dev/kit" icon={Plus}>
          A link
        </LinkButton>
        <Menu
          label="Menu"
          choices={[
            { id: 'a', label: 'First', onAction: () => tellDone('First') },
            { id: 'b', label: 'Remove', isDanger: true, icon: Trash2, onAction: () => tellDone('Removed') },
          ]}
        />
        <Button onPress={() => tellDone('Saved', () => undefined)}>Show a toast</Button>
      </Row>
    </Panel>
  );
}

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

function Fields() {
  return (
    <Panel title="Fields">
      <Form
        schema={EVERY_FIELD}
        submitLabel="Save"
        cancelTo="/dev/kit"
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

function Messages() {
  return (
    <Panel title="Banners and tags">
      <Banner title="This agency is on trial">Messages reach only the guest list.</Banner>
      <Banner tone="ok" title="Verified up to entry 10,231" />
      <Banner tone="warn" title="Emergency access: 42 minutes left" actions={<Button>End it now</Button>} />
      <Banner tone="bad" title="This agency is suspended">
        Nothing is sent.
      </Banner>
      <Row>
        <Tag>Sandbox</Tag>
        <Tag tone="ok">Done</Tag>
        <Tag tone="info">Waiting for WhatsApp</Tag>
        <Tag tone="warn">Needs change</Tag>
        <Tag tone="bad">Failed</Tag>
      </Row>
    </Panel>
  );
}

function Tables() {
  return (
    <Panel title="Table and filters">
      <FilterBar
        filters={[
          { name: 'q', label: 'Find' },
          { name: 'language', label: 'Language', choices: LANGUAGES },
          { name: 'since', label: 'Since', type: 'date' },
        ]}
        actions={<Button icon={Download}>Export</Button>}
      />
      <DataTable
        caption="Entries"
        rows={ROWS}
        rowKey={({ id }) => id}
        empty={<EmptyState title="No entry" />}
        columns={[
          { id: 'id', label: 'Entry', isShort: true, cell: ({ id }) => <Code>{id}</Code> },
          { id: 'at', label: 'When', isShort: true, cell: () => <Time at={NOW} show="exact" /> },
          { id: 'who', label: 'Who', cell: ({ who }) => <Name>{who}</Name> },
          {
            id: 'what',
            label: 'What happened',
            cell: ({ what, failed }) => (failed ? <Tag tone="bad">Failed</Tag> : what),
          },
          { id: 'count', label: 'People', isNumber: true, cell: ({ count }) => <Num value={count} /> },
        ]}
      />
      <DataTable
        caption="An empty table"
        rows={[]}
        rowKey={() => ''}
        columns={[]}
        empty={
          <EmptyState title="No keys yet" action={<Button kind="primary">Make a key</Button>}>
            Programs need one to send messages.
          </EmptyState>
        }
      />
      <NoResults onClear={() => undefined} />
    </Panel>
  );
}

function States() {
  return (
    <Panel title="States">
      <Skeleton />
      <ErrorState error={PROBLEM} onRetry={() => undefined} />
      <Stale since={NOW} onRetry={() => undefined} />
    </Panel>
  );
}

function Values() {
  return (
    <Panel title="Values">
      <DescriptionList
        facts={[
          { label: 'Name', value: <Name>وزارة الصحة</Name>, action: <LinkButton to="/dev/kit">Change</LinkButton> },
          { label: 'Made', value: <Time at={NOW} /> },
          { label: 'Ends', value: <Time at={NOW} show="exact" /> },
          { label: 'Waiting', value: <Num value={5} unit="minute" /> },
          { label: 'Delivered', value: <Num value={0.961} style="percent" /> },
          { label: 'Hash', value: <Code>9f2c41aa07</Code> },
        ]}
      />
      <Copyable label="the key" text="bf_test_2h7k_9fj3kq8sm2z4x6c8v0b1n3m5" />
    </Panel>
  );
}

function Progress() {
  return (
    <Panel title="Steps and progress">
      <Stepper
        label="Steps"
        steps={[
          { id: '1', label: 'Details', status: 'done', to: '/dev/kit' },
          { id: '2', label: 'Number', status: 'now' },
          { id: '3', label: 'Checklist', status: 'later' },
        ]}
      />
      <ProgressPanel title="Sending" done={940} of={2345} note="18 a second" actions={<Button>Pause</Button>} />
      <Meter label="Messages today" value={310} limit={1000} />
      <StatusTimeline
        label="What happened"
        steps={[
          { id: 'a', title: 'Accepted', at: NOW, tone: 'neutral' },
          { id: 'b', title: 'Sent', at: NOW, tone: 'info', detail: 'WhatsApp has it.' },
          { id: 'c', title: 'Not delivered', at: NOW, tone: 'bad', detail: 'Could not reach this number on WhatsApp.' },
        ]}
      />
      <TaskList
        label="Tasks"
        tasks={[
          {
            id: 'a',
            title: 'Two administrators',
            to: '/dev/kit',
            status: { label: 'Done', tone: 'ok' },
            note: 'Amina',
          },
          { id: 'b', title: 'A display name', hint: 'Citizens see it.', status: { label: 'To do', tone: 'neutral' } },
        ]}
      />
      <Tabs
        label="Tabs"
        tabs={[
          { id: 'one', label: 'First', content: <p>The first.</p> },
          { id: 'two', label: 'Second', content: <p>The second.</p> },
        ]}
      />
    </Panel>
  );
}

function Dialogs() {
  const confirm = useDialog();
  const reason = useDialog();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  return (
    <Panel title="Dialogs">
      <Row>
        <Button onPress={confirm.open}>Confirm</Button>
        <Button onPress={reason.open}>Reason</Button>
        <Button onPress={() => setPaletteOpen(true)}>Palette</Button>
      </Row>
      <ConfirmDialog
        {...confirm.props}
        title="Revoke permits-prod?"
        confirmLabel="Revoke permits-prod"
        typed="permits-prod"
        onConfirm={() => wait(200)}
      >
        <p>It was used 4 minutes ago. Programs that use it stop at once.</p>
      </ConfirmDialog>
      <ReasonDialog
        {...reason.props}
        title="Suspend the agency?"
        confirmLabel="Suspend"
        isDanger
        onConfirm={() => wait(200)}
      />
      <CommandPalette
        isOpen={isPaletteOpen}
        onClose={() => setPaletteOpen(false)}
        commands={[
          { id: 'a', label: 'Compliance log', run: () => undefined },
          { id: 'b', label: 'Team', hint: 'Page', run: () => undefined },
        ]}
      />
    </Panel>
  );
}

/** Every component of the kit in every state. */
export default function KitPage() {
  return (
    <div className="mx-auto max-w-5xl">
      <PageBody>
        <PageHeader
          title="The kit"
          lead="Every component in every state."
          crumbs={[{ label: 'Start', to: '/' }]}
          tag={<Tag tone="info">For checks</Tag>}
          actions={<Button kind="primary">An act</Button>}
        />
        <Buttons />
        <Fields />
        <Messages />
        <Tables />
        <States />
        <Values />
        <Progress />
        <Dialogs />
      </PageBody>
    </div>
  );
}

import { useState } from 'react';
import { Button, CommandPalette, ConfirmDialog, Panel, ReasonDialog, useDialog } from '../../kit/index.js';
import { wait } from './examples.js';

export function Dialogs() {
  const confirm = useDialog();
  const reason = useDialog();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  return (
    <Panel title="Dialogs">
      <div className="flex flex-wrap items-center gap-3">
        <Button onPress={confirm.open}>Confirm</Button>
        <Button onPress={reason.open}>Reason</Button>
        <Button onPress={() => setPaletteOpen(true)}>Palette</Button>
      </div>
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

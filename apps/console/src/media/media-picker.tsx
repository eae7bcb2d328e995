import { useTranslation } from 'react-i18next';
import { loadArea } from '../i18n/i18n.js';
import { Button, Dialog, later, Name, useDialog } from '../kit/index.js';
import type { MediaFile, MediaKind } from './media-file.js';

// What stands in the dialog, and its words, are loaded when it is first opened.
const Choices = later(async () => {
  const [{ PickerChoices }] = await Promise.all([import('./picker-choices.js'), loadArea('media')]);
  return PickerChoices;
});

export interface MediaPickerProps {
  /** The button's words, and the dialog's title: "Choose a picture". */
  label: string;
  kind: MediaKind;
  chosen: Pick<MediaFile, 'id' | 'name'> | null;
  onChoose: (file: MediaFile) => void;
}

/** Chooses a file of the library, or adds one, for a message or for the header of a template. */
export function MediaPicker({ label, kind, chosen, onChoose }: MediaPickerProps) {
  const { t } = useTranslation('common');
  const dialog = useDialog();
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button onPress={dialog.open}>{label}</Button>
      {chosen && <Name>{chosen.name ?? chosen.id}</Name>}
      <Dialog {...dialog.props} title={label}>
        <Choices
          kind={kind}
          onChoose={(file) => {
            onChoose(file);
            dialog.props.onClose();
          }}
        />
        <div>
          <Button onPress={dialog.props.onClose}>{t('cancel')}</Button>
        </div>
      </Dialog>
    </div>
  );
}

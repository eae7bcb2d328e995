import { Check, Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner, Button, Code, Dialog } from '../../kit/index.js';

/** A text file, made here: it never leaves the machine. */
function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Shown once. Closing says that they are kept. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation('me');
  const [isCopied, setCopied] = useState(false);
  const text = `${codes.join('\n')}\n`;
  return (
    <Dialog title={t('codes.title')} isOpen={codes.length > 0} onClose={onClose} isAlert>
      <Banner tone="warn" title={t('codes.once')}>
        {t('codes.advice')}
      </Banner>
      <ul aria-label={t('codes.title')} className="grid grid-cols-1 gap-2 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="text-h3">
            <Code>{code}</Code>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button
          icon={isCopied ? Check : Copy}
          onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {isCopied ? t('copied') : t('codes.copy')}
        </Button>
        <Button icon={Download} onPress={() => download('belfry-recovery-codes.txt', text)}>
          {t('codes.download')}
        </Button>
        <span role="status" className="sr-only">
          {isCopied ? t('copied') : ''}
        </span>
      </div>
      <div>
        <Button kind="primary" onPress={onClose}>
          {t('codes.kept')}
        </Button>
      </div>
    </Dialog>
  );
}

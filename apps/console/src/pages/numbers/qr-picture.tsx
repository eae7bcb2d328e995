import { Download } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, QrCode } from '../../kit/index.js';

/** A drawing keeps its edges at any size of paper. */
const DRAWING = 'image/svg+xml';

/** A QR code that can be saved for the printer. */
export function QrPicture({ text, label, fileName }: { text: string; label: string; fileName: string }) {
  const { t } = useTranslation('numbers');
  const place = useRef<HTMLDivElement>(null);
  const save = () => {
    const drawing = place.current?.querySelector('svg')?.cloneNode(true) as SVGElement | undefined;
    if (!drawing) return;
    drawing.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    const address = URL.createObjectURL(new Blob([drawing.outerHTML], { type: DRAWING }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${fileName}.svg`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <div className="grid justify-items-start gap-2">
      <div ref={place}>
        <QrCode text={text} label={label} />
      </div>
      <Button kind="quiet" icon={Download} onPress={save}>
        {t('download')}
      </Button>
    </div>
  );
}

import {
  BellRing,
  Building2,
  ClipboardCheck,
  DoorOpen,
  FileText,
  House,
  KeyRound,
  Landmark,
  type LucideIcon,
  MessageSquareText,
  Phone,
  ScrollText,
  Settings,
  Users,
} from 'lucide-react';

/** Icons of the navigation, by the names the route table uses. */
export const NAV_ICONS: Record<string, LucideIcon> = {
  home: House,
  messages: MessageSquareText,
  templates: FileText,
  audit: ScrollText,
  'go-live': ClipboardCheck,
  numbers: Phone,
  team: Users,
  departments: Building2,
  keys: KeyRound,
  callbacks: BellRing,
  settings: Settings,
  agencies: Landmark,
  'break-glass': DoorOpen,
};

/**
 * The screens there are, in the rail's order. A new screen is a folder in routes/ with a screen.ts
 * that exports a Screen, and one line here. What a role may not see is not shown.
 */
import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { Permission } from "../api/generated";
import type { ScreenName } from "../locales";
import { auditScreen } from "../routes/audit/screen";
import { calendarScreen } from "../routes/calendar/screen";
import { checkoutScreen } from "../routes/checkout/screen";
import { clientsScreen } from "../routes/clients/screen";
import { complianceScreen } from "../routes/compliance/screen";
import { settingsScreen } from "../routes/settings/screen";
import { staffScreen } from "../routes/staff/screen";
import { stockScreen } from "../routes/stock/screen";
import { todayScreen } from "../routes/today/screen";
import { treatmentsScreen } from "../routes/treatments/screen";

export interface Screen {
  /** First part of the path, and the name in locales' frame.screens. */
  name: ScreenName;
  icon: LucideIcon;
  /** Null: everyone. Several: any of them. */
  needs: Permission | Permission[] | null;
  /** Lazy, and free to have <Routes> of its own beneath /<name>/. */
  Body: ComponentType;
  /** Mounted as long as someone is signed in; shows nothing; registers actions, sources, global keys. */
  Companion?: ComponentType;
  /** Beside its word in the rail; nothing where nothing waits. */
  Count?: ComponentType;
  /** At the rail's foot, apart from the day's work. */
  foot?: boolean;
}

export const screens: readonly Screen[] = [todayScreen, calendarScreen, clientsScreen, treatmentsScreen, checkoutScreen, stockScreen, complianceScreen, auditScreen, staffScreen, settingsScreen];

export function mayOpen(screen: Screen, permissions: readonly Permission[]): boolean {
  if (screen.needs === null) return true;
  const any = Array.isArray(screen.needs) ? screen.needs : [screen.needs];
  return any.some((permission) => permissions.includes(permission));
}

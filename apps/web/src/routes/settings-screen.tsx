import { SettingsPage } from "../features/settings/settings-page.tsx";
import { OwnShares } from "../features/share/own-shares.tsx";

export function SettingsScreen() {
  return <SettingsPage shares={<OwnShares />} />;
}

import { getRouteApi } from "@tanstack/react-router";
import { PublicSharePage } from "../features/public-share/public-share-page.tsx";

const route = getRouteApi("/s/$token");

export function ShareScreen() {
  const { token } = route.useParams();
  return <PublicSharePage token={token} />;
}

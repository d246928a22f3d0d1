import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { ErrorState } from "../../ui/error-state.tsx";

/** A page that could not be shown: what happened, and a way to try again. */
export function PageError(props: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    props.reset();
    void router.invalidate();
  };
  return (
    <main className="flex min-h-dvh flex-col justify-center">
      <ErrorState error={props.error} onRetry={retry} />
    </main>
  );
}

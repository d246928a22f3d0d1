import { useWords } from "../../i18n/use-words.ts";
import { Logo } from "../../ui/logo.tsx";

/** The one page for every link that does not work, whatever the reason. */
export function ShareGone() {
  const words = useWords();
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center px-gutter text-center">
      <Logo className="mb-6" />
      <h1 className="text-xl font-semibold">{words.share.page.gone}</h1>
      <p className="mt-2 max-w-96 text-md text-muted">{words.share.page.goneText}</p>
    </main>
  );
}

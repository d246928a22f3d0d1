import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useWords } from "../../i18n/use-words.ts";
import { usePageTitle } from "../../i18n/use-page-title.ts";
import { sessionQueries } from "../../queries/session-queries.ts";
import { Logo } from "../../ui/logo.tsx";
import { Notice } from "../../ui/notice.tsx";
import { LanguageLinks } from "./language-links.tsx";
import { SignInArt } from "./sign-in-art.tsx";
import { SignInForm } from "./sign-in-form.tsx";

const nothingTyped = { account: "", userName: "", password: "" };

export function SignInPage(props: { /** Address of ours to go to afterwards. */ to: string }) {
  const words = useWords();
  const navigate = useNavigate();
  const { data: info } = useSuspenseQuery(sessionQueries.current());
  usePageTitle(words.session.title);
  return (
    <div className="flex min-h-dvh">
      <SignInArt />
      <main className="flex w-full shrink-0 flex-col justify-center border-border bg-surface md:border-l px-gutter py-10 md:w-120 md:px-16">
        <Logo className="mb-7" />
        <h1 className="text-2xl font-semibold tracking-tight">{words.session.title}</h1>
        <p className="mt-0.5 mb-4 text-md text-muted">{words.session.lead}</p>
        {info.demo && (
          <Notice tone="warning" icon="health-at-risk" className="mb-4 items-start">
            {words.session.demo}
          </Notice>
        )}
        <SignInForm
          initial={info.demoCredentials ?? nothingTyped}
          onSignedIn={() => void navigate({ href: props.to, replace: true })}
        />
        <p className="mt-5 mb-6 text-xs text-muted">{words.session.sentOnce}</p>
        <LanguageLinks />
      </main>
    </div>
  );
}

import { type Credentials, credentialsSchema } from "@gantry/api-contract";
import { type FormEvent, useRef, useState } from "react";
import * as v from "valibot";
import { sayError } from "../../i18n/error-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { PasswordField } from "./password-field.tsx";
import { useSignIn } from "./use-sign-in.ts";

type FieldName = keyof Credentials;

export type SignInFormProps = {
  /** What the fields hold at first. */
  initial: Credentials;
  onSignedIn: () => void;
  /** The account and the user can't be changed: it is the same person again. */
  isFixedUser?: boolean;
};

export function SignInForm(props: SignInFormProps) {
  const words = useWords();
  const [values, setValues] = useState(props.initial);
  const [missing, setMissing] = useState<readonly FieldName[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const signIn = useSignIn({ onSignedIn: props.onSignedIn });

  const change = (changes: Partial<Credentials>) => {
    setValues((now) => ({ ...now, ...changes }));
    setMissing((now) => now.filter((name) => changes[name] === undefined));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (signIn.isPending) return;
    const parsed = v.safeParse(credentialsSchema, values);
    if (parsed.success) return signIn.mutate(parsed.output);
    const names = parsed.issues.map((issue) => issue.path?.[0].key as FieldName);
    setMissing(names);
    form.current?.querySelector<HTMLInputElement>(`[name="${names[0]}"]`)?.focus();
  };
  const errorOf = (name: FieldName) => (missing.includes(name) ? words.session.fillIn(words.session[name]) : undefined);
  const failure = signIn.error === null ? null : sayError(signIn.error, { words });

  return (
    <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
      <TextField
        size="lg"
        name="account"
        label={words.session.account}
        labelHint={words.session.accountHint}
        value={values.account}
        onChange={(event) => change({ account: event.target.value })}
        autoComplete="organization"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={props.isFixedUser === true}
        error={errorOf("account")}
      />
      <TextField
        size="lg"
        name="userName"
        label={words.session.userName}
        value={values.userName}
        onChange={(event) => change({ userName: event.target.value })}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={props.isFixedUser === true}
        error={errorOf("userName")}
      />
      <PasswordField
        value={values.password}
        onChange={(password) => change({ password })}
        error={errorOf("password")}
      />
      {failure !== null && (
        <Notice tone="danger" icon="health-late" urgent>
          {failure.text}
          <span className="block font-mono text-2xs">{failure.code}</span>
        </Notice>
      )}
      <Button type="submit" variant="primary" size="lg" busy={signIn.isPending} className="mt-1 w-full">
        {signIn.isPending ? words.session.signingIn : words.session.signIn}
      </Button>
    </form>
  );
}

import { useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { TextField } from "../../ui/text-field.tsx";

export function PasswordField(props: { value: string; onChange: (value: string) => void; error: string | undefined }) {
  const words = useWords();
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      size="lg"
      name="password"
      type={isShown ? "text" : "password"}
      label={words.session.password}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      autoComplete="current-password"
      autoCapitalize="none"
      spellCheck={false}
      error={props.error}
      end={
        <IconButton
          icon={isShown ? "eye-off" : "eye"}
          label={isShown ? words.session.hidePassword : words.session.showPassword}
          onClick={() => setShown(!isShown)}
        />
      }
    />
  );
}

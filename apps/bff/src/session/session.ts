/** A signed-in person. Holds neither the token nor the cookie's value. */
export type Session = {
  /** Names the session in logs, events and cache keys; opens nothing. Also the identity's generation. */
  id: string;
  userId: string;
  userNumericId: string | null;
  userName: string;
  displayName: string;
  account: string;
  domainId: string;
  /** Epoch ms. */
  expiresAt: number;
};

/** Whom an object of ours belongs to: check both, user ids are only unique within a domain. */
export type Owner = { userId: string; domainId: string };

/** Service mode's one token, shared by all replicas: one row, with id 1. */
export type ServiceTokenTable = {
  service_token: {
    id: number;
    sealed_token: string | null;
    key_id: string | null;
    expires_at: number | null;
    /** The replica that is asking IAM for another one, and until when that is believed, by the database's clock. */
    renewing_by: string | null;
    renewing_until: number | null;
  };
};

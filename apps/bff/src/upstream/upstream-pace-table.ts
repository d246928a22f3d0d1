export type UpstreamPaceTable = {
  upstream_pace: {
    name: string;
    /** Counts up with each reservation: taking the row is taking its lock. */
    reservations: number;
    /** A `TurnBook` in the database's time; null before the first turn. */
    book_json: string | null;
  };
};

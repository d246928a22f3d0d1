export function PlanPage() {
  return <p>plan</p>;
}

/** All reasons at once, one line each; a single one is a plain sentence. */
export function ReasonList({ reasons }: { reasons: string[] }) {
  if (reasons.length === 1) return <p>{reasons[0]}</p>;
  return (
    <ul className="list-disc pl-5">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

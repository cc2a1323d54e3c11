import { LinkButton } from "@/components/ui/LinkButton";

export function ErrorRatesLink() {
  return (
    <LinkButton href="/desk/reviews/errors" size="small" tone="quiet">
      差错率
    </LinkButton>
  );
}
